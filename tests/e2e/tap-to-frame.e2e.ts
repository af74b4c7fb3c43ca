import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { answer, beginVisit, enrolTablet, waitForAttract } from './people.ts';
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

let product: Product;
test.afterEach(() => product.stop());

test('a tap is answered by the next frame within the budget', async ({ page }) => {
  test.setTimeout(180_000);
  product = await startProduct('real');
  await enrolTablet(page, product);
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  await recordClicks(page);
  for (let visit = 0; visit < VISITS; visit++) {
    await beginVisit(page);
    for (let question = 0; question < 8; question++) await answer(page, 'Hài lòng');
    await page.waitForTimeout(450);
    await page.getByRole('button', { name: 'Bỏ qua phần này' }).click();
    await page.waitForTimeout(450);
    await page.getByRole('button', { name: 'Gửi' }).click();
    await waitForAttract(page);
  }
  const longer = await page.evaluate(() => (window as unknown as { clickMs: number[] }).clickMs);
  const taps = VISITS * 11;
  const all = [...longer, ...Array<number>(Math.max(0, taps - longer.length)).fill(SHORTEST_MS)].sort(
    (a, b) => a - b,
  );
  const at = (share: number) => all[Math.min(all.length - 1, Math.floor(all.length * share))]!;
  console.log(
    `tap to next frame, ${SLOWDOWN} times slowed down: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, n ${all.length}`,
  );
  expect(at(0.95)).toBeLessThanOrEqual(P95_MOST_MS);
});

async function recordClicks(page: Page): Promise<void> {
  await page.evaluate(() => {
    const clickMs: number[] = [];
    Object.assign(window, { clickMs });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (entry.name === 'click') clickMs.push(entry.duration);
    }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
  });
}
