import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { halfMonthOf, localDay } from '../../shared/period.ts';
import { invariant } from '../../shared/assert.ts';
import { decodeSubmission } from '../../shared/submission.ts';
import { bytesOfStored, type StoredSubmission } from '../../server/store/packed-submission.ts';
import { killBrowser } from '../e2e/kill-browser.ts';
import { openDashboard, PASSWORD } from '../e2e/manager-accounts.ts';
import { startProduct } from '../e2e/product.ts';
import { seededNumbers } from '../fakes/seeded.ts';

/**
 * A pile of paper forms keyed by keyboard alone on the built product, with a browser that is killed with a form half
 * keyed, while one is sent, and between two. Whoever keys does what people do: a form goes onto the pile of those that are
 * done when the page says that it was saved, and after a break the count on the page says whether the one in hand was kept.
 * At the end every form of the pile is stored once, with its answers.
 * `CHROMIUM_PATH=… node tests/load/key-pile.ts [forms]`
 */
const FORMS = Number(process.argv[2] ?? 200);
/** So many forms between two breaks. */
const BETWEEN = 16;
const SEED = 20_261_130;

const next = seededNumbers(SEED);
const below = (n: number) => Math.floor(next() * n);
/** Overall question and 39 items, mostly answered; sex, age and kind. */
const makeForm = () =>
  Array.from({ length: 40 }, () => '5432101234-'[below(11)]!).join('') +
  `${1 + below(2)}${1 + below(5)}${1 + below(2)}`;
const pile = Array.from({ length: FORMS }, makeForm);

const product = await startProduct('demo');
const home = mkdtempSync(join(tmpdir(), 'sipas-pile-'));
const profile = join(home, 'profile');
const executablePath = process.env['CHROMIUM_PATH'];
const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
let context!: BrowserContext;
let page!: Page;

async function openBrowser(): Promise<void> {
  const options = { ...(executablePath && { executablePath }), args, locale: 'vi-VN' };
  context = await chromium.launchPersistentContext(profile, options);
  page = await context.newPage();
}

/** Every process of this profile at once. */
async function kill(): Promise<void> {
  killBrowser(profile);
  await context.close().catch(() => {});
}

const pad = () => page.getByRole('application');
const countOnPage = async () =>
  Number(/Thu về (\d+) trên/.exec((await page.locator('.key-count').textContent()) ?? '')![1]);
const saysCount = (count: number) => page.getByText(`Thu về ${count} trên ${FORMS} phiếu đã in`).waitFor();

async function makeBatch(): Promise<string> {
  const ask = { headers: { origin: product.base } };
  const options = (await (await page.request.get(`${product.base}/api/v1/paper/options`)).json()) as {
    points: { id: string; campaigns: { id: string }[] }[];
  };
  const point = options.points.find(({ campaigns }) => campaigns.length > 0)!;
  const data = {
    point: point.id,
    campaign: point.campaigns[0]!.id,
    halfMonth: halfMonthOf(localDay(Date.now())),
    field: null,
    form: 'full',
    language: 'vi',
    printed: FORMS,
    note: '',
  };
  const made = await page.request.post(`${product.base}/api/v1/paper/batches`, { ...ask, data });
  return ((await made.json()) as { id: string }).id;
}

async function openPad(batch: string): Promise<void> {
  await page.goto(`${product.base}/dashboard/?page=paper&id=${batch}.key`);
  const signIn = page.getByLabel('Tên đăng nhập');
  await pad().or(signIn).waitFor();
  if (await signIn.isVisible()) {
    await signIn.fill('lan.nguyen');
    await page.getByLabel('Mật khẩu', { exact: true }).fill(PASSWORD);
    await page.keyboard.press('Enter');
  }
  await pad().waitFor();
  await leaveNumber();
}

/** The form was drawn: its number is written on it. */
async function leaveNumber(): Promise<void> {
  if (await page.getByText(/^Xin ghi số \d+ lên góc phiếu này/).isVisible())
    await page.keyboard.press('Enter');
}

/** The demonstration has some of its own. */
const storedForms = () => product.store.read.selectFrom('submissions').select(['id', 'p']).execute();
const before = new Set((await storedForms()).map(({ id }) => id));

await openBrowser();
await openDashboard(page, product);
const batch = await makeBatch();
await openPad(batch);

let done = 0;
const breaks = { halfKeyed: 0, sending: 0, between: 0, kept: 0, said: 0 };
const started = performance.now();
while (done < FORMS) {
  const form = pile[done]!;
  const isBreak = done > 0 && done % BETWEEN === 0;
  const kind = isBreak ? (['halfKeyed', 'sending', 'between'] as const)[(done / BETWEEN) % 3]! : undefined;
  if (kind) breaks[kind]++;
  if (kind === 'halfKeyed') await page.keyboard.type(form.slice(0, 1 + below(42)));
  if (kind === 'sending') {
    await page.keyboard.type(form);
    await page.keyboard.press('Enter');
    await new Promise((resolve) => setTimeout(resolve, below(40)));
  }
  if (kind) {
    await kill();
    await openBrowser();
    await openPad(batch);
    const isKept = (await countOnPage()) === done + 1;
    invariant(
      isKept || (await countOnPage()) === done,
      `${await countOnPage()} counted, ${done} on the pile`,
    );
    const words = page.getByText(/^Phiếu gửi đi trước khi trang bị đóng/);
    const said = (await words.isVisible()) ? await words.textContent() : null;
    if (said !== null) {
      breaks.said++;
      invariant(said.includes('đã được lưu') === isKept, `said "${said}", counted ${isKept}`);
    }
    if (isKept) {
      breaks.kept++;
      done++;
      continue;
    }
  }
  await page.keyboard.type(form);
  await page.keyboard.press('Enter');
  await saysCount(done + 1);
  await leaveNumber();
  done++;
}
const seconds = (performance.now() - started) / 1_000;

// What was drawn and not keyed again counts as it was keyed.
const closed = await page.request.post(`${product.base}/api/v1/paper/batches/${batch}/close`, {
  headers: { origin: product.base },
  data: {},
});
invariant(closed.ok(), `the batch is closed: ${closed.status()}`);

/** The answers of a stored form as they were keyed; undefined for other channels. */
function keyedOf(row: StoredSubmission): string | undefined {
  const { ch, a, dm, rk } = decodeSubmission(bytesOfStored(row))!;
  if (ch !== 'paper') return undefined;
  const answers = a.map((answer) => (answer === 'b' ? '-' : String(answer)));
  return [...answers, dm?.sex, dm?.age, rk === 'person' ? 1 : 2].join('');
}
const keyed = (await storedForms()).filter(({ id }) => !before.has(id)).flatMap((row) => keyedOf(row) ?? []);
invariant(keyed.length === FORMS, `${keyed.length} stored of ${FORMS} forms`);
const [others, missing] = [
  keyed.filter((form) => !pile.includes(form)),
  pile.filter((form) => !keyed.includes(form)),
];
invariant(
  others.length + missing.length === 0 && new Set(keyed).size === FORMS,
  `each form of the pile is stored once; instead of ${missing.join(' ')} there is ${others.join(' ')}`,
);
console.log(
  `${FORMS} forms of 43 places keyed in ${seconds.toFixed(0)} s; browser killed ${breaks.halfKeyed} times with a form half ` +
    `keyed, ${breaks.sending} while one was sent (${breaks.kept} of them kept), ${breaks.between} between two; ` +
    `after ${breaks.said} the page said in words what became of it; each is stored once, as it was keyed; seed ${SEED}`,
);
await context.close();
await product.stop();
rmSync(home, { recursive: true, force: true, maxRetries: 5 });
