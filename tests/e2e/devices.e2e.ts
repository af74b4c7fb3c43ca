import { expect, type Page, test } from '@playwright/test';
import { enrolByHand } from './hand-tablet.ts';
import { expectAccessible, openDashboard, readCounts } from './people.ts';
import { type Product, startProduct } from './product.ts';

/** A manager looks after devices, from the code of a new one to the forms of a retired one. */
let product: Product;
test.beforeEach(async () => {
  product = await startProduct('demo');
});
test.afterEach(() => product.stop());

const toPage = (page: Page, name: RegExp) =>
  page.getByRole('navigation', { name: 'Các trang' }).getByRole('link', { name }).click();
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });
const ledger = (page: Page) => page.locator('.device-well .ledger');

/** From the list of devices to a tablet that is enrolled by its code; ends on the page of the device. */
async function addDevice(page: Page, name: string) {
  await toPage(page, /^Thiết bị$/);
  await page.getByRole('link', { name: 'Thêm thiết bị' }).click();
  await page.getByLabel('Tên thiết bị').fill(name);
  await page.getByLabel('Điểm tiếp nhận').selectOption(product.point);
  await page.getByRole('button', { name: 'Tạo thiết bị và mã đăng ký' }).click();
  await expect(heading(page, `Đăng ký máy: ${name}`)).toBeVisible();
  const code = (await page.locator('.large-code > [aria-hidden]').textContent()) ?? '';
  const tablet = await enrolByHand(product.base, code);
  await expect(page.getByText('Máy đã đăng ký xong.')).toBeVisible({ timeout: 15_000 });
  await page.getByRole('button', { name: 'Xong, về trang của máy' }).click();
  await expect(heading(page, name)).toBeVisible();
  return tablet;
}

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
  await page.getByLabel('Điểm tiếp nhận').selectOption(product.point);
  await page.getByRole('button', { name: 'Tạo thiết bị và mã đăng ký' }).click();
  await expect(page.getByRole('img', { name: /Mã QR/ })).toBeVisible();
  await expect(page.getByRole('timer')).toContainText(/(9:\d\d|10:00)/);
  await expect(page.locator('.pin-shown')).toHaveText(/^\d{6}$/);
  await expectAccessible(page, 'code');
  const code = page.locator('.large-code > [aria-hidden]');
  const first = (await code.textContent()) ?? '';
  await page.getByRole('button', { name: 'Tạo mã mới' }).click();
  await expect(code).not.toHaveText(first);
  await expect(enrolByHand(product.base, first)).rejects.toThrow('403');
  const tablet = await enrolByHand(product.base, (await code.textContent()) ?? '');
  await expect(page.getByText('Máy đã đăng ký xong.')).toBeVisible({ timeout: 15_000 });
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
});

test('what a retired device still sends is held, a decision takes it in, the figures follow and the log tells it', async ({
  page,
}) => {
  await openDashboard(page, product);
  const before = await readCounts(page);
  const tablet = await addDevice(page, 'Ki-ốt cũ');
  await tablet.take(4);
  await page.reload();
  await page.getByRole('button', { name: 'Thu hồi vĩnh viễn' }).click();
  await expect(page.getByText('trên máy còn 4 phiếu chưa gửi')).toBeVisible();
  await page.getByRole('button', { name: 'Thu hồi máy này' }).click();
  await expect(page.getByText('Xin đánh dấu vào ô này nếu chắc chắn.')).toBeVisible();
  await page.getByLabel('Lý do (được ghi vào quá trình sử dụng)').fill('Màn hình vỡ');
  await page.getByLabel('Tôi đã đọc và muốn thu hồi máy này').check();
  await expectAccessible(page, 'retiring');
  await page.getByRole('button', { name: 'Thu hồi máy này' }).click();
  await expect(page.locator('.page-head .state-chip')).toHaveText('Đã thu hồi');
  expect(await tablet.send()).toEqual(['held', 'held', 'held', 'held']);

  await page.reload();
  await toPage(page, /Chờ xem xét/);
  const cohort = page.getByRole('article').filter({ hasText: 'Phiếu đến từ máy đã thu hồi.' });
  await expect(cohort).toContainText('4 phiếu');
  await expectAccessible(page, 'quarantine');
  await cohort.getByRole('button', { name: 'Nhận vào kết quả' }).click();
  const decide = cohort.getByRole('form', { name: 'Nhận vào kết quả' });
  await decide.getByLabel('Lý do của quyết định').fill('hợp lệ');
  await decide.getByRole('button', { name: 'Nhận vào kết quả' }).click();
  await expect(decide.getByText('Xin ghi lý do, ít nhất 10 ký tự.')).toBeVisible();
  await decide.getByLabel('Lý do của quyết định').fill('Phiếu lấy trước khi máy vỡ màn hình');
  await decide.getByRole('button', { name: 'Nhận vào kết quả' }).click();
  await expect(page.getByText('Đã nhận 4 phiếu vào kết quả.')).toBeVisible();
  await expect(cohort).toHaveCount(0);

  await toPage(page, /^Kết quả$/);
  await expect
    .poll(() => readCounts(page))
    .toEqual({
      received: before.received + 4,
      shown: before.shown + 4,
    });
  await toPage(page, /^Nhật ký$/);
  const log = page.locator('.audit-lines > li');
  await expect(log.filter({ hasText: 'Phiếu lấy trước khi máy vỡ màn hình' })).toContainText(
    'Nguyễn Thị Lan',
  );
  await expect(log.filter({ hasText: 'Thu hồi thiết bị' })).toHaveCount(1);
  await expectAccessible(page, 'audit log');
});

test('a rescue file is imported once; the same file again says that nothing changed', async ({ page }) => {
  await openDashboard(page, product);
  const tablet = await addDevice(page, 'Ki-ốt mất mạng');
  await tablet.take(5);
  const buffer = Buffer.from(JSON.stringify(await tablet.rescueFile()));
  const importFile = async (content: Buffer) => {
    await page
      .getByLabel('Chọn tệp cứu hộ')
      .setInputFiles({ name: 'sipas-cuu-ho.json', mimeType: 'application/json', buffer: content });
    await page.getByRole('button', { name: 'Nhập tệp này' }).click();
  };
  await toPage(page, /^Thiết bị$/);
  await page.getByRole('link', { name: 'Nhập tệp cứu hộ' }).click();
  await importFile(Buffer.from('ảnh chụp màn hình'));
  await expect(page.getByText('Đây không phải là tệp cứu hộ')).toBeVisible();
  await expectAccessible(page, 'rescue');
  await importFile(Buffer.from(buffer.toString().replace(/"iv":"./, '"iv":"_')));
  await expect(page.getByText('Máy chủ không mở được tệp này')).toBeVisible();
  await importFile(buffer);
  await expect(page.getByRole('heading', { name: 'Đã nhập tệp của máy Ki-ốt mất mạng' })).toBeVisible();
  await expect(page.getByText('5 phiếu mới được lưu')).toBeVisible();
  await expectAccessible(page, 'rescue imported');
  await page.getByRole('button', { name: 'Nhập tệp khác' }).click();
  await importFile(buffer);
  await expect(page.getByText('Không có gì thay đổi')).toBeVisible();
  await expect(page.getByText('5 phiếu đã có từ trước')).toBeVisible();
});
