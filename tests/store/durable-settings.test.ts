// What durability and memory rest on, read back from the connections; and the log, the one place that keeps an order.
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { openSqlite, type Reader } from '../../server/store/store.ts';
import { putSetting } from '../../server/store/settings.ts';
import { batchOf, bytesOf, openOffice } from '../fakes/office.ts';
import { databases } from './dialects.ts';

const [, makePostgres] = databases;

async function sqliteFile() {
  const folder = mkdtempSync(join(tmpdir(), 'sipas-durable-'));
  const file = join(folder, 'sipas.db');
  const store = await openSqlite(file);
  onTestFinished(async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return { file, store };
}

test('SQLite writes with WAL and synchronous FULL, overwrites what it deletes, and does so after its log was emptied', async () => {
  const { store } = await sqliteFile();
  const settings = () =>
    store.write(async (tx) => {
      const read = async (name: string) => {
        const { rows } = await sql<Record<string, unknown>>`${sql.raw(`pragma ${name}`)}`.execute(tx);
        return Object.values(rows[0]!)[0];
      };
      return [
        await read('journal_mode'),
        await read('synchronous'),
        await read('secure_delete'),
        await read('busy_timeout'),
      ];
    });
  // 2 = FULL
  expect(await settings()).toEqual(['wal', 2, 1, 10_000]);
  expect(await store.emptyLog()).toBe(true);
  expect(await settings()).toEqual(['wal', 2, 1, 10_000]);
});

test('SQLite keeps few of its pages, for the one that writes and for those that read', async () => {
  const { store } = await sqliteFile();
  const kept = async (read: Reader) =>
    (await sql<{ cache_size: number }>`pragma cache_size`.execute(read)).rows[0]!.cache_size;
  // below zero: kB
  expect([await store.write(kept), await kept(store.read)]).toEqual([-8_000, -4_000]);
});

test('the log is empty after it was emptied, and while somebody reads from it that is said and waits for nobody', async () => {
  const { store, file } = await sqliteFile();
  const office = await openOffice({ store });
  const tablet = await office.enrol();
  const ps = [bytesOf(office), bytesOf(office)];
  await office.call('/api/v1/batches', { body: batchOf(tablet, ps), token: tablet.token });
  const bytes = () => statSync(`${file}-wal`).size;
  expect(bytes()).toBeGreaterThan(0);
  await store.snapshot(async (read) => {
    await sql`select count(*) from submissions`.execute(read);
    await store.write((tx) => putSetting(tx, 'x', 'y'));
    const started = performance.now();
    expect(await store.emptyLog()).toBe(false);
    // half of what a busy database is waited for
    expect(performance.now() - started).toBeLessThan(5_000);
  });
  expect(await store.emptyLog()).toBe(true);
  expect(bytes()).toBe(0);
});

describe('PostgreSQL', () => {
  const database = makePostgres!();
  beforeAll(() => database.start(), 60_000);
  afterAll(() => database.stop());

  test('synchronous_commit is on where it writes, though the database says off', async () => {
    const { store, reopen } = await database.open();
    await store.write((tx) =>
      sql`do $$ begin execute format('alter database %I set synchronous_commit = off', current_database()); end $$`.execute(
        tx,
      ),
    );
    await store.close();
    const again = await reopen();
    onTestFinished(() => again.close());
    const seen = await again.write(
      async (tx) => (await sql<{ synchronous_commit: string }>`show synchronous_commit`.execute(tx)).rows[0],
    );
    expect(seen).toEqual({ synchronous_commit: 'on' });
    expect(await again.emptyLog()).toBe(true);
  });
});
