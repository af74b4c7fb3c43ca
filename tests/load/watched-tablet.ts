import type { Browser, CDPSession, Page } from '@playwright/test';
import { enrolTablet } from '../e2e/people.ts';
import type { Product } from '../e2e/product.ts';

/** A tablet of the built product whose figures are taken from outside: the product knows nothing of being measured. */
export interface WatchedTablet {
  readonly page: Page;
  readonly session: CDPSession;
}

/** One submission from the last tap to both of its copies, ms on the clock of the page. */
export interface Keeping {
  /** When the browser had the tap, and when the page came to it. */
  readonly tap: number;
  readonly heard: number;
  /** The outbox's transaction: asked for, and flushed. The journal's record: handed over, and flushed. */
  begun: number;
  committed: number;
  posted: number;
  journaled: number;
}
interface Seen {
  readonly keepings: Keeping[];
  /** Event Timing: from a tap to the next frame. */
  readonly clicks: number[];
}

/** 150 ms there and back, 1.6 Mbit/s down, 750 kbit/s up: "slow 4G" of Lighthouse. */
export const SLOW_4G = {
  offline: false,
  latency: 150,
  downloadThroughput: 200_000,
  uploadThroughput: 93_750,
};

/** Runs in the page before any of its own code. */
function watch(): void {
  const seen: Seen = { keepings: [], clicks: [] };
  Object.assign(globalThis, { seen });
  const never = Number.NaN;
  let last: Keeping | undefined;
  addEventListener(
    'click',
    ({ timeStamp: tap }) => {
      const heard = performance.now();
      last = { tap, heard, begun: never, committed: never, posted: never, journaled: never };
    },
    { capture: true },
  );
  const { transaction } = IDBDatabase.prototype;
  IDBDatabase.prototype.transaction = function (stores, mode, options) {
    const tx = transaction.call(this, stores, mode, options);
    // Nothing else writes the rest of a rotation.
    const keeping = mode === 'readwrite' && [stores].flat().includes('rotation') ? last : undefined;
    if (keeping) {
      keeping.begun = performance.now();
      tx.addEventListener('complete', () => (keeping.committed = performance.now()));
      seen.keepings.push(keeping);
    }
    return tx;
  };
  const { postMessage } = Worker.prototype;
  Worker.prototype.postMessage = function (message: unknown, options?: object) {
    const keeping = Array.isArray(message) && message[0] === 'append' ? last : undefined;
    if (keeping) {
      keeping.posted = performance.now();
      this.addEventListener('message', () => (keeping.journaled = performance.now()), { once: true });
    }
    postMessage.call(this, message, options as StructuredSerializeOptions);
  };
  // The thanks stay for six seconds; a run of a hundred visits cannot wait for that.
  const { setTimeout } = globalThis;
  const quicker = (call: TimerHandler, ms?: number, ...rest: unknown[]) =>
    setTimeout(call, ms !== undefined && ms > 5_000 && ms <= 6_000 ? 3_000 : ms, ...rest);
  globalThis.setTimeout = quicker as typeof globalThis.setTimeout;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (entry.name === 'click') seen.clicks.push(entry.duration);
  }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
}

/** The floor's worker is the measurement's own: only this context may run it. */
export async function openWatched(browser: Browser, product: Product): Promise<WatchedTablet> {
  const context = await browser.newContext({ locale: 'vi-VN', bypassCSP: true });
  const page = await context.newPage();
  await page.addInitScript(watch);
  await enrolTablet(page, product);
  return { page, session: await context.newCDPSession(page) };
}

export const seenIn = ({ page }: WatchedTablet): Promise<Seen> =>
  page.evaluate(() => (globalThis as unknown as { seen: Seen }).seen);

export const at = (list: readonly number[], share: number) =>
  list.toSorted((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * share))] ?? Number.NaN;
export const spread = (list: readonly number[]) =>
  `p50 ${at(list, 0.5).toFixed(1)}, p95 ${at(list, 0.95).toFixed(1)}, p99 ${at(list, 0.99).toFixed(1)} ms, n ${list.length}`;
