import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { bareTapP95, recordClicks, SHORTEST_MS, SLOWDOWN } from './bare-tap.ts';
import { enrolTablet, takePart, waitForAttract } from './people.ts';
import { type Product, startProduct } from './product.ts';

/** Tap to next frame on a slow tablet (6 times slowed down), as the browser itself measures it (Event Timing). */
const budgets = JSON.parse(readFileSync(new URL('../budget/budget.json', import.meta.url), 'utf8')) as Record<
  string,
  { readonly budget: number }
>;
const P95_MOST_MS = budgets['tap to next frame, p95 ms']!.budget;
const VISITS = 3;
const TAPS = VISITS * 11;
/** Other work on the machine only ever adds time: the best of so many rounds is nearest to the product. */
const ROUNDS_MOST = 3;

/** The budget of 80 ms is 2.5 times a bare tap of about 32 ms; where the machine is slower now, that ratio holds. */
const MOST_OF_FLOOR = 2.5;

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
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS_MOST && best > 1; round++) {
    const floorMs = await bareTapP95(page);
    const mostMs = Math.max(P95_MOST_MS, floorMs * MOST_OF_FLOOR);
    const p95 = await p95OfRound(page);
    console.log(`a bare button in the same round: p95 ${floorMs} ms; a tap may take ${mostMs} ms`);
    best = Math.min(best, p95 / mostMs);
  }
  expect(best).toBeLessThanOrEqual(1);
});

async function p95OfRound(page: Page): Promise<number> {
  await waitForAttract(page);
  await recordClicks(page);
  for (let visit = 0; visit < VISITS; visit++) await takePart(page, 'Hài lòng'); // begins when the thanks are over
  const longer = await page.evaluate(() => (window as unknown as { clickMs: number[] }).clickMs);
  const shorter = Array<number>(Math.max(0, TAPS - longer.length)).fill(SHORTEST_MS);
  const all = [...longer, ...shorter].toSorted((a, b) => a - b);
  const at = (share: number) => all[Math.min(all.length - 1, Math.floor(all.length * share))]!;
  const figures = `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, n ${all.length}`;
  console.log(`tap to next frame, ${SLOWDOWN} times slowed down: ${figures}`);
  return at(0.95);
}
