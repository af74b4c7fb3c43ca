import { expect, type Page } from '@playwright/test';

/** That all of a screen is there, or that at least nothing has to be moved sideways. */

/** Nothing on the screen can be scrolled to, at none of these sizes: all of it is there. */
export async function expectNoScrolling(page: Page, screen: string, sizes: readonly Size[]): Promise<void> {
  for (const size of sizes) {
    await page.setViewportSize(size);
    await expect
      .poll(() => roomOf(page), `${screen} at ${size.width}`)
      .toEqual({ ...size, down: 0, right: 0 });
  }
}

/** Nothing has to be moved sideways, at none of these sizes; without one at the size that is. */
export async function expectNothingSideways(
  page: Page,
  screen: string,
  sizes: readonly Size[] = [page.viewportSize()!],
): Promise<void> {
  for (const size of sizes) {
    await page.setViewportSize(size);
    await expect.poll(() => roomOf(page), `${screen} at ${size.width}`).toMatchObject({ ...size, right: 0 });
  }
}

type Size = { readonly width: number; readonly height: number };

/**
 * The size that the page has heard of, and how much of it lies outside: what stands on it follows with the next frame.
 * Nothing while a page that was asked for has no element yet.
 */
const roomOf = (page: Page) =>
  page.evaluate(() => {
    const root = document.documentElement as HTMLElement | null;
    if (root === null) return null;
    const { scrollHeight, clientHeight, scrollWidth, clientWidth } = root;
    const [down, right] = [scrollHeight - clientHeight, scrollWidth - clientWidth];
    return { width: innerWidth, height: innerHeight, down, right };
  });
