import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Dialect } from './migrations.ts';

/** Cases, their steps, what is published of them, and since when a remark may be handed over, and where. */
export function cases(dialect: Dialect): Migration {
  const unordered = sql.raw(dialect === 'sqlite' ? 'without rowid' : '');
  const statements = [
    // keyed by random ids and without row numbers: not the order in which anything was said
    sql`create table cases (id text primary key, kind text not null, unit text not null references units (id), service_point text references service_points (id), opened text not null, due text not null, state text not null, owner text, words text, alert text unique, half_day text, tags text, ended text) ${unordered}`,
    sql`create index cases_by_unit on cases (unit)`,
    sql`create table case_steps (of_case text not null references cases (id), seq integer not null, what text not null, value text, note text, author text, day text not null, primary key (of_case, seq)) ${unordered}`,
    sql`create table replies (id text primary key, unit text not null references units (id), period text not null, said_vi text not null, did_vi text not null, said_en text, did_en text, published text not null, author text not null, withdrawn text) ${unordered}`,
    // filled as remarks come; those that lie there are looked up when they are handed over
    sql`alter table remarks add column service_point text`,
    sql`alter table remarks add column shown_from text`,
    sql`create index remarks_waiting on remarks (shown_from)`,
  ];
  return {
    up: async (db: Kysely<unknown>) => {
      for (const statement of statements) await statement.execute(db);
    },
  };
}
