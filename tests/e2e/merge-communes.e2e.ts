import { expect, type Page, test } from '@playwright/test';
import { toPage } from './device-pages.ts';
import { openDashboard } from './manager-accounts.ts';
import { expectAccessible, readCounts } from './people.ts';
import { type Product, startProduct } from './product.ts';

/** Two communes merge, and the results can be read by the tree of before and by that of today. */
let product: Product;
test.beforeEach(async () => {
  product = await startProduct('demo');
});
test.afterEach(() => product.stop());

const unitsOf = (page: Page) => page.getByRole('combobox', { name: 'Đơn vị', exact: true });
const choiceOf = (page: Page, name: string) => unitsOf(page).locator('option', { hasText: name });

/** How many forms a unit has, as its figures say. */
async function countsOf(page: Page, name: string): Promise<{ received: number; shown: number }> {
  await unitsOf(page).selectOption({ label: `\u2003${name}` });
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name);
  return readCounts(page);
}

test('two communes are merged, and both trees give their figures', async ({ page }) => {
  await openDashboard(page, product);
  const before = [await countsOf(page, 'Phường Đông Lâm'), await countsOf(page, 'Phường Tân Khê')] as const;
  expect(Math.min(...before.map(({ shown }) => shown))).toBeGreaterThan(0);
  await toPage(page, /^Thiết lập$/);
  await page.getByRole('link', { name: 'Đơn vị và điểm tiếp nhận', exact: true }).click();
  await expect(page.getByRole('row', { name: /Phường Tân Khê/ })).toBeVisible();
  await expectAccessible(page, 'units');
  // a day without units leaves the field that asks for it where it is
  const day = page.getByLabel('Cây đơn vị tại ngày');
  const today = await day.inputValue();
  await day.focus();
  await day.fill('2020-01-01');
  await expect(page.getByText('Ngày này chưa có đơn vị nào.')).toBeVisible();
  await expect(day).toBeFocused();
  await day.fill(today);

  await page.getByRole('button', { name: 'Sáp nhập đơn vị' }).click();
  await page.getByRole('button', { name: 'Sáp nhập', exact: true }).click();
  await expect(page.getByText('Xin điền ô này.')).toBeVisible();
  await page.getByRole('checkbox', { name: 'Phường Đông Lâm' }).check();
  await page.getByRole('checkbox', { name: 'Phường Tân Khê' }).check();
  await page.getByLabel('Loại', { exact: true }).selectOption('phuong');
  await page.getByLabel('Tên đơn vị (tiếng Việt)').fill('Phường Đông Tân');
  await page.getByLabel('Tên đơn vị (tiếng Anh)').fill('Dong Tan Ward');
  await expect(page.getByText(/^Sẽ chuyển: \d+ điểm và quầy/)).toBeVisible();
  await expectAccessible(page, 'merging');
  await page.getByRole('button', { name: 'Sáp nhập', exact: true }).click();
  await expect(page.getByText('Đã ghi việc sáp nhập vào Phường Đông Tân.')).toBeVisible();
  await expect(page.getByRole('row', { name: /Phường Đông Tân/ })).toBeVisible();
  await expect(page.getByRole('row', { name: /Phường Tân Khê/ })).toHaveCount(0);

  await page.getByRole('button', { name: 'Sáp nhập đơn vị' }).click();
  await expect(page.getByRole('group', { name: 'Các đơn vị sáp nhập' })).toContainText('Chưa chọn mục nào.');
  await page.getByRole('searchbox', { name: /^Các đơn vị sáp nhập/ }).press('Escape');
  await page.getByRole('heading', { name: 'Sáp nhập đơn vị' }).press('Escape');
  await expect(page.getByRole('button', { name: 'Sáp nhập đơn vị' })).toBeFocused();

  await page.getByRole('link', { name: 'Phường Đông Tân' }).click();
  await expect(page.getByText(/^Tiếp nối Phường Tân Khê/)).toBeVisible();
  await expectAccessible(page, 'unit');

  // the number that citizens see holds at once; one that cannot be called is said at its field
  await page.getByRole('button', { name: 'Đổi số điện thoại' }).first().click();
  const number = page.getByRole('textbox', { name: 'Số điện thoại' });
  await number.fill('113');
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(number).toHaveAccessibleDescription(/^Chưa phải một số điện thoại gọi được/);
  await expectAccessible(page, 'a wrong number');
  await number.fill('(0263) 3822.345');
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(page.getByText('Đã lưu số điện thoại.')).toBeVisible();
  await expect(page.locator('.lead')).toContainText(/0263\s3822\s345$/);

  // an end that was planned for next year is taken back by its button
  await page.getByRole('button', { name: 'Kết thúc hoạt động' }).click();
  await page.getByLabel('Có hiệu lực từ ngày').fill(`${Number(today.slice(0, 4)) + 1}-01-01`);
  await page.getByRole('button', { name: 'Kết thúc hoạt động', exact: true }).click();
  await expect(page.getByText(/^Đơn vị này hoạt động đến hết ngày 31\/12/)).toBeVisible();
  await page.getByRole('button', { name: 'Hủy quyết định' }).click();
  await expectAccessible(page, 'withdrawing');
  await page.getByRole('button', { name: 'Hủy quyết định', exact: true }).click();
  await expect(page.getByText('Đã hủy quyết định.')).toBeVisible();
  await expect(page.getByText(/^Đơn vị này hoạt động đến hết ngày/)).toHaveCount(0);

  await toPage(page, /^Kết quả$/);
  await expect(choiceOf(page, 'Phường Đông Tân')).toHaveCount(1);
  await expect(choiceOf(page, 'Phường Tân Khê')).toHaveCount(0);
  const [one, other] = before;
  expect(await countsOf(page, 'Phường Đông Tân')).toEqual({
    received: one.received + other.received,
    shown: one.shown + other.shown,
  });

  await page.getByRole('combobox', { name: 'Cây đơn vị' }).selectOption({ index: 2 });
  await expect(choiceOf(page, 'Phường Đông Tân')).toHaveCount(0);
  expect(await countsOf(page, 'Phường Tân Khê')).toEqual(other);
  await expectAccessible(page, 'figures by the tree of before');
});
