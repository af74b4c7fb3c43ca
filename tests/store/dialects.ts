import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { openPostgres, openSqlite, type Store } from '../../server/store/store.ts';
import { startPostgres } from './postgres-server.ts';

/** A real database of one kind: `open` makes an empty one, `reopen` opens it again, as after a restart. */
export interface Database {
  readonly name: 'SQLite' | 'PostgreSQL';
  start(): Promise<void>;
  open(): Promise<{ readonly store: Store; reopen(hold?: 'alone'): Promise<Store> }>;
  stop(): Promise<void>;
}

function sqlite(): Database {
  const folder = mkdtempSync(join(tmpdir(), 'sipas-store-'));
  let count = 0;
  return {
    name: 'SQLite',
    start: async () => {},
    open: async () => {
      const file = join(folder, `${++count}.db`);
      return { store: await openSqlite(file), reopen: () => openSqlite(file) };
    },
    stop: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

function postgres(): Database {
  let server: Awaited<ReturnType<typeof startPostgres>> | undefined;
  let count = 0;
  return {
    name: 'PostgreSQL',
    start: async () => {
      server = await startPostgres();
    },
    open: async () => {
      const name = `sipas_${process.pid}_${++count}`;
      const admin = new pg.Client({ connectionString: server!.url });
      await admin.connect();
      await admin.query(
        `create database ${name} template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C'`,
      );
      await admin.end();
      const url = new URL(server!.url);
      url.pathname = `/${name}`;
      return { store: await openPostgres(url.href), reopen: (hold) => openPostgres(url.href, hold) };
    },
    stop: async () => server?.stop(),
  };
}

export const databases = [sqlite, postgres];
