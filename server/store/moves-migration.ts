import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Dialect } from './migrations.ts';

/** What has moved, for the streams of the managers' pages. */
export function moves(dialect: Dialect): Migration {
  const unordered = sql.raw(dialect === 'sqlite' ? 'without rowid' : '');
  return {
    up: async (db: Kysely<unknown>) => {
      await sql`create table moves (kind text not null, service_point text not null references service_points (id), number integer not null, primary key (kind, service_point)) ${unordered}`.execute(
        db,
      );
      await sql`create index moves_by_number on moves (number)`.execute(db);
    },
  };
}
