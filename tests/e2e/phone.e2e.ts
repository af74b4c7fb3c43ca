import { expect, type Page, test } from '@playwright/test';
import { countSubmissions } from '../../server/store/submissions.ts';
import { answer, driveClock, expectAccessible, pause } from './people.ts';
import { type Product, startProduct } from './product.ts';

/** A citizen's own phone, as a web view inside Zalo opens it: no service worker, a bad line. */
let product: Product;
test.beforeAll(async () => {
  product = await startProduct('real');
});
test.afterAll(() => product.stop());
test.beforeEach(({ page }) => driveClock(page));
test.use({ viewport: { width: 360, height: 640 }, serviceWorkers: 'block', hasTouch: true });

async function answerAll(page: Page): Promise<void> {
  await page.goto(`${product.base}/q/${product.code}`);
  for (let question = 0; question < 8; question++) await answer(page, 'Hài lòng');
  await pause(page, 450);
  await page.getByRole('button', { name: 'Bỏ qua phần này' }).click();
  await pause(page, 450);
}
const stored = () => countSubmissions(product.store.read);

test('one code, eight taps, one submission, and nothing is kept on the phone', async ({ page }) => {
  const before = await stored();
  await page.goto(`${product.base}/q/${product.code.toLowerCase()}`);
  await expect(page.getByText('Trung tâm Phục vụ hành chính công xã Sơn Khê').first()).toBeVisible();
  await expectAccessible(page, 'phone question');
  await answerAll(page);
  await expectAccessible(page, 'phone review');
  await page.getByRole('button', { name: 'Gửi' }).click();
  await expect(page.getByRole('heading', { name: 'Xin cảm ơn Ông/Bà' })).toBeVisible();
  await expectAccessible(page, 'phone thanks');
  expect(await stored()).toBe(before + 1);
  const kept = await page.evaluate(async () => ({
    local: localStorage.length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    cookies: document.cookie,
  }));
  expect(kept).toEqual({ local: 0, session: 0, databases: 0, cookies: '' });
});

test('a send whose answer is lost keeps the page and counts once when it is tried again', async ({
  page,
}) => {
  const before = await stored();
  await answerAll(page);
  // the server takes it, the answer never arrives
  await page.route('**/api/v1/phone', async (route) => {
    await route.fetch();
    await route.abort();
  });
  await page.getByRole('button', { name: 'Gửi' }).click();
  await expect(page.getByRole('heading', { name: 'Chưa gửi được' })).toBeVisible();
  await expectAccessible(page, 'phone fault');
  await page.unroute('**/api/v1/phone');
  await page.getByRole('button', { name: 'Thử lại' }).click();
  await expect(page.getByRole('heading', { name: 'Xin cảm ơn Ông/Bà' })).toBeVisible();
  expect(await stored()).toBe(before + 1);
});

test('a portal’s page that says 200 is no receipt', async ({ page }) => {
  const before = await stored();
  await answerAll(page);
  await page.route('**/api/v1/phone', (route) =>
    route.fulfill({ status: 200, contentType: 'text/html', body: '<h1>Wi-Fi</h1>' }),
  );
  await page.getByRole('button', { name: 'Gửi' }).click();
  await expect(page.getByRole('heading', { name: 'Chưa gửi được' })).toBeVisible();
  expect(await stored()).toBe(before);
});

test('leaving after the overall question sends one partial submission, and the page stays closed', async ({
  page,
}) => {
  const before = await stored();
  await page.goto(`${product.base}/q/${product.code}`);
  await answer(page, 'Hài lòng');
  await page.goto(`${product.base}/`);
  await expect.poll(stored).toBe(before + 1);
  await page.goBack();
  await expect(page.getByRole('heading', { name: 'Đã ghi nhận' })).toBeVisible();
  await expect(page.getByRole('radio')).toHaveCount(0);
  expect(await stored()).toBe(before + 1);
});

test('an unknown code leads to a page where a code can be typed', async ({ page }) => {
  await page.goto(`${product.base}/q/2222222222`);
  await expectAccessible(page, 'phone unknown code');
  await page.getByRole('textbox').fill(product.code.toLowerCase());
  await page.getByRole('button').click();
  await expect(page.getByRole('radiogroup')).toBeVisible();
});

test('at 320 pixels nothing has to be moved sideways', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(`${product.base}/q/${product.code}`);
  for (let question = 0; question < 8; question++) {
    const over = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(over).toBe(0);
    await answer(page, 'Bình thường');
  }
});
