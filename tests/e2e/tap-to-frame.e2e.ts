import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { enrolTablet, takePart, waitForAttract } from './people.ts';
import { type Product, startProduct } from './product.ts';

/** Tap to next frame on a slow tablet (6 times slowed down), as the browser itself measures it (Event Timing). */
const budgets = JSON.parse(readFileSync(new URL('../budget/budget.json', import.meta.url), 'utf8')) as Record<
  string,
  { readonly budget: number }
>;
const P95_MOST_MS = budgets['tap to next frame, p95 ms']!.budget;
const SLOWDOWN = 6;
/** The browser reports no events shorter than this. */
const SHORTEST_MS = 16;
const VISITS = 3;
const TAPS = VISITS * 11;
/** Other work on the machine only ever adds time: the best of so many rounds is nearest to the product. */
const ROUNDS_MOST = 3;

let product: Product;
test.afterEach(() => product.stop());

test('a tap is answered by the next frame within the budget', async ({ page }) => {
  test.setTimeout(300_000);
  product = await startProduct('real');
  await enrolTablet(page, product);
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  // a tablet is started once a day: the first visit, with cold code, is not what a citizen meets
  await takePart(page, 'Hài lòng');
  await waitForAttract(page);
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS_MOST && best > P95_MOST_MS; round++)
    best = Math.min(best, await p95OfRound(page));
  expect(best).toBeLessThanOrEqual(P95_MOST_MS);
});

async function p95OfRound(page: Page): Promise<number> {
  await recordClicks(page);
  for (let visit = 0; visit < VISITS; visit++) {
    await takePart(page, 'Hài lòng');
    await waitForAttract(page);
  }
  const longer = await page.evaluate(() => (window as unknown as { clickMs: number[] }).clickMs);
  const shorter = Array<number>(Math.max(0, TAPS - longer.length)).fill(SHORTEST_MS);
  const all = [...longer, ...shorter].toSorted((a, b) => a - b);
  const at = (share: number) => all[Math.min(all.length - 1, Math.floor(all.length * share))]!;
  const figures = `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, n ${all.length}`;
  console.log(`tap to next frame, ${SLOWDOWN} times slowed down: ${figures}`);
  return at(0.95);
}

async function recordClicks(page: Page): Promise<void> {
  await page.evaluate(() => {
    const page = window as unknown as { clickMs?: number[] };
    const isWatched = page.clickMs !== undefined;
    page.clickMs = [];
    if (isWatched) return;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (entry.name === 'click') page.clickMs?.push(entry.duration);
    }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
  });
}
