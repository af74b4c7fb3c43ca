import { readFileSync } from 'node:fs';
import { constants, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { buildApp } from '../../server/app.ts';
import { newKeys } from '../../server/keys.ts';
import { loadAssets } from '../../server/assets.ts';
import { FRIDAY, openOffice } from '../fakes/office.ts';
import { bytesIn, distFolder, elementsOf, filesOf, gzipped, pageOf, sum } from './built.ts';

interface Budget {
  /** Bytes, gzip -9. A measured weight above it fails. */
  readonly budget: number;
  /** No budget may be above it; null where nothing is prescribed. */
  readonly must: number | null;
  readonly goal: number | null;
  readonly reason: string;
}

const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
const budgets = read('./budget.json') as Record<string, Budget>;

/** Fails with the way out: a rise is wanted and explained in one visible line, or it is taken back. */
function expectWithin(name: string, bytes: number, parts: Record<string, number> = {}): void {
  const { budget, goal } = budgets[name]!;
  const detail = Object.entries(parts).map(([part, size]) => `${part} ${size}`);
  const aim = goal === null ? '' : `, goal ${goal}`;
  console.log(
    `${name}: ${bytes} bytes gzip (budget ${budget}${aim})${detail.length ? `; ${detail.join(', ')}` : ''}`,
  );
  const sentence =
    `${name} weighs ${bytes} bytes gzip, ${bytes - budget} more than its budget of ${budget}. ` +
    'Take weight off, or change its "budget" and "reason" in tests/budget/budget.json in a commit of its own.';
  expect(bytes <= budget, sentence).toBe(true);
}

/** A document reduced to one language: `{vi, en}` becomes `{vi}`. */
function inVietnamese(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inVietnamese);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const isText = 'vi' in value && entries.every(([, text]) => typeof text === 'string');
  return Object.fromEntries(
    entries.filter(([key]) => !isText || key === 'vi').map(([key, inner]) => [key, inVietnamese(inner)]),
  );
}

/** Pages of staff, and the reader of codes that they load when a camera is on, lie in the same folder; no citizen loads them. */
const isOfStaff = (path: string) => /^(?:staff|interview)[/.]|\/read-qr-/.test(path);
const weigh = (app: Parameters<typeof filesOf>[0], ...endings: string[]) =>
  sum(
    filesOf(app, ...endings)
      .filter((path) => !isOfStaff(path))
      .map((path) => gzipped(bytesIn(app, path))),
  );

test('every budget has its reason and keeps what is prescribed', () => {
  for (const [name, { budget, must, reason }] of Object.entries(budgets)) {
    expect(reason.length, name).toBeGreaterThan(20);
    expect(must === null || budget <= must, `the budget of ${name} is above what it must keep`).toBe(true);
  }
});

test('the first load of the kiosk keeps its budget: page, script, style, manifest, both workers and one questionnaire', () => {
  const questionnaire = inVietnamese(read('../../server/questionnaires/sp39-1.json'));
  const workers = ['sw.js', ...filesOf('kiosk').filter((path) => /journal-worker.*\.js$/.test(path))];
  const workerBytes = sum(workers.map((path) => gzipped(bytesIn('kiosk', path))));
  expect(workers).toHaveLength(2);
  const [later, ...others] = filesOf('kiosk').filter((path) => /surroundings.*\.js$/.test(path));
  expect(others).toEqual([]);
  // loaded when the first screen stands: the page takes answers without it
  const around = gzipped(bytesIn('kiosk', later!));
  const parts = {
    'page, script and style': weigh('kiosk', '.html', '.js', '.css') - workerBytes - around,
    'service worker and journal': workerBytes,
    manifest: weigh('kiosk', '.webmanifest'),
    'questionnaire in Vietnamese': gzipped(JSON.stringify(questionnaire)),
  };
  const fonts = sum(filesOf('kiosk', '.woff2').map((path) => bytesIn('kiosk', path).length));
  const icons = sum(filesOf('kiosk', '.png', '.svg', '.ico').map((path) => bytesIn('kiosk', path).length));
  const ofStaff = filesOf('kiosk', '.html', '.js')
    .filter(isOfStaff)
    .map((path) => `${path} ${gzipped(bytesIn('kiosk', path))}`);
  console.log(
    `kiosk, beside the budget: fonts ${fonts} bytes, icons ${icons} bytes; of staff: ${ofStaff.join(', ')}`,
  );
  expectWithin('kiosk after the first screen', around);
  expectWithin('kiosk first load', sum(Object.values(parts)), parts);
});

test('the page of an official’s telephone, for interviews and calls, keeps its budget', () => {
  expectWithin('page of interviews', gzipped(bytesIn('kiosk', 'interview/index.html')));
});

test('nothing lies twice in the offline copy of a tablet, the staff’s page included', () => {
  const files = filesOf('kiosk');
  const same = files.filter((path, i) =>
    files.slice(0, i).some((other) => bytesIn('kiosk', path).equals(bytesIn('kiosk', other))),
  );
  expect(same).toEqual([]);
});

/** The phone page as a citizen gets it: the real application over the built page. */
async function phoneAnswer(): Promise<Response> {
  const { store, random, code } = await openOffice();
  const publicUrl = 'http://localhost:8080';
  const app = buildApp({
    store,
    random,
    keys: newKeys(),
    publicUrl,
    clock: () => FRIDAY,
    log: () => {},
    assets: loadAssets(distFolder),
  });
  return app.request(`${publicUrl}/q/${code}`, { headers: { 'accept-encoding': 'gzip' } });
}

async function bodyOf(answer: Response): Promise<string> {
  if (answer.headers.get('content-encoding') !== 'gzip') return answer.text();
  return new Response(answer.body!.pipeThrough(new DecompressionStream('gzip'))).text();
}

test('the phone page keeps its budgets: one response, of which HTML, style and texts come to 14 kB', async () => {
  const answer = await phoneAnswer();
  expect(answer.status).toBe(200);
  const html = await bodyOf(answer);
  expect(html).not.toMatch(/<script[^>]+src=|<link[^>]+stylesheet|<img\b|@font-face/);
  const scripts = elementsOf(html).filter(
    ({ tag, attributes }) => tag === 'script' && !attributes.includes('application/json'),
  );
  const withoutScript = scripts.reduce((rest, { content }) => rest.replace(content, () => ''), html);
  expect(html, 'the first question is mark-up').toContain('role="radio"');
  expectWithin('phone HTML, style and texts', gzipped(withoutScript));
  expectWithin(
    'phone first question as sent',
    await bytesUntil(await phoneAnswer(), '<script type="module">'),
  );
  expectWithin('phone page whole', gzipped(html), {
    script: gzipped(scripts.map(({ content }) => content).join('')),
  });
});

/** How much of a compressed answer must have come until a text has been read out of it. */
async function bytesUntil(answer: Response, text: string): Promise<number> {
  const body = new Uint8Array(await answer.arrayBuffer());
  const isIn = (length: number) =>
    gunzipSync(body.subarray(0, length), { finishFlush: constants.Z_SYNC_FLUSH }).includes(text);
  let [few, enough] = [0, body.length];
  while (enough - few > 1) {
    const middle = (few + enough) >> 1;
    if (isIn(middle)) enough = middle;
    else few = middle;
  }
  return enough;
}

test('the phone page travels compressed', async () => {
  expect((await phoneAnswer()).headers.get('content-encoding')).toBe('gzip');
});

/** Chunks of the dashboard that opening one of them may bring along, itself among them. */
function reachedFrom(name: string): string[] {
  const scripts = filesOf('dashboard', '.js');
  const reached = new Set(scripts.filter((path) => path.includes(`/${name}-`)));
  for (const path of reached) {
    // the first script names every page there is
    if (pageOf('dashboard').includes(path)) continue;
    const text = bytesIn('dashboard', path).toString();
    for (const other of scripts) if (text.includes(other.replace(/^.*\//, './'))) reached.add(other);
  }
  return [...reached];
}

test("the managers' page keeps its budgets: at once, with chart.js, and the pages of devices", () => {
  const scripts = filesOf('dashboard', '.js');
  const atOnce = scripts.filter((path) => pageOf('dashboard').includes(path));
  const isChart = (path: string) => /chart\.?js/i.test(bytesIn('dashboard', path).toString());
  expect(atOnce.length).toBeGreaterThan(0);
  const weightOf = (paths: readonly string[]) =>
    sum(paths.map((path) => gzipped(bytesIn('dashboard', path))));
  // What is opened later would be paid for at the sign-in if it stood in the first script.
  const later = scripts.filter((path) => !atOnce.includes(path));
  const below = reachedFrom('overview-charts').filter((path) => !atOnce.includes(path));
  expect(below.length, 'what stands below the first look comes after it').toBeGreaterThan(0);
  const charts = [...new Set([...below, ...later.filter(isChart)])];
  const english = later.filter((path) => path.includes('/managers-en-'));
  expect(english.length, 'English comes when somebody asks for it').toBe(1);
  const notCharts = later.filter((path) => ![...charts, ...english].includes(path));
  const allSettings = reachedFrom('settings-pages').filter((path) => !atOnce.includes(path));
  // pages of their own beside what offices set up
  const calls = allSettings.filter((path) => path.includes('/calls-page-'));
  const progress = allSettings.filter((path) => path.includes('/progress-page-'));
  const consent = allSettings.filter((path) => path.includes('/consent-page-'));
  const alerts = allSettings.filter((path) => path.includes('/alerts-page-'));
  const cases = allSettings.filter((path) => path.includes('/cases-page-'));
  const questionnaires = allSettings.filter((path) => path.includes('/questionnaires-page-'));
  const opening = allSettings.filter((path) => path.includes('/public-switch-page-'));
  const former = allSettings.filter((path) => path.includes('/imported-page-'));
  const ofTheirOwn = [
    ...former,
    ...opening,
    ...calls,
    ...progress,
    ...consent,
    ...alerts,
    ...cases,
    ...questionnaires,
  ];
  const settings = allSettings.filter((path) => !ofTheirOwn.includes(path));
  const firstRun = reachedFrom('first-run').filter((path) => !atOnce.includes(path));
  const counter = reachedFrom('counter-page').filter((path) => !atOnce.includes(path));
  const report = later.filter((path) => path.includes('/report-panel-'));
  const trust = later.filter((path) => path.includes('/trust-page-'));
  // what stands there against dossiers comes after the page, and shares its tables
  const onTime = later.filter((path) => /\/(on-time-page|figures-table)-/.test(path));
  const against = later.filter((path) => path.includes('/dossier-part-'));
  const calendar = later.filter((path) => path.includes('/calendar-page-'));
  const rows = later.filter((path) => path.includes('/exports-page-'));
  // what makes files, for the report and for figures in detail
  const made = later.filter((path) => path.includes('/made-files-'));
  const devices = reachedFrom('manage-pages');
  const detail = reachedFrom('detail-page').filter((path) => !atOnce.includes(path));
  const pages = notCharts.filter(
    (path) =>
      devices.includes(path) ||
      ![
        ...allSettings,
        ...firstRun,
        ...counter,
        ...trust,
        ...onTime,
        ...against,
        ...calendar,
        ...detail,
        ...report,
        ...rows,
        ...made,
      ].includes(path),
  );
  expect(charts.length, 'chart.js is loaded later').toBeGreaterThan(0);
  expect(pages.length, 'the pages of devices are loaded later').toBeGreaterThan(0);
  const styles = filesOf('dashboard', '.css').filter((path) => pageOf('dashboard').includes(path));
  expectWithin('dashboard first view', weightOf(['index.html', ...styles, ...atOnce]), {
    script: weightOf(atOnce),
    style: weightOf(styles),
    'English words': weightOf(english),
  });
  expectWithin('dashboard script with charts', weightOf([...atOnce, ...charts]));
  expectWithin('dashboard pages of devices, review and audit', weightOf(pages));
  expectWithin('dashboard first run', weightOf(firstRun));
  expectWithin('dashboard counter code', weightOf(counter));
  expect(trust.length, 'the page of trust is a chunk of its own').toBe(1);
  expectWithin('dashboard page of trust', weightOf(trust));
  expectWithin('dashboard page of dossiers on time', weightOf(onTime));
  expect(against.length, 'what stands against dossiers is a chunk of its own').toBe(1);
  expectWithin('dashboard part against dossiers', weightOf(against));
  expect(calendar.length, 'the reporting calendar is a chunk of its own').toBe(1);
  expectWithin('dashboard page of the reporting calendar', weightOf(calendar));
  expect(rows.length, 'the page of the auditor’s files is a chunk of its own').toBe(1);
  expectWithin('dashboard page of forms for the auditor', weightOf(rows));
  expect(report.length, 'the panel of the report is a chunk of its own').toBe(1);
  expectWithin('dashboard panel of the report', weightOf(report));
  expectWithin('dashboard page of details', weightOf(detail));
  expect(calls.length, 'the page of calls is a chunk of its own').toBe(1);
  expectWithin('dashboard page of calls', weightOf(calls));
  expect(progress.length, 'the page of progress is a chunk of its own').toBe(1);
  expectWithin('dashboard page of progress', weightOf(progress));
  expect(consent.length, 'the page of the words of consent is a chunk of its own').toBe(1);
  expectWithin('dashboard page of the words of consent', weightOf(consent));
  expect(alerts.length, 'the page of alerts is a chunk of its own').toBe(1);
  expectWithin('dashboard page of alerts', weightOf(alerts));
  expect(cases.length, 'the page of cases is a chunk of its own').toBe(1);
  expectWithin('dashboard page of cases', weightOf(cases));
  expect(opening.length, 'the page that opens results to everybody is a chunk of its own').toBe(1);
  expectWithin('dashboard page that opens results', weightOf(opening));
  expect(former.length, 'the page of former years is a chunk of its own').toBe(1);
  expectWithin('dashboard page of former years', weightOf(former));
  expect(questionnaires.length, 'the page of questionnaires is a chunk of its own').toBe(1);
  expectWithin('dashboard page of questionnaires', weightOf(questionnaires));
  expectWithin(
    'dashboard settings pages',
    weightOf(settings),
    Object.fromEntries(settings.map((path) => [path.replace(/^.*\/|-[^-]*$/g, ''), weightOf([path])])),
  );
  expect(weightOf(charts)).toBeGreaterThan(weightOf(atOnce));
});
