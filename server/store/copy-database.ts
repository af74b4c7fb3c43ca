import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { Kysely, SqliteDialect, sql } from 'kysely';
import type { Said } from '../said/said.ts';
import { inUseFile } from './in-use.ts';
import { openSqlite, type Reader, type Store, type Tx } from './store.ts';
import { refuseOddIds } from './submission-ids.ts';
import type { Tables } from './tables.ts';
import { TABLES_IN_ORDER } from './tables-in-order.ts';

/**
 * A copy is always one SQLite file with the whole of the database, whichever the live one is. Promised: it shows one
 * state of the data, and its rows lie in the order of their keys, never in that of their arrival.
 */

const ROWS_AT_ONCE = 1_000;
/** A row of recordings may have a megabyte. */
const CLIPS_AT_ONCE = 20;

/** Writes a copy to a file that does not exist yet. It is not flushed: whoever keeps it does that. */
export async function copyDatabase(store: Store, file: string): Promise<void> {
  if (store.dialect === 'sqlite') {
    // Through SQLite itself, from one state of the data: the live file is never read by anybody else.
    await sql`vacuum into ${file}`.execute(store.read);
    return;
  }
  const copy = await openSqlite(file);
  try {
    await store.snapshot((read) => copy.write((tx) => copyTables(read, tx)));
  } finally {
    await copy.close();
  }
  const database = new Sqlite(file);
  // one file, which can be read from where nothing may be written
  database.pragma('journal_mode = DELETE');
  database.close();
  rmSync(inUseFile(file), { force: true });
}

/** Copies all rows of all tables into tables that are empty. */
export async function copyTables(from: Reader, to: Tx): Promise<void> {
  for (const [table, key] of TABLES_IN_ORDER) {
    if (table === 'units') await copyUnits(from, to);
    else
      for await (const rows of pagesOf(from, table, key)) {
        if (table === 'submissions') refuseOddIds(rows.map(({ id }) => id as string));
        await to
          .insertInto(table as 'settings')
          .values(rows as { name: string; value: string }[])
          .execute();
      }
  }
}

type Row = Readonly<Record<string, unknown>>;

/** All rows of a table in the order of its key, some at a time. */
async function* pagesOf(
  from: Reader,
  table: keyof Tables,
  key: readonly [string, ...string[]],
): AsyncGenerator<readonly Row[]> {
  const columns = sql.join(key.map((name) => sql.ref(name)));
  let last: Row | undefined;
  for (;;) {
    const after = last
      ? sql`where (${columns}) > (${sql.join(key.map((name) => sql.val(last?.[name])))})`
      : sql``;
    const { rows } = await sql<Row>`
      select * from ${sql.table(table)} ${after} order by ${columns} limit ${sql.lit(table === 'clips' ? CLIPS_AT_ONCE : ROWS_AT_ONCE)}
    `.execute(from);
    if (rows.length === 0) return;
    last = rows.at(-1);
    yield rows;
  }
}

/** What two databases with the same contents have in common, whatever they are and however they sort. */
export interface Contents {
  readonly rows: number;
  /** Of all rows, hex: equal when each row is there once, with the same value in each column. */
  readonly sum: string;
}

export async function contentsOf(from: Reader): Promise<ReadonlyMap<keyof Tables, Contents>> {
  const contents = new Map<keyof Tables, Contents>();
  for (const [table, key] of TABLES_IN_ORDER) {
    const sum = Buffer.alloc(32);
    let count = 0;
    for await (const rows of pagesOf(from, table, key)) {
      count += rows.length;
      for (const row of rows) {
        const hash = hashOfRow(row);
        // no row stands there twice, so none can take itself back
        for (let i = 0; i < sum.length; i++) sum[i]! ^= hash[i]!;
      }
    }
    contents.set(table, { rows: count, sum: sum.toString('hex') });
  }
  return contents;
}

function hashOfRow(row: Row): Buffer {
  const cells = Object.keys(row)
    .toSorted()
    .map((name) => {
      const value = row[name];
      return [name, Buffer.isBuffer(value) ? ['bytes', value.toString('hex')] : value];
    });
  return createHash('sha256').update(JSON.stringify(cells)).digest();
}

// A unit refers to its parent: parents first.
async function copyUnits(from: Reader, to: Tx): Promise<void> {
  let left = await from.selectFrom('units').selectAll().orderBy('id').execute();
  const there = new Set<string | null>([null]);
  while (left.length > 0) {
    const next = left.filter(({ parent }) => there.has(parent));
    if (next.length === 0) throw new Error('a unit whose parent is missing');
    for (let i = 0; i < next.length; i += ROWS_AT_ONCE) {
      await to
        .insertInto('units')
        .values(next.slice(i, i + ROWS_AT_ONCE))
        .execute();
    }
    for (const { id } of next) there.add(id);
    left = left.filter(({ id }) => !there.has(id));
  }
}

/** A copy opened for reading only: nothing in it changes, not even by looking. */
export function openCopy(file: string): { readonly read: Reader; close(): Promise<void> } {
  const database = new Sqlite(file, { readonly: true, fileMustExist: true });
  const read = new Kysely<Tables>({ dialect: new SqliteDialect({ database }) });
  return { read, close: () => read.destroy() };
}

/** What SQLite or a read of every row finds wrong with the database; empty when it is whole. */
export async function integrityFaults(read: Reader, dialect: Store['dialect']): Promise<Said[]> {
  if (dialect === 'sqlite') {
    const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check(20)`.execute(read);
    const foreign = await sql`pragma foreign_key_check`.execute(read);
    const found = rows
      .map((row) => row.integrity_check)
      .filter((line) => line !== 'ok')
      // SQLite's own words
      .map(
        (line): Said =>
          () =>
            line,
      );
    return foreign.rows.length > 0 ? [...found, ({ store }) => store.found.dangling] : found;
  }
  const faults: Said[] = [];
  for (const [table] of TABLES_IN_ORDER) {
    try {
      await sql`select count(t) from ${sql.table(table)} as t`.execute(read);
    } catch (error) {
      const { code = 'error' } = error as { code?: string };
      faults.push(({ store }) => store.found.table(table, code));
    }
  }
  return faults;
}
