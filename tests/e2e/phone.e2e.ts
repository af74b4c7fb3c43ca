import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import type { Submission } from '../../shared/submission.ts';
import { hashSecret } from '../../server/secrets.ts';
import { bytesOfStored } from '../../server/store/packed-submission.ts';
import { countSubmissions } from '../../server/store/submissions.ts';
import { addTickets } from '../../server/store/tickets.ts';
import { answer, driveClock, expectAccessible, pause } from './people.ts';
import { expectNothingSideways } from './room-on-screen.ts';
import { putContact } from '../../server/store/contacts.ts';
import { type Product, startProduct } from './product.ts';

/**
 * A citizen's own phone, as it opens inside an app: no service worker, no storage, no cookies, a bad line. Each journey
 * goes to its end under the user agent of another app; the apps themselves are tried by people.
 */
const ANDROID =
  'Mozilla/5.0 (Linux; Android 10; M2006C3LG Build/QP1A.190711.020; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0';
const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 14_8 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';
const APPS = {
  zaloAndroid: `${ANDROID} Chrome/109.0.5414.118 Mobile Safari/537.36 Zalo android/12100630 ZaloTheme/light ZaloLanguage/vi`,
  zaloPhone: `${IPHONE} Mobile/15E148 Zalo iOS/702 ZaloTheme/light ZaloLanguage/vn`,
  facebook: `${ANDROID} Chrome/128.0.6613.40 Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/478.0.0.41.86;IABMV/1;]`,
  cocCoc:
    'Mozilla/5.0 (Linux; Android 11; SM-A125F) AppleWebKit/537.36 (KHTML, like Gecko) coc_coc_browser/127.0.280 Mobile Chrome/121.0.6167.280 Mobile Safari/537.36',
  samsung:
    'Mozilla/5.0 (Linux; Android 12; SAMSUNG SM-A135F) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/25.0 Chrome/121.0.0.0 Mobile Safari/537.36',
} as const;

let product: Product;
test.beforeAll(async () => {
  product = await startProduct('real');
  await product.store.write((tx) => putContact(tx, 'units', product.unit, '02633822345'));
});
test.afterAll(() => product.stop());
test.beforeEach(({ page }) => driveClock(page));
test.use({ viewport: { width: 360, height: 640 }, serviceWorkers: 'block', hasTouch: true });

/** As where a web view forbids everything that a page could be remembered by. */
async function forbidStorage(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const refuse = () => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    };
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches'])
      Object.defineProperty(globalThis, name, { get: refuse });
    Object.defineProperty(Document.prototype, 'cookie', { get: refuse, set: refuse });
    Object.defineProperty(Navigator.prototype, 'serviceWorker', { get: refuse });
  });
}
const thanked = (page: Page) => page.getByRole('heading', { name: 'Xin cảm ơn Ông/Bà' });
const stored = () => countSubmissions(product.store.read);

/** The way to the server is as `page.route` has made it. */
async function sendInVain(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Gửi' }).click();
  await expect(page.getByRole('heading', { name: 'Chưa gửi được' })).toBeVisible();
  // who cannot send may want to talk to the office
  await expect(page.getByRole('alert')).toContainText(/xin Ông\/Bà gọi 0263\s3822\s345/);
}

/** The network is open again. */
async function tryAgain(page: Page): Promise<void> {
  await page.unroute('**/api/v1/phone');
  await page.getByRole('button', { name: 'Thử lại' }).click();
  await expect(thanked(page)).toBeVisible();
}

async function answerAll(page: Page, open = true): Promise<void> {
  if (open) await page.goto(`${product.base}/q/${product.code}`);
  for (let question = 0; question < 8; question++) await answer(page, 'Hài lòng');
  await pause(page, 450);
  await page.getByRole('button', { name: 'Bỏ qua phần này' }).click();
  await pause(page, 450);
}

test.describe('in Zalo on Android', () => {
  test.use({ userAgent: APPS.zaloAndroid });

  test('one code, eight taps, one submission, and nothing is kept on the phone', async ({ page }) => {
    const before = await stored();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(`${product.base}/q/${product.code.toLowerCase()}`);
    await expect(page.getByText('Trung tâm Phục vụ hành chính công xã Sơn Khê').first()).toBeVisible();
    await expectAccessible(page, 'phone question');
    expect(asked).toEqual([`/q/${product.code.toLowerCase()}`]);
    await answerAll(page, false);
    await expectAccessible(page, 'phone review');
    await page.getByRole('button', { name: 'Gửi' }).click();
    await expect(thanked(page)).toBeVisible();
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
});

test.describe('in Zalo on an iPhone', () => {
  test.use({ userAgent: APPS.zaloPhone });

  test('a send whose answer is lost keeps the page and counts once when it is tried again', async ({
    page,
    context,
  }) => {
    await forbidStorage(context);
    const before = await stored();
    await answerAll(page);
    // the server takes it, the answer never arrives
    await page.route('**/api/v1/phone', async (route) => {
      await route.fetch();
      await route.abort();
    });
    await sendInVain(page);
    await expectAccessible(page, 'phone fault');
    await tryAgain(page);
    expect(await stored()).toBe(before + 1);
  });
});

test.describe('in Facebook', () => {
  test.use({ userAgent: APPS.facebook });

  test('a portal’s page that says 200 is no receipt, and the answers are sent when the network is open', async ({
    page,
    context,
  }) => {
    await forbidStorage(context);
    const before = await stored();
    await answerAll(page);
    await page.route('**/api/v1/phone', (route) =>
      route.fulfill({ status: 200, contentType: 'text/html', body: '<h1>Wi-Fi</h1>' }),
    );
    await sendInVain(page);
    expect(await stored()).toBe(before);
    await tryAgain(page);
    expect(await stored()).toBe(before + 1);
  });
});

test.describe('in Cốc Cốc', () => {
  test.use({ userAgent: APPS.cocCoc });

  test('leaving after the overall question sends one partial submission, and the page stays closed', async ({
    page,
    context,
  }) => {
    await forbidStorage(context);
    const before = await stored();
    await page.goto(`${product.base}/q/${product.code}`);
    await answer(page, 'Hài lòng');
    await page.goto(`${product.base}/`);
    await expect.poll(stored).toBe(before + 1);
    for (const back of [() => page.goBack(), () => page.reload()]) {
      await back();
      await expect(page.getByRole('heading', { name: 'Đã ghi nhận' })).toBeVisible();
      await expect(page.getByRole('radio')).toHaveCount(0);
    }
    expect(await stored()).toBe(before + 1);
  });
});

test.describe('in Samsung Internet', () => {
  test.use({ userAgent: APPS.samsung, viewport: { width: 320, height: 640 } });

  test('at 320 pixels with letters twice as large nothing has to be moved sideways, to the end', async ({
    page,
    context,
  }) => {
    await forbidStorage(context);
    const session = await context.newCDPSession(page);
    await session.send('Page.enable');
    await session.send('Page.setFontSizes', { fontSizes: { standard: 32 } });
    await page.goto(`${product.base}/q/${product.code}`);
    await page.locator('summary').click();
    await expectNothingSideways(page, 'notice');
    await page.locator('summary').click();
    for (let question = 0; question < 8; question++) {
      await expectNothingSideways(page, `question ${question + 1}`);
      await answer(page, 'Bình thường');
    }
    await expectNothingSideways(page, 'ending');
    await pause(page, 450);
    await page.getByRole('button', { name: 'Bỏ qua phần này' }).click();
    await expectNothingSideways(page, 'review');
    await page.route('**/api/v1/phone', (route) => route.abort());
    await pause(page, 450);
    await sendInVain(page);
    await expectNothingSideways(page, 'fault');
    await tryAgain(page);
    await expectNothingSideways(page, 'thanks');
    await page.goto(`${product.base}/q/2222222222`);
    await expectNothingSideways(page, 'unknown code');
    // the browser's own zoom halves the page in place of the letters
    await session.send('Page.setFontSizes', { fontSizes: { standard: 16 } });
    await page.setViewportSize({ width: 180, height: 320 });
    await page.goto(`${product.base}/q/${product.code}`);
    await expectNothingSideways(page, 'zoomed');
  });

  test('a ticket opens all 39 items of a full form, and what was answered before leaving is kept', async ({
    page,
    context,
  }) => {
    await forbidStorage(context);
    const before = await stored();
    const ticket = 'A'.repeat(21);
    await product.store.write(async (tx) => {
      await tx.updateTable('campaigns').set({ forms: '{"ticket":"full"}' }).execute();
      const { id: campaign } = await tx.selectFrom('campaigns').select('id').executeTakeFirstOrThrow();
      const way = { servicePoint: product.point, field: null, campaign };
      const batch = { ...way, id: 't1', counter: null, note: '', made: '2026-01-01', expires: '2099-01-01' };
      await addTickets(tx, batch, [hashSecret(`${ticket}B`), hashSecret(`${ticket}C`)]);
    });
    await page.goto(`${product.base}/s#t=${ticket}B`);
    await expect(page.getByText('1/40')).toBeVisible();
    await expect(page.getByRole('link', { name: 'Đổi' })).toHaveCount(0);
    await expectNothingSideways(page, 'full form');
    await expectAccessible(page, 'phone full form');
    for (let question = 0; question < 3; question++) await answer(page, 'Hài lòng');
    await page.goto(`${product.base}/`);
    await expect.poll(stored).toBe(before + 1);
    const rows = await product.store.read.selectFrom('submissions').select(['id', 'p']).execute();
    const kept = rows.map((row) => JSON.parse(bytesOfStored(row)) as Submission);
    const full = kept.find(({ ch }) => ch === 'ticket')!;
    expect([full.it.length, full.a.filter((given) => given === 4).length]).toEqual([40, 3]);
  });
});

test('the first question is read before any script, and a tap that came before it is obeyed', async ({
  page,
  browser,
}) => {
  const still = await browser.newPage({ javaScriptEnabled: false, viewport: { width: 360, height: 640 } });
  await still.goto(`${product.base}/q/${product.code}`);
  await expect(still.getByRole('radio')).toHaveCount(6);
  await expect(still.getByText(/đang tắt JavaScript/)).toBeVisible();
  await still.close();

  await page.addInitScript(() => {
    const seen = { removed: 0, early: false };
    Object.assign(globalThis, { seen });
    new MutationObserver((changes) => {
      const tile = document.querySelectorAll<HTMLElement>('[role=radio]')[3];
      for (const { target, removedNodes } of changes)
        if (target instanceof Element && target.closest('#app') && !seen.early)
          seen.removed += removedNodes.length;
      // the page's script is a module: it runs when all of the page has been read
      if (tile && document.readyState === 'loading' && !seen.early) {
        seen.early = true;
        tile.click();
      }
    }).observe(document, { childList: true, subtree: true });
  });
  await page.goto(`${product.base}/q/${product.code}`);
  await page.clock.runFor(1_000);
  await expect(page.getByText('2/8')).toBeVisible();
  expect(await page.evaluate(() => (globalThis as unknown as { seen: object }).seen)).toEqual({
    removed: 0,
    early: true,
  });
});

test('the script takes over what stands there: no element is made anew', async ({ page }) => {
  await page.addInitScript(() => {
    document.addEventListener('readystatechange', () => {
      if (document.readyState === 'interactive')
        for (const element of document.querySelectorAll('#app *')) element.setAttribute('data-sent', '');
    });
  });
  await page.goto(`${product.base}/q/${product.code}`);
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('radio', { name: 'Very satisfied' })).toBeVisible();
  await expect(page.locator('#app .tile:not([data-sent])')).toHaveCount(0);
  await expect(page.locator('#app .tile[data-sent]')).toHaveCount(5);
});

test('a code that opens nothing leads to the offices, where one is found without tone marks and opened', async ({
  page,
  context,
}) => {
  await forbidStorage(context);
  await page.setViewportSize({ width: 320, height: 640 });
  const demo = await startProduct('demo');
  await page.goto(`${demo.base}/q/2222222222`);
  await expect(page.getByRole('heading', { name: 'Không tìm thấy mã này' })).toBeVisible();
  await expectAccessible(page, 'phone unknown code');
  await page.getByLabel('Mã tại quầy').fill(`${demo.code.slice(0, 5)} O0`);
  await page.getByRole('button', { name: 'Mở' }).click();
  await expect(page.getByRole('heading', { name: 'Mã chưa đúng' })).toBeVisible();
  await expect(page.getByLabel('Mã tại quầy')).toHaveValue(`${demo.code.slice(0, 5)} O0`);
  await page.getByLabel('Mã tại quầy').fill(`${demo.code.slice(0, 5).toLowerCase()} - ${demo.code.slice(5)}`);
  await page.getByRole('button', { name: 'Mở' }).click();
  await page.getByRole('link', { name: 'Đổi' }).click();
  await page.getByRole('link', { name: 'Phường Tân Khê' }).click();
  await expect(page.getByRole('link', { name: /Quầy/ }).first()).toBeVisible();
  await page.getByRole('searchbox').fill('dong lam');
  await page.getByRole('button', { name: 'Tìm' }).click();
  await expectNothingSideways(page, 'offices');
  await expectAccessible(page, 'phone offices');
  await page.getByRole('link', { name: /Quầy 2.*phường Đông Lâm/ }).click();
  await expect(
    page.getByText(/^Phường Đông Lâm – Trung tâm Phục vụ hành chính công phường Đông Lâm/),
  ).toBeVisible();
  await demo.stop();
});
