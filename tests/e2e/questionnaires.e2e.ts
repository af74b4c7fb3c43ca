import { expect, test } from '@playwright/test';
import { localDay } from '../../shared/period.ts';
import { heading, toPage } from './device-pages.ts';
import { openDashboard } from './manager-accounts.ts';
import { expectAccessible } from './people.ts';
import { type Product, startProduct } from './product.ts';
import { expectNothingSideways } from './room-on-screen.ts';

/** A province writes a version of its own, looks at it on the real screens, publishes it and asks by it. */
let product: Product;
test.beforeAll(async () => {
  product = await startProduct('demo');
});
test.afterAll(() => product.stop());

const WORDS = 'Công chức ở {point} lịch sự và tôn trọng người dân.';

test('a new version is written, seen on tablet and phone while it is written, published, chosen by a campaign, and the trend has a break there', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1366, height: 768 });
  await openDashboard(page, product);
  await toPage(page, /^Thiết lập$/);
  await page.getByRole('link', { name: 'Phiếu khảo sát', exact: true }).click();
  await expect(heading(page, 'Phiếu khảo sát')).toBeVisible();
  await expect(page.getByText('Đang hỏi', { exact: true })).toBeVisible();
  await expectAccessible(page, 'versions of the questionnaire');

  await page.getByRole('link', { name: 'Phiếu kèm phần mềm, phiên bản 1' }).click();
  await page.getByRole('button', { name: 'Soạn phiên bản mới từ phiên bản này' }).click();
  await page.getByRole('button', { name: 'Bắt đầu soạn' }).click();
  await expect(heading(page, 'Soạn phiên bản mới')).toBeVisible();
  await expect(page.getByText('Chưa có gì khác phiên bản trước.')).toBeVisible();

  // without one item of the procedures the others are drawn more often, and weigh less
  const weights = page.locator('.weight-table');
  await expect(weights).toContainText('1 trong 4');
  await page.getByRole('checkbox', { name: /^27\./ }).uncheck();
  await expect(weights).not.toContainText('1 trong 4');

  await page.getByRole('button', { name: 'Sửa lời văn câu 31' }).click();
  await page.getByLabel('Câu hỏi nguyên văn (tiếng Việt)').last().fill(WORDS);
  await expect(page.getByText('Câu 31: chưa nói câu này so với phiên bản trước thế nào')).toBeVisible();
  const screen = page.frameLocator('.preview-frame iframe');
  await expect(screen.getByText('lịch sự và tôn trọng người dân.')).toBeVisible();
  await expect(screen.getByRole('radio', { name: /^Rất hài lòng/ })).toBeVisible();
  await page.getByRole('radio', { name: /^cùng ý, lời văn khác/ }).check();
  await expect(page.getByText('vẫn ghi như phiên bản trước, trong khi câu hỏi đã đổi').first()).toBeVisible();
  await page.getByLabel('Nguồn lời văn (tiếng Việt)').fill('Tỉnh Lâm Khê soạn từ phiếu 39 tiêu chí.');
  await page.getByLabel('Nguồn lời văn (tiếng Anh)').fill('Written by Lâm Khê from the 39 items.');
  await expect(page.getByText('Không còn thiếu gì.')).toBeVisible();
  await page.getByRole('radio', { name: 'Điện thoại' }).check();
  await expect(screen.getByText('lịch sự và tôn trọng người dân.')).toBeVisible();
  await page.getByRole('radio', { name: 'Tiếng Anh' }).check();
  await expect(screen.getByText('Very satisfied')).toBeVisible();
  await page.getByRole('radio', { name: 'Đầy đủ' }).check();
  await expect(screen.getByText('polite and respectful').first()).toBeVisible();
  await expectAccessible(page, 'draft of a questionnaire');
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNothingSideways(page, 'draft of a questionnaire');
  await page.setViewportSize({ width: 1366, height: 768 });

  await page.getByLabel('Tên phiếu (tiếng Việt)').fill('Phiếu của tỉnh Lâm Khê');
  await expect(page.getByText('Có thay đổi chưa lưu.')).toBeVisible();
  await page.getByRole('button', { name: 'Lưu bản nháp' }).click();
  await expect(page.getByText('Đã lưu bản nháp.')).toBeVisible();
  await page.getByRole('button', { name: 'Công bố phiên bản này' }).click();
  await expect(page.getByText('không ai sửa hay xóa được')).toBeVisible();
  await page.getByRole('button', { name: 'Công bố', exact: true }).click();
  await expect(page.getByText(/^Đã công bố/)).toBeVisible();
  await expect(heading(page, 'Phiếu của đơn vị, phiên bản 1')).toBeVisible();
  await expect(page.getByText('Các câu hỏi đã khác, không so sánh được').first()).toBeVisible();
  await expectAccessible(page, 'a published version');

  await toPage(page, /^Thiết lập$/);
  await page.getByRole('link', { name: 'Đợt khảo sát', exact: true }).click();
  await page.getByRole('link', { name: 'Tạo đợt khảo sát mới' }).click();
  await page.getByLabel('Tên đợt (tiếng Việt)').fill('Đợt theo phiếu mới');
  await page.getByLabel('Tên đợt (tiếng Anh)').fill('By the new form');
  await page.getByLabel('Ngày bắt đầu').fill(localDay(Date.now() + product.clockShiftMs));
  await page.getByLabel('Chưa ấn định ngày kết thúc').check();
  await page.getByLabel(/^Thay cho/).check();
  await expect(page.getByLabel('Bộ câu hỏi')).toHaveValue('minhhoa 1');
  await page.getByRole('button', { name: 'Lưu đợt khảo sát' }).click();
  await expect(page.getByText('Đã lưu.')).toBeVisible();

  await toPage(page, /^Kết quả$/);
  await expect(page.getByText(/^Đổi phiếu khảo sát \(vạch chấm đứng\)/).first()).toBeVisible();
  await expectAccessible(page, 'a trend with a break');
});
