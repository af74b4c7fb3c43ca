import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { invariant } from '../../shared/assert.ts';
import { bytesOfStored } from '../../server/store/packed-submission.ts';
import { countSubmissions } from '../../server/store/submissions.ts';
import { questionOf } from '../../shared/questionnaire.ts';
import { decodeSubmission } from '../../shared/submission.ts';
import { killBrowser } from '../e2e/kill-browser.ts';
import { grantPersistence, unsent } from '../e2e/people.ts';
import { startProduct } from '../e2e/product.ts';
import { createReleases, lookForNews } from '../e2e/releases.ts';
import { questionnaire } from '../fakes/kiosk-setup.ts';
import { seededNumbers } from '../fakes/seeded.ts';
import { driveOwnClock, leap } from './driven-clock.ts';
import { type Plan, takePartQuickly, type Took, watchWrites } from './quick-people.ts';
import { RotationLaws } from './rotation-laws.ts';

/**
 * A thousand kept visits on the built product in a real browser without a network, with ten restarts and two updates in
 * between; then the network comes back. R1 and R2 hold after each visit, R6 for whoever left before, and every submission
 * arrives once. At the end, as many again in one page, which must not grow (figure 16).
 * `CHROMIUM_PATH=… node tests/load/thousand-visits.ts [visits] [visits in one page]`
 */
const VISITS = Number(process.argv[2] ?? 1_000);
const IN_ONE_PAGE = Number(process.argv[3] ?? VISITS);
/** So long code is being compiled and the browser's own bounded lists fill up: it adds 0.2 MB, and then no more. */
const WARM_UP = 350;
const RESTARTS = 10;
const UPDATES = ['second', 'third'];
const SEED = 20_261_129;

const next = seededNumbers(SEED);
const below = (n: number) => Math.floor(next() * n);
const levels = (count: number) => Array.from({ length: count }, () => below(6));

/** Four of five answer everything; the others end or go away somewhere, before the overall question too. */
function plan(): Plan {
  if (below(5) > 0) return { levels: levels(8), leaves: 'send' };
  return { levels: levels(below(8)), leaves: below(2) === 0 ? 'end' : 'go' };
}

const releases = createReleases();
const product = await startProduct('demo', releases);
const home = mkdtempSync(join(tmpdir(), 'sipas-thousand-'));
const profile = join(home, 'profile');
const executablePath = process.env['CHROMIUM_PATH'];
const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
const before = loadavg()[0]!.toFixed(2);

let context!: BrowserContext;
let page!: Page;
async function openBrowser(): Promise<void> {
  context = await chromium.launchPersistentContext(profile, {
    ...(executablePath && { executablePath }),
    args,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
  });
  page = await context.newPage();
  await driveOwnClock(page);
  await watchWrites(page);
  await grantPersistence(page);
}
const openKiosk = async () => {
  await page.goto(`${product.base}/kiosk/`);
  await page.locator('.attract-start').waitFor();
};

/** As when a battery is torn out: every process of this profile at once. */
async function tearOut(): Promise<void> {
  killBrowser(profile);
  await context.close().catch(() => {});
}

const headlineOf = (number: number) => questionOf(questionnaire, number)!.headline.vi;
const laws = new RotationLaws();
/** Bytes by id, as they were written before the thanks. */
const kept = new Map<string, string>();
let givenBack = 0;

/** What somebody saw and said is what was kept, under one new id; who had not answered leaves nothing. */
function judge({ shown, levels, isThanked, written }: Took): void {
  const fresh = written.filter((p) => !kept.has(decodeSubmission(p)!.id));
  invariant(fresh.length === (isThanked ? 1 : 0), `${fresh.length} new submissions, thanked: ${isThanked}`);
  if (!isThanked) return void givenBack++;
  const submission = decodeSubmission(fresh[0]!)!;
  const { id, it, a } = submission;
  kept.set(id, fresh[0]!);
  const answers = it.map((_, i) => levels[i] ?? null);
  invariant(JSON.stringify(a) === JSON.stringify(answers), `kept ${a.join()}, given ${levels.join()}`);
  invariant(
    shown.every((headline, i) => headline === headlineOf(it[i]!)),
    `shown: ${shown.join(', ')}`,
  );
  laws.add(it);
}

async function takePart(visits: number): Promise<void> {
  for (const until = kept.size + visits; kept.size < until; ) {
    const plans = Array.from({ length: Math.min(25, until - kept.size) }, plan);
    for (const took of await takePartQuickly(page, plans)) judge(took);
  }
}

/** The set was drawn, the question stands: the power goes, or somebody loads the page anew. */
async function restart(n: number): Promise<void> {
  const { written } = (await takePartQuickly(page, [{ levels: [], leaves: 'stay' }]))[0]!;
  invariant(
    written.every((p) => kept.has(decodeSubmission(p)!.id)),
    'nothing is kept of an open first question',
  );
  givenBack++;
  if (n % 2 === 0) await page.reload();
  else {
    await tearOut();
    await openBrowser();
    await context.setOffline(true);
    await openKiosk();
  }
  await page.locator('.attract-start').waitFor();
}

/** The files of a new version come, and nothing of the API; it takes over when nobody has been there for a minute. */
async function update(name: string): Promise<void> {
  releases.publish(name);
  await context.route('**/api/**', (route) => route.abort());
  await context.setOffline(false);
  await lookForNews(page, 'waits');
  await context.setOffline(true);
  const release = () => page.evaluate(() => (globalThis as { release?: string }).release).catch(() => '');
  for (let tries = 0; (await release()) !== name; tries++) {
    invariant(tries < 60, `the version "${name}" takes over`);
    await leap(page, 10_000).catch(() => {});
    await page.waitForTimeout(200);
  }
  await page.locator('.attract-start').waitFor();
}

/** What the tablet holds of the rotation, and of the outbox beside the bytes. */
const left = () =>
  page.evaluate(async () => {
    const answer = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve) => request.addEventListener('success', () => resolve(request.result)));
    const db = await answer(indexedDB.open('sipas'));
    const all = (store: string) => answer(db.transaction(store).objectStore(store).getAll());
    const [rotation, outbox] = [await all('rotation'), (await all('outbox')) as object[]];
    db.close();
    return { rotation, keysOfEntries: [...new Set(outbox.flatMap(Object.keys))].toSorted() };
  });

async function heapBytes(): Promise<number> {
  const session = await context.newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize;
}

const started = performance.now();
await openBrowser();
const { code } = await product.newDevice();
await page.goto(`${product.base}/kiosk/staff/#enrol=${code}`);
await page.getByRole('button', { name: 'Đúng thiết bị này' }).click();
await page.getByRole('button', { name: 'Mở màn hình khảo sát' }).click();
await page.locator('.attract-start').waitFor();
await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
const stored = await countSubmissions(product.store.read);

await context.setOffline(true);
const parts = RESTARTS + UPDATES.length + 1;
for (let part = 1; part <= parts; part++) {
  await takePart(Math.round((VISITS * part) / parts) - kept.size);
  const name = part === 5 ? UPDATES[0] : part === 10 ? UPDATES[1] : undefined;
  if (name) await update(name);
  else if (part < parts) await restart(part);
}
const seconds = ((performance.now() - started) / 1_000).toFixed(0);
console.log(
  `${kept.size} visits kept and ${givenBack} given back without a network, ${RESTARTS} restarts, ` +
    `${UPDATES.length} updates: R1 and R2 held after each (${seconds} s)`,
);

const { rotation, keysOfEntries } = await left();
invariant(
  JSON.stringify(rotation) === JSON.stringify([laws.rests()]),
  `left of the rotation: ${JSON.stringify(rotation)}, must be ${JSON.stringify(laws.rests())}`,
);
console.log(`on the device: the rests ${JSON.stringify(rotation)}; entries hold ${keysOfEntries.join(', ')}`);

async function arrive(): Promise<void> {
  await context.unroute('**/api/**');
  await context.setOffline(false);
  await page.evaluate(() => dispatchEvent(new Event('online')));
  for (let tries = 0; (await unsent(page)) > 0; tries++) {
    invariant(tries < 600, 'all of it is sent');
    await leap(page, 1_000);
    await page.waitForTimeout(100);
  }
  const rows = await product.store.read.selectFrom('submissions').select(['id', 'p']).execute();
  const arrived = new Map(rows.map((row) => [row.id, bytesOfStored(row)]));
  invariant(rows.length === stored + kept.size, `${rows.length - stored} rows of ${kept.size} submissions`);
  for (const [id, p] of kept) invariant(arrived.get(id) === p, `${id} arrived with its bytes`);
  console.log(`online: ${kept.size} submissions, each once and byte for byte as it was thanked for`);
}
await arrive();

await context.setOffline(true);
await openKiosk();
await takePart(WARM_UP);
const heaps = [await heapBytes()];
for (let quarter = 1; quarter <= 4; quarter++) {
  await takePart(Math.round(IN_ONE_PAGE / 4));
  heaps.push(await heapBytes());
}
const megabytes = (bytes: number) => (bytes / 1e6).toFixed(2);
const growth = ((heaps.at(-1)! - heaps[0]!) * 1_000) / IN_ONE_PAGE;
console.log(
  `heap after ${WARM_UP} visits in one page and at each quarter of ${IN_ONE_PAGE} more: ` +
    `${heaps.map(megabytes).join(', ')} MB; growth ${megabytes(growth)} MB per 1,000 (figure 16: at most 5 MB, 0.2 MB)`,
);
await arrive();
console.log(`load of the machine: ${before} before, ${loadavg()[0]!.toFixed(2)} after; seed ${SEED}`);
await context.close();
await product.stop();
releases.remove();
rmSync(home, { recursive: true, force: true, maxRetries: 5 });
