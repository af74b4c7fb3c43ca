import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Dialect } from './migrations.ts';

/** What several servers over one PostgreSQL need. A SQLite database belongs to one process, which needs nothing. */
export function together(dialect: Dialect): Migration {
  const statements = [
    // unlogged: a memory, which stands in no log of the database, in no copy of it, and is empty after a crash
    sql`create unlogged table remembered (name text primary key, value text not null, ends bigint not null)`,
    sql`create index remembered_by_end on remembered (ends)`,
    sql`create function say_moved() returns trigger language plpgsql as 'begin perform pg_notify(''sipas_moved'', ''''); return null; end'`,
    sql`create trigger say_moved after insert or update on moves for each statement execute function say_moved()`,
  ];
  return {
    up: async (db: Kysely<unknown>) => {
      for (const statement of dialect === 'postgres' ? statements : []) await statement.execute(db);
    },
  };
}
