import pg from 'pg';
import { type Memories, type MemoryLocks, openSharedMemory } from './shared-memory.ts';
import { StoreFault } from './store-fault.ts';

/**
 * What several instances of the server do together over one PostgreSQL, beside the tables: they remember together, hear
 * of each other's moves, and agree on one that does the work that comes again. Over SQLite there is one process, and none of this.
 */
export interface Together {
  readonly memories: Memories;
  /** Hears that something has moved, whichever process did it; says nothing of what. Returns what ends it. */
  onMove(heard: () => void): () => void;
  /** Whether this instance does the work that comes again: of all that live one at a time. */
  leads(): Promise<boolean>;
  /** Where the other instances reach this one, `HOST:PORT`. */
  address(): string;
  close(): Promise<void>;
}

/** Any numbers of our own, beside those of `store.ts` and `in-use.ts`. */
export const LEADER_LOCK = 5_149_043;
export const NIGHT_LOCK = 5_149_044;
/** The trigger of migration 0035 says it when a transaction that moved something commits. */
export const MOVED_CHANNEL = 'sipas_moved';

const AGAIN_MS = 1_000;
/** A machine that has lost its power closes no connection: its lock is free after some 20 s all the same. */
const KEEP_ALIVE = '-c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=2';

const connect = async (url: string, who: string): Promise<pg.Client> => {
  const client = new pg.Client({
    connectionString: url,
    // by it an operator sees in pg_locks who leads
    application_name: `sipas-kiosk ${who}`,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    connectionTimeoutMillis: 10_000,
    options: KEEP_ALIVE,
  });
  // told by the queries that fail, and by `end`
  client.on('error', () => {});
  await client.connect();
  return client;
};

export async function openTogether(
  url: string,
  deps: { readonly locks: MemoryLocks; readonly clock: () => number; readonly address: () => string },
): Promise<Together> {
  const memory = openSharedMemory(url, deps.locks, deps.clock);
  const heard = new Set<() => void>();
  let line: pg.Client | undefined;
  let isLeader = false;
  let isClosed = false;

  /** One connection for the whole life: it listens, and holds the leader's lock for as long as it lives. */
  async function keepLine(): Promise<void> {
    const made = await connect(url, deps.address());
    made.once('end', () => {
      line = undefined;
      isLeader = false;
      again();
    });
    made.on('notification', tell);
    await made.query(`listen ${MOVED_CHANNEL}`);
    if (isClosed) return made.end();
    line = made;
    // what was said while nobody listened
    tell();
  }
  let waiting: NodeJS.Timeout | undefined;
  const again = () => {
    if (isClosed) return;
    waiting ??= setTimeout(() => {
      waiting = undefined;
      void keepLine().catch(again);
    }, AGAIN_MS).unref();
  };
  const tell = () => {
    for (const one of heard) one();
  };
  await keepLine();

  return {
    memories: memory.memories,
    onMove(one) {
      heard.add(one);
      return () => heard.delete(one);
    },
    async leads() {
      const asked = line;
      if (!asked) return false;
      try {
        // the second query proves that the connection, and the lock with it, still lives
        if (isLeader) await asked.query('select 1');
        else if (await got(asked, LEADER_LOCK)) isLeader = line === asked;
      } catch {
        return false;
      }
      return isLeader && line === asked;
    },
    address: deps.address,
    async close() {
      isClosed = true;
      clearTimeout(waiting);
      await line?.end();
      await memory.close();
    },
  };
}

const got = async (client: pg.Client, lock: number): Promise<boolean> =>
  (await client.query<{ got: boolean }>('select pg_try_advisory_lock($1) as got', [lock])).rows[0]!.got;

/**
 * Does the night's work unless another process is at it. Whoever does the work holds the lock: a server that was killed leaves
 * its night running, and the one that leads next must not begin a second.
 */
export async function aloneInTheNight<T>(url: string | undefined, work: () => Promise<T>): Promise<T> {
  if (url === undefined) return work();
  const client = await connect(url, 'night');
  try {
    if (!(await got(client, NIGHT_LOCK))) throw new StoreFault(({ store }) => store.nightElsewhere);
    return await work();
  } finally {
    await client.end();
  }
}
