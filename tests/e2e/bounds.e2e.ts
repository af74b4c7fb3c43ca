import { expect, type Page, test } from '@playwright/test';
import {
  answer,
  beginVisit,
  driveClock,
  enrolTablet,
  pause,
  takePart,
  unsent,
  waitForAttract,
} from './people.ts';
import { type Product, startProduct } from './product.ts';

/** What a tablet at a counter must not let anybody do or see. */
let product: Product;
test.beforeAll(async () => {
  product = await startProduct('demo');
});
test.afterAll(() => product.stop());
test.beforeEach(({ page }) => driveClock(page));
test.setTimeout(120_000);

/** Everything a next person could reach on this page: what is drawn, and what lies open in the browser. */
function readable(page: Page): Promise<string> {
  return page.evaluate(() =>
    JSON.stringify([
      document.documentElement.outerHTML,
      [...document.querySelectorAll('input, textarea')].map((field) => (field as HTMLInputElement).value),
      Object.entries(localStorage),
      Object.entries(sessionStorage),
      history.state,
      document.cookie,
      location.href,
    ]),
  );
}

async function expectNoWayOut(page: Page): Promise<void> {
  expect(await page.locator('a[href], area[href], input[type=file], iframe, embed, object').count()).toBe(0);
  const isHeld = await page.evaluate(() => {
    const menu = new MouseEvent('contextmenu', { bubbles: true, cancelable: true });
    return !document.getElementById('heading')!.dispatchEvent(menu);
  });
  expect(isHeld).toBe(true);
}

test('break-out gestures leave the survey where it is', async ({ page }) => {
  await enrolTablet(page, product);
  // What the body says of overscrolling holds for the window, as no other element claims it.
  const styles = await page.evaluate(() => {
    const { overscrollBehaviorY, touchAction, userSelect } = getComputedStyle(document.body);
    return [overscrollBehaviorY, touchAction, userSelect];
  });
  expect(styles).toEqual(['none', 'manipulation', 'none']);
  await expectNoWayOut(page);
  await beginVisit(page);
  await answer(page, 'Hài lòng');
  await expectNoWayOut(page);
  const heading = page.getByRole('heading', { level: 1 });
  const before = await heading.textContent();
  const address = page.url();
  // Two gestures at once, again and again.
  for (let i = 0; i < 4; i++) {
    await page.evaluate(() => {
      history.back();
      history.back();
    });
    await page.waitForTimeout(200);
  }
  expect(page.url()).toBe(address);
  await expect(heading).toHaveText(before ?? '');
});

test('after a visit nothing that can be read on the page holds anything of the person', async ({ page }) => {
  const canary = 'Câu góp ý không được để lại dấu vết';
  await enrolTablet(page, product);
  await beginVisit(page);
  for (let question = 0; question < 8; question++) await answer(page, 'Rất không hài lòng');
  for (let ending = 0; ending < 3; ending++) {
    await pause(page, 450);
    await page.getByRole('button', { name: 'Không trả lời câu này' }).click();
  }
  await pause(page, 450);
  await page.getByRole('textbox').fill(canary);
  expect(await readable(page)).toContain(canary);
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  await pause(page, 450);
  await page.getByRole('button', { name: 'Gửi' }).click();
  await expect(page.getByRole('heading', { name: 'Xin cảm ơn Ông/Bà' })).toBeVisible();
  expect(await readable(page)).not.toContain(canary);
  await waitForAttract(page);
  for (const text of [canary, 'aria-checked="true"']) expect(await readable(page)).not.toContain(text);
  await page.goBack().catch(() => null);
  await waitForAttract(page);
  expect(await readable(page)).not.toContain(canary);
});

test('a tab that is frozen and then discarded in a visit keeps what was kept, and the open visit is gone', async ({
  context,
  page,
}) => {
  await enrolTablet(page, product);
  await context.setOffline(true);
  await takePart(page, 'Hài lòng');
  await waitForAttract(page);
  const kept = await unsent(page);
  await beginVisit(page);
  for (let question = 0; question < 3; question++) await answer(page, 'Rất không hài lòng');
  const session = await context.newCDPSession(page);
  await session.send('Page.setWebLifecycleState', { state: 'frozen' });
  await page.waitForTimeout(300);
  await page.close();

  const next = await context.newPage();
  await next.goto(`${product.base}/kiosk/`);
  await waitForAttract(next);
  expect(await unsent(next)).toBe(kept);
  expect(await readable(next)).not.toContain('aria-checked="true"');
  await expect(next.getByRole('radio')).toHaveCount(0);
  await context.setOffline(false);
});
