import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Dialect } from './migrations.ts';

/** Numbers that nobody calls any more, as marks from which none can be read. */
export function silentNumbers(dialect: Dialect): Migration {
  const unordered = sql.raw(dialect === 'sqlite' ? 'without rowid' : '');
  return {
    up: async (db: Kysely<unknown>) => {
      await sql`create table silent_numbers (mark text primary key, day text not null) ${unordered}`.execute(
        db,
      );
    },
  };
}

/** Plans of calls, their cases, attempts and telephones, and what a dossier knows of it. */
export function calls(dialect: Dialect): Migration {
  const unordered = sql.raw(dialect === 'sqlite' ? 'without rowid' : '');
  const counts = sql.raw(
    ['population', 'no_number', 'drawn_before', 'suppressed', 'drawn']
      .map((name) => `${name} integer not null`)
      .join(', '),
  );
  const statements = [
    sql`create table call_plans (id text primary key, unit text not null references units (id), campaign text not null references campaigns (id), queue text not null, from_day text not null, to_day text not null, wanted integer, seed text, made text not null, account text not null, ends text not null, closed text)`,
    sql`create table call_strata (plan text not null references call_plans (id), service_point text not null references service_points (id), field text not null, ${counts}, primary key (plan, service_point, field)) ${unordered}`,
    // keyed by random ids and without row numbers: not the order in which people were called
    sql`create table call_cases (id text primary key, plan text not null references call_plans (id), service_point text not null references service_points (id), field text not null, dossier text, callback bigint, outcome text, ended text) ${unordered}`,
    sql`create table call_attempts (id text primary key, call_case text not null references call_cases (id), day text not null, at bigint, outcome text not null, account text, consent text, own_counter integer not null, flags text not null) ${unordered}`,
    sql`create table call_leases (call_case text not null references call_cases (id), device text not null, until text not null, primary key (call_case, device)) ${unordered}`,
    sql`create index call_cases_by_plan on call_cases (plan)`,
    sql`create unique index call_cases_by_dossier on call_cases (service_point, dossier)`,
    sql`create index call_attempts_by_case on call_attempts (call_case)`,
    sql`create index call_leases_by_device on call_leases (device)`,
    // the newest queue it was drawn into, as long as it has a number
    sql`alter table dossiers add column drawn text`,
    // 1: nobody calls about it again, and no import brings its number back
    sql`alter table dossiers add column suppressed integer not null default 0`,
  ];
  return {
    up: async (db: Kysely<unknown>) => {
      for (const statement of statements) await statement.execute(db);
    },
  };
}
