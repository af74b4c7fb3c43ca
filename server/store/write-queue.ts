import type { Kysely } from 'kysely';
import { isAway } from './database-away.ts';
import type { Store, Tx } from './store.ts';
import type { Tables } from './tables.ts';

/**
 * The only write path: works wait in one queue and what waits is committed together (group commit), because
 * the flush to the disk costs more than the work. Promised: a work's promise settles after the commit that
 * holds it, and a work that fails takes no other work with it. Where the database itself is away all that wait together
 * fail, and none of it is tried again here: whoever asked does that.
 */

type Work = {
  readonly bringsForms: boolean;
  readonly run: (tx: Tx) => Promise<unknown>;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
};

/** More works in one transaction gain nothing and make the receipts of the first ones late. */
const GROUP_MOST = 64;

export interface WriteQueue {
  write: Store['write'];
  /** As in `Store`. */
  changes(): number;
  /** Resolves when nothing waits any more. */
  idle(): Promise<void>;
}

/** What makes a transaction safe beside other processes. */
export interface Around {
  /** Runs first in each transaction. */
  readonly begun: (tx: Tx) => Promise<void>;
  /** Runs last before its commit; throws where it may not be made. */
  readonly ended: () => void;
  /** Runs at its end, whether it is committed or not. */
  readonly left: (tx: Tx) => void;
}

export function createWriteQueue(db: Kysely<Tables>, { begun, ended, left }: Around): WriteQueue {
  const waiting: Work[] = [];
  let draining: Promise<void> | undefined;
  let changes = 0;

  const commit = (works: readonly Work[]) =>
    db.transaction().execute(async (transaction) => {
      const tx = transaction as unknown as Tx;
      const results: unknown[] = [];
      try {
        await begun(tx);
        for (const work of works) results.push(await work.run(tx));
        ended();
        return results;
      } finally {
        left(tx);
      }
    });

  async function settle(works: readonly Work[]): Promise<void> {
    try {
      const results = await commit(works).finally(() => noteChange(works));
      works.forEach((work, index) => work.resolve(results[index]));
    } catch (error) {
      // must not run again by itself: of a commit whose answer got lost nobody knows whether it was made
      if (works.length === 1 || isAway(error)) for (const work of works) work.reject(error);
      // Rolled back as a whole: each alone, so that only the one at fault fails.
      else for (const work of works) await settle([work]);
    }
  }

  // must come before anybody hears of the end, and also where an answer got lost: it may have been committed
  function noteChange(works: readonly Work[]): void {
    if (!works.every(({ bringsForms }) => bringsForms)) changes++;
  }

  async function drain(): Promise<void> {
    // One turn of the event loop: whatever arrives together is committed together.
    await new Promise((resolve) => setImmediate(resolve));
    while (waiting.length > 0) await settle(waiting.splice(0, GROUP_MOST));
    // must follow the look at the queue without a pause: a work that comes in between would wait for ever
    draining = undefined;
  }

  return {
    write: <T>(run: (tx: Tx) => Promise<T>, only?: 'forms') =>
      new Promise<T>((resolve, reject) => {
        const bringsForms = only === 'forms';
        waiting.push({ bringsForms, run, resolve: resolve as (value: unknown) => void, reject });
        draining ??= drain();
      }),
    changes: () => changes,
    idle: async () => {
      for (let under = draining; under; under = draining) await under;
    },
  };
}
