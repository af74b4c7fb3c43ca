import { expect, test } from '@playwright/test';
import { firstRunVi as run } from '../../dashboard/text/first-run-vi.ts';
import { expectAccessible } from './people.ts';
import { type Product, startProduct } from './product.ts';

/** Whoever has looked at the demo long enough starts for real, and takes the demo away in the same place. */
let product: Product;
test.beforeEach(async () => {
  product = await startProduct('demo');
});
test.afterEach(() => product.stop());

test('the demo is removed where the real office begins: it says what goes, asks once, and none of it is left', async ({
  page,
}) => {
  await page.goto(product.base);
  await expect(page.getByText('DỮ LIỆU MINH HỌA')).toBeVisible();
  await expect(page.getByRole('link', { name: /Thiết lập cho đơn vị/ })).toBeVisible();
  await page.goto(await product.setUpLink());
  await expect(page.getByText(/tỉnh minh họa Lâm Khê: \d+ đơn vị, \d+ điểm tiếp nhận/)).toBeVisible();
  await page.getByRole('button', { name: run.demo.open }).click();
  await expect(page.getByText(/Không khôi phục được/)).toBeVisible();
  await expectAccessible(page, 'removing the demo');
  if (process.env['SHOTS'])
    await page.screenshot({ path: `${process.env['SHOTS']}/demo.png`, fullPage: true });
  await page.getByRole('button', { name: run.demo.go }).click();
  await expect(page.getByText(run.demo.removed)).toBeVisible({ timeout: 60_000 });
  await page.getByRole('radio', { name: 'Tỉnh Bắc Ninh', exact: true }).check();
  await page.getByRole('button', { name: run.next }).click();
  await page.getByRole('button', { name: run.back }).click();
  await expect(page.getByRole('heading', { level: 2, name: run.steps.province.name })).toBeVisible();
  await expect(page.getByText(run.demo.title, { exact: true })).toHaveCount(0);
  // what was begun stays
  await page.reload();
  await expect(page.getByRole('heading', { level: 2, name: run.steps.office.name })).toBeVisible();
  for (const table of ['units', 'service_points', 'accounts', 'submissions', 'tallies', 'devices'] as const)
    expect(await product.store.read.selectFrom(table).selectAll().limit(1).execute(), table).toEqual([]);
  await page.goto(product.base);
  await expect(page.getByText('DỮ LIỆU MINH HỌA')).toHaveCount(0);
});
