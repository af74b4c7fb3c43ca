import pg from 'pg';

/**
 * What is remembered for a while and by name: counts of tries, tickets on a screen, who holds what. One process remembers by
 * itself (`own-memory.ts`); several that share a PostgreSQL remember here, together. Promised: `change` is one step, also
 * between processes. It is a memory and no record: a crash of the database empties it, as a restart empties a process.
 */
export interface Kept<V> {
  readonly value: V;
  /** ms since 1970: from then on it is as if it had never been there. */
  readonly ends: number;
}

export interface Memory<V> {
  get(name: string): Promise<Kept<V> | undefined>;
  /** Says what stands there afterwards, and answers `result`. Must do nothing else: it may not wait. */
  change<T>(
    name: string,
    change: (before: Kept<V> | undefined) => { readonly result: T; readonly kept: Kept<V> | undefined },
  ): Promise<T>;
}

/** A memory of a kind; `most` names at once, where one process remembers alone. V must survive JSON. */
export type Memories = <V>(kind: string, most: number) => Memory<V>;

/** By the server's key file: the database alone tells neither a name (it may be an address) nor what is kept of it. */
export interface MemoryLocks {
  mark(text: string): string;
  lock(text: string): string;
  unlock(locked: string): string | undefined;
}

/** Few and short: whoever floods one name waits here, and never for a connection that pages are read over. */
const CONNECTIONS = 4;
const SWEEP_MS = 60_000;
/** Some 150 bytes each. Beyond that those go that would end first: nearly full buckets. */
const NAMES_MOST = 500_000;

interface Row {
  readonly value: string;
  /** int8: `pg` gives text, unless it was told otherwise. */
  readonly ends: number | string;
}

/** Memories in the table `remembered`, over connections of their own. */
export function openSharedMemory(
  url: string,
  locks: MemoryLocks,
  clock: () => number,
): { readonly memories: Memories; close(): Promise<void> } {
  const pool = new pg.Pool({ connectionString: url, max: CONNECTIONS, connectionTimeoutMillis: 10_000 });
  // one that breaks is replaced; a query that fails rejects by itself, and nobody listens between two of a change
  pool.on('error', () => {}).on('connect', (client) => void client.on('error', () => {}));
  const sweep = async () => {
    await pool.query('delete from remembered where ends <= $1', [clock()]);
    await pool.query(
      'delete from remembered where name in (select name from remembered order by ends desc offset $1)',
      [NAMES_MOST],
    );
  };
  const sweeping = setInterval(() => void sweep().catch(() => {}), SWEEP_MS).unref();

  const memories: Memories = <V>(kind: string): Memory<V> => {
    const marked = (name: string) => locks.mark(`remembered ${kind}\n${name}`);
    const read = (row: Row | undefined): Kept<V> | undefined => {
      const ends = Number(row?.ends);
      if (!row || ends <= clock()) return undefined;
      // of other keys, or of the empty row that a change begins with: nothing is known
      const text = locks.unlock(row.value);
      return text === undefined ? undefined : { value: JSON.parse(text) as V, ends };
    };
    return {
      async get(name) {
        const { rows } = await pool.query<Row>('select value, ends from remembered where name = $1', [
          marked(name),
        ]);
        return read(rows[0]);
      },
      async change(name, change) {
        const key = marked(name);
        return within(pool, async (client) => {
          // must lock the row, also one that is not there yet: whoever else changes it waits for the commit
          const { rows } = await client.query<Row>(
            `insert into remembered (name, value, ends) values ($1, '', 0)
             on conflict (name) do update set ends = remembered.ends returning value, ends`,
            [key],
          );
          const { result, kept } = change(read(rows[0]));
          if (kept)
            await client.query('update remembered set value = $2, ends = $3 where name = $1', [
              key,
              locks.lock(JSON.stringify(kept.value)),
              Math.ceil(kept.ends),
            ]);
          else await client.query('delete from remembered where name = $1', [key]);
          return result;
        });
      },
    };
  };
  return {
    memories,
    async close() {
      clearInterval(sweeping);
      await pool.end();
    },
  };
}

async function within<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let fault: Error | undefined;
  try {
    await client.query('begin');
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    fault = error instanceof Error ? error : new Error('the change failed');
    throw error;
  } finally {
    // a connection on which something went wrong is given up, and its transaction with it
    client.release(fault);
  }
}
