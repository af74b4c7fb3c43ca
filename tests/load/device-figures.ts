import { type Browser, chromium, type Page } from '@playwright/test';
import { leafPreimage, type Submission, encodeSubmission } from '../../shared/submission.ts';
import { sha256 } from '../../kiosk/device/sha256.ts';
import { beginVisit, enrolTablet } from '../e2e/people.ts';
import { type Product, startProduct } from '../e2e/product.ts';

/**
 * Figures 12 to 14 of a tablet, six times slowed down, on the built product: last tap to durable; taps while a backlog
 * drains; the backlog itself on a slow line. Prints and judges nothing:
 * `CHROMIUM_PATH=… node tests/load/device-figures.ts [visits] [backlog]`
 */
const VISITS = Number(process.argv[2] ?? 20);
const BACKLOG = Number(process.argv[3] ?? 10_000);
const SLOWDOWN = 6;
/** 150 ms there and back, 1.6 Mbit/s down, 750 kbit/s up: "slow 4G" of Lighthouse. */
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 };

const at = (list: readonly number[], share: number) =>
  Math.round(list.toSorted((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * share))] ?? 0);
const figures = (list: readonly number[]) =>
  `p50 ${at(list, 0.5)} ms, p99 ${at(list, 0.99)} ms, n ${list.length}`;

async function openTablet(browser: Browser, product: Product): Promise<Page> {
  const page = await (await browser.newContext({ locale: 'vi-VN' })).newPage();
  await page.addInitScript(() => {
    const seen = { durable: [] as number[], clicks: [] as number[] };
    Object.assign(globalThis, { seen });
    let tapMs = 0;
    addEventListener('click', (event) => (tapMs = event.timeStamp), { capture: true });
    new MutationObserver(() => {
      if (tapMs > 0 && document.querySelector('.tick')) {
        seen.durable.push(performance.now() - tapMs);
        tapMs = 0;
      }
    }).observe(document, { subtree: true, childList: true });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (entry.name === 'click') seen.clicks.push(entry.duration);
    }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
  });
  await enrolTablet(page, product);
  return page;
}

/** The overall question only: the shortest visit that is kept. */
async function visit(page: Page): Promise<void> {
  await page.getByRole('button', { name: /Chạm để góp ý/ }).waitFor({ timeout: 60_000 });
  await beginVisit(page);
  await page.waitForTimeout(500);
  await page.getByRole('radio', { name: 'Hài lòng', exact: true }).click();
  await page.waitForTimeout(1_500);
  await page.getByRole('button', { name: 'Kết thúc' }).click();
  await page.locator('.tick').waitFor({ timeout: 20_000 });
}

const seenIn = (page: Page) =>
  page.evaluate(() => (globalThis as unknown as { seen: { durable: number[]; clicks: number[] } }).seen);

/** Entries as visits leave them, put into the database of the page at once. */
async function plant(page: Page, p: string, count: number): Promise<void> {
  const first = JSON.parse(p) as Submission;
  const entries = Array.from({ length: count }, (_, n) => {
    const id = `${String(n).padStart(8, '0')}-0000-4000-8000-000000000000`;
    const bytes = encodeSubmission({ ...first, id });
    return { id, p: bytes, leaf: sha256(leafPreimage(bytes)), st: 'new' };
  });
  await page.evaluate(async (planted) => {
    const done = (target: IDBRequest | IDBTransaction, name: string) =>
      new Promise((resolve) => target.addEventListener(name, resolve, { once: true }));
    const request = indexedDB.open('sipas');
    await done(request, 'success');
    const tx = request.result.transaction(['outbox', 'meta'], 'readwrite');
    // As the app leaves them: each waits for a seal. Sealed by fifties they would drain alike.
    const found = tx.objectStore('meta').get('meta');
    await done(found, 'success');
    const meta = found.result as { total: number };
    tx.objectStore('meta').put({ ...meta, total: meta.total + planted.length }, 'meta');
    for (const entry of planted) {
      tx.objectStore('outbox').put(entry);
      tx.objectStore('meta').put(1, `open ${entry.id}`);
    }
    await done(tx, 'complete');
    request.result.close();
  }, entries);
}

const unsent = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const request = indexedDB.open('sipas');
        request.addEventListener('success', () => {
          const count = request.result.transaction('outbox').objectStore('outbox').index('st').count('new');
          count.addEventListener('success', () => {
            request.result.close();
            resolve(count.result);
          });
        });
      }),
  );

async function firstBytes(page: Page): Promise<string> {
  return page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const request = indexedDB.open('sipas');
        request.addEventListener('success', () => {
          const all = request.result.transaction('outbox').objectStore('outbox').getAll();
          all.addEventListener('success', () => {
            request.result.close();
            resolve((all.result[0] as { p: string }).p);
          });
        });
      }),
  );
}

const product = await startProduct('demo');
const executablePath = process.env['CHROMIUM_PATH'];
const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
const browser = await chromium.launch({ ...(executablePath && { executablePath }), args });
const page = await openTablet(browser, product);
const session = await page.context().newCDPSession(page);
await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
for (let n = 0; n < VISITS; n++) await visit(page);
// The first one runs cold code.
console.log(`last tap to durable and thanked: ${figures((await seenIn(page)).durable.slice(1))}`);

await plant(page, await firstBytes(page), BACKLOG);
await session.send('Network.enable');
await session.send('Network.emulateNetworkConditions', SLOW_4G);
await page.getByRole('button', { name: /Chạm để góp ý/ }).waitFor({ timeout: 60_000 });
const clicksBefore = (await seenIn(page)).clicks.length;
await page.reload();
const started = performance.now();
let taps = 0;
while ((await unsent(page)) > 0 && performance.now() - started < 240_000) {
  // No visit is kept here: what is measured is a screen that is used while the backlog drains.
  const language = page.getByRole('button', { name: taps++ % 2 ? 'Tiếng Việt' : 'English' });
  await language.click({ timeout: 60_000 }).catch(() => {});
  await page.waitForTimeout(400);
}
const left = await unsent(page);
const seconds = ((performance.now() - started) / 1_000).toFixed(1);
console.log(
  `backlog of ${BACKLOG} on slow 4G: ${left === 0 ? `sent in ${seconds} s` : `${left} left after ${seconds} s`}`,
);
const longer = (await seenIn(page)).clicks;
const all = [...longer, ...Array<number>(Math.max(0, taps - longer.length)).fill(16)];
console.log(
  `tap to next frame while it drains: p95 ${at(all, 0.95)} ms, n ${all.length} (before: ${clicksBefore})`,
);
await browser.close();
await product.stop();
