import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Dialect } from './migrations.ts';
import { refuseOddIds, SUBMISSION_ID } from './submission-ids.ts';

/**
 * PostgreSQL gets shorter columns for the same values, and no index that nothing reads. SQLite's rows are as short as that
 * already (decision 0077).
 */
export function shortColumns(dialect: Dialect): Migration {
  return { up: async (db: Kysely<unknown>) => (dialect === 'postgres' ? shorten(db) : undefined) };
}

async function shorten(db: Kysely<unknown>): Promise<void> {
  // PostgreSQL would take capitals and braces in silence, and write them otherwise for ever
  const odd = await sql<{ id: string }>`
    select id from submissions where id !~ ${SUBMISSION_ID.source} limit 1
  `.execute(db);
  refuseOddIds(odd.rows.map(({ id }) => id));
  await sql`alter table submissions alter column id type uuid using id::uuid`.execute(db);
  await sql`alter table leaves alter column kept type smallint, alter column sealed type smallint`.execute(
    db,
  );
  // device and number are the key already, and stand in what is hashed; the name depends on what came before
  const unique = await sql<{ conname: string }>`
    select conname from pg_constraint where conrelid = 'seals'::regclass and contype = 'u'
  `.execute(db);
  for (const { conname } of unique.rows)
    await sql`alter table seals drop constraint ${sql.id(conname)}`.execute(db);
  // each leaf and each seal changes once, in the night: what lay there before is to be used again before it piles up
  for (const table of ['leaves', 'seals'])
    await sql`alter table ${sql.table(table)} set (autovacuum_vacuum_scale_factor = 0.05)`.execute(db);
}
