import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Dialect } from './migrations.ts';

/** Tables of former years, one for a unit and a period. */
export function importedResults(dialect: Dialect): Migration {
  const unordered = sql.raw(dialect === 'sqlite' ? 'without rowid' : '');
  return {
    up: async (db: Kysely<unknown>) => {
      await sql`create table imported_results (unit text not null references units (id), period text not null, questionnaire text not null, version integer not null, forms integer not null, policy_n integer not null, service_n integer not null, items text not null, file text not null, day text not null, account text not null, reason text, primary key (unit, period)) ${unordered}`.execute(
        db,
      );
    },
  };
}
