import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, expect, type Page, test } from '@playwright/test';
import { countSubmissions } from '../../server/store/submissions.ts';
import {
  answer,
  beginInTheMorning,
  beginVisit,
  driveClock,
  enrolTablet,
  grantPersistence,
  lamp,
  letIdle,
  letItTestItself,
  passUntil,
  sendAll,
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

/** A tablet whose disk fills up, or whose browser has lost parts of what it kept. */
test.describe.configure({ mode: 'parallel' });
let product: Product;
let releases: Releases;
test.beforeAll(() => {
  releases = createReleases();
});
test.beforeEach(async () => {
  releases.publish();
  product = await startProduct('demo', releases);
});
test.afterEach(() => product.stop());
test.afterAll(() => releases.remove());

const stored = () => countSubmissions(product.store.read);
/** Copies of the app; recordings lie beside them. */
const shellNames = (page: Page) =>
  page.evaluate(async () => (await caches.keys()).filter((name) => name.startsWith('sipas-kiosk-')));
const thanks = (page: Page) => page.getByRole('heading', { name: 'Xin cảm ơn Ông/Bà' });

/** Chromium tells pages of some made-up gigabytes: what it would say of a fuller disk is said in its place. */
async function tellFree(page: Page, freeBytes: number): Promise<void> {
  await page.evaluate((quota) => {
    StorageManager.prototype.estimate = async () => ({ quota, usage: 0 });
  }, freeBytes);
}

test('under 500 MB the lamp is amber, under 200 MB red: the survey goes on, and no second copy of the app is fetched', async ({
  page,
}) => {
  beginInTheMorning(product);
  await driveClock(page);
  let count = await stored();
  await enrolTablet(page, product);
  await letItTestItself(page);
  const shells = await shellNames(page);
  expect(shells).toHaveLength(1);
  const sayings = [
    [500e6, undefined],
    [499e6, 'amber'],
    [200e6, 'amber'],
    [199e6, 'red'],
  ] as const;
  for (const [free, colour] of sayings) {
    await tellFree(page, free);
    await letIdle(page, 10_000);
    if (colour) await expect(lamp(page)).toHaveClass(`lamp ${colour}`);
    else await expect(lamp(page)).toHaveCount(0);
    await takePart(page, 'Hài lòng');
    await waitForAttract(page);
    await waitUntilSent(page);
    expect(await stored()).toBe(++count);
  }
  const looks = releases.looks();
  releases.publishInto(199e6, 'without-room');
  await page.clock.fastForward(3_700_000);
  await letIdle(page, 10_000);
  expect(releases.looks(), 'the page does not look for a new version').toBe(looks);
  await lookForNews(page, 'refused');
  expect(await shellNames(page)).toEqual(shells);

  await tellFree(page, 500e6);
  releases.publishInto(200e6, 'with-room');
  const before = releases.looks();
  await letIdle(page, 10_000);
  await expect(lamp(page)).toHaveCount(0);
  const looksAgain = () => letIdle(page, 10_000).then(() => releases.looks());
  await expect.poll(looksAgain, { intervals: [25], timeout: 30_000 }).toBeGreaterThan(before);
  await expect.poll(() => shellNames(page)).toHaveLength(2);
});

/** From now on the database refuses each write of a submission as browsers do on a full disk, while it is told to. */
const refusePuts = (page: Page) =>
  page.addInitScript(() => {
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...given: Parameters<typeof put>) {
      if ((globalThis as { isFull?: boolean }).isFull && this.name === 'outbox')
        throw new DOMException('no room', 'QuotaExceededError');
      return put.apply(this, given);
    };
  });

const setFull = (page: Page, isFull: boolean) =>
  page.evaluate((is) => Object.assign(globalThis, { isFull: is }), isFull);

/**
 * What this origin may keep. Its own files heed it at once; the database when it asks anew how much room there is, within
 * half a minute (Chromium 156), so that it can stand for a full disk and not for a journal alone.
 */
async function limitTo(page: Page, quotaSize?: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const origin = product.base;
  await session.send('Storage.overrideQuotaForOrigin', { origin, ...(quotaSize && { quotaSize }) });
}

test('with no room for either copy nobody is thanked, the answers stay on the screen, and are kept once when there is room', async ({
  page,
}) => {
  await driveClock(page);
  await refusePuts(page);
  const before = await stored();
  await enrolTablet(page, product);
  await beginVisit(page);
  for (let question = 0; question < 8; question++) await answer(page, 'Hài lòng');
  await setFull(page, true);
  await limitTo(page, 1);
  await sendAll(page);
  await expect(page.getByRole('alert')).toContainText('Câu trả lời vẫn còn trên thiết bị này');
  const busy = await watchBusy(page);
  await page.getByRole('button', { name: 'Thử lại' }).click();
  await expect.poll(() => busy.jsonValue()).toEqual(['true', 'false']);
  await expect(page.getByRole('alert')).toContainText('Câu trả lời vẫn còn trên thiết bị này');
  await expect(thanks(page)).toHaveCount(0);
  expect(await unsent(page)).toBe(0);

  await setFull(page, false);
  await limitTo(page);
  await passUntil(page, () => thanks(page).isVisible(), true);
  await waitForAttract(page);
  await waitUntilSent(page);
  expect(await stored()).toBe(before + 1);
});

/** From now on the journal's worker says of each write that it failed, as it does on a full disk, while it is told to. */
const refuseFiles = (page: Page) =>
  page.addInitScript(() => {
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (this: Worker, call: unknown[], options?: object) {
      if (!(globalThis as { isFull?: boolean }).isFull || call[0] === 'read')
        return post.call(this, call, options);
      const failed = new MessageEvent('message', { data: { error: 'failed' } });
      queueMicrotask(() => this.dispatchEvent(failed));
    };
  });

/** What stands in the journal's open files. */
const openJournalOf = (page: Page) =>
  page.evaluate(async () => {
    const journal = await (await navigator.storage.getDirectory()).getDirectoryHandle('journal');
    const files = ['open-0', 'open-1'].map(async (name) => (await journal.getFileHandle(name)).getFile());
    return (await Promise.all(files.map(async (file) => (await file).text()))).join('');
  });

test('with no room for the journal the database alone thanks, the lamp is red, and the copy is made good when there is room', async ({
  page,
}) => {
  beginInTheMorning(product);
  await driveClock(page);
  await refuseFiles(page);
  await enrolTablet(page, product);
  await letItTestItself(page);
  await page.context().route('**/api/**', (route) => route.abort());
  await setFull(page, true);
  await takePart(page, 'Hài lòng');
  await waitForAttract(page);
  await letIdle(page, 10_000);
  await expect(lamp(page)).toHaveClass('lamp red');
  expect(await openJournalOf(page)).not.toContain('sp39');
  await setFull(page, false);
  await expect
    .poll(
      async () => {
        await letIdle(page, 10_000);
        return openJournalOf(page);
      },
      { intervals: [25], timeout: 30_000 },
    )
    .toContain('sp39');
  // Without its database the tablet finds the submission in the journal.
  await wipeDatabase(page, product);
  await page.goto(`${product.base}/kiosk/`);
  await waitForAttract(page);
  expect(await unsent(page)).toBe(1);
});

test('a browser that lost the database, its own files, or the app’s offline copy, one after another, loses no submission', async () => {
  const { project } = test.info();
  const home = mkdtempSync(join(tmpdir(), 'sipas-parts-'));
  const profile = join(home, 'profile');
  const before = await stored();
  /** What the kiosk is told to do in a browser of its own, which is closed afterwards. */
  async function inBrowser(work: (page: Page, context: BrowserContext) => Promise<void>): Promise<void> {
    const context = await chromium.launchPersistentContext(profile, {
      ...project.use.launchOptions,
      locale: 'vi-VN',
      timezoneId: 'Asia/Ho_Chi_Minh',
    });
    const page = await context.newPage();
    await driveClock(page);
    await work(page, context);
    await context.close();
  }
  const lose = (part: string) => {
    expect(existsSync(join(profile, part)), part).toBe(true);
    rmSync(join(profile, part), { recursive: true });
  };
  const offline = (page: Page) => page.context().route('**/api/**', (route) => route.abort());
  try {
    await inBrowser(async (page) => {
      await enrolTablet(page, product);
      await offline(page);
      await takePart(page, 'Hài lòng');
      await waitForAttract(page);
    });
    let kept = 1;
    for (const part of ['Default/IndexedDB', 'Default/File System', 'Default/Service Worker']) {
      lose(part);
      await inBrowser(async (page) => {
        await grantPersistence(page);
        await offline(page);
        await page.goto(`${product.base}/kiosk/`);
        await waitForAttract(page);
        expect(await unsent(page), `without ${part}`).toBe(kept);
        await takePart(page, 'Rất hài lòng');
        await waitForAttract(page);
        expect(await unsent(page)).toBe(++kept);
      });
    }
    await inBrowser(async (page) => {
      const told = toldBy(page);
      const heartbeat = page.waitForRequest(/\/heartbeats$/);
      await grantPersistence(page);
      await page.goto(`${product.base}/kiosk/`);
      await waitForAttract(page);
      await waitUntilSent(page);
      expect(await stored()).toBe(before + kept);
      await heartbeat;
      expect(told.filter((fault) => fault.startsWith('outbox-lost'))).toEqual([]);
    });
  } finally {
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  }
});
