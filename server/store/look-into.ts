import { existsSync, statSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { Kysely, PostgresDialect, SqliteDialect, sql } from 'kysely';
import pg from 'pg';
import { type Dialect, migrations } from './migrations.ts';
import type { Reader } from './store.ts';
import type { Tables } from './tables.ts';

/**
 * A database as it lies there, for whoever wants to know what is wrong with it: it is opened for reading only and neither
 * made, brought up to date nor held, so that this works beside a running server and where none can start.
 */
export interface Looked {
  readonly dialect: Dialect;
  readonly read: Reader;
  /** Migrations of this program that the database lacks, and those it has that this program does not know. */
  readonly missing: readonly string[];
  readonly unknown: readonly string[];
  close(): Promise<void>;
}

const ANSWER_MS = 5_000;

/** `undefined`: there is none yet. Rejects with the fault of the database's own program. */
export async function lookInto(place: { readonly file: string; readonly url: string | undefined }) {
  if (place.url === undefined && !existsSync(place.file)) return undefined;
  const db = new Kysely<Tables>({
    dialect:
      place.url === undefined
        ? new SqliteDialect({ database: new Sqlite(place.file, { readonly: true, timeout: ANSWER_MS }) })
        : new PostgresDialect({ pool: poolOf(place.url) }),
  });
  try {
    const dialect: Dialect = place.url === undefined ? 'sqlite' : 'postgres';
    const applied = await appliedTo(db, dialect);
    const ours = Object.keys(await migrations(dialect).getMigrations());
    const looked: Looked = {
      dialect,
      read: db,
      missing: ours.filter((name) => !applied.includes(name)),
      unknown: applied.filter((name) => !ours.includes(name)),
      close: () => db.destroy(),
    };
    return looked;
  } catch (error) {
    await db.destroy();
    throw error;
  }
}

function poolOf(url: string): pg.Pool {
  // counts and instants are int8; all of ours stay below 2^53
  pg.types.setTypeParser(20, Number);
  const pool = new pg.Pool({
    connectionString: url,
    max: 2,
    connectionTimeoutMillis: ANSWER_MS,
    query_timeout: 60_000,
    options: '-c default_transaction_read_only=on',
  });
  // a query that fails rejects by itself
  pool.on('error', () => {});
  return pool;
}

async function appliedTo(db: Kysely<Tables>, dialect: Dialect): Promise<string[]> {
  const found =
    dialect === 'sqlite'
      ? await sql`select 1 from sqlite_schema where name = 'kysely_migration'`.execute(db)
      : await sql`select 1 from pg_tables where schemaname = current_schema() and tablename = 'kysely_migration'`.execute(
          db,
        );
  if (found.rows.length === 0) return [];
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
  return rows.map(({ name }) => name);
}

/** Bytes of the database. */
export async function databaseBytes({ dialect, read }: Pick<Looked, 'dialect' | 'read'>): Promise<number> {
  const { rows } = await (dialect === 'sqlite'
    ? sql<{
        size: number;
      }>`select page_count * page_size as size from pragma_page_count(), pragma_page_size()`
    : sql<{ size: number }>`select pg_database_size(current_database()) as size`
  ).execute(read);
  return rows[0]?.size ?? 0;
}

/** Bytes of the log that SQLite keeps beside a database. */
export const logBytes = (file: string): number =>
  statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0;

/** What SQLite finds in a quick look through every page; empty when nothing is wrong. PostgreSQL has no such look. */
export async function quickFaults({ dialect, read }: Looked): Promise<string[]> {
  if (dialect === 'postgres') return [];
  const { rows } = await sql<{ quick_check: string }>`pragma quick_check(5)`.execute(read);
  return rows.map((row) => row.quick_check).filter((line) => line !== 'ok');
}
