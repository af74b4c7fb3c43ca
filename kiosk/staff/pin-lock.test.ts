import { describe, expect, it } from 'vitest';
import {
  afterRight,
  afterWrong,
  FIRST_LOCK_MS,
  LOCK_MOST_MS,
  lockNow,
  type PinLock,
  triesLeft,
  waitMs,
} from './pin-lock.ts';

const NOW = 1_000_000;
const fresh = lockNow(undefined, 'hash', NOW);
function wrongTimes(times: number, from: PinLock = fresh): PinLock {
  return Array.from({ length: times }).reduce<PinLock>((lock) => afterWrong(lock, NOW), from);
}

describe('the lock of the staff page', () => {
  it('counts down five tries and locks at the fifth', () => {
    const left = [0, 1, 2, 3, 4].map((times) => triesLeft(wrongTimes(times)));
    expect(left).toEqual([5, 4, 3, 2, 1]);
    expect(waitMs(wrongTimes(4), NOW)).toBe(0);
    expect(waitMs(wrongTimes(5), NOW)).toBe(FIRST_LOCK_MS);
    expect(waitMs(wrongTimes(5), NOW + FIRST_LOCK_MS - 1)).toBe(1);
    expect(waitMs(wrongTimes(5), NOW + FIRST_LOCK_MS)).toBe(0);
  });

  it('doubles with every further five, up to an hour', () => {
    const waits = [5, 10, 15, 20].map((times) => waitMs(wrongTimes(times), NOW));
    expect(waits).toEqual([1, 2, 4, 8].map((factor) => factor * FIRST_LOCK_MS));
    expect(waitMs(wrongTimes(100), NOW)).toBe(LOCK_MOST_MS);
  });

  it('gives five tries after a pause, and all of it back after the right PIN', () => {
    expect(triesLeft(wrongTimes(5))).toBe(5);
    expect(waitMs(wrongTimes(6), NOW)).toBe(0);
    const right = afterRight(wrongTimes(14), NOW);
    expect([triesLeft(right), waitMs(wrongTimes(5, right), NOW)]).toEqual([5, FIRST_LOCK_MS]);
  });

  it('is not opened by a clock that is set back: the pause begins again', () => {
    const locked = wrongTimes(5);
    const earlier = NOW - 365 * 86_400_000;
    expect(waitMs(locked, earlier)).toBe(FIRST_LOCK_MS);
    const again = lockNow(locked, 'hash', earlier);
    expect(waitMs(again, earlier + FIRST_LOCK_MS - 1)).toBe(1);
    expect(waitMs(again, earlier + FIRST_LOCK_MS)).toBe(0);
  });

  it('is kept over a restart and forgotten with a new PIN', () => {
    const locked = wrongTimes(5);
    expect(lockNow(structuredClone(locked), 'hash', NOW + 10)).toEqual(locked);
    expect(waitMs(lockNow(locked, 'another', NOW + 10), NOW + 10)).toBe(0);
  });
});
