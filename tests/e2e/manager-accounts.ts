import { expect, type Page } from '@playwright/test';
import { totpCode, totpStep } from '../../server/totp.ts';
import type { Product } from './product.ts';

/** How managers get in: the one-time link, the second factor, the sign-in. */

export const PASSWORD = 'một câu dễ nhớ 2026';

/** The first account, from its one-time link to the overview; a real office asks for a second factor on the way. */
export async function openDashboard(page: Page, product: Product): Promise<void> {
  await createAccount(page, await product.accountLink());
  const figures = page.getByRole('heading', { name: /^Kết quả khảo sát mức độ hài lòng tại/ });
  await expect(figures.or(secondFactorHeading(page)).first()).toBeVisible({ timeout: 30_000 });
  if (await secondFactorHeading(page).isVisible()) await setUpSecondFactor(page, product);
  await expect(figures).toBeVisible({ timeout: 30_000 });
}

export async function createAccount(page: Page, link: string, login = 'lan.nguyen'): Promise<void> {
  await page.goto(link);
  await page.getByLabel('Họ và tên').fill('Nguyễn Thị Lan');
  await page.getByLabel('Tên đăng nhập').fill(login);
  await page.getByLabel('Mật khẩu mới').fill(PASSWORD);
  await page.getByRole('button', { name: 'Tạo tài khoản và đăng nhập' }).click();
}

export const secondFactorHeading = (page: Page) =>
  page.getByRole('heading', { name: 'Thiết lập xác thực hai bước' });

/** The key is read off the screen, as whoever cannot scan does it; returns it for later codes. */
export async function setUpSecondFactor(page: Page, product: Product): Promise<string> {
  const secret = ((await page.locator('.secret').textContent()) ?? '').replaceAll(' ', '');
  await page.getByLabel('Mã 6 chữ số').fill(codeOf(secret, product));
  await page.getByRole('button', { name: 'Xác nhận' }).click();
  return secret;
}

/** What the authenticator app shows, `ahead` half minutes from now. */
export function codeOf(secret: string, product: Product, ahead = 0): string {
  return totpCode(secret, totpStep(Date.now() + product.clockShiftMs) + ahead);
}
