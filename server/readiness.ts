import { halfDayAt, localDay } from '../shared/period.ts';
import type { NotReady } from '../shared/wire/problem.ts';
import type { Deps } from './deps.ts';
import { RELEASE } from './release.ts';
import { newestHalfDay } from './store/newest-half-day.ts';
import { putSetting } from './store/settings.ts';
import { createMinimumGap } from './minimum-gap.ts';

/** Less is left of the disk, and the next forms may find no room: whoever can go elsewhere should. */
export const ROOM_LEAST_BYTES = 100 * 2 ** 20;
/** Anybody may ask, and each look writes: no more often than this. */
const LOOK_MS = 5_000;
/** A database that has not committed a row by then is of no use to a counter. */
const PATIENCE_MS = 4_000;

/** Why nobody should be sent to this server just now; empty when it can take forms and show figures. */
export function createReadiness(
  deps: Pick<Deps, 'store' | 'clock' | 'stopping' | 'freeBytes'>,
  patienceMs = PATIENCE_MS,
): () => Promise<readonly NotReady[]> {
  const look = createMinimumGap(LOOK_MS, async () => {
    const [database, clock] = await Promise.all([takesWrites(deps, patienceMs), isClockRight(deps)]);
    const room = deps.freeBytes?.();
    return [
      ...(database ? [] : (['database'] as const)),
      ...(clock ? [] : (['clock'] as const)),
      ...(room !== undefined && room < ROOM_LEAST_BYTES ? (['disk'] as const) : []),
    ];
  });
  return async () => (deps.stopping?.aborted ? ['stopping'] : look());
}

/** By a row that says nothing, through the queue that every form goes through. */
async function takesWrites({ store }: Pick<Deps, 'store'>, patienceMs: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), patienceMs);
  });
  const written = store
    .write((tx) => putSetting(tx, 'ready', 'yes'))
    .then(
      () => true,
      () => false,
    );
  try {
    return await Promise.race([written, late]);
  } finally {
    clearTimeout(timer);
  }
}

async function isClockRight({ store, clock }: Pick<Deps, 'store' | 'clock'>): Promise<boolean> {
  const now = clock();
  if (localDay(now) < RELEASE.day) return false;
  // a database that does not answer says nothing about the clock
  const newest = await newestHalfDay(store.read).catch(() => undefined);
  return newest === undefined || newest <= halfDayAt(now);
}
