import { expect, type Page, test as base } from '@playwright/test';
import { createFakeCamera, type FakeCamera } from '../fakes/fake-camera.ts';
import { expectAccessible, grantPersistence } from './people.ts';
import { type Product, startProduct } from './product.ts';

/** A telephone of staff: a real camera picture, a real browser, no network where none is needed. */
const test = base.extend<object, { readonly camera: FakeCamera }>({
  camera: [
    // oxlint-disable-next-line no-empty-pattern -- a fixture says what it needs, and this one needs nothing
    async ({}, use) => {
      const camera = createFakeCamera();
      await use(camera);
      camera.remove();
    },
    { scope: 'worker' },
  ],
  launchOptions: [
    async ({ launchOptions, camera }, use) =>
      use({ ...launchOptions, args: [...(launchOptions.args ?? []), ...camera.args] }),
    { scope: 'worker' },
  ],
});
test.use({ viewport: { width: 390, height: 844 } });
let product: Product;
test.beforeAll(async () => {
  product = await startProduct('real');
});
test.afterAll(() => product.stop());

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });

/** Nothing to be moved sideways on a telephone, small ones too, and no fault of accessibility, in both languages. */
async function look(page: Page, screen: string): Promise<void> {
  for (const language of ['English', 'Tiếng Việt']) {
    await button(page, language).click();
    for (const [width, height] of [
      [320, 640],
      [390, 844],
    ] as const) {
      await page.setViewportSize({ width, height });
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(over, `${screen} at ${width}, ${language}`).toBeLessThanOrEqual(0);
    }
    await expectAccessible(page, `${screen}, ${language}`);
  }
}

test('the camera scans the enrolment code inside the app, says of another code what it is not, and is off afterwards', async ({
  page,
  camera,
}) => {
  await grantPersistence(page);
  camera.show(`${product.base}/q/${product.code}`);
  await page.goto(`${product.base}/kiosk/staff/`);
  const readers: string[] = [];
  page.on('request', (request) => request.url().includes('/read-qr-') && readers.push(request.url()));
  await expect(heading(page, 'Đăng ký thiết bị')).toBeVisible();
  await look(page, 'enrolment');
  expect(readers, 'the reader of codes is loaded with a camera and not before').toEqual([]);
  await button(page, 'Quét mã QR').click();
  await expect(page.getByRole('alert')).toContainText('Đây không phải mã đăng ký');
  await expectAccessible(page, 'the camera');
  await button(page, 'Đóng máy ảnh').click();
  await expect(page.locator('video')).toHaveCount(0);
  camera.show(await product.deviceLink());
  await button(page, 'Quét mã QR').click();
  await expect(heading(page, 'Có đúng thiết bị này không?')).toBeVisible();
  await expect(page.locator('video')).toHaveCount(0);
  expect(new URL(page.url()).hash).toBe('');
  expect(readers).toHaveLength(1);
});

test('inside another app, which has no service worker, the page offers the browser and its address, and keeps nothing', async ({
  page,
}) => {
  await page.addInitScript(() => {
    delete (Navigator.prototype as { serviceWorker?: unknown }).serviceWorker;
    Object.defineProperty(navigator, 'userAgent', { value: 'Mozilla/5.0 (Linux; Android 13; wv) Zalo' });
  });
  await page.goto(`${product.base}/kiosk/staff/#enrol=ABCD2345`);
  await expect(heading(page, 'Xin mở trang này bằng trình duyệt')).toBeVisible();
  const address = `${product.base}/kiosk/staff/#enrol=ABCD2345`;
  await expect(page.getByLabel('Địa chỉ của trang')).toHaveValue(address);
  const out = await page.getByRole('link', { name: 'Mở bằng trình duyệt' }).getAttribute('href');
  expect(out).toContain(`${address.replace('http://', 'intent://')}#Intent;scheme=http;`);
  await expectAccessible(page, 'in a web view');
  expect(await page.evaluate(() => indexedDB.databases().then((list) => list.length))).toBe(0);
});
