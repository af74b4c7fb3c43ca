import type { PostgresPool, PostgresPoolClient } from 'kysely';
import pg from 'pg';
import { nameOfSent, Sent, sentOn } from './sent-statements.ts';
import { isBroken } from './database-away.ts';
import { type Answer, StatementParcels } from './statement-parcels.ts';

/**
 * Connections to PostgreSQL. Promised: a commit is on the disk when it is answered; every wait ends; a connection that
 * breaks, or does not answer in time, is thrown away and the next one is new, so that a restart of the database ends
 * nothing here but what was under way.
 */
export interface PostgresUse {
  /** `alone` where no other program may hold the database, as for a restore. */
  readonly hold?: 'shared' | 'alone';
  /** Connections for reading at most; one more writes, and one holds the database. */
  readonly pool?: number;
  /**
   * `requests`: somebody waits, so a statement ends after half a minute. `jobs` have no such limit: backups, recounts,
   * exports, the command line.
   */
  readonly work?: 'requests' | 'jobs';
}

const CONNECT_MS = 10_000;
/** The driver would end one after ten seconds; made anew it is a process that knows no table and no statement yet. */
const IDLE_MS = 600_000;

/** Milliseconds; 0 = without end. */
interface Waits {
  readonly statementMs: number;
  /** For a lock of another transaction: below a statement's, so that it is this that ends it and is named. */
  readonly lockMs: number;
  /** A transaction that does nothing: locks must not outlive whoever forgot them. */
  readonly idleMs: number;
  /** For an answer to a statement: later the line itself is taken for dead. */
  readonly answerMs: number;
}
export const NO_WAITS: Waits = { statementMs: 0, lockMs: 0, idleMs: 0, answerMs: 0 };
export const WAITS: Readonly<Record<'requests' | 'jobs', Waits>> = {
  requests: { statementMs: 30_000, lockMs: 20_000, idleMs: 60_000, answerMs: 35_000 },
  // an export waits in its snapshot for a slow line, a writing job for a whole rebuild
  jobs: { ...NO_WAITS, lockMs: 300_000, idleMs: 900_000 },
};

export function openPool(
  url: string,
  {
    max,
    waits,
    use = 'any',
  }: {
    readonly max: number;
    readonly waits: Waits;
    /** `writing`: transactions alone, which wait for no answer that they do not need (`sent-statements.ts`). */
    readonly use?: 'any' | 'reading' | 'writing';
  },
): PostgresPool {
  // counts and instants are int8; all of ours stay below 2^53
  pg.types.setTypeParser(20, Number);
  const settings = {
    connectionString: url,
    application_name: 'sipas-kiosk',
    max,
    connectionTimeoutMillis: CONNECT_MS,
    idleTimeoutMillis: IDLE_MS,
    statement_timeout: waits.statementMs,
    lock_timeout: waits.lockMs,
    idle_in_transaction_session_timeout: waits.idleMs,
    query_timeout: waits.answerMs,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    options:
      use === 'reading'
        ? '-c synchronous_commit=on -c default_transaction_read_only=on'
        : '-c synchronous_commit=on',
  };
  const pool = new pg.Pool(settings);
  // An idle connection that breaks is replaced; a query that fails rejects by itself. Between two queries of a
  // transaction nobody listens, and an event of an error that nobody hears ends the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => void client.on('error', () => {}));
  return {
    options: settings,
    connect: async () => {
      const client = impatient(await pool.connect());
      return (use === 'writing' ? unwaiting(client) : snapshotting(client)) as PostgresPoolClient;
    },
    end: () => pool.end(),
  };
}

interface Connection {
  query(text: string, values: readonly unknown[]): Promise<Answer>;
  release(discard?: boolean): void;
}

const parcelsOf = new WeakMap<pg.PoolClient, StatementParcels>();

/** A connection that has not given an answer in time is no use for the next query: it would wait behind that one. */
function impatient(client: pg.PoolClient): Connection {
  const parcels = parcelsOf.get(client) ?? new StatementParcels(client);
  parcelsOf.set(client, parcels);
  let broken: unknown;
  return {
    query: async (text, values) => {
      if (broken) throw broken;
      try {
        return await parcels.ask(text, values, nameOfSent(text));
      } catch (error) {
        if (isBroken(error)) broken = error;
        throw error;
      }
    },
    release: (discard) => client.release(discard === true || broken !== undefined),
  };
}

/** Kysely's word for it; see `Store.snapshot`. */
const SNAPSHOT = 'start transaction isolation level repeatable read';

/** A snapshot is begun in the parcel of its first statement; where that fails nothing else is read on the connection. */
function snapshotting({ query, release }: Connection): Connection {
  let fault: { readonly error: unknown } | undefined;
  return {
    query: async (text, values) => {
      // outside of a transaction it only warns, and the connection can be used again
      if (fault && text !== 'rollback') throw fault.error;
      const answer = query(text, values);
      if (text !== SNAPSHOT) return answer;
      answer.catch((error: unknown) => (fault = { error }));
      return { command: '', rowCount: 0, rows: [] };
    },
    release,
  };
}

sentOn('begin');

/** Where `sentOn` names a text, its rows are a `Sent`; all else waits for the answer. */
function unwaiting({ query, release }: Connection): Connection {
  let fault: { readonly error: unknown } | undefined;
  const told = async (text: string, values: readonly unknown[]) => {
    try {
      const answer = await query(text, values);
      // PostgreSQL says "rolled back" to it and names no fault
      if (fault && text === 'commit') throw fault.error;
      return answer;
    } catch (error) {
      fault ??= { error };
      throw fault.error;
    }
  };
  return {
    query: async (text, values) => {
      const answer = told(text, values);
      if (!nameOfSent(text)) return answer;
      const sent = new Sent(answer.then(({ rows }) => rows));
      return { command: '', rowCount: 0, rows: [sent] };
    },
    release,
  };
}
