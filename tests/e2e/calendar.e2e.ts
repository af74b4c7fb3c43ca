import { expect, test } from '@playwright/test';
import { duePeriods } from '../../shared/report-deadlines.ts';
import { localDay } from '../../shared/period.ts';
import { periodName } from '../../shared/period-name.ts';
import { expectAccessible } from './accessible.ts';
import { openDashboard } from './manager-accounts.ts';
import { startProduct } from './product.ts';
import { expectNothingSideways } from './room-on-screen.ts';

test('a manager sees which report is due and who still owes forms, certifies its figures, and finds them certified', async ({
  page,
}) => {
  const product = await startProduct('demo');
  try {
    const today = localDay(Date.now());
    const newest = duePeriods(today).find(({ to }) => to < today)!;
    await openDashboard(page, product);
    await page.getByRole('link', { name: 'Lịch báo cáo' }).click();
    await expect(page.getByRole('heading', { name: 'Lịch báo cáo' })).toBeFocused();
    const period = page.getByRole('button', { name: new RegExp(`^${periodName(newest.id, 'vi')}`) });
    await expect(period).toHaveAttribute('aria-pressed', 'true');
    const below = page.getByRole('table', { name: 'Đơn vị trực thuộc' });
    await expect(below.getByRole('row').nth(1)).toBeVisible();
    const certified = page.getByRole('region', { name: 'Số liệu xác nhận' });
    await expect(certified.getByRole('row', { name: /^Dịch vụ/ })).toContainText('%');
    await expectAccessible(page, 'the calendar');
    await expectNothingSideways(page, 'the calendar', [
      { width: 390, height: 844 },
      { width: 1366, height: 768 },
    ]);
    await certified.getByRole('button', { name: 'Xác nhận số liệu' }).click();
    await certified.getByRole('button', { name: 'Xác nhận', exact: true }).click();
    await expect(certified.getByText('Đã ghi bản xác nhận lần 1.')).toBeVisible();
    await expect(certified.getByText('Số liệu hiện nay đúng như bản đã xác nhận.')).toBeVisible();
    await expect(period).toContainText('Đã xác nhận');
  } finally {
    await product.stop();
  }
});
