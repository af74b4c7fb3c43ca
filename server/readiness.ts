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
/** Where all is well again, nobody should wait for it longer than this: while it is not, nothing is written. */
const LOOK_AGAIN_MS = 1_000;
/** A database that has not committed a row by then is of no use to a counter. */
const PATIENCE_MS = 4_000;

/** Why nobody should be sent to this server just now; empty when it can take forms and show figures. */
export function createReadiness(
  deps: Pick<Deps, 'store' | 'clock' | 'stopping' | 'freeBytes'>,
  patienceMs = PATIENCE_MS,
): () => Promise<readonly NotReady[]> {
  const gapMs = (found: readonly NotReady[]) => (found.length === 0 ? LOOK_MS : LOOK_AGAIN_MS);
  const look = createMinimumGap(gapMs, async () => {
    const room = deps.freeBytes?.();
    const isFull = room !== undefined && room < ROOM_LEAST_BYTES;
    return [...(await inTime(askDatabase(deps), patienceMs)), ...(isFull ? (['disk'] as const) : [])];
  });
  return async () => (deps.stopping?.aborted ? ['stopping'] : look());
}

async function askDatabase({ store, clock }: Pick<Deps, 'store' | 'clock'>): Promise<NotReady[]> {
  // a row that says nothing, through the queue that every form goes through
  await store.write((tx) => putSetting(tx, 'ready', 'yes'));
  const [now, newest] = [clock(), await newestHalfDay(store.read)];
  const isRight = localDay(now) >= RELEASE.day && (newest === undefined || newest <= halfDayAt(now));
  return isRight ? [] : ['clock'];
}

async function inTime(found: Promise<readonly NotReady[]>, patienceMs: number): Promise<readonly NotReady[]> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<readonly NotReady[]>((resolve) => {
    timer = setTimeout(() => resolve(['database']), patienceMs);
  });
  const answered = found.catch((): readonly NotReady[] => ['database']);
  return Promise.race([answered, late]).finally(() => clearTimeout(timer));
}
