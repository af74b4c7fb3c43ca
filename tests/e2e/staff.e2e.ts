import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import * as v from 'valibot';
import { RescueFileSchema } from '../../shared/wire/rescue.ts';
import {
  driveClock,
  enrolTablet,
  expectAccessible,
  goOnEnrolled,
  grantPersistence,
  letIdle,
  pause,
  passUntil,
  startOf,
  takePart,
  unsent,
  waitForAttract,
  watchHeadings,
} from './people.ts';
import { expectNothingSideways } from './room-on-screen.ts';
import { type Product, startProduct } from './product.ts';

/** The staff's page of a real office's tablet: enrolment by code, the PIN, health, sending and rescue. */
test.describe.configure({ mode: 'parallel' });
let product: Product;
test.beforeEach(async () => {
  product = await startProduct('real');
});
test.beforeEach(({ page }) => driveClock(page));
test.afterEach(() => product.stop());

const PIN = '482915';
const SIZES = [
  { width: 1280, height: 800 },
  { width: 1024, height: 768 },
  { width: 800, height: 1280 },
  { width: 360, height: 800 },
];
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });

/** Accessible in both languages, and nothing to be moved sideways at any size. */
async function look(page: Page, screen: string): Promise<void> {
  for (const language of ['English', 'Tiếng Việt']) {
    await button(page, language).click();
    await expectNothingSideways(page, `${screen}, ${language}`, SIZES);
    await expectAccessible(page, `${screen}, ${language}`);
  }
  await page.setViewportSize(SIZES[0]!);
}

const openStaff = (page: Page) => page.goto(`${product.base}/kiosk/staff/`);
async function typePin(page: Page, digits: string): Promise<void> {
  for (const digit of digits) await button(page, digit).click();
  await button(page, 'Mở').click();
}

test('a code typed on the big keys, in small letters or capitals, makes a kiosk of the tablet', async ({
  page,
}) => {
  const { code } = await product.newDevice('Ki-ốt sảnh chính');
  const headings = await watchHeadings(page);
  await grantPersistence(page);
  await openStaff(page);
  await expect(heading(page, 'Đăng ký thiết bị')).toBeVisible();
  await look(page, 'code');
  for (const sign of code.slice(0, 4)) await button(page, sign).click();
  await page.getByLabel('Mã đăng ký').pressSequentially(` ${code.slice(4).toLowerCase()}`);
  await expect(page.getByLabel('Mã đăng ký')).toHaveValue(code);
  await button(page, 'Tiếp tục').click();
  await expect(heading(page, 'Có đúng thiết bị này không?')).toBeVisible();
  await expect(page.getByText('Ki-ốt sảnh chính')).toBeVisible();
  await expect(page.getByText('Trung tâm Phục vụ hành chính công xã Sơn Khê')).toBeVisible();
  await look(page, 'confirm');
  await button(page, 'Đúng thiết bị này').click();
  await goOnEnrolled(page, startOf(page));
  expect(headings).toContain('Đã đăng ký xong');
});

test('the address of the QR code asks at once, and the code does not stay in it', async ({ page }) => {
  await grantPersistence(page);
  await page.goto(await product.deviceLink());
  await expect(heading(page, 'Có đúng thiết bị này không?')).toBeVisible();
  expect(new URL(page.url()).hash).toBe('');
});

test('a wrong code is refused in words, five guesses end the code, and too many tries have to wait', async ({
  page,
}) => {
  const { code } = await product.newDevice();
  const wrong = code.slice(0, 7) + (code.endsWith('2') ? '3' : '2');
  await openStaff(page);
  await page.getByLabel('Mã đăng ký').fill(wrong);
  for (let tries = 0; tries < 5; tries++) {
    const answered = page.waitForResponse(/devices\/code/);
    await button(page, 'Tiếp tục').click();
    expect((await answered).status()).toBe(403);
    await expect(page.getByRole('alert')).toContainText('Mã không đúng, đã được dùng hoặc đã hết hạn');
  }
  await expect(page.getByLabel('Mã đăng ký')).toHaveValue(wrong);
  await look(page, 'code refused');
  await page.getByLabel('Mã đăng ký').fill(code);
  await button(page, 'Tiếp tục').click();
  await expect(page.getByRole('alert')).toContainText('Mã không đúng');
  await expect(heading(page, 'Đăng ký thiết bị')).toBeVisible();
});

test('without a network, behind a portal or without lasting storage the code is not used up, and the sentence says why', async ({
  page,
}) => {
  const { code } = await product.newDevice();
  await openStaff(page);
  await page.getByLabel('Mã đăng ký').fill(code);
  await page.route('**/api/**', (route) => route.abort());
  await button(page, 'Tiếp tục').click();
  await expect(page.getByRole('alert')).toContainText('Chưa kết nối được với máy chủ');
  await page.unroute('**/api/**');
  await page.route('**/api/**', (route) =>
    route.fulfill({ status: 200, contentType: 'text/html', body: '<h1>Wi-Fi</h1>' }),
  );
  await button(page, 'Tiếp tục').click();
  await expect(page.getByRole('alert')).toContainText('Mạng này yêu cầu đăng nhập');
  await page.unroute('**/api/**');
  await button(page, 'Tiếp tục').click();
  await button(page, 'Đúng thiết bị này').click();
  await expect(heading(page, 'Chưa đăng ký được')).toBeVisible();
  await expect(page.getByRole('alert')).toContainText('Trình duyệt chưa bảo đảm lưu giữ dữ liệu');
  await look(page, 'stopped');
  await grantPersistence(page);
  await button(page, 'Thử lại').click();
  await goOnEnrolled(page, startOf(page));
});

test('an answer lost on the way is asked for again with the same code', async ({ page }) => {
  await grantPersistence(page);
  await page.goto(await product.deviceLink());
  let lost = 0;
  await page.route('**/api/v1/devices/enrol', async (route) => {
    if (lost++ > 0) return route.continue();
    await route.fetch();
    return route.abort();
  });
  await button(page, 'Đúng thiết bị này').click();
  await expect(page.getByRole('alert')).toContainText('Chưa kết nối được với máy chủ');
  await button(page, 'Thử lại').click();
  await goOnEnrolled(page, startOf(page));
  expect(lost).toBe(2);
});

test('the page opens with the PIN only, and locks after five wrong ones, over a reload and a clock set back', async ({
  page,
}) => {
  const { id, code } = await product.newDevice();
  await product.setPin(id, PIN);
  await grantPersistence(page);
  await page.goto(`${product.base}/kiosk/staff/#enrol=${code}`);
  await button(page, 'Đúng thiết bị này').click();
  await goOnEnrolled(page, startOf(page));
  await openStaff(page);
  await expect(heading(page, 'Nhập mã PIN của cán bộ')).toBeVisible();
  await look(page, 'PIN');
  for (const left of [4, 3, 2]) {
    await typePin(page, '111111');
    await expect(page.getByRole('alert')).toContainText(`Còn ${left} lần thử`);
  }
  await page.reload();
  await typePin(page, '111111');
  await expect(page.getByRole('alert')).toContainText('Còn 1 lần thử');
  await typePin(page, '111111');
  await expect(page.getByRole('alert')).toContainText(/tạm khóa do nhập sai 5 lần. Xin đợi 0:\d\d/);
  await expect(button(page, '1')).toBeDisabled();
  await page.reload();
  await expect(page.getByRole('alert')).toContainText('tạm khóa');
  await look(page, 'PIN locked');
  await page.clock.setSystemTime(Date.now() - 86_400_000);
  await page.reload();
  await expect(page.getByRole('alert')).toContainText(/Xin đợi 0:(30|2\d)/);
  await page.clock.runFor(31_000);
  await typePin(page, PIN);
  await expect(page.getByText('Tình trạng thiết bị').or(heading(page, /./)).first()).toBeVisible();
  await expect(button(page, 'Gửi ngay')).toBeVisible();
  await page.clock.runFor(121_000);
  await expect(heading(page, 'Nhập mã PIN của cán bộ')).toBeVisible();
  await page.clock.runFor(61_000);
  await expect(startOf(page)).toBeVisible();
});

test('health says what waits; sending by hand, offline and online, never claims more than the receipts', async ({
  page,
  context,
}) => {
  await enrolTablet(page, product);
  await context.setOffline(true);
  await takePart(page, 'Hài lòng');
  await waitForAttract(page);
  await openStaff(page);
  await expect(page.getByText('Hôm nay,')).toBeVisible({ timeout: 30_000 });
  const waiting = page.locator('.figures dl > div', { hasText: 'Đang chờ gửi' });
  await expect(waiting).toContainText('1');
  await expect(page.getByRole('listitem').filter({ hasText: 'Liên lạc được' })).toContainText('Lưu ý');
  await expect(page.getByRole('listitem').filter({ hasText: 'Khóa ký' })).toContainText('Đạt');
  await expect(page.getByRole('listitem').filter({ hasText: 'sổ dự phòng' })).toContainText('Đạt');
  await look(page, 'health');
  await button(page, 'Gửi ngay').click();
  await expect(page.getByText('Chưa gửi được phiếu nào; 1 phiếu vẫn nằm trên máy')).toBeVisible();
  await look(page, 'not sent');
  await context.setOffline(false);
  await page.route('**/api/v1/batches', (route) => route.fulfill({ status: 200, body: '<h1>Wi-Fi</h1>' }));
  await button(page, 'Gửi ngay').click();
  await expect(page.getByText('mạng này yêu cầu đăng nhập trước')).toBeVisible();
  expect(await unsent(page)).toBe(1);
  await page.unroute('**/api/v1/batches');
  await button(page, 'Gửi ngay').click();
  await expect(page.getByText('Đã gửi hết.')).toBeVisible();
  await expect(waiting).toContainText('0');
  expect(await unsent(page)).toBe(0);
  await button(page, 'Tìm bản cập nhật').click();
  await expect(page.getByText('Đang dùng bản mới nhất.')).toBeVisible();
  await button(page, 'Về màn hình khảo sát').click();
  await expect(startOf(page)).toBeVisible();
});

test('a rescue file is opened by the server alone, and marks nothing as sent', async ({ page, context }) => {
  await enrolTablet(page, product);
  await context.setOffline(true);
  await takePart(page, 'Rất hài lòng');
  await waitForAttract(page);
  await openStaff(page);
  const downloading = page.waitForEvent('download');
  await button(page, 'Xuất tệp cứu hộ').click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^sipas-cuu-ho-[\w-]+-\d{4}-\d\d-\d\d\.json$/);
  await expect(page.getByText('Không xóa gì trên máy này')).toBeVisible();
  const text = readFileSync(await download.path(), 'utf8');
  expect(text).not.toContain('sp39');
  const content = product.keys.openRescue(v.parse(RescueFileSchema, JSON.parse(text)));
  expect(content?.items).toHaveLength(1);
  expect(JSON.parse(content!.items[0]!.p)).toMatchObject({ f: 'sp39', sp: product.point });
  expect(await unsent(page)).toBe(1);
  await look(page, 'rescued');
});

test('an enrolled tablet keeps its answers under a new code of its own, and is refused that of another', async ({
  page,
  context,
}) => {
  const own = await product.newDevice('Ki-ốt 1');
  const other = await product.newDevice('Ki-ốt 2');
  await grantPersistence(page);
  await page.goto(`${product.base}/kiosk/staff/#enrol=${own.code}`);
  await button(page, 'Đúng thiết bị này').click();
  await goOnEnrolled(page, startOf(page));
  await waitForAttract(page);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await context.setOffline(true);
  await takePart(page, 'Hài lòng');
  await waitForAttract(page);
  await openStaff(page);
  await context.setOffline(false);
  await page.goto(`${product.base}/kiosk/staff/#enrol=${other.code}`);
  await expect(heading(page, 'Mã này dành cho một thiết bị khác')).toBeVisible();
  await expect(page.getByText('1 phiếu chưa gửi')).toBeVisible();
  await expect(button(page, 'Đúng thiết bị này')).toHaveCount(0);
  await look(page, 'of another device');
  const again = await product.deviceCode(own.id);
  await page.goto(`${product.base}/kiosk/staff/#enrol=${again}`);
  await expect(page.getByText('1 phiếu chưa gửi sẽ gửi tiếp')).toBeVisible();
  await button(page, 'Đúng thiết bị này').click();
  await goOnEnrolled(page, startOf(page));
  await passUntil(page, () => unsent(page), 0);
});

test('once a day, when nobody is at the screen, the kiosk tests itself and comes back; the result is kept', async ({
  page,
}) => {
  const headings = await watchHeadings(page);
  await enrolTablet(page, product);
  await page.goto(`${product.base}/kiosk/`);
  await waitForAttract(page);
  let visits = 0;
  page.on('framenavigated', (frame) => {
    if (frame.url().includes('/staff/')) visits++;
  });
  const idleUntil = async (seconds: number, isOver: () => boolean) => {
    for (let passed = 0; passed < seconds && !isOver(); passed += 10) await letIdle(page, 10_000);
  };
  await idleUntil(240, () => visits > 0);
  await expect.poll(() => headings, { timeout: 30_000 }).toContain('Thiết bị đã sẵn sàng');
  await pause(page, 2_500).catch(() => {}); // the page makes way in it
  await waitForAttract(page);
  const before = visits;
  await idleUntil(200, () => visits > before);
  expect(visits, 'not a second time today').toBe(before);
  await openStaff(page);
  await expect(page.getByText(/^Hôm nay, \d\d:\d\d: mọi mục đều đạt$/)).toBeVisible();
});
