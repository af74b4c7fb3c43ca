import { CALL_HOURS, mayCall, mayCallBack, type Queue } from '../../shared/calls.ts';
import { addDays, localDay, minutesOf, startOfLocalDay } from '../../shared/period.ts';
import type { CallCase } from '../../shared/wire/call-list.ts';

/** What the list offers, and when: pure functions of cases and clock. */

/** Call-backs whose time has come, whoever waits longest first. */
export function dueNow(cases: readonly CallCase[], nowMs: number): CallCase[] {
  return cases
    .filter((one) => one.callbackAt !== null && mayCall(one, nowMs))
    .sort((a, b) => a.callbackAt! - b.callbackAt!);
}

/**
 * Of one queue who may be called now without having been promised a time: whoever was not tried today first, then whoever
 * was tried least, so that tries fall on different days; else in the order of the server's list.
 */
export function callableNow(cases: readonly CallCase[], queue: Queue, nowMs: number): CallCase[] {
  const today = localDay(nowMs);
  const triedToday = ({ attempts }: CallCase) => Number(attempts.some(({ day }) => day === today));
  return cases
    .filter((one) => one.queue === queue && one.callbackAt === null && mayCall(one, nowMs))
    .sort((a, b) => triedToday(a) - triedToday(b) || a.attempts.length - b.attempts.length);
}

/** Call-backs that are promised for later, the next one first. */
export function promisedLater(cases: readonly CallCase[], nowMs: number): CallCase[] {
  return cases
    .filter(({ callbackAt }) => callbackAt !== null && callbackAt > nowMs)
    .sort((a, b) => a.callbackAt! - b.callbackAt!);
}

/** A week: whoever is called back later than that is better drawn anew. */
const DAYS_AHEAD = 7;
const HALF_HOUR_MS = 1_800_000;

export interface DayOfTimes {
  readonly day: string;
  /** Instants, each half hour inside the hours of calls. */
  readonly times: readonly number[];
}

/** The times that can be promised after a call of now: only those at which the case may be called again. */
export function timesToPromise(one: CallCase, nowMs: number): DayOfTimes[] {
  const today = localDay(nowMs);
  return Array.from({ length: DAYS_AHEAD }, (_, ahead) => addDays(today, ahead))
    .map((day) => {
      const at = (time: string) => startOfLocalDay(day) + minutesOf(time) * 60_000;
      const times = CALL_HOURS.flatMap(([from, to]) => {
        const count = (at(to) - at(from)) / HALF_HOUR_MS;
        return Array.from({ length: count }, (_, i) => at(from) + i * HALF_HOUR_MS);
      });
      return { day, times: times.filter((ms) => mayCallBack(one, nowMs, ms)) };
    })
    .filter(({ times }) => times.length > 0);
}
