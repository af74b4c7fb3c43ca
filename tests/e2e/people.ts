import { type BrowserContext, expect, type Locator, type Page } from '@playwright/test';
import { WATCHDOG_MS, WHOLE_MS } from '../../kiosk/outbox/database.ts';
import { CHECK_MOST_MS } from '../../kiosk/staff/self-test.ts';
import { ADVANCE_MS, THANKS_MS } from '../../kiosk/visit/waits.ts';
import type { Product } from './product.ts';

export { expectAccessible } from './accessible.ts';

/** What citizens and managers do, by role and visible name, as they would. */

const driven = new WeakSet<BrowserContext>();

/** How long the tablet waits for its disk: for a commit or a flush, for reading the journal, for a whole outbox. */
export const DISK_PATIENCE_MS = [WATCHDOG_MS, 10_000, WHOLE_MS];
/** On the staff's page a check waits for what it asks, and after a minute the page makes way for the survey. */
const STAFF_PATIENCE_MS = [WATCHDOG_MS, 10_000, CHECK_MOST_MS];

/**
 * From now on the clock of these pages ticks as before, and what people merely wait for can be skipped. The disk is a
 * real one and takes real time: a leap of the clock must not look like a disk that hangs.
 */
export async function driveClock(page: Page): Promise<void> {
  const context = page.context();
  await context.addInitScript(() => {
    const real = { setTimeout: setTimeout.bind(globalThis), clearTimeout: clearTimeout.bind(globalThis) };
    Object.assign(globalThis, { real });
  });
  await page.clock.install();
  await context.addInitScript(
    ([onKiosk, onStaff]) => {
      const patience = location.pathname.includes('/staff/') ? onStaff : onKiosk;
      const { real, setTimeout, clearTimeout } = globalThis as unknown as { real: Timers } & Timers;
      type Timers = Pick<typeof globalThis, 'setTimeout' | 'clearTimeout'>;
      const started = new Set<unknown>();
      const set = (call: () => void, ms: number, ...rest: unknown[]) => {
        if (!patience.includes(ms)) return setTimeout(call, ms, ...rest);
        const timer = real.setTimeout(call, ms);
        started.add(timer);
        return timer;
      };
      const clear = (timer: number) => (started.delete(timer) ? real : { clearTimeout }).clearTimeout(timer);
      Object.assign(globalThis, { setTimeout: set, clearTimeout: clear });
    },
    [DISK_PATIENCE_MS, STAFF_PATIENCE_MS] as const,
  );
  driven.add(context);
}

/**
 * For the server it is nine in the morning in Viet Nam, and the tablet takes its word: in the hours that a journey leaps
 * over no new day begins, with its own test of the tablet.
 */
export const beginInTheMorning = (product: Product): void => beginAt(product, 9);

/** For the server it is this hour of the day in Viet Nam, which is seven ahead. */
export function beginAt(product: Product, hour: number): void {
  product.clockShiftMs = 86_400_000 - ((Date.now() - (hour - 7) * 3_600_000) % 86_400_000);
}

/** Somebody reads or hesitates: it takes no time where the clock is driven. */
export async function pause(page: Page, ms: number): Promise<void> {
  if (driven.has(page.context())) await page.clock.runFor(ms);
  else await page.waitForTimeout(ms);
}

/** The browser promises to keep the data, as an installed kiosk's does. */
export async function grantPersistence(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const { targetInfo } = await session.send('Target.getTargetInfo');
  const { browserContextId = '' } = targetInfo;
  const permissions = ['durableStorage' as const];
  // A context that lies on the disk is the browser's own and has no id.
  await session
    .send('Browser.grantPermissions', { permissions, browserContextId })
    .catch(() => session.send('Browser.grantPermissions', { permissions }));
}

/**
 * Scans the enrolment code of a new device, confirms it, and waits until the tablet is ready, its offline copy included;
 * returns the device's name in the store.
 */
export async function enrolTablet(page: Page, product: Product): Promise<string> {
  await grantPersistence(page);
  const { id, code } = await product.newDevice();
  await page.goto(`${product.base}/kiosk/staff/#enrol=${code}`);
  await page.getByRole('button', { name: 'Đúng thiết bị này' }).click();
  await goOnEnrolled(page, startOf(page));
  await waitForAttract(page);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  return id;
}

/** Where a visit begins. */
export const startOf = (page: Page) => page.getByRole('button', { name: /Chạm để góp ý/ });

/** When it is enrolled a device goes to its work by itself; whoever is quicker touches the button. */
export async function goOnEnrolled(page: Page, atWork: Locator): Promise<void> {
  const open = page.getByRole('button', { name: 'Mở màn hình khảo sát' });
  await expect(open.or(atWork).first()).toBeVisible({ timeout: 30_000 });
  if (await open.isVisible()) await open.click({ timeout: 2_000 }).catch(() => {});
  await expect(atWork).toBeVisible({ timeout: 30_000 });
}

/** Headings that have stood on the page since, also those that made way by themselves before anybody could look. */
export async function watchHeadings(page: Page): Promise<readonly string[]> {
  const seen: string[] = [];
  await page.exposeFunction('noteHeading', (text: string) => void seen.push(text));
  await page.addInitScript(() => {
    let last = '';
    new MutationObserver(() => {
      const text = document.querySelector('h1')?.textContent ?? '';
      if (text !== last) (globalThis as unknown as { noteHeading: (text: string) => void }).noteHeading(text);
      last = text;
    }).observe(document, { childList: true, characterData: true, subtree: true });
  });
  return seen;
}

/** From the start touch to the first question. */
export async function beginVisit(page: Page): Promise<void> {
  await startOf(page).click();
  await nameNothing(page);
}

/** The screens before the first question may ask at which counter the person was, and for what: neither is named. */
export async function nameNothing(page: Page): Promise<void> {
  const other = page.getByRole('button', { name: /Không nhớ quầy nào|Việc khác/ });
  const question = page.getByRole('radiogroup');
  await expect(other.or(question).first()).toBeVisible();
  while (await other.isVisible()) {
    const heading = page.getByRole('heading', { level: 1 });
    const before = await heading.textContent();
    await pause(page, 450); // a second touch at once would be taken for a double tap
    await other.click();
    await expect(heading).not.toHaveText(before ?? '');
  }
  await expect(question).toBeVisible();
}

/** Taps one of the faces by its word; the screen moves on by itself. */
export async function answer(page: Page, word: string): Promise<void> {
  const heading = page.getByRole('heading', { level: 1 });
  const before = await heading.textContent();
  await pause(page, 450);
  await page.getByRole('radio', { name: word, exact: true }).click();
  if (driven.has(page.context())) await page.clock.runFor(ADVANCE_MS);
  await expect(heading).not.toHaveText(before ?? '');
}

/** Past the endings, through the review. */
export async function sendAll(page: Page): Promise<void> {
  await pause(page, 450);
  await page.getByRole('button', { name: 'Bỏ qua phần này' }).click();
  await pause(page, 450);
  await page.getByRole('button', { name: 'Gửi' }).click();
}

/** One whole visit with the same word to every question, endings skipped, sent from the review. */
export async function takePart(page: Page, word: string): Promise<void> {
  await beginVisit(page);
  for (let question = 0; question < 8; question++) await answer(page, word);
  await sendAll(page);
  await expect(page.getByRole('heading', { name: 'Xin cảm ơn Ông/Bà' })).toBeVisible();
}

/** Words of the fault log that the server has heard. */
export function toldBy(page: Page): string[] {
  const told: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/heartbeats'))
      told.push(...(request.postDataJSON() as { faults: string[] }).faults);
  });
  return told;
}

/** The browser loses the tablet's database while no page of the tablet is open. */
export async function wipeDatabase(page: Page, product: Product): Promise<void> {
  // must lie outside of the kiosk's folder: there its worker answers any address with the kiosk, which would mend at once
  await page.goto(`${product.base}/q/`);
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        indexedDB.deleteDatabase('sipas').addEventListener('success', resolve);
      }),
  );
}

/** The dot for the staff on the attract screen. */
export const lamp = (page: Page) => page.getByRole('img', { name: 'Thiết bị cần cán bộ kiểm tra' });

/** The thanks stay for six seconds, then the next person finds the attract screen, with all that is around a visit. */
export async function waitForAttract(page: Page): Promise<void> {
  const areThanked = page.getByRole('heading', { name: 'Xin cảm ơn Ông/Bà' });
  if (driven.has(page.context()) && (await areThanked.isVisible())) await passTime(page, THANKS_MS);
  await expect(startOf(page)).toBeVisible({ timeout: 30_000 });
  // Other languages, gestures that are held, the staff's door: a script that comes later, and big letters with it.
  await expect(page.locator('.tool')).toBeVisible({ timeout: 30_000 });
}

/** "Đã nhận 41, đang hiển thị 30", as two numbers. */
export async function readCounts(page: Page): Promise<{ received: number; shown: number }> {
  const line = page.locator('.received');
  await expect(line).toBeVisible();
  const numbers = [...((await line.textContent()) ?? '').matchAll(/\d[\d.]*/g)];
  const [received = 0, shown = 0] = numbers.map(([number]) => Number(number.replaceAll('.', '')));
  return { received, shown };
}

/** How many submissions of this tablet no receipt has named yet. */
export function unsent(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(request.error ?? new Error('no answer')));
      });
    const db = await done(indexedDB.open('sipas'));
    const count = await done(db.transaction('outbox').objectStore('outbox').index('st').count('new'));
    db.close();
    return count;
  });
}

/** Drives the page's clock in steps: what becomes due in one of them has real time to begin before the next. */
export async function passTime(page: Page, ms: number): Promise<void> {
  for (let left = ms; left > 0; left -= 2_000) {
    await page.clock.runFor(Math.min(2_000, left));
    await page.waitForTimeout(15);
  }
}

/**
 * Nobody touches the screen for so long. Each timer that is due comes once in a leap, and what it begins has real time
 * to end before the next one; a navigation may cut a leap short.
 */
export async function letIdle(page: Page, ms: number): Promise<void> {
  for (let left = ms; left > 0; left -= 10_000) {
    await page.clock.fastForward(Math.min(10_000, left)).catch(() => {});
    await page.waitForTimeout(250);
  }
}

/** Once a day, when nobody has been there for two minutes, the tablet tests itself on the staff's page and comes back. */
export async function letItTestItself(page: Page): Promise<void> {
  let isTesting = false;
  page.on('framenavigated', (frame) => (isTesting ||= frame.url().includes('/kiosk/staff/')));
  const isBack = () => isTesting && new URL(page.url()).pathname === '/kiosk/';
  await expect
    .poll(
      async () => {
        if (isBack()) return true;
        // Nobody waits for the idle minutes, nor for the list to be read; the test itself takes real time.
        await page.clock.runFor(isTesting ? 400 : 2_000).catch(() => {}); // a navigation may cut it short
        return isBack();
      },
      { intervals: [25], timeout: 60_000 },
    )
    .toBe(true);
  await waitForAttract(page);
}

/** The next round comes: time passes until no receipt is lacking. */
export async function waitUntilSent(page: Page): Promise<void> {
  await passUntil(page, () => unsent(page), 0);
}

/** Time passes on a tablet until it is so; the page may be on its way to the test of the day or back. */
export async function passUntil<T>(page: Page, look: () => T | Promise<T>, wanted: T): Promise<void> {
  const lookLater = async () => {
    await passTime(page, 800);
    return look();
  };
  await expect.poll(() => lookLater().catch(String), { intervals: [25], timeout: 60_000 }).toEqual(wanted);
}

/** What becomes of `aria-busy` from now on: it says that a visit is being kept, and that this is over. */
export const watchBusy = (page: Page) =>
  page.evaluateHandle(() => {
    const app = document.getElementById('app')!;
    const seen: (string | null)[] = [];
    new MutationObserver(() => seen.push(app.ariaBusy)).observe(app, { attributeFilter: ['aria-busy'] });
    return seen;
  });
