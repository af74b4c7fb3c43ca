import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** The telephone number that a unit or a service point shows. */
export function contacts(): Migration {
  return {
    up: async (db: Kysely<unknown>) => {
      await sql`alter table units add column contact text`.execute(db);
      await sql`alter table service_points add column contact text`.execute(db);
    },
  };
}
