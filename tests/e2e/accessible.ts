import { expect, type Page } from '@playwright/test';
import axe from 'axe-core';

const STANDARD = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What is wrong with the accessibility of this screen (WCAG 2.2 A and AA), in words. Of frames only the outside. */
export async function axeFaults(page: Page): Promise<string[]> {
  // axe stays in the page: it is a large program, and one page is looked at many times
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  return page.evaluate(async (values) => {
    const { axe: inPage } = globalThis as unknown as { axe: typeof axe };
    // only what is wrong is worked out in full: what is right is listed by one example of a kind
    const options = { runOnly: { type: 'tag' as const, values }, resultTypes: ['violations' as const] };
    const { violations, passes } = await inPage.run(document, options);
    // a look that found nothing to look at would find nothing wrong
    if (passes.length === 0) return ['nothing was looked at'];
    return violations.map(
      ({ id, nodes }) => `${id} ${nodes.map((node) => node.target.join(' ')).join(', ')}`,
    );
  }, STANDARD);
}

/** No accessibility fault on this screen. */
export async function expectAccessible(page: Page, screen: string): Promise<void> {
  const faults = await axeFaults(page);
  expect(faults.map((fault) => `${screen}: ${fault}`)).toEqual([]);
}
