import { expect, test } from '@playwright/test';
import { putFinding } from '../../server/store/findings.ts';
import { halfMonthOf, localDay } from '../../shared/period.ts';
import { toPage } from './device-pages.ts';
import { openDashboard } from './manager-accounts.ts';
import { expectAccessible } from './people.ts';
import { type Product, startProduct } from './product.ts';

/** What the night found of service points, as a manager reads it. */
let product: Product;
test.beforeEach(async () => {
  product = await startProduct('demo');
});
test.afterEach(() => product.stop());

test('a service point that looks unlike itself is named with its signs and what to do, without any number', async ({
  page,
}) => {
  await openDashboard(page, product);
  await toPage(page, /Chờ xem xét/);
  const section = page.getByRole('region', { name: 'Điểm tiếp nhận có dấu hiệu khác thường lệ' });
  await expect(section).toContainText('Chưa thấy điểm tiếp nhận nào khác thường lệ.');
  const halfMonth = halfMonthOf(localDay(Date.now()));
  const finding = {
    servicePoint: product.point,
    halfMonth,
    forms: 4_711,
    signs: ['tapped', 'late'],
  } as const;
  await product.store.write((tx) => putFinding(tx, finding));
  await page.reload();
  const card = section.getByRole('article');
  await expect(card).toHaveCount(1);
  await expect(card).toContainText('phiếu vừa bấm rất nhanh vừa chọn “Rất hài lòng” ở mọi câu');
  await expect(card).toContainText('phiếu ngoài giờ làm việc');
  await expect(card).toContainText('Nên làm');
  await expect(section).not.toContainText(/4\.?711|%/);
  await expectAccessible(page, 'places that look unlike themselves');
});
