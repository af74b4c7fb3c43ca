import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Devices that belong to one account: the telephones with which staff ask people face to face. */
export function staffPhones(): Migration {
  return {
    up: async (db: Kysely<unknown>) => {
      await sql`alter table devices add column account text`.execute(db);
    },
  };
}
