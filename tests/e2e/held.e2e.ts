import { expect, test } from '@playwright/test';
import { addDevice, toPage } from './device-pages.ts';
import { openDashboard } from './manager-accounts.ts';
import { expectAccessible, readCounts } from './people.ts';
import { type Product, startProduct } from './product.ts';

/** What comes in by the side door: forms that are held, and rescue files. */
let product: Product;
test.beforeEach(async () => {
  product = await startProduct('demo');
});
test.afterEach(() => product.stop());

test('what a retired device still sends is held, a decision takes it in, the figures follow and the log tells it', async ({
  page,
}) => {
  await openDashboard(page, product);
  const before = await readCounts(page);
  const tablet = await addDevice(page, product, 'Ki-ốt cũ');
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
  await cohort.getByRole('button', { name: 'Tính vào kết quả' }).click();
  const decide = cohort.getByRole('form', { name: 'Tính vào kết quả' });
  await decide.getByLabel('Lý do của quyết định').fill('hợp lệ');
  await decide.getByRole('button', { name: 'Tính vào kết quả' }).click();
  await expect(decide.getByText('Xin ghi lý do, ít nhất 10 ký tự.')).toBeVisible();
  await decide.getByLabel('Lý do của quyết định').fill('Phiếu lấy trước khi máy vỡ màn hình');
  await decide.getByRole('button', { name: 'Tính vào kết quả' }).click();
  await expect(page.getByText('Đã tính 4 phiếu vào kết quả.')).toBeVisible();
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
  const tablet = await addDevice(page, product, 'Ki-ốt mất mạng');
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
