import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Dialect } from './migrations.ts';

const REFUSED = 'a certified report is never changed';

/** Certified reports, which the database itself keeps from being changed, and reminders of reports that are due. */
export function certifiedReports(dialect: Dialect): Migration {
  const unordered = sql.raw(dialect === 'sqlite' ? 'without rowid' : '');
  const statements = [
    sql`create table certified_reports (unit text not null references units (id), period text not null, form text not null, version integer not null, day text not null, account text not null, hash text not null, document text not null, primary key (unit, period, form, version)) ${unordered}`,
    ...keepers(dialect),
    // on for the unit and all below it
    sql`create table reminder_units (unit text primary key references units (id)) ${unordered}`,
    // what has been written is not written again, whatever happened to the server
    sql`create table reminders (unit text not null references units (id), period text not null, step text not null, day text not null, primary key (unit, period, step)) ${unordered}`,
  ];
  return {
    up: async (db: Kysely<unknown>) => {
      for (const statement of statements) await statement.execute(db);
    },
  };
}

/** A demonstration's reports may go with its tree; those of a real unit never do. */
function keepers(dialect: Dialect) {
  if (dialect === 'sqlite') {
    return [
      sql`create trigger certified_reports_stay before update on certified_reports begin select raise(abort, ${sql.lit(REFUSED)}); end`,
      sql`create trigger certified_reports_remain before delete on certified_reports when (select tree from units where id = old.unit) = 'real' begin select raise(abort, ${sql.lit(REFUSED)}); end`,
    ];
  }
  return [
    sql`create function keep_certified() returns trigger language plpgsql as $$ begin if tg_op = 'UPDATE' or (select tree from units where id = old.unit) = 'real' then raise exception ${sql.lit(REFUSED)}; end if; return old; end $$`,
    sql`create trigger certified_reports_stay before update or delete on certified_reports for each row execute function keep_certified()`,
  ];
}
