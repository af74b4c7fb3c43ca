import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Dialect } from './migrations.ts';

/** Which units show their figures to everybody. */
export function publicPages(dialect: Dialect): Migration {
  const unordered = sql.raw(dialect === 'sqlite' ? 'without rowid' : '');
  return {
    up: async (db: Kysely<unknown>) => {
      await sql`create table public_pages (unit text primary key references units (id), since text not null, account text not null) ${unordered}`.execute(
        db,
      );
    },
  };
}
