import { expect, test } from '@playwright/test';
import type { Cut, FigurePassport } from '../../shared/wire/cuts.ts';
import { expectAccessible } from './accessible.ts';
import { toPage } from './device-pages.ts';
import { openDashboard } from './manager-accounts.ts';
import { type Product, startProduct } from './product.ts';

let product: Product;
test.beforeEach(async () => {
  product = await startProduct('demo');
});
test.afterEach(() => product.stop());

test('figures are taken apart, two rows and two periods are compared, and a number shows what it rests on', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1366, height: 768 });
  await openDashboard(page, product);
  await toPage(page, /Phân tích/);
  await page.getByRole('combobox', { name: /Phân theo/ }).selectOption('Giới tính');
  const section = page.getByRole('region', { name: 'Phân theo: giới tính' });
  const men = section.getByRole('listitem').filter({ hasText: 'Nam' }).first();
  await expect(men).toContainText(/\d,\d\s%.*n = /);
  await expect(section).toContainText(
    /Dịch vụ: đã nêu [\d.]+ \+ chưa đủ số liệu để nêu [\d.]+ = [\d.]+ phiếu/,
  );
  // the address holds the view, and the numbers are those of the API
  const query = new URL(page.url()).search.slice(1);
  const cut = (await (await page.request.get(`${product.base}/api/v1/cuts?${query}`)).json()) as Cut;
  const { score } = cut.rows.find(({ value }) => value === '1')!.figures[1]!;
  if ('withheld' in score) throw new Error('the demo has enough forms of men');
  await expect(men).toContainText(`n = ${score.n.toLocaleString('de-DE')}`);
  await page.getByText('Xuất số liệu', { exact: true }).click();
  const file = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Xuất CSV' }).click();
  expect((await file).suggestedFilename()).toMatch(/^minh-hoa_so-lieu-hai-long_[\x21-\x7e]+_sex\.csv$/);
  await expect(page.getByText('Đã xuất CSV.')).toBeVisible();
  await expectAccessible(page, 'figures in detail');

  await section.getByLabel('So sánh Nam').check();
  const compare = page.getByRole('region', { name: 'So sánh', exact: true });
  await expect(compare).toContainText('Đã chọn Nam');
  await section.getByLabel('So sánh Nữ').check();
  await expect(compare.getByText(/Nam: .*(khác biệt|bằng nhau)/).first()).toBeVisible();
  await compare.getByRole('button', { name: 'Bỏ chọn' }).click();
  await compare.getByRole('combobox', { name: /So với kỳ khác/ }).selectOption({ index: 3 });
  await expect(compare.getByText(/(tăng|giảm|không đổi|Không so sánh được)/).first()).toBeVisible();

  await page.getByRole('combobox', { name: /Thống kê/ }).selectOption('mean5');
  await expect(page.getByText('Đang xem theo cách tính khác')).toBeVisible();
  await expect(page.getByText('Cách tính: điểm trung bình ÷ 5 × 100')).toBeVisible();

  await men.getByRole('button', { name: /Lý lịch số liệu: Nam, Dịch vụ/ }).click();
  const passport = page.getByRole('dialog', { name: 'Lý lịch số liệu' });
  const of = new URLSearchParams({
    ...Object.fromEntries(new URL(page.url()).searchParams),
    group: 'II',
    value: '1',
  });
  const answer = await page.request.get(`${product.base}/api/v1/passport?${of}`);
  const { served } = (await answer.json()) as FigurePassport;
  await expect(passport).toContainText(served!.hash);
  await expect(passport).toContainText(`XM = ${served!.sums.XM.toLocaleString('de-DE')}`);
  await expect(passport).toContainText('trọng số 6: câu 24–26, 31–39; trọng số 8: câu 27–30');
  await expectAccessible(page, 'the passport of a figure');
  await passport.getByRole('button', { name: 'Đóng' }).click();
  await expect(passport).toBeHidden();

  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole('button', { name: 'EN' }).click();
  await expect(page.getByRole('region', { name: 'Cut by: sex' })).toContainText('Men');
  const room = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(room).toBeLessThanOrEqual(0);
  await expectAccessible(page, 'figures in detail, on a telephone');
});
