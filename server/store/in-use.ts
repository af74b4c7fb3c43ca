import Sqlite from 'better-sqlite3';
import pg from 'pg';
import { StoreFault } from './store-fault.ts';

/**
 * Who holds a SQLite database: every program that opens it shares a lock on a small file beside it, and a restore
 * takes the lock alone. The operating system takes a lock back when its process ends, however it ends, so that
 * nothing is ever left behind to clean up.
 */
export const inUseFile = (file: string) => `${file}-in-use`;

/** Shares the lock; call what it returns when the database is closed. Throws while a restore is under way. */
export function shareDatabase(file: string): () => void {
  const lock = new Sqlite(inUseFile(file), { timeout: 0 });
  try {
    lock.exec('begin');
    // the read takes the shared lock, and the transaction that never ends keeps it
    lock.prepare('select count(*) from sqlite_schema').get();
  } catch (error) {
    lock.close();
    if ((error as { code?: string }).code !== 'SQLITE_BUSY') throw error;
    throw new StoreFault(
      `A restore of ${file} is under way. Wait until it has ended, then run the same command again.`,
    );
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
    throw new StoreFault(
      `The server or another command has ${file} open. Stop the server, then run the same command again.`,
    );
  }
  return () => void lock.close();
}

/** Any number of our own: programs that hold the database share it, a restore takes it alone. */
const HOLD_LOCK = 5_149_042;

/**
 * The same lock on PostgreSQL: on a connection of its own that lives as long as the store. Where that connection
 * breaks, it is made again in the background.
 */
export async function holdPostgres(url: string, how: 'shared' | 'alone'): Promise<() => Promise<void>> {
  let closed = false;
  let client: pg.Client | undefined;
  const take = async () => {
    const made = new pg.Client({ connectionString: url, keepAlive: true });
    made.on('error', () => {
      if (!closed) setTimeout(() => void take().catch(() => {}), 5_000).unref();
    });
    await made.connect();
    const lock = how === 'shared' ? 'pg_try_advisory_lock_shared' : 'pg_try_advisory_lock';
    const { rows } = await made.query(`select ${lock}(${HOLD_LOCK}) as got`);
    if (rows[0]?.got === true) client = made;
    else await made.end();
    return rows[0]?.got === true;
  };
  if (!(await take())) {
    throw new StoreFault(
      how === 'shared'
        ? 'A restore of this PostgreSQL database is under way. Wait until it has ended, then run the same command again.'
        : 'The server or another command has this PostgreSQL database open. Stop the server, then run the same command again.',
    );
  }
  return async () => {
    closed = true;
    await client?.end();
  };
}
