import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { Kysely, PostgresDialect, SqliteDialect } from 'kysely';
import { Migrator } from 'kysely/migration';
import pg from 'pg';
import { type Dialect, migrations } from '../../server/store/migrations.ts';
import { openPostgres, openSqlite, type Store } from '../../server/store/store.ts';
import type { Tables } from '../../server/store/tables.ts';
import { startPostgres } from './postgres-server.ts';

/**
 * A real database of one kind: `open` makes an empty one, `reopen` opens it again, as after a restart. The tables are
 * made once for all tests of a file, by the migrations, and copied.
 */
export interface Database {
  readonly name: 'SQLite' | 'PostgreSQL';
  start(): Promise<void>;
  open(): Promise<{
    readonly store: Store;
    /** Of PostgreSQL. */
    readonly url?: string;
    reopen(hold?: 'alone'): Promise<Store>;
  }>;
  /** A database as an earlier version left it (the first one, or after a named migration), with nothing in it. */
  openFirst(version?: string): Promise<{ readonly db: Kysely<Tables>; reopen(): Promise<Store> }>;
  stop(): Promise<void>;
}

async function firstOf(
  dialect: Dialect,
  db: Kysely<Tables>,
  version = '0001-first',
): Promise<Kysely<Tables>> {
  const { error } = await new Migrator({ db, provider: migrations(dialect) }).migrateTo(version);
  if (error) throw error;
  return db;
}

function sqlite(): Database {
  const folder = mkdtempSync(join(tmpdir(), 'sipas-store-'));
  const empty = join(folder, 'empty.db');
  let count = 0;
  return {
    name: 'SQLite',
    start: async () => (await openSqlite(empty)).close(),
    open: async () => {
      const file = join(folder, `${++count}.db`);
      copyFileSync(empty, file);
      return { store: await openSqlite(file), reopen: () => openSqlite(file) };
    },
    openFirst: async (version) => {
      const file = join(folder, `${++count}.db`);
      const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: new Sqlite(file) }) });
      return { db: await firstOf('sqlite', db, version), reopen: () => openSqlite(file) };
    },
    stop: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Over all files of the process, which share one server. */
let made = 0;

function postgres(): Database {
  let server: Awaited<ReturnType<typeof startPostgres>> | undefined;
  let empty = '';
  const newDatabase = async (template = 'template0') => {
    const name = `sipas_${process.pid}_${++made}`;
    const admin = new pg.Client({ connectionString: server!.url });
    await admin.connect();
    await admin.query(
      `create database ${name} template ${template} encoding 'UTF8' lc_collate 'C' lc_ctype 'C'`,
    );
    await admin.end();
    const url = new URL(server!.url);
    url.pathname = `/${name}`;
    return url.href;
  };
  return {
    name: 'PostgreSQL',
    start: async () => {
      server = await startPostgres();
      const url = await newDatabase();
      await (await openPostgres(url)).close();
      empty = new URL(url).pathname.slice(1);
    },
    open: async () => {
      const url = await newDatabase(empty);
      const store = await openPostgres(url);
      return { url, store, reopen: (hold) => openPostgres(url, hold && { hold }) };
    },
    openFirst: async (version) => {
      const url = await newDatabase();
      const pool = new pg.Pool({ connectionString: url });
      const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
      return { db: await firstOf('postgres', db, version), reopen: () => openPostgres(url) };
    },
    stop: async () => server?.stop(),
  };
}

export const databases = [sqlite, postgres];
