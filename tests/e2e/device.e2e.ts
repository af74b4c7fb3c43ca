import { expect, type Page, test } from '@playwright/test';
import {
  answer,
  beginInTheMorning,
  beginVisit,
  driveClock,
  enrolTablet,
  lamp,
  letIdle,
  letItTestItself,
  passUntil,
  pause,
  takePart,
  toldBy,
  unsent,
  waitForAttract,
  waitUntilSent,
  watchBusy,
  wipeDatabase,
} from './people.ts';
import { type Product, startProduct } from './product.ts';
import { createReleases, lookForNews, type Releases } from './releases.ts';

/** A tablet and its storage, its worker and its versions, in a real browser. */
let product: Product;
let releases: Releases;
test.beforeAll(async () => {
  releases = createReleases();
  product = await startProduct('demo', releases);
});
test.beforeEach(async ({ page }) => {
  releases.publish();
  beginInTheMorning(product);
  await driveClock(page);
});
test.afterAll(async () => {
  await product.stop();
  releases.remove();
});

const received = () =>
  product.store.read
    .selectFrom('submissions')
    .select((q) => q.fn.countAll().as('n'))
    .executeTakeFirstOrThrow()
    .then(({ n }) => Number(n));
const releaseOf = (page: Page) => page.evaluate(() => (globalThis as { release?: string }).release);
/**
 * A waiting version takes over when the attract screen has been idle for a minute. Between two leaps of the clock the
 * browser changes its worker in its own time: were more to come due meanwhile, the page would be on its way elsewhere.
 */
async function waitForRelease(page: Page, name: string): Promise<void> {
  await letIdle(page, 50_000);
  await expect
    .poll(
      async () => {
        await letIdle(page, 10_000);
        return releaseOf(page).catch(() => {}); // the page may be on its way to the new one
      },
      { intervals: [400], timeout: 30_000 },
    )
    .toBe(name);
}
/**
 * No request of this page reaches the API until what is returned is called. Refused before its worker hears of them: a
 * request that is stopped behind it keeps it busy, and in office.
 */
async function cutLine(page: Page): Promise<() => Promise<unknown>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.setBlockedURLs', { urls: ['*/api/*'] });
  return () => session.detach();
}

test('an update never touches an open visit', async ({ page }) => {
  await enrolTablet(page, product);
  await letItTestItself(page);
  await beginVisit(page);
  releases.publish('next');
  await lookForNews(page, 'waits');
  await pause(page, 450);
  await page.getByRole('radio', { name: 'Hài lòng', exact: true }).click();
  await letIdle(page, 20_000);
  expect(await releaseOf(page)).toBeUndefined();
  await expect(page.getByRole('radiogroup')).toBeVisible();
  // The person goes away; a minute after that the attract screen makes way.
  await letIdle(page, 60_000);
  await expect(page.getByRole('button', { name: /Chạm để góp ý/ })).toBeVisible();
  expect(await releaseOf(page)).toBeUndefined();
  await waitForRelease(page, 'next');
  await expect(page.getByRole('button', { name: /Chạm để góp ý/ })).toBeVisible();
});

test('a new version and the one before it both keep a full outbox', async ({ page }) => {
  const before = await received();
  await enrolTablet(page, product);
  await letItTestItself(page);
  const mendLine = await cutLine(page);
  let kept = 0;
  for (const name of ['next', 'first-again', undefined]) {
    await visit(page);
    kept++;
    expect(await unsent(page)).toBe(kept);
    if (name === undefined) break;
    releases.publish(name);
    await lookForNews(page, 'waits');
    await waitForRelease(page, name);
    await expect(page.getByRole('button', { name: /Chạm để góp ý/ })).toBeVisible();
  }
  await mendLine();
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await waitUntilSent(page);
  expect(await received()).toBe(before + 3);
});

/** A visit that its person leaves after the overall question. */
async function visit(page: Page): Promise<void> {
  await beginVisit(page);
  await answer(page, 'Hài lòng');
  await page.getByRole('button', { name: 'Kết thúc' }).click();
  await expect(page.getByRole('heading', { name: 'Xin cảm ơn Ông/Bà' })).toBeVisible();
  await waitForAttract(page);
}

test('a portal page is never cached as the shell', async ({ page }) => {
  await enrolTablet(page, product);
  releases.publishBehindPortal('stolen');
  await lookForNews(page, 'refused');
  const cached = await page.evaluate(async () => {
    const texts: string[] = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) texts.push(await (await cache.match(request))!.text());
    }
    return texts;
  });
  expect(cached.length).toBeGreaterThan(5);
  expect(cached.filter((text) => text.includes('<title>Welcome</title>'))).toEqual([]);
  await page.reload();
  await waitForAttract(page);
});

test('the worker leaves every POST alone', async ({ page }) => {
  const posts: { readonly byWorker: boolean; readonly body: number }[] = [];
  await enrolTablet(page, product);
  await page.reload();
  await waitForAttract(page);
  expect(await page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
  page.context().on('request', (request) => {
    if (request.method() !== 'POST') return;
    posts.push({ byWorker: request.serviceWorker() !== null, body: request.postData()?.length ?? 0 });
  });
  await takePart(page, 'Hài lòng');
  await waitUntilSent(page);
  expect(posts.length).toBeGreaterThan(0);
  expect(posts.filter(({ byWorker, body }) => byWorker || body === 0)).toEqual([]);
});

test('two taps on send make one submission, and the button is dimmed until it is kept', async ({ page }) => {
  const before = await received();
  await enrolTablet(page, product);
  await beginVisit(page);
  for (let question = 0; question < 8; question++) await answer(page, 'Hài lòng');
  await pause(page, 450);
  await page.getByRole('button', { name: 'Bỏ qua phần này' }).click();
  await pause(page, 450);
  const busy = await watchBusy(page);
  await page.getByRole('button', { name: 'Gửi' }).dblclick({ delay: 5 });
  await expect(page.getByRole('heading', { name: 'Xin cảm ơn Ông/Bà' })).toBeVisible();
  expect(await busy.jsonValue()).toEqual(['true', 'false']);
  await waitForAttract(page);
  await waitUntilSent(page);
  expect(await received()).toBe(before + 1);
});

test('a full disk loses nothing thanked and is told from corruption', async ({ page }) => {
  await page.addInitScript(() => {
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...given: Parameters<typeof put>) {
      if ((globalThis as { isFull?: boolean }).isFull && this.name === 'outbox')
        throw new DOMException('no room', 'QuotaExceededError');
      return put.apply(this, given);
    };
  });
  const before = await received();
  await enrolTablet(page, product);
  const told = toldBy(page);
  await page.evaluate(() => Object.assign(globalThis, { isFull: true }));
  await takePart(page, 'Hài lòng');
  await page.evaluate(() => Object.assign(globalThis, { isFull: false }));
  await waitForAttract(page);
  const heartbeat = page.waitForRequest(/\/heartbeats$/);
  await page.reload();
  await passUntil(page, received, before + 1);
  await heartbeat;
  // There is room on this disk: whoever said "full" was wrong, and nobody is sent to make room.
  expect(told).not.toContain('storage-full');
});

test('a tablet whose database cannot be opened goes on from its journal', async ({ page }) => {
  const before = await received();
  await enrolTablet(page, product);
  const mendLine = await cutLine(page);
  await takePart(page, 'Hài lòng');
  await waitForAttract(page);
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('Internal error opening backing store', 'UnknownError');
    };
  });
  await page.reload();
  await waitForAttract(page);
  await expect(lamp(page)).toBeVisible();
  await takePart(page, 'Bình thường');
  await waitForAttract(page);
  await mendLine();
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await passUntil(page, received, before + 2);
});

test('a tablet whose storage of the database was wiped finds itself again and says what it put back', async ({
  page,
}) => {
  const before = await received();
  await enrolTablet(page, product);
  const mendLine = await cutLine(page);
  await takePart(page, 'Hài lòng');
  await waitForAttract(page);
  await wipeDatabase(page, product);
  await mendLine();
  const told = toldBy(page);
  await page.goto(`${product.base}/kiosk/`);
  await waitForAttract(page);
  await passUntil(page, received, before + 1);
  const said = ['outbox-restored-1', 'key-lost'];
  await passUntil(page, () => said.every((fault) => told.includes(fault)), true);
});

test('a long press on the name of the unit, or a key, leads to the page of the staff', async ({ page }) => {
  await enrolTablet(page, product);
  const name = page.locator('.attract-unit');
  const box = (await name.boundingBox())!;
  await page.mouse.move(box.x + 5, box.y + 5);
  await page.mouse.down();
  await pause(page, 500);
  await page.mouse.up();
  await pause(page, 3_000);
  expect(page.url()).toBe(`${product.base}/kiosk/`);
  await page.mouse.down();
  await pause(page, 3_000).catch(() => {}); // the page makes way in it
  await page.waitForURL('**/kiosk/staff/');
  await page.goto(`${product.base}/kiosk/`);
  await waitForAttract(page);
  await page.keyboard.press('Control+Alt+s');
  await page.waitForURL('**/kiosk/staff/');
});
