import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Sqlite from 'better-sqlite3';
import { CompiledQuery, Kysely, PostgresDialect, SqliteDialect, sql, type Transaction } from 'kysely';
import type { OperatorWords } from '../said/words-vi.ts';
import { type Hold, holdPostgres, shareDatabase } from './in-use.ts';
import { migrate } from './migrate.ts';
import type { Dialect } from './migrations.ts';
import { postgresFacts, refuseUnfit } from './postgres-facts.ts';
import { NO_WAITS, openPool, type PostgresUse, WAITS } from './postgres-pool.ts';
import { sentOn } from './sent-statements.ts';
import { StoreFault } from './store-fault.ts';
import { endStraight, goStraight, type Prepares } from './straight-sqlite.ts';
import type { Tables } from './tables.ts';
import { createWriteQueue } from './write-queue.ts';

/**
 * The one place that opens a database. Promised: what `write` has resolved is on the disk (SQLite WAL with
 * synchronous=FULL, PostgreSQL with synchronous_commit=on), and no write happens outside a transaction.
 */

declare const insideWrite: unique symbol;
/** A writing transaction. Only `Store.write` makes one, so a write outside of it does not compile. */
export type Tx = Transaction<Tables> & { readonly [insideWrite]: true };
/** Where reading functions read: the store's reader, or a transaction that has just written. */
export type Reader = Kysely<Tables>;

export interface Store {
  readonly dialect: Dialect;
  readonly read: Reader;
  /** Runs several reads on one and the same state of the data. */
  snapshot<T>(work: (read: Reader) => Promise<T>): Promise<T>;
  /**
   * Runs `work` in a transaction, possibly together with other works; resolves after the durable commit. `only` 'forms' = it keeps
   * and counts what came in, and changes nothing that says who may send or what is asked.
   */
  write<T>(work: (tx: Tx) => Promise<T>, only?: 'forms'): Promise<T>;
  /** How many times works of this process have ended that were about more than forms; grows before whoever waits hears of it. */
  changes(): number;
  /**
   * Empties SQLite's transaction log, the only place where changes stand in the order in which they came; false
   * when somebody reads from it just now. PostgreSQL keeps its own.
   */
  emptyLog(): Promise<boolean>;
  close(): Promise<void>;
}

export { StoreFault };

/** SQLite releases with the WAL-reset bug (3.7.0-3.51.2, and 3.52.0) can lose commits: never start on them. */
export function isSafeSqlite(version: string): boolean {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  const number = major * 1_000_000 + minor * 1_000 + patch;
  return number >= 3_051_003 && number !== 3_052_000;
}

// Kysely prepares a statement for every query; ours are few and come again, so they are kept prepared.
// A write transaction takes the lock at once: upgrading a reading one could fail half-way.
function kept(database: Sqlite.Database, begin = 'begin') {
  const statements = new Map<string, Sqlite.Statement>();
  return {
    prepare: (text: string) => {
      const wanted = text === 'begin' ? begin : text;
      let statement = statements.get(wanted);
      if (!statement) {
        statement = database.prepare(wanted);
        if (statements.size < 500) statements.set(wanted, statement);
      }
      return statement;
    },
    close: () => database.close(),
  };
}

/**
 * What a connection keeps of SQLite's file, in kB: better-sqlite3's 16 MB hold twice what the operating system holds too. A transaction of
 * 500 forms changes about 8 MB of pages; with less room they are written more than once.
 */
const CACHE_KB = { writing: 8_000, reading: 4_000 };

function connectSqlite(file: string, readonly: boolean): Sqlite.Database {
  const database = new Sqlite(file, { readonly, timeout: 10_000 });
  database.pragma(`cache_size = -${readonly ? CACHE_KB.reading : CACHE_KB.writing}`);
  if (!readonly) {
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    database.pragma('secure_delete = ON');
  }
  database.pragma('foreign_keys = ON');
  return database;
}

/** Opens (and where needed creates and migrates) a SQLite database. ':memory:' is for tests. */
export async function openSqlite(file: string): Promise<Store> {
  const inMemory = file === ':memory:';
  if (!inMemory) {
    try {
      mkdirSync(dirname(file), { recursive: true });
    } catch {
      throw new StoreFault(({ store }) => store.folderNotMade(dirname(file)));
    }
  }
  let database: Sqlite.Database;
  let release = () => {};
  try {
    if (!inMemory) release = shareDatabase(file);
    database = connectSqlite(file, false);
    const version = database.prepare('select sqlite_version()').pluck().get() as string;
    if (!isSafeSqlite(version)) {
      throw new StoreFault(({ store }) => store.unsafeSqlite(version));
    }
    const [check] = (isSmall(database) ? database.pragma('quick_check(1)') : []) as { quick_check: string }[];
    if (check && check.quick_check !== 'ok') throw new Error('SQLITE_CORRUPT');
  } catch (error) {
    release();
    throw sqliteFault(file, error);
  }
  const writing = kept(database, 'begin immediate');
  const writer = new Kysely<Tables>({ dialect: new SqliteDialect({ database: writing }) });
  await migrate(writer, 'sqlite');
  // opened by the first one who reads: what kysely has not used, it would not close
  const reader = async () => kept(connectSqlite(file, true));
  const read = inMemory ? writer : new Kysely<Tables>({ dialect: new SqliteDialect({ database: reader }) });
  return storeOf('sqlite', writer, read, { prove: () => {}, release: async () => release() }, writing);
}

/** Looking at every page takes a second per gigabyte or more: at each start only while it is quick. */
const CHECKED_AT_START_BYTES = 200 * 2 ** 20;

function isSmall(database: Sqlite.Database): boolean {
  const pages = database.pragma('page_count', { simple: true }) as number;
  return pages * (database.pragma('page_size', { simple: true }) as number) <= CHECKED_AT_START_BYTES;
}

function sqliteFault(file: string, error: unknown): StoreFault {
  if (error instanceof StoreFault) return error;
  const { code = '', message } = error as { code?: string; message: string };
  if (/CORRUPT|NOTADB/.test(code || message)) return new StoreFault(({ store }) => store.damaged(file));
  if (/CANTOPEN|READONLY|PERM|EACCES/.test(code))
    return new StoreFault(({ store }) => store.notWritable(dirname(file)));
  return new StoreFault(({ store }) => store.notOpened(file, code || message));
}

/** Opens and migrates a PostgreSQL database. */
export async function openPostgres(url: string, use: PostgresUse = {}): Promise<Store> {
  const { hold: how = 'shared', pool: max = 10, work = 'requests' } = use;
  const waits = WAITS[work];
  const connect = (options: Parameters<typeof openPool>[1]) =>
    new Kysely<Tables>({ dialect: new PostgresDialect({ pool: openPool(url, options) }) });
  const opened: Kysely<Tables>[] = [];
  let hold: Hold | undefined;
  try {
    // Works come one after another, so one connection writes; it is its own, so that a receipt waits for no report.
    const writer = connect({ max: 1, waits, use: 'writing' });
    opened.push(writer);
    refuseUnfit(await postgresFacts(writer));
    hold = await holdPostgres(url, how);
    // an instance that waits for another one's migrations, or carries out its own, must not be cut short
    const migrator = connect({ max: 2, waits: NO_WAITS });
    opened.push(migrator);
    await migrate(migrator, 'postgres');
    await migrator.destroy();
    opened.pop();
    const read = connect({ max, waits, use: 'reading' });
    return storeOf('postgres', writer, read, hold);
  } catch (error) {
    await hold?.release();
    await Promise.all(opened.map((db) => db.destroy()));
    throw postgresFault(error);
  }
}

function postgresFault(error: unknown): unknown {
  if (error instanceof StoreFault) return error;
  const code = (error as { code?: string }).code ?? 'no code';
  const say = ({ postgres: { cannot } }: OperatorWords) =>
    (Object.hasOwn(cannot, code) ? cannot[code as keyof typeof cannot] : cannot.other)(code);
  return new StoreFault(say, { cause: error });
}

/** Any number of our own: works of several processes wait for each other under it. Nothing behind it begins before it is had. */
const WRITE_LOCK = sentOn('select pg_advisory_xact_lock(5149041)');

function storeOf(
  dialect: Dialect,
  writer: Kysely<Tables>,
  read: Reader,
  hold: Hold,
  straight?: Prepares,
): Store {
  const queue = createWriteQueue(writer, {
    begun: async (tx) => {
      if (straight) goStraight(tx, straight);
      // Tallies are read, added to and written: two processes that do so at once would lose one of the sums.
      if (dialect === 'postgres') await tx.executeQuery(CompiledQuery.raw(WRITE_LOCK));
    },
    ended: () => hold.prove(),
    left: endStraight,
  });
  return {
    dialect,
    read,
    snapshot: (work) => {
      const transaction = read.transaction();
      // SQLite's transactions see one state anyway and know no levels
      return (
        dialect === 'postgres' ? transaction.setIsolationLevel('repeatable read') : transaction
      ).execute(work);
    },
    write: queue.write,
    changes: queue.changes,
    emptyLog: async () => dialect === 'postgres' || emptySqliteLog(writer),
    close: async () => {
      await queue.idle();
      if (read !== writer) await read.destroy();
      await writer.destroy();
      await hold.release();
    },
  };
}

async function emptySqliteLog(writer: Kysely<Tables>): Promise<boolean> {
  return writer.connection().execute(async (connection) => {
    // Must not wait: SQLite would wait for a reader of this very thread, who could then never end.
    await sql`pragma busy_timeout = 0`.execute(connection);
    try {
      const { rows } = await sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(connection);
      return rows[0]?.busy === 0;
    } finally {
      await sql`pragma busy_timeout = 10000`.execute(connection);
    }
  });
}
