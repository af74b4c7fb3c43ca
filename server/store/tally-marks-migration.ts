import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Dialect } from './migrations.ts';

/** Marks by which a process knows that what it keeps of the tallies is still what stands in the database. */
export function tallyMarks(dialect: Dialect): Migration {
  const unordered = sql.raw(dialect === 'sqlite' ? 'without rowid' : '');
  return {
    up: async (db: Kysely<unknown>) => {
      await sql`create table tally_marks (half_month text not null, service_point text not null, mark bigint not null, primary key (half_month, service_point)) ${unordered}`.execute(
        db,
      );
    },
  };
}
