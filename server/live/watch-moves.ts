import { halfMonthOf, localDay } from '../../shared/period.ts';
import type { Deps } from '../deps.ts';
import { type Move, movesAfter, newestMove } from '../store/moves.ts';
import { releaseDue } from '../store/release-due.ts';

/** How often the database is looked at, once for all streams, while there are any. */
const LOOK_MS = 3_000;

export interface MoveWatch {
  /** Hears of moves from now on; returns what ends it. */
  watch(heard: (moves: readonly Move[]) => void): () => void;
}

/**
 * Looks for moves while somebody listens: by the clock, and at once when PostgreSQL says that something has moved, through
 * whichever instance. The clock stays: a message may be lost with its connection.
 */
export function createMoveWatch({
  store,
  clock,
  together,
}: Pick<Deps, 'store' | 'clock' | 'together'>): MoveWatch {
  const listeners = new Set<(moves: readonly Move[]) => void>();
  let timer: NodeJS.Timeout | undefined;
  let [newest, released] = [0, ''];
  let [isLooking, isWanted] = [false, false];

  /** One look at a time; what is said meanwhile is looked for afterwards. */
  async function lookNow(): Promise<void> {
    isWanted = true;
    if (isLooking) return;
    isLooking = true;
    try {
      while (isWanted) {
        isWanted = false;
        await look();
      }
    } finally {
      isLooking = false;
    }
  }
  async function look(): Promise<void> {
    await releaseEnded();
    const number = await newestMove(store.read);
    // after a restore numbers may be smaller than before
    const moves = number > newest ? await movesAfter(store.read, newest) : [];
    newest = number;
    if (moves.length > 0) for (const heard of listeners) heard(moves);
  }
  /** Half-months end at midnight, when nobody may be asking for figures. */
  async function releaseEnded(): Promise<void> {
    const current = halfMonthOf(localDay(clock()));
    if (released === current) return;
    await releaseDue(store, clock());
    released = current;
  }
  function lookAgain(): void {
    const goOn = () => {
      timer = undefined;
      if (listeners.size > 0) lookAgain();
    };
    // a database that does not answer is the business of who asks next: the stream goes on
    timer = setTimeout(() => void lookNow().then(goOn, goOn), LOOK_MS).unref();
  }
  together?.onMove(() => {
    if (listeners.size > 0) void lookNow().catch(() => {});
  });
  return {
    watch(heard) {
      listeners.add(heard);
      if (!timer) {
        lookAgain();
        void newestMove(store.read).then(
          (number) => (newest = number),
          () => {},
        );
      }
      return () => listeners.delete(heard);
    },
  };
}
