import { expect, type Page } from '@playwright/test';
import { enrolByHand } from './hand-tablet.ts';
import type { Product } from './product.ts';

/** What managers do on the pages of devices, by role and visible name. */

/** Through the bar to one of its pages. */
export const toPage = (page: Page, name: RegExp) =>
  page.getByRole('navigation', { name: 'Các trang' }).getByRole('link', { name }).click();
export const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });

/** From the list of devices to the code of a new one. */
export async function makeCode(page: Page, product: Product, name: string): Promise<string> {
  await toPage(page, /^Thiết bị$/);
  await page.getByRole('link', { name: 'Thêm thiết bị' }).click();
  await page.getByLabel('Tên thiết bị').fill(name);
  await page.getByLabel('Điểm tiếp nhận').selectOption(product.point);
  await page.clock.install();
  await page.getByRole('button', { name: 'Tạo thiết bị và mã đăng ký' }).click();
  await expect(heading(page, `Đăng ký máy: ${name}`)).toBeVisible();
  return ((await page.locator('.large-code > [aria-hidden]').textContent()) ?? '').replace(' ', '');
}

/** The sheet of a code asks every four seconds what has become of it: on a driven clock nobody waits for that. */
export async function sheetSays(page: Page, text: string): Promise<void> {
  await expect(async () => {
    await page.clock.runFor(4_000);
    await expect(page.getByText(text)).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 60_000 });
}

/** The sheet of the code notices that it has been used; behind it is the page of the device. */
export async function openMadeDevice(page: Page, name: string): Promise<void> {
  await sheetSays(page, 'Máy đã đăng ký xong.');
  await page.getByRole('button', { name: 'Xong, về trang của máy' }).click();
  await expect(heading(page, name)).toBeVisible();
}

/** A new device and a tablet that is enrolled by its code; ends on the page of the device. */
export async function addDevice(page: Page, product: Product, name: string) {
  const tablet = await enrolByHand(product.base, await makeCode(page, product, name));
  await openMadeDevice(page, name);
  return tablet;
}
