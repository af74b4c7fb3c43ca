import { expect, test } from '@playwright/test';
import type { Overview, ServedFigure } from '../../shared/wire/overview.ts';
import { expectAccessible } from './accessible.ts';
import { toPage } from './device-pages.ts';
import { openDashboard } from './manager-accounts.ts';
import { startProduct } from './product.ts';

test('an access code reads the figure on the screen, is shown once and ends at once; the page about the API tells how', async ({
  page,
  request,
}) => {
  const product = await startProduct('demo');
  try {
    const answered = page.waitForResponse(/\/api\/v1\/overview/);
    await openDashboard(page, product);
    const { pathname, search } = new URL((await answered).url());
    const asked = pathname.slice('/api/v1'.length) + search;
    const shown = await page.locator('.headlines').innerText();
    await toPage(page, /^Thiết lập$/);
    await page.getByRole('link', { name: 'Mã truy cập API', exact: true }).click();
    await page.getByRole('button', { name: 'Tạo mã truy cập' }).click();
    await page.getByRole('button', { name: 'Tạo mã', exact: true }).click();
    await expect(page.getByText('Xin điền ô này.')).toBeVisible();
    await expectAccessible(page, 'making a code');
    await page.getByLabel('Tên phần mềm hoặc nơi dùng mã').fill('Cổng dữ liệu mở của tỉnh');
    await page.getByRole('button', { name: 'Tạo mã', exact: true }).click();
    const secret = await page.getByLabel('Mã truy cập', { exact: true }).inputValue();
    const read = (path: string) =>
      request.get(`${product.base}/api/v1${path}`, { headers: { authorization: `Bearer ${secret}` } });
    const overview = (await (await read(asked)).json()) as Overview;
    const { percent } = overview.headline.service as ServedFigure;
    expect(shown.replaceAll('\u00a0', ' ')).toContain(`${percent.toFixed(1).replace('.', ',')} %`);
    expect((await read('/devices')).status()).toBe(403);

    await page.getByRole('button', { name: 'Xong', exact: true }).click();
    await expect(page.getByText(secret)).toHaveCount(0);
    await page.getByRole('button', { name: /^Thu hồi mã của Cổng/ }).click();
    await page.getByRole('button', { name: 'Thu hồi mã', exact: true }).click();
    await expect(page.getByText('Đã thu hồi mã của “Cổng dữ liệu mở của tỉnh”.')).toBeVisible();
    expect((await read('/units')).status()).toBe(401);
    await page.getByRole('checkbox', { name: /^Hiện cả mã đã hết hiệu lực/ }).check();
    await expect(page.getByRole('cell', { name: 'Đã thu hồi' })).toBeVisible();
    await expectAccessible(page, 'codes');

    await page.getByRole('link', { name: 'Hướng dẫn dùng API' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Giao diện lập trình (API)');
    await expectAccessible(page, 'the API in Vietnamese');
    await page.getByRole('link', { name: 'English' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Programming interface (API)');
  } finally {
    await product.stop();
  }
});
