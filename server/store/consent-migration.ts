import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What a unit has read out before interviews, in place of what is usual. */
export function consentScripts(): Migration {
  return {
    up: async (db: Kysely<unknown>) => {
      await sql`create table consent_scripts (unit text not null references units (id), kind text not null, seq integer not null, version text, words text, since text not null, primary key (unit, kind, seq))`.execute(
        db,
      );
    },
  };
}
