import * as v from 'valibot';

/**
 * The lock behind the PIN: five wrong tries, then a pause that doubles with every further five. A try is counted
 * before it is judged and lies in the device's storage, so neither a reload nor a restart gives one back.
 */

export const PIN_TRIES = 5;
/** The first pause (experience guide, sentence 15). */
export const FIRST_LOCK_MS = 30_000;
/** An official who comes next morning must get in: with an hour between tries a six-digit PIN lasts for years. */
export const LOCK_MOST_MS = 3_600_000;

export const PinLockSchema = v.object({
  /** The verifier these tries were against: a new PIN begins anew. */
  pin: v.string(),
  wrong: v.number(),
  lockMs: v.number(),
  /** By the device's clock. */
  sinceMs: v.number(),
});
export type PinLock = Readonly<v.InferOutput<typeof PinLockSchema>>;

/** The lock as it stands for this PIN now. A clock that was set back makes the pause begin again, never end. */
export function lockNow(stored: PinLock | undefined, pin: string, nowMs: number): PinLock {
  if (stored?.pin !== pin) return { pin, wrong: 0, lockMs: 0, sinceMs: nowMs };
  return stored.sinceMs > nowMs ? { ...stored, sinceMs: nowMs } : stored;
}

/** One more wrong try. */
export function afterWrong(lock: PinLock, nowMs: number): PinLock {
  const wrong = lock.wrong + 1;
  if (wrong % PIN_TRIES !== 0) return { ...lock, wrong, lockMs: 0, sinceMs: nowMs };
  const lockMs = Math.min(LOCK_MOST_MS, FIRST_LOCK_MS * 2 ** (wrong / PIN_TRIES - 1));
  return { ...lock, wrong, lockMs, sinceMs: nowMs };
}

/** The right PIN forgives everything. */
export const afterRight = (lock: PinLock, nowMs: number): PinLock => ({
  ...lock,
  wrong: 0,
  lockMs: 0,
  sinceMs: nowMs,
});

/** How long nobody may try. */
export function waitMs(lock: PinLock, nowMs: number): number {
  return Math.max(0, lock.lockMs - Math.max(0, nowMs - lock.sinceMs));
}

/** Tries until the next pause, 1 to 5. */
export const triesLeft = (lock: PinLock): number => PIN_TRIES - (lock.wrong % PIN_TRIES);
