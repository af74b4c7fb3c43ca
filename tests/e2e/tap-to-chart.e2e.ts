import { expect, type Page, test } from '@playwright/test';
import { openDashboard } from './manager-accounts.ts';
import {
  beginInTheMorning,
  driveClock,
  enrolTablet,
  letItTestItself,
  readCounts,
  takePart,
  startOf,
  unsent,
  waitForAttract,
  waitUntilSent,
} from './people.ts';
import { type Product, startProduct } from './product.ts';

test.describe.configure({ mode: 'parallel' });
let product: Product;
test.afterEach(() => product.stop());

test('offline cold start, three citizens, restart, online: the figures move by the demo rule', async ({
  browser,
  context,
  page,
}) => {
  product = await startProduct('demo');
  const manager = await browser.newPage();
  await openDashboard(manager, product);
  const before = await readCounts(manager);

  await driveClock(page);
  await enrolTablet(page, product);
  await context.setOffline(true);
  await page.reload();
  await waitForAttract(page);
  for (const word of ['Rất hài lòng', 'Hài lòng', 'Không hài lòng']) {
    await takePart(page, word);
    await waitForAttract(page);
  }
  await page.reload();
  await waitForAttract(page);
  expect(await unsent(page)).toBe(3);
  const answered = manager.waitForResponse(/\/api\/v1\/overview/);
  await manager.getByRole('button', { name: 'Cập nhật' }).click();
  await (await answered).finished();
  expect(await readCounts(manager)).toEqual(before);

  await context.setOffline(false);
  const place = manager.getByRole('button', { name: 'Cập nhật' });
  await place.focus();
  await manager.evaluate(() => scrollTo(0, 300));
  await waitUntilSent(page);
  // by itself, without a reload, and without moving what the reader looks at
  await expect
    .poll(() => readCounts(manager))
    .toEqual({ received: before.received + 3, shown: before.shown + 3 });
  await expect(manager.getByText('Số liệu vừa được cập nhật lúc')).toBeVisible();
  await expect(place).toBeFocused();
  expect(await manager.evaluate(() => scrollY)).toBe(300);
  await manager.close();
});

test('with production settings and a driven clock the figures never move by fewer than ten', async ({
  browser,
  page,
}) => {
  product = await startProduct('real');
  beginInTheMorning(product);
  const manager = await browser.newPage();
  await openDashboard(manager, product);
  await driveClock(page);
  await enrolTablet(page, product);
  await letItTestItself(page);

  const shown: number[] = [];
  for (let citizen = 1; citizen <= 11; citizen++) {
    await quickVisit(page);
    await page.clock.fastForward(255_000); // rounds are at least five minutes apart
    await waitUntilSent(page);
    await manager.getByRole('button', { name: 'Cập nhật' }).click();
    await expect.poll(async () => (await readCounts(manager)).received).toBe(citizen);
    shown.push((await readCounts(manager)).shown);
  }
  expect(shown).toEqual([...Array<number>(9).fill(0), 10, 10]);
  await expect(manager.getByText('100,0 %').first()).toBeVisible();
  await manager.close();
});

/** A visit in which the page's clock is driven, so that nobody waits for its pauses. */
async function quickVisit(page: Page): Promise<void> {
  await startOf(page).click();
  for (let question = 0; question < 8; question++) {
    await page.clock.runFor(1_500);
    await page.getByRole('radio', { name: 'Hài lòng', exact: true }).click();
  }
  await page.clock.runFor(1_500);
  await page.getByRole('button', { name: 'Bỏ qua phần này' }).click();
  await page.clock.runFor(9_000);
  await expect(page.getByRole('heading', { name: 'Xin cảm ơn Ông/Bà' })).toBeVisible();
  await page.clock.runFor(7_000);
}
