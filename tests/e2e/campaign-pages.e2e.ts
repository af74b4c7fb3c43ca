import { expect, type Page, test } from '@playwright/test';
import { DAY_MS, halfMonthOf, localDay, reportYearDays, reportYearOf } from '../../shared/period.ts';
import { addTargetStep } from '../../server/store/targets.ts';
import { heading, toPage } from './device-pages.ts';
import { openDashboard } from './manager-accounts.ts';
import { expectAccessible } from './people.ts';
import { expectNothingSideways } from './room-on-screen.ts';
import { type Product, startProduct } from './product.ts';

/** An office plans a campaign with its sample, changes a target, and writes a day off. */
let product: Product;
test.beforeEach(async () => {
  product = await startProduct('real');
});
test.afterEach(() => product.stop());

const now = () => Date.now() + product.clockShiftMs;
const today = () => localDay(now());
const written = (day: string) => day.split('-').toReversed().join('/');

async function openCard(page: Page, name: string): Promise<void> {
  await toPage(page, /^Thiết lập$/);
  await page.getByRole('link', { name, exact: true }).click();
  await expect(heading(page, name)).toBeVisible();
}

test('a campaign is planned with a sample counted as it is typed; a changed target leaves the past as it was; a day off stands in the calendar', async ({
  page,
}) => {
  if (today() === reportYearDays(reportYearOf(halfMonthOf(today()))).from) {
    // The first day of a report year has no past that a target could leave as it was: tomorrow has.
    product.clockShiftMs = DAY_MS;
    await page.clock.setSystemTime(now());
  }
  await openDashboard(page, product);
  await openCard(page, 'Đợt khảo sát');
  await expect(page.getByText('Đang diễn ra')).toBeVisible();
  await expectAccessible(page, 'campaigns');

  // its progress is one touch away, and leads back to it
  await page.getByRole('link', { name: 'Khảo sát thường xuyên' }).click();
  await page.getByRole('link', { name: 'Xem tiến độ thu phiếu' }).click();
  await expect(heading(page, 'Tiến độ và giám sát')).toBeVisible();
  await expect(page.getByText('0 phiếu hợp lệ', { exact: true })).toBeVisible();
  await expect(page.getByText('Chưa có điện thoại của cán bộ nào')).toBeVisible();
  await expectAccessible(page, 'progress');
  await page.getByRole('link', { name: 'Mở trang của đợt khảo sát' }).click();
  const until = page.getByRole('button', { name: 'Đổi ngày kết thúc' });
  await until.click();
  await page.getByLabel('Ngày kết thúc', { exact: true }).fill(localDay(now() + 60 * DAY_MS));
  await until.click();
  await expect(page.getByText('Đã đổi ngày kết thúc.')).toBeVisible();
  await page.getByRole('button', { name: 'Lưu đợt khảo sát' }).click();
  await expect(page.getByText('Đã lưu.')).toBeVisible();
  await until.click();
  await page.getByLabel('Chưa ấn định ngày kết thúc').check();
  await until.click();
  await expect(page.getByText('Đã đổi ngày kết thúc.')).toBeVisible();
  await page.getByRole('link', { name: 'Đợt khảo sát', exact: true }).click();
  await expect(page.getByText('Đã đổi ngày kết thúc.')).toHaveCount(0);

  await page.getByRole('link', { name: 'Tạo đợt khảo sát mới' }).click();
  await page.getByLabel('Tên đợt (tiếng Việt)').fill('Khảo sát quý tới');
  await page.getByLabel('Ngày bắt đầu').fill(localDay(now() + 20 * DAY_MS));
  await page.getByLabel('Ngày kết thúc', { exact: true }).fill(localDay(now() + 110 * DAY_MS));
  await page.getByLabel('Lập kế hoạch lấy mẫu cho đợt này').check();
  await page.getByRole('button', { name: 'Thêm dòng' }).click();
  await page.getByLabel('Số hồ sơ (N)').fill('2.000');
  await expect(page.getByText('cần 334 phiếu hợp lệ')).toBeVisible();
  await page.getByText('Biên sai số').click();
  await expect(page.getByText('cần 323 phiếu hợp lệ')).toBeVisible();
  await page.getByRole('button', { name: 'Lưu đợt khảo sát' }).click();
  await expect(page.getByText('Xin điền ô này.')).toBeVisible();
  await page.getByLabel('Tên đợt (tiếng Anh)').fill('Survey of the next quarter');
  await page.getByRole('button', { name: 'Lưu đợt khảo sát' }).click();
  await expect(page.getByText('đã có đợt khác')).toBeVisible();
  await expectAccessible(page, 'campaign with faults');
  await page.getByLabel(/^Thay cho “Khảo sát thường xuyên”/).check();
  await page.getByRole('button', { name: 'Lưu đợt khảo sát' }).click();
  await expect(page.getByText('Đã lưu.')).toBeVisible();
  await expect(page.getByText('Chưa bắt đầu')).toBeVisible();
  await expectAccessible(page, 'planned campaign');
  await page.getByRole('link', { name: 'Đợt khảo sát', exact: true }).click();
  await expect(page.getByRole('row', { name: /Khảo sát quý tới/ })).toContainText('323');
  const running = page.getByRole('row', { name: /Khảo sát thường xuyên/ });
  await expect(running).toContainText(written(localDay(Date.now() + 19 * DAY_MS)));

  // what it took the place of goes on when it is deleted
  await page.getByRole('link', { name: 'Khảo sát quý tới' }).click();
  await expect(page.getByLabel(/^Thay cho “Khảo sát thường xuyên”/)).toBeChecked();
  await page.getByRole('button', { name: 'Xóa đợt này' }).click();
  await expect(page.getByLabel(/^Đợt “Khảo sát thường xuyên”.*được tiếp tục/)).toBeChecked();
  await expectAccessible(page, 'campaign to delete');
  await page.getByRole('button', { name: 'Xóa', exact: true }).click();
  await expect(running).toBeVisible();
  await expect(running).not.toContainText(written(localDay(Date.now() + 19 * DAY_MS)));

  const year = reportYearOf(halfMonthOf(today()));
  const source = { vi: 'Kế hoạch cũ', en: 'Old plan' };
  const { from } = reportYearDays(year);
  await product.store.write((tx) =>
    addTargetStep(tx, {
      unit: product.unit,
      year,
      field: '',
      percent: 90,
      source,
      from,
      at: 0,
      account: null,
    }),
  );
  await openCard(page, 'Mục tiêu hài lòng');
  await page.getByRole('button', { name: 'Đặt hoặc đổi mục tiêu' }).click();
  await expectAccessible(page, 'target');
  await page.getByLabel('Mục tiêu (%)').fill('92,5');
  await page.getByLabel('Căn cứ (tiếng Việt)').fill('Kế hoạch số 12/KH-UBND');
  await page.getByLabel('Căn cứ (tiếng Anh)').fill('Plan 12/KH-UBND');
  await page.getByRole('button', { name: 'Lưu mục tiêu' }).click();
  await expect(page.getByText('Đã lưu mục tiêu.')).toBeVisible();
  const row = page.getByRole('row', { name: new RegExp(String(year)) });
  await row.getByText('2 lần đặt').click();
  await expect(row).toContainText(`90 %: ${written(from)} – ${written(localDay(now() - DAY_MS))}`);
  await expect(row).toContainText('92,5 %');
  await expectAccessible(page, 'targets');

  await openCard(page, 'Ngày nghỉ và ngày làm bù');
  const expected = page.getByRole('row', { name: /03\/09\/2027/ });
  await expect(expected).toContainText('Dự kiến, cần xác nhận');
  await expected.getByRole('button', { name: /^Xác nhận ngày/ }).click();
  await expected.getByRole('button', { name: 'Xác nhận', exact: true }).click();
  await expect(expected).toContainText('ghi');
  // the button is gone, and the focus is at the sentence that says so
  await expect(page.getByRole('status').filter({ hasText: 'Đã ghi vào lịch.' })).toBeFocused();
  const add = page.getByRole('button', { name: 'Thêm ngày nghỉ hoặc ngày làm bù' });
  await add.click();
  await page.keyboard.press('Escape');
  await expect(add).toBeFocused();
  await add.click();
  const dayOff = localDay(now() + 3 * DAY_MS);
  await page.getByLabel('Ngày', { exact: true }).fill(dayOff);
  await page.getByLabel('Dịp (tiếng Việt)').fill('Chuyển trụ sở');
  await page.getByLabel('Dịp (tiếng Anh)').fill('Moving house');
  await expectAccessible(page, 'day off');
  await page.getByRole('button', { name: 'Ghi vào lịch' }).click();
  await expect(page.getByRole('row', { name: new RegExp(written(dayOff)) })).toContainText('Chuyển trụ sở');
  await expectAccessible(page, 'days off');
  await expectNothingSideways(page, 'days off', [{ width: 320, height: 640 }]);
});
