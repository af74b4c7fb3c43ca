import { expect, type Page, test } from '@playwright/test';
import { refuseSeal } from '../../server/store/seals.ts';
import { heading, makeCode, openMadeDevice, sheetSays, toPage } from './device-pages.ts';
import { enrolByHand } from './hand-tablet.ts';
import { openDashboard } from './manager-accounts.ts';
import {
  driveClock,
  expectAccessible,
  goOnEnrolled,
  grantPersistence,
  startOf,
  takePart,
  unsent,
  waitForAttract,
  waitUntilSent,
} from './people.ts';
import { type Product, startProduct } from './product.ts';

/** A manager makes a device and sees whether every form has arrived. */
let product: Product;
test.beforeEach(async () => {
  product = await startProduct('demo');
});
test.afterEach(() => product.stop());

const ledger = (page: Page) => page.locator('.device-well .ledger');

test('a manager makes a device, its code enrols the tablet, and what waits there is never called missing', async ({
  page,
}) => {
  await openDashboard(page, product);
  await toPage(page, /^Thiết bị$/);
  await expect(page.locator('.lamp-counts')).toContainText('thiết bị:');
  await expectAccessible(page, 'devices');
  await page.getByRole('link', { name: 'Thêm thiết bị' }).click();
  await page.getByRole('button', { name: 'Tạo thiết bị và mã đăng ký' }).click();
  await expect(page.getByText('Xin đặt tên cho thiết bị.')).toBeVisible();
  await expect(page.getByText('Xin chọn điểm tiếp nhận.')).toBeVisible();
  await expectAccessible(page, 'new device with faults');

  await page.getByLabel('Tên thiết bị').fill('Ki-ốt hành trình');
  // a counter is named with its centre, in the list and beside the choice
  const place = page.getByLabel('Điểm tiếp nhận');
  const centre = 'Trung tâm Phục vụ hành chính công tỉnh Lâm Khê';
  await place.selectOption({ label: 'Quầy 12 Trả kết quả' });
  await expect(place.locator(`optgroup[label="${centre}"] option`)).toHaveCount(7);
  await expect(place).toHaveAccessibleDescription(centre);
  await place.selectOption(product.point);
  await page.clock.install();
  await page.getByRole('button', { name: 'Tạo thiết bị và mã đăng ký' }).click();
  await expect(page.getByRole('img', { name: /Mã QR/ })).toHaveCSS('width', '240px');
  await expect(page.getByRole('timer')).toContainText(/(9:\d\d|10:00)/);
  await expect(page.locator('.pin-shown')).toHaveText(/^\d{6}$/);
  await expectAccessible(page, 'code');
  const code = page.locator('.large-code > [aria-hidden]');
  const first = (await code.textContent()) ?? '';
  await page.getByRole('button', { name: 'Tạo mã mới' }).click();
  await expect(code).not.toHaveText(first);
  await expect(enrolByHand(product.base, first)).rejects.toThrow('403');
  const tablet = await enrolByHand(product.base, (await code.textContent()) ?? '');
  await sheetSays(page, 'Máy đã đăng ký xong.');
  await page.getByRole('button', { name: 'Xong, về trang của máy' }).click();

  await expect(ledger(page)).toHaveText('đã nhận 0 · đã lưu 0 · còn thiếu 0');
  await expectAccessible(page, 'device');
  await tablet.take(3);
  await page.reload();
  await expect(ledger(page)).toHaveText('đã nhận 3 · đã lưu 0 · đang chờ gửi 3 · còn thiếu 0');
  expect(await tablet.send()).toEqual(['stored', 'stored', 'stored']);
  await page.reload();
  await expect(ledger(page)).toHaveText('đã nhận 3 · đã lưu 3 · còn thiếu 0');
  await page.goBack();
  await expect(heading(page, 'Thiết bị')).not.toHaveText('Ki-ốt hành trình');

  // a telephone is made for one of the people who may ask
  await toPage(page, /^Thiết bị$/);
  await page.getByRole('link', { name: 'Thêm thiết bị' }).click();
  await page.getByLabel('Tên thiết bị').fill('Điện thoại hành trình');
  await page.getByLabel('Loại thiết bị').selectOption({ label: 'Điện thoại của Nguyễn Thị Lan' });
  await place.selectOption(product.point);
  await page.getByRole('button', { name: 'Tạo thiết bị và mã đăng ký' }).click();
  await expect(heading(page, 'Đăng ký máy: Điện thoại hành trình')).toBeVisible();
  await toPage(page, /^Thiết bị$/);
  await expect(page.getByText('Điện thoại của Nguyễn Thị Lan')).toBeVisible();
});

test('a tablet enrolled by the manager’s code takes answers offline, sends them later, and nothing is missing', async ({
  browser,
  page,
}) => {
  await openDashboard(page, product);
  const name = 'Ki-ốt sảnh chính';
  const code = await makeCode(page, product, name);
  const tablet = await (await browser.newContext()).newPage();
  await driveClock(tablet);
  await grantPersistence(tablet);
  await tablet.goto(`${product.base}/kiosk/staff/#enrol=${code}`);
  await expect(tablet.getByText(name)).toBeVisible();
  await tablet.getByRole('button', { name: 'Đúng thiết bị này' }).click();
  await goOnEnrolled(tablet, startOf(tablet));
  await waitForAttract(tablet);
  await openMadeDevice(page, name);

  await tablet.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await tablet.context().setOffline(true);
  for (const word of ['Hài lòng', 'Rất hài lòng']) {
    await takePart(tablet, word);
    await waitForAttract(tablet);
  }
  expect(await unsent(tablet)).toBe(2);
  await tablet.context().setOffline(false);
  await waitUntilSent(tablet);
  const readLedger = async () => {
    await page.reload();
    return ledger(page).textContent();
  };
  await expect.poll(readLedger, { timeout: 40_000 }).toBe('đã nhận 2 · đã lưu 2 · còn thiếu 0');
  await tablet.context().close();
});

test('a device gets a new key by a new code; one that was guessed at five times is said to be spent', async ({
  page,
}) => {
  await openDashboard(page, product);
  const { id, code } = await product.newDevice('Ki-ốt khóa cũ');
  await enrolByHand(product.base, code);
  await page.goto(`${product.base}/dashboard/?page=device&device=${id}`);
  await page.clock.install();
  await page.getByRole('button', { name: 'Đăng ký lại (khóa mới)' }).click();
  await page.getByRole('button', { name: 'Tạo mã đăng ký lại' }).click();
  const shown = page.locator('.large-code > [aria-hidden]');
  const first = ((await shown.textContent()) ?? '').replace(' ', '');
  const guess = first.slice(0, 7) + (first.endsWith('2') ? '3' : '2');
  for (let tries = 0; tries < 5; tries++)
    await expect(enrolByHand(product.base, guess)).rejects.toThrow('403');
  await sheetSays(page, 'Mã này không còn dùng được');
  await expect(shown).toHaveCount(0);
  await page.getByRole('button', { name: 'Tạo mã mới' }).click();
  await expect(shown).toBeVisible();
  const tablet = await enrolByHand(product.base, (await shown.textContent()) ?? '');
  expect(tablet.id).toBe(id);
  await sheetSays(page, 'Máy đã đăng ký xong.');
  await page.getByRole('button', { name: 'Xong, về trang của máy' }).click();
  await expect(page.getByRole('cell', { name: 'Đăng ký lại, khóa mới' })).toBeVisible();
});

test('what a refused seal lights, somebody who has looked puts out', async ({ page }) => {
  await openDashboard(page, product);
  const { id, code } = await product.newDevice('Ki-ốt niêm phong');
  await enrolByHand(product.base, code);
  const seal = { device: id, n: 0, hash: 'f'.repeat(64), s: 'no seal', sig: 'none', reason: 'unreadable' };
  await product.store.write((tx) => refuseSeal(tx, seal));
  await page.goto(`${product.base}/dashboard/?page=device&device=${id}`);
  const alarm = page.getByText('Máy chủ không chấp nhận một niêm phong của máy');
  await expect(alarm).toBeVisible();
  await page.getByRole('button', { name: 'Đã xem', exact: true }).click();
  await expectAccessible(page, 'seen');
  await page.getByRole('button', { name: 'Ghi nhận đã xem' }).click();
  await expect(page.getByText('Đã ghi nhận.')).toBeVisible();
  await expect(alarm).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Đã xem', exact: true })).toHaveCount(0);
  await toPage(page, /^Nhật ký/);
  await expect(page.getByText(/Ghi nhận đã xem phiếu bị giữ lại.*/).first()).toBeVisible();
});
