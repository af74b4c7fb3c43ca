/**
 * One page sends at a time. A frozen page keeps its lock for ever, so the holder gives signs of life; when they are
 * two minutes old the lock is taken over. Correctness never rests on it: the server counts each id once.
 */
export interface LockDeps {
  /** Absent on plain HTTP and in old browsers: then the page sends without. */
  readonly locks: Pick<LockManager, 'request'> | undefined;
  readonly storage: Pick<Storage, 'getItem' | 'setItem'>;
  /** A clock that all pages share, ms. */
  readonly clock: () => number;
}

const NAME = 'sipas-round';
export const STALE_MS = 120_000;
const SIGN_EVERY_MS = 20_000;

/** Runs the work alone; undefined when another page is at it. */
export type Alone = <T>(work: () => Promise<T>) => Promise<T | undefined>;

export function roundLock({ locks, storage, clock }: LockDeps): Alone {
  const sign = () => storage.setItem(NAME, String(clock()));
  const isStale = () => Math.abs(clock() - Number(storage.getItem(NAME) ?? 0)) > STALE_MS;

  async function withSigns<T>(work: () => Promise<T>): Promise<T> {
    sign();
    const timer = setInterval(sign, SIGN_EVERY_MS);
    try {
      return await work();
    } finally {
      clearInterval(timer);
    }
  }

  return async (work) => {
    if (!locks) return work();
    const free = await locks.request(NAME, { ifAvailable: true }, (lock) => lock && withSigns(work));
    if (free !== null || !isStale()) return free ?? undefined;
    return locks.request(NAME, { steal: true }, () => withSigns(work));
  };
}
