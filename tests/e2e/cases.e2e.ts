import { expect, test } from '@playwright/test';
import { heardWords } from '../../kiosk/text/heard-words.ts';
import { look } from './look.ts';
import { openDashboard } from './manager-accounts.ts';
import { driveClock, enrolTablet, expectAccessible, passUntil } from './people.ts';
import { type Product, startProduct } from './product.ts';
import { expectNothingSideways } from './room-on-screen.ts';

/** What people said comes to somebody, is answered, and people hear of it. */
let product: Product;
test.beforeAll(async () => {
  product = await startProduct('demo');
});
test.afterAll(() => product.stop());

const SAID = 'Sáng thứ Hai rất đông, phải chờ lâu mới đến lượt.';
const DID = 'Mở thêm một quầy vào sáng thứ Hai và kê thêm ghế ở khu vực chờ.';
test('a remark becomes a case, is answered, and what was done is published on the idle tablet and on own phones (sentence 58)', async ({
  page,
  browser,
}) => {
  await openDashboard(page, product);
  await page.getByRole('link', { name: /^Góp ý.*18 vụ việc đang mở/ }).click();
  await expect(page.getByRole('heading', { name: 'Quá 15 ngày (3)' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Đang mở (15)' })).toBeVisible();
  await look(page, 'cases');

  await page.getByRole('link', { name: /Xem và xử lý.*Chỗ để xe hẹp/ }).click();
  await page.getByRole('button', { name: 'Ghi đã trả lời' }).click();
  await page.getByLabel('Đã trả lời hoặc đã làm gì').fill('Đã lắp mái che nhà để xe');
  await look(page, 'one case');
  await page.getByRole('button', { name: 'Lưu' }).click();
  await expect(page.getByText('Đã lưu.')).toBeVisible();
  await expect(page.getByText('Trả lời Nguyễn Thị Lan')).toBeVisible();

  await page.getByRole('link', { name: 'Góp ý', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Quá 15 ngày (2)' })).toBeVisible();
  await page.getByRole('link', { name: 'Công khai “Góp ý – đã xử lý”' }).click();
  await page.getByRole('button', { name: 'Viết tin mới' }).click();
  await page.getByLabel('Người dân nói').fill('Chị Lan ở quầy 3 nói to.');
  await page.getByLabel('Đơn vị đã làm').fill(DID);
  await page.getByRole('button', { name: 'Công khai', exact: true }).click();
  await expect(page.getByText('Còn số hoặc tên người.')).toBeVisible();
  await page.getByLabel('Người dân nói').fill(SAID);
  await look(page, 'publish');
  await page.getByRole('button', { name: 'Công khai', exact: true }).click();
  await expect(page.getByText('Đã công khai.')).toBeVisible();

  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const tablet = await context.newPage();
  await driveClock(tablet);
  await enrolTablet(tablet, product);
  const heard = tablet.getByRole('heading', { name: heardWords.vi.title });
  await passUntil(tablet, () => heard.isVisible(), true);
  await expect(tablet.getByText(SAID)).toBeVisible();
  await expect(tablet.getByText(DID)).toBeVisible();
  await expectNothingSideways(tablet, 'heard', [
    { width: 1280, height: 800 },
    { width: 1024, height: 768 },
  ]);
  await expectAccessible(tablet, 'heard');
  // wherever the lower two thirds are touched, the survey starts
  await tablet.mouse.click(40, 760);
  await expect(heard).toBeHidden();
  await expect(tablet.getByRole('heading', { level: 1 })).not.toHaveText(/Trung tâm Phục vụ/);
  await context.close();

  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${product.base}/q/${product.code}`);
  await page.getByText(heardWords.vi.title).click();
  await expect(page.getByText(DID)).toBeVisible();
  await expectAccessible(page, 'own phone');
});
