import { expect, test } from '@playwright/test';
import { flagsToTell } from '../../server/jobs/flags-to-tell.ts';
import { makeRoot } from '../../server/jobs/nightly-root.ts';
import { keptFlags } from '../../server/store/flag-counts.ts';
import { halfMonthOf, localDay, monthsUpTo } from '../../shared/period.ts';
import { openDashboard } from './manager-accounts.ts';
import { expectAccessible } from './people.ts';
import { type Product, startProduct } from './product.ts';
import { expectNothingSideways } from './room-on-screen.ts';

/** Whether a figure can be believed, as a manager reads it, and what a reviewer does about it. */
const POINT = 'lk-dong-lam-tt';
let product: Product;
test.beforeAll(async () => {
  product = await startProduct('demo');
});
test.afterAll(() => product.stop());

/** The Saturday on which children played with the tablet. */
async function childrensHalfDay(): Promise<string> {
  const today = localDay(Date.now());
  for (const { halfMonths } of monthsUpTo(halfMonthOf(today), 4)) {
    for (const halfMonth of halfMonths) {
      const { halfDays = {} } = (await keptFlags(product.store.read, halfMonth)).get(POINT) ?? {};
      const found = Object.entries(halfDays).find(([, { flagged }]) => flagged >= 31);
      if (found) return found[0];
    }
  }
  throw new Error('no half-day with the children');
}

test('a manager reads in one sentence whether a figure can be believed, and leaves out a Saturday’s children as a cohort, with a reason', async ({
  page,
}) => {
  const today = localDay(Date.now());
  await flagsToTell(product.store, today);
  await makeRoot(product.store, product.keys, { day: today, nowMs: Date.now() });
  const halfDay = await childrensHalfDay();
  const [day, halfMonth] = [halfDay.slice(0, 10), halfMonthOf(halfDay)];
  await openDashboard(page, product);
  await page.getByRole('link', { name: 'Độ tin cậy' }).click();
  await expect(page.getByRole('heading', { name: 'Độ tin cậy' })).toBeFocused();
  await page.goto(
    `${product.base}/dashboard/?page=trust&unit=${product.unit}&period=month-${day.slice(0, 7)}&form=express`,
  );
  const verdict = page.locator('.verdict');
  await expect(verdict.getByRole('heading')).toHaveText(/^(Nên thận trọng|Chưa thấy dấu hiệu)/);
  const marked = page
    .getByRole('table', { name: 'Phiếu bị đánh dấu' })
    .getByRole('row', { name: /^Dịch vụ/ });
  await expect(marked.getByRole('cell').nth(1)).toContainText(/%.*n = /);
  await expect(page.getByText(/^Mã gốc số 1, ngày/)).toBeVisible();
  await expect(page.locator('.root-digits')).toHaveText(/^([0-9a-f]{4} ?){4}$/);

  const takeUp = page.getByRole('table', { name: 'Theo đơn vị' });
  await expect(takeUp.getByRole('row', { name: /^Phường Đông Lâm \d+,\d \d+ \/ \d+/ })).toBeVisible();
  await expect(
    page.getByRole('table', { name: 'Con số thứ hai: tính theo số hồ sơ' }).getByRole('row').last(),
  ).toContainText(/%.*n = .*%.*n = /);

  const review = page.getByRole('region', { name: 'Xem xét phiếu bị đánh dấu' });
  await review.getByLabel('Nửa tháng đã kết thúc').selectOption(halfMonth);
  const point = review
    .getByRole('group')
    .filter({ hasText: 'Trung tâm Phục vụ hành chính công phường Đông Lâm' });
  await point.locator('summary').click();
  const written = `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
  await expect(point).toContainText(`Sáng ${written}: 31 phiếu, trong đó từ 10 phiếu bị đánh dấu`);
  await expectAccessible(page, 'trust');
  await expectNothingSideways(page, 'trust', [
    { width: 390, height: 844 },
    { width: 1366, height: 768 },
  ]);

  await point.getByRole('button', { name: /^Loại hoặc tính lại/ }).click();
  await point.getByLabel('Ngày').selectOption(day);
  await point.getByLabel('Buổi').selectOption('AM');
  await point.getByRole('button', { name: 'Ghi quyết định' }).click();
  await expect(point.getByText('Xin ghi lý do, ít nhất 10 ký tự.')).toBeVisible();
  await point.getByLabel('Lý do').fill('Trẻ em nghịch máy sáng thứ Bảy');
  await point.getByRole('button', { name: 'Ghi quyết định' }).click();
  await expect(review.getByText('Đã ghi quyết định v000001: 31 phiếu đổi tình trạng.')).toBeVisible();
  await point.locator('summary').click();
  await expect(point).toContainText(`Loại khỏi kết quả: mọi phiếu bị đánh dấu, Sáng ${written}`);
  await expect(point).toContainText('Lý do: Trẻ em nghịch máy sáng thứ Bảy');
  const standings = await product.store.read
    .selectFrom('submissions')
    .select('standing')
    .where('half_day', '=', halfDay)
    .where('standing', '=', 'excluded')
    .execute();
  expect(standings).toHaveLength(31);
});
