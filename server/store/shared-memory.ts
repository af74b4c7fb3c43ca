import { Kysely, PostgresDialect, sql } from 'kysely';
import { openPool, WAITS } from './postgres-pool.ts';

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
  readonly ends: number;
}

/** Memories in the table `remembered`, over connections of their own. */
export function openSharedMemory(
  url: string,
  locks: MemoryLocks,
  clock: () => number,
): { readonly memories: Memories; close(): Promise<void> } {
  const pool = openPool(url, { max: CONNECTIONS, waits: WAITS.requests });
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  const sweep = async () => {
    await sql`delete from remembered where ends <= ${clock()}`.execute(db);
    await sql`delete from remembered where name in (select name from remembered order by ends desc offset ${NAMES_MOST})`.execute(
      db,
    );
  };
  const sweeping = setInterval(() => void sweep().catch(() => {}), SWEEP_MS).unref();

  const memories: Memories = <V>(kind: string): Memory<V> => {
    const marked = (name: string) => locks.mark(`remembered ${kind}\n${name}`);
    const read = (row: Row | undefined): Kept<V> | undefined => {
      if (!row || row.ends <= clock()) return undefined;
      // locked by other keys: nothing is known
      const text = locks.unlock(row.value);
      return text === undefined ? undefined : { value: JSON.parse(text) as V, ends: row.ends };
    };
    return {
      async get(name) {
        const query = sql<Row>`select value, ends from remembered where name = ${marked(name)}`;
        return read((await query.execute(db)).rows[0]);
      },
      change(name, change) {
        const key = marked(name);
        return db.transaction().execute(async (tx) => {
          // must lock the row, also one that is not there yet: whoever else changes it waits for the commit
          const { rows } = await sql<Row>`insert into remembered (name, value, ends) values (${key}, '', 0)
            on conflict (name) do update set ends = remembered.ends returning value, ends`.execute(tx);
          const { result, kept } = change(read(rows[0]));
          const value = kept && locks.lock(JSON.stringify(kept.value));
          await (kept
            ? sql`update remembered set value = ${value}, ends = ${Math.ceil(kept.ends)} where name = ${key}`
            : sql`delete from remembered where name = ${key}`
          ).execute(tx);
          return result;
        });
      },
    };
  };
  return {
    memories,
    async close() {
      clearInterval(sweeping);
      await db.destroy();
    },
  };
}
