import { expect, test } from '@playwright/test';
import { raiseAlert } from '../../server/store/raised-alerts.ts';
import { uuid4 } from '../../shared/ids.ts';
import { halfDayAt } from '../../shared/period.ts';
import { heading, toPage } from './device-pages.ts';
import { openDashboard } from './manager-accounts.ts';
import { expectAccessible } from './people.ts';
import { type Product, startProduct } from './product.ts';
import { expectNothingSideways } from './room-on-screen.ts';

/** An alert appears by itself above the figures, is read and seen, and the line is changed. */
let product: Product;
test.beforeEach(async () => {
  product = await startProduct('real');
});
test.afterEach(() => product.stop());

test('an alert stands above the figures without a reload, without any share, and is seen once; the line and the own address are set beside it', async ({
  page,
}) => {
  await openDashboard(page, product);
  await expect(page.getByRole('link', { name: 'Xem cảnh báo' })).toHaveCount(0);
  const halfDay = halfDayAt(Date.now());
  const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));
  await product.store.write((tx) =>
    raiseAlert(tx, { id: uuid4(random), point: product.point, halfDay, measure: 'overall', line: 80 }),
  );
  await page.getByRole('link', { name: 'Xem cảnh báo' }).click();
  await expect(heading(page, 'Cảnh báo điểm thấp')).toBeVisible();
  const card = page.locator('.alert-cards > li');
  await expect(card).toContainText('Trung tâm Phục vụ hành chính công xã Sơn Khê');
  await expect(card).toContainText('Câu hỏi chung: xuống dưới 80 %');
  await expectAccessible(page, 'alerts');
  await page.getByRole('button', { name: 'Đánh dấu đã xem' }).click();
  await expect(card).toContainText('Nguyễn Thị Lan đã xem ngày');
  await expect(page.getByRole('button', { name: 'Đánh dấu đã xem' })).toHaveCount(0);

  await page.getByRole('link', { name: 'Mức cảnh báo và thư điện tử' }).click();
  await expect(heading(page, 'Mức cảnh báo và thư điện tử')).toBeVisible();
  await expect(page.getByText('Dưới 80 %')).toBeVisible();
  await page.getByRole('button', { name: /^Sửa quy tắc của/ }).click();
  await page.getByLabel('Cảnh báo khi tỷ lệ hài lòng dưới').selectOption('70');
  await expectAccessible(page, 'rule of alerts');
  await page.getByRole('button', { name: 'Lưu quy tắc' }).click();
  await expect(page.getByText('Dưới 70 %')).toBeVisible();
  await page.getByLabel('Địa chỉ thư điện tử').fill('lan');
  await page.getByRole('button', { name: 'Lưu địa chỉ' }).click();
  await expect(page.getByText('Xin nhập một địa chỉ thư')).toBeVisible();
  await page.getByLabel('Địa chỉ thư điện tử').fill('lan.nguyen@lamkhe.gov.vn');
  await page.getByRole('button', { name: 'Lưu địa chỉ' }).click();
  await expect(page.getByText('Đã lưu địa chỉ.')).toBeVisible();
  await expect(page.getByText('Máy chủ này chưa được thiết lập để gửi thư.')).toBeVisible();
  await expectNothingSideways(page, 'rules of alerts', [{ width: 390, height: 844 }]);

  // the notice is gone once somebody has seen it
  await toPage(page, /^Kết quả$/);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Xem cảnh báo' })).toHaveCount(0);
});
