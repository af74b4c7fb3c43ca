import { existsSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import pg from 'pg';
import { StoreFault } from './store-fault.ts';

/**
 * Who holds a SQLite database: every program that opens it shares a lock on a small file beside it, and a restore
 * takes the lock alone. The operating system takes a lock back when its process ends, however it ends, so that
 * nothing is ever left behind to clean up.
 */
export const inUseFile = (file: string) => `${file}-in-use`;

/**
 * Stands beside a SQLite database that was moved to PostgreSQL: two that go on from the same state would each receipt
 * what the other one does not have.
 */
export const movedFile = (file: string) => `${file}-moved`;

function refuseMoved(file: string): void {
  if (!existsSync(movedFile(file))) return;
  throw new StoreFault(({ store }) => store.moved(file, movedFile(file)));
}

/** Shares the lock; call what it returns when the database is closed. Throws while a restore or a move is under way, and after a move. */
export function shareDatabase(file: string): () => void {
  refuseMoved(file);
  const lock = new Sqlite(inUseFile(file), { timeout: 0 });
  try {
    lock.exec('begin');
    // the read takes the shared lock, and the transaction that never ends keeps it
    lock.prepare('select count(*) from sqlite_schema').get();
  } catch (error) {
    lock.close();
    if ((error as { code?: string }).code !== 'SQLITE_BUSY') throw error;
    throw new StoreFault(({ store }) => store.busyRestoring(file));
  }
  return () => void lock.close();
}

/** Takes the lock alone; throws when any program holds the database. */
export function takeDatabase(file: string): () => void {
  const lock = new Sqlite(inUseFile(file), { timeout: 0 });
  try {
    lock.exec('begin exclusive');
  } catch (error) {
    lock.close();
    if ((error as { code?: string }).code !== 'SQLITE_BUSY') throw error;
    throw new StoreFault(({ store }) => store.inUse(file));
  }
  return () => void lock.close();
}

/** Any number of our own: programs that hold the database share it, a restore takes it alone. */
const HOLD_LOCK = 5_149_042;

/** That a database is held, for as long as the store is open. */
export interface Hold {
  /** Throws where the lock was to be held alone and is not any more: nothing may be committed then. */
  prove(): void;
  release(): Promise<void>;
}

const AGAIN_MS = 1_000;

/**
 * The same lock on PostgreSQL: on a connection of its own. Where that breaks, a shared lock is taken again until it is
 * there, however long the database stays away; one that was held alone is lost, because another program may have come.
 */
export async function holdPostgres(url: string, how: 'shared' | 'alone'): Promise<Hold> {
  let isClosed = false;
  let held: pg.Client | undefined;
  let again: NodeJS.Timeout | undefined;
  const take = async () => {
    const client = new pg.Client({
      connectionString: url,
      application_name: 'sipas-kiosk in use',
      keepAlive: true,
      keepAliveInitialDelayMillis: 10_000,
      connectionTimeoutMillis: 10_000,
    });
    client.on('error', () => {});
    await client.connect();
    const lock = how === 'shared' ? 'pg_try_advisory_lock_shared' : 'pg_try_advisory_lock';
    const { rows } = await client.query(`select ${lock}(${HOLD_LOCK}) as got`);
    if (rows[0]?.got !== true || isClosed) {
      await client.end();
      return false;
    }
    held = client;
    client.once('end', () => {
      held = undefined;
      if (how === 'shared') takeAgain();
    });
    return true;
  };
  const takeAgain = () => {
    if (isClosed) return;
    again = setTimeout(() => void take().then((got) => got || takeAgain(), takeAgain), AGAIN_MS).unref();
  };
  if (!(await take())) {
    throw new StoreFault(({ postgres }) => (how === 'shared' ? postgres.busyRestoring : postgres.inUse));
  }
  return {
    prove: () => {
      if (how === 'alone' && !held) throw new StoreFault(({ postgres }) => postgres.holdLost);
    },
    release: async () => {
      isClosed = true;
      clearTimeout(again);
      await held?.end();
    },
  };
}
