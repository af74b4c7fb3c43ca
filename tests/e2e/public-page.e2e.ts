import { expect, test } from '@playwright/test';
import { look } from './look.ts';
import { openDashboard } from './manager-accounts.ts';
import { startProduct } from './product.ts';

test('a manager opens the results of a commune to everybody, a citizen reads them on a telephone, and closes them again', async ({
  page,
  browser,
}) => {
  const product = await startProduct('demo');
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const citizen = await context.newPage();
  const address = `${product.base}/public/lk-tan-khe`;
  try {
    expect((await citizen.goto(address))?.status()).toBe(404);
    await look(citizen, 'no such page');

    await openDashboard(page, product);
    await page.getByRole('link', { name: 'Thiết lập', exact: true }).click();
    await page.getByRole('link', { name: 'Trang công khai' }).click();
    await page.getByLabel('Trang công khai của').selectOption('lk-tan-khe');
    await expect(page.getByText('Trang đang tắt.')).toBeVisible();
    await page.getByRole('button', { name: 'Mở trang công khai' }).click();
    await look(page, 'before it is switched on');
    await page.getByRole('button', { name: 'Mở cho mọi người xem' }).click();
    await expect(page.getByText('Đã mở trang công khai.')).toBeVisible();
    await expect(page.getByRole('img', { name: 'Mã QR của trang công khai' })).toBeVisible();
    await look(page, 'switched on');

    await citizen.goto(`${product.base}/`);
    await citizen.getByRole('link', { name: 'Kết quả đã công khai' }).click();
    await expect(citizen).toHaveURL(/\/public\/?$/);
    await look(citizen, 'the list of pages');
    await citizen.getByRole('link', { name: 'Phường Tân Khê' }).click();
    await expect(citizen.getByRole('heading', { level: 1 })).toHaveText(
      'Kết quả khảo sát mức độ hài lòng tại Phường Tân Khê',
    );
    await expect(citizen.getByText(/^\d\d,\d\u00a0%$/).first()).toBeVisible();
    await look(citizen, 'the public page');
    await citizen.getByRole('link', { name: 'English' }).click();
    await citizen.getByRole('link', { name: 'Data dictionary' }).click();
    await expect(citizen.getByRole('heading', { level: 1, name: 'Data dictionary' })).toBeVisible();
    await look(citizen, 'the dictionary');
    expect(await context.cookies()).toEqual([]);
    // what the province did about remarks stands on its own page
    await citizen.goto(`${product.base}/public/${product.unit}`);
    await expect(citizen.getByText('Sáng thứ Hai rất đông, phải chờ lâu mới đến lượt.')).toBeVisible();

    await page.getByRole('button', { name: 'Tắt trang công khai' }).click();
    await page.getByRole('button', { name: 'Tắt trang công khai' }).click();
    await expect(page.getByText('Đã tắt trang công khai.')).toBeVisible();
    expect((await citizen.request.get(address)).status()).toBe(404);
  } finally {
    await context.close();
    await product.stop();
  }
});
