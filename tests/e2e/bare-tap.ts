import type { Page } from '@playwright/test';

/** What the machine itself takes just now from a tap to the next frame: beside it a figure of the product is a ratio. */
export const SLOWDOWN = 6;
/** The browser reports no events shorter than this. */
export const SHORTEST_MS = 16;

/** Of a button that only changes its own text, in a page of its own, as slowed down as the tablet: milliseconds. */
export async function bareTapP95(beside: Page): Promise<number> {
  const page = await beside.context().newPage();
  await page.setContent('<button>0</button>');
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  await recordClicks(page);
  await page.evaluate(() => {
    const button = document.querySelector('button')!;
    button.addEventListener('click', () => (button.textContent = String(Number(button.textContent) + 1)));
  });
  const clicks = 20;
  for (let i = 0; i < clicks; i++) {
    await page.getByRole('button').click();
    await page.waitForTimeout(150);
  }
  const longer = await page.evaluate(() => (window as unknown as { clickMs: number[] }).clickMs);
  await page.close();
  const shorter = Array<number>(Math.max(0, clicks - longer.length)).fill(SHORTEST_MS);
  return [...longer, ...shorter].toSorted((x, y) => x - y)[Math.floor(clicks * 0.95)]!;
}

/** From now on `clickMs` of the page holds how long each click took to its frame, as the browser measures it (Event Timing). */
export async function recordClicks(page: Page): Promise<void> {
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
