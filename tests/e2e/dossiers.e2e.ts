import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { writeDay } from '../../shared/period.ts';
import { addDays, localDay } from '../../shared/period.ts';
import { csvOf, HEADINGS } from '../fakes/dossier-files.ts';
import { writeXlsx } from '../fakes/write-xlsx.ts';
import { toPage } from './device-pages.ts';
import { openDashboard } from './manager-accounts.ts';
import { expectAccessible } from './people.ts';
import { type Product, startProduct } from './product.ts';
import { expectNothingSideways } from './room-on-screen.ts';

/** A list comes in from a file: looked at, its columns and words said, checked, taken in with progress, taken away. */
let product: Product;
test.beforeEach(async () => {
  product = await startProduct('demo');
});
test.afterEach(() => product.stop());

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();
const give = (page: Page, name: string, buffer: Buffer) =>
  page.getByLabel(/^Tệp Excel/).setInputFiles({ name, mimeType: 'application/octet-stream', buffer });

test('a list is checked row by row, taken in without its faulty rows, and taken away again', async ({
  page,
}) => {
  await openDashboard(page, product);
  await toPage(page, /^Thiết lập$/);
  await page.getByRole('link', { name: 'Hồ sơ', exact: true }).click();
  await give(page, 'ho-so.xlsx', Buffer.alloc(0));
  await expect(page.getByText('Tệp không có nội dung')).toBeVisible();
  await expectAccessible(page, 'dossiers');

  const day = { day: addDays(localDay(Date.now()), -3) };
  const rows = Array.from({ length: 400 }, (_, i) => [
    `H40-${i}`,
    912_345_000 + i,
    i % 4 === 0 ? 'Một cửa liên thông' : 'Hộ tịch',
    i === 7 ? 'hôm qua' : day,
    null,
    i % 2 === 0 ? day : null,
  ]);
  await give(page, 'ho-so.xlsx', writeXlsx({ rows: [HEADINGS, ...rows] }));
  await expect(page.getByRole('heading', { name: 'Tệp này có gì: ho-so.xlsx' })).toBeFocused();
  await expect(page.getByLabel(/^Ngày tiếp nhận/)).toHaveValue('3');
  await press(page, 'Kiểm tra');
  await expect(page.getByText('Xin chọn cột cho: Điểm tiếp nhận.')).toBeVisible();
  await expectAccessible(page, 'columns of a file');
  await page.getByLabel('Điểm tiếp nhận của mọi dòng').selectOption({ index: 1 });
  await press(page, 'Kiểm tra');
  await expect(page.getByText('101 dòng có lỗi.')).toBeVisible();
  await page.getByLabel('“Một cửa liên thông” (100 dòng)').selectOption({ label: 'Chứng thực' });
  await press(page, 'Kiểm tra lại');
  await expect(page.getByText('1 dòng có lỗi.', { exact: true })).toBeVisible();
  await expect(page.getByRole('row', { name: /Dòng 9.*Không đọc được thành ngày/ })).toBeVisible();
  await expect(page.getByText('… 000')).toBeVisible();
  await expectAccessible(page, 'preview of a file');
  const [saved] = await Promise.all([page.waitForEvent('download'), press(page, /^Tải danh sách này/)]);
  expect(readFileSync(await saved.path(), 'utf8')).toBe(
    '\uFEFF"Dòng";"Cột";"Lý do"\r\n"9";"Ngày tiếp nhận";"Không đọc được thành ngày (ngày/tháng/năm)."\r\n',
  );
  await page.getByLabel('Nhập các dòng còn lại, bỏ 1 dòng lỗi').check();
  await press(page, 'Nhập 399 dòng');
  await expect(
    page.getByText('399 mới, 0 có thay đổi, 0 giữ nguyên. 1 dòng lỗi không được nhập.'),
  ).toBeVisible();
  await expectAccessible(page, 'a file taken in');

  // the next file of the same system needs no choice any more
  await press(page, 'Chọn tệp khác');
  const next = ['H40-1', '', 'Một cửa liên thông', writeDay(day.day), '', writeDay(day.day)];
  await give(page, 'moi.csv', Buffer.from(csvOf([HEADINGS, next])));
  await expect(page.getByText('Các cột được chọn như lần trước')).toBeVisible();
  await press(page, 'Kiểm tra');
  await expect(page.getByText('1 dòng đọc được: 0 mới, 1 có thay đổi, 0 giữ nguyên.')).toBeVisible();
  await press(page, 'Nhập 1 dòng');
  await expect(page.getByRole('heading', { name: 'Đã nhập xong' })).toBeFocused();

  const act = page.getByRole('listitem').filter({ hasText: '399 / 0 / 0 / 1' });
  await act.getByRole('button', { name: /^Xóa lần nhập/ }).click();
  await expect(page.getByText('398 dòng còn nguyên')).toBeVisible();
  await act.getByRole('button', { name: 'Xóa lần nhập này' }).click();
  await expect(page.getByText('Đã xóa lần nhập.')).toBeVisible();
  const left = product.store.read.selectFrom('dossiers').select('code').where('code', 'like', 'H40-%');
  expect(await left.execute()).toEqual([{ code: 'H40-1' }]);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectAccessible(page, 'dossiers on a phone');
});

test('the board says per unit and field what came late and is overdue, by week and by month, also as a file', async ({
  page,
}) => {
  await openDashboard(page, product);
  await page.getByRole('link', { name: 'Đúng hạn' }).click();
  await expect(page.getByRole('heading', { name: 'Hồ sơ đúng hạn và trễ hạn' })).toBeFocused();
  const units = page.getByRole('table', { name: 'Theo đơn vị' });
  await page.getByRole('combobox', { name: 'Tháng' }).selectOption({ index: 1 });
  await expect(units.getByRole('row', { name: /^Xã An Điền \d+,\d\d %.* \d+ \/ \d+/ })).toBeVisible();
  await expect(page.getByRole('table', { name: 'Theo lĩnh vực' })).toContainText('Đất đai');
  await expectAccessible(page, 'the board of late dossiers');
  const [saved] = await Promise.all([page.waitForEvent('download'), press(page, 'Tải bảng này (CSV)')]);
  expect(readFileSync(await saved.path(), 'utf8')).toMatch(/^\uFEFF"Đơn vị hoặc lĩnh vực";.*\r\n"[^"=+@-]/);
  await page.getByRole('radio', { name: 'Tuần' }).check();
  await expect(page.getByRole('heading', { name: /^Tuần \d\d\/\d\d–/ })).toBeVisible();
  await expect(page).toHaveURL(/span=week/);
  await expectNothingSideways(page, 'the board of late dossiers', [
    { width: 1366, height: 768 },
    { width: 390, height: 844 },
  ]);
  await expectAccessible(page, 'the board on a phone');
});
