import { expect, test } from '@playwright/test';
import { alike39, csvOfTables, TABLE_2022 } from '../fakes/old-table.ts';
import { look } from './look.ts';
import { openDashboard } from './manager-accounts.ts';
import { startProduct } from './product.ts';

test('a table of a former year is looked at, mended, taken in, and stands before the trend as imported, without an interval', async ({
  page,
}) => {
  const product = await startProduct('demo');
  const unit = 'lk-tan-khe';
  const tables = csvOfTables(
    { unit, items: TABLE_2022 },
    { unit, period: 'Năm 2024', form: 'sp39 1', forms: 60, items: alike39([1, 2, 9, 30, 18]) },
  );
  const choose = (text: string) =>
    page
      .getByLabel('Chọn tệp .xlsx hoặc .csv')
      .setInputFiles({ name: 'so-lieu.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
  try {
    await openDashboard(page, product);
    await page.goto(`${product.base}/dashboard/?page=imported`);
    await expect(page.getByRole('heading', { level: 1, name: 'Số liệu các năm trước' })).toBeVisible();
    await choose(tables.replace(';0;0;10;5;5;', ';0;0;10;5;x;'));
    await expect(page.getByText('Không phải số nguyên.')).toBeVisible();
    await page.getByRole('button', { name: 'Chọn tệp khác' }).click();
    await choose(tables);
    await expect(page.getByRole('cell', { name: '69,6 %' })).toBeVisible();
    await look(page, 'preview');
    await page.getByRole('button', { name: 'Nhập các bảng này' }).click();
    await expect(page.getByText('Đã nhập. Kết quả hiện ở biểu đồ')).toBeVisible();
    await expect(page.getByRole('button', { name: /^Gỡ số liệu của tệp này/ })).toBeVisible();
    await look(page, 'imported');

    await page.goto(`${product.base}/dashboard/?unit=${unit}`);
    const trend = page.getByRole('slider', { name: /dịch vụ hành chính công/ });
    await trend.focus();
    await trend.press('Home');
    await expect(trend).toHaveAttribute(
      'aria-valuetext',
      /^Năm 2022 \(số liệu nhập; .*\): 69,6\s%, n = 20, không có khoảng tin cậy$/,
    );
    await page.getByText('Nguồn của số liệu nhập').click();
    await look(page, 'before the trend');
    await page.getByRole('button', { name: /bảng.*Diễn biến theo tháng/ }).click();
    await expect(page.getByRole('rowheader', { name: /^Năm 2024 \(số liệu nhập/ })).toBeVisible();
  } finally {
    await product.stop();
  }
});
