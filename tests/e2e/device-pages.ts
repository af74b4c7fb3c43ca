import { expect, type Page } from '@playwright/test';
import { enrolByHand } from './hand-tablet.ts';
import type { Product } from './product.ts';

/** What managers do on the pages of devices, by role and visible name. */

/** Through the bar to one of its pages. */
export const toPage = (page: Page, name: RegExp) =>
  page.getByRole('navigation', { name: 'Các trang' }).getByRole('link', { name }).click();
export const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });

/** From the list of devices to a tablet that is enrolled by its code; ends on the page of the device. */
export async function addDevice(page: Page, product: Product, name: string) {
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
