import type { Opening } from '../../shared/wire/device.ts';
import type { BusinessTime } from '../visit/finish.ts';
import { isOutsideHours } from '../visit/opening.ts';

/** Nobody has been there for so long. */
export const SLEEP_AFTER_MS = 120_000;

/**
 * Whether the tablet sleeps: its place is closed, it knows the time well enough to say so, and nobody is there. Whoever
 * comes in overtime wakes it by a touch; the answer is taken, and flagged like any outside the hours.
 */
export function sleeps(now: {
  readonly opening: readonly Opening[];
  readonly time: BusinessTime;
  readonly isIdle: boolean;
  readonly quietMs: number;
}): boolean {
  const { opening, time, isIdle, quietMs } = now;
  const isClosed = time.quality !== 'unknown' && isOutsideHours(opening, time.ms);
  return isIdle && isClosed && quietMs >= SLEEP_AFTER_MS;
}
