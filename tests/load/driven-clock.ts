import type { Page } from '@playwright/test';
import { DISK_PATIENCE_MS } from '../e2e/people.ts';

/**
 * A clock of the page that the test moves on, inside the page: a thousand visits are then one call, and nothing is kept
 * of them that would look like a page that grows. Time passes by itself too; the date is not touched.
 */
export interface DrivenClock {
  /** So much time goes by at once; what is due comes at its moment. */
  leap(ms: number): void;
  /** In real time, for what the disk and the browser do. */
  realPause(ms: number): Promise<void>;
}

function install(patience: readonly number[]): void {
  const now = performance.now.bind(performance);
  const { setInterval, setTimeout, clearTimeout, clearInterval } = globalThis;
  interface Timer {
    readonly call: () => void;
    readonly everyMs: number | undefined;
    atMs: number;
  }
  const timers = new Map<number, Timer>();
  let aheadMs = 0;
  // far from the browser's own numbers: a disk's timer is real, and is cleared as one
  let lastId = 1e9;
  performance.now = () => now() + aheadMs;
  const begin = (call: () => void, ms: number, everyMs?: number) => {
    timers.set(++lastId, { call, everyMs, atMs: performance.now() + ms });
    return lastId;
  };
  function runDue(untilMs: number): void {
    for (;;) {
      const due = [...timers].filter(([, { atMs }]) => atMs <= untilMs);
      const [id, timer] = due.sort(([, a], [, b]) => a.atMs - b.atMs)[0] ?? [];
      if (id === undefined || !timer) return;
      aheadMs = Math.max(aheadMs, timer.atMs - now());
      if (timer.everyMs === undefined) timers.delete(id);
      else timer.atMs += Math.max(1, timer.everyMs);
      timer.call();
    }
  }
  const clear = (id: number | undefined) => {
    if (!timers.delete(id ?? 0)) clearTimeout(id);
  };
  Object.assign(globalThis, {
    setTimeout: (call: (...given: unknown[]) => void, ms = 0, ...given: unknown[]) =>
      patience.includes(ms) ? setTimeout(call, ms) : begin(() => call(...given), ms),
    setInterval: (call: () => void, ms = 0) => begin(call, ms, ms),
    clearTimeout: clear,
    clearInterval: clear,
    clock: {
      leap(ms: number) {
        const untilMs = performance.now() + ms;
        runDue(untilMs);
        aheadMs = Math.max(aheadMs, untilMs - now());
      },
      realPause: (ms: number) => new Promise((resolve) => setTimeout(resolve, ms)),
    } satisfies DrivenClock,
  });
  setInterval(() => runDue(performance.now()), 20);
  void clearInterval;
}

export const driveOwnClock = (page: Page): Promise<void> =>
  page.addInitScript(install, DISK_PATIENCE_MS).then(() => undefined);

export const leap = (page: Page, ms: number): Promise<void> =>
  page.evaluate((by) => (globalThis as unknown as { clock: DrivenClock }).clock.leap(by), ms);
