import { expect, type Page, type Request, test } from '@playwright/test';
import { setDeviceState } from '../../server/store/device-life.ts';
import { bytesOfStored } from '../../server/store/packed-submission.ts';
import { putSetting } from '../../server/store/settings.ts';
import { countSubmissions } from '../../server/store/submissions.ts';
import type { DeviceState } from '../../shared/wire/manage.ts';
import { localDay } from '../../shared/period.ts';
import { decodeSubmission } from '../../shared/submission.ts';
import {
  answer,
  beginAt,
  beginVisit,
  driveClock,
  enrolTablet,
  expectAccessible,
  grantPersistence,
  lamp,
  letIdle,
  passTime,
  passUntil,
  pause,
  startOf,
  takePart,
  toldBy,
  waitForAttract,
  waitUntilSent,
} from './people.ts';
import { type Product, startProduct } from './product.ts';

/** What the kiosk does when the server, its managers or the browser's storage no longer allow what they allowed. */
let product: Product;
test.afterEach(() => product.stop());
test.beforeEach(({ page }) => driveClock(page));

const stored = () => countSubmissions(product.store.read);
const title = (page: Page) => page.getByRole('heading', { level: 1 });

/** A round to the server that begins now, to the settings that it brings: those of one under way may be older. */
async function makeRound(page: Page): Promise<void> {
  let asked: Request | undefined;
  page.on('request', (request) => {
    if (request.url().endsWith('/api/v1/device')) asked ??= request;
  });
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await passUntil(page, () => asked !== undefined, true);
  await (await asked!.response())!.finished();
  await passTime(page, 800);
}

test('a server that names a higher lowest version is obeyed by the lamp, and the survey goes on', async ({
  page,
}) => {
  product = await startProduct('demo');
  const before = await stored();
  const told = toldBy(page);
  const asks = (minApp: string) => product.store.write((tx) => putSetting(tx, 'minApp', minApp));
  await enrolTablet(page, product);
  await asks('0.0.1');
  for (const [least, isTooOld] of [
    ['0.0.1', false],
    ['99.0.0', true],
  ] as const) {
    await asks(least);
    await takePart(page, 'Hài lòng');
    await waitForAttract(page);
    await waitUntilSent(page);
    await makeRound(page);
    expect(told.includes('app-too-old'), `lowest version ${least}`).toBe(isTooOld);
    await expect(lamp(page)).toHaveCount(isTooOld ? 1 : 0);
  }
  await expect(lamp(page)).toHaveClass('lamp red');
  await takePart(page, 'Hài lòng');
  await waitForAttract(page);
  await waitUntilSent(page);
  expect(await stored()).toBe(before + 3);
  await page.goto(`${product.base}/kiosk/staff/`);
  await expect(page.getByText('Phiên bản phần mềm đã quá cũ.')).toBeVisible();
});

test('out of service, a tablet ends the visit that is open, says that it does not collect, sends what it has, and comes back', async ({
  page,
}) => {
  product = await startProduct('demo');
  const before = await stored();
  const id = await enrolTablet(page, product);
  const put = (state: DeviceState) =>
    product.store.write((tx) =>
      setDeviceState(tx, id, { day: localDay(Date.now()), state, note: 'Sơn lại tường' }),
    );
  await beginVisit(page);
  await answer(page, 'Hài lòng');
  await put('inactive');
  await makeRound(page);
  await expect(page.getByRole('radiogroup')).toBeVisible();
  await page.getByRole('button', { name: 'Kết thúc' }).click();
  await expect(title(page)).toHaveText('Xin cảm ơn Ông/Bà');
  await passTime(page, 7_000);
  await expect(title(page)).toHaveText('Thiết bị đang tạm ngừng thu ý kiến');
  await expect(page.getByText('This device is not collecting answers at the moment')).toBeVisible();
  await expect(page.getByText(/^Điện thoại của cơ quan · Office telephone: 0268\s0212\s510$/)).toBeVisible();
  await expectAccessible(page, 'out of service');
  await makeRound(page);
  expect(await stored()).toBe(before + 1);

  // Over a start without a network too, and no touch or key begins anything.
  await page.context().setOffline(true);
  await page.reload();
  await expect(title(page)).toHaveText('Thiết bị đang tạm ngừng thu ý kiến');
  await page.mouse.click(400, 400);
  await page.keyboard.press('Enter');
  await letIdle(page, 20_000);
  await expect(title(page)).toHaveText('Thiết bị đang tạm ngừng thu ý kiến');
  await expect(startOf(page)).toHaveCount(0);
  await page.context().setOffline(false);
  // The staff's door comes after the first screen, which shows nothing of it here: an official presses once more.
  const says = page.getByText('Thiết bị đang tạm ngừng nhận phiếu.');
  await expect(async () => {
    await page.keyboard.press('Control+Alt+s');
    await expect(says).toBeVisible({ timeout: 5_000 });
  }).toPass();

  await put('active');
  await page.goto(`${product.base}/kiosk/`);
  await makeRound(page);
  await expect(startOf(page)).toBeVisible();
});

test('in the evening the tablet sleeps, a touch wakes it and starts nothing, and the answer that is given then is taken and flagged', async ({
  page,
}) => {
  product = await startProduct('real');
  beginAt(product, 20);
  await enrolTablet(page, product);
  // On a first day the tablet's own test may come in between, and two more quiet minutes.
  await waitUntilSent(page);
  const asleep = page.getByText('Ngoài giờ làm việc');
  await expect
    .poll(() => letIdle(page, 10_000).then(() => asleep.isVisible()), { intervals: [25], timeout: 60_000 })
    .toBe(true);
  await expect(startOf(page)).toHaveCount(0);
  await page.mouse.click(640, 600);
  await pause(page, 450);
  await expect(startOf(page)).toBeVisible();
  await takePart(page, 'Hài lòng');
  await waitForAttract(page);
  await page.clock.fastForward(240_000); // rounds are at least five minutes apart
  await waitUntilSent(page);
  const rows = await product.store.read.selectFrom('submissions').select(['id', 'p']).execute();
  const flags = rows.map((row) => decodeSubmission(bytesOfStored(row))?.q.hrs);
  expect(flags).toEqual([1]);
});

test('a real unit’s kiosk collects only while the browser promises to keep its data', async ({ page }) => {
  product = await startProduct('real');
  await enrolTablet(page, product);
  await page.context().clearPermissions();
  await page.reload();
  await expect(title(page)).toHaveText('Thiết bị này chưa được phép thu ý kiến');
  await expect(startOf(page)).toHaveCount(0);
  await expectAccessible(page, 'no lasting storage');
  await grantPersistence(page);
  await page.reload();
  await expect(startOf(page)).toBeVisible();
  await takePart(page, 'Hài lòng');
});

test('a demo’s kiosk says that the browser promises nothing, and goes on', async ({ page }) => {
  product = await startProduct('demo');
  const note = page.getByText('Thiết bị này chưa được phép lưu dữ liệu lâu dài');
  await enrolTablet(page, product);
  await expect(note).toHaveCount(0);
  await page.context().clearPermissions();
  await page.reload();
  await expect(note).toBeVisible();
  const before = await stored();
  await takePart(page, 'Hài lòng');
  await waitForAttract(page);
  await waitUntilSent(page);
  expect(await stored()).toBe(before + 1);
});
