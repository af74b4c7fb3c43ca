import { beforeEach, expect, test } from 'vitest';
import { type AskedOffice, openAskedOffice } from '../../tests/fakes/asked-figures.ts';
import { keepSignedIn, signInAs } from '../../tests/fakes/office.ts';
import type { PublicPageState } from '../../shared/wire/public-switch.ts';
import { csvCells } from '../csv-cells.ts';
import { auditLines } from '../store/audit.ts';
import { addReply } from '../store/replies.ts';
import { COLUMNS } from './open-data.ts';
import { closedQuarters, mayBePublic } from './public-results.ts';

/** After 14 December the fourth quarter, in which the forms came, has closed. */
const AFTER_QUARTER = Date.parse('2026-12-18T10:00:00+07:00');
const GOOD = { a: [5, 5, 4, 4, 5, 5, 4, 4] } as const;
const NOT_AT_ALL = { a: [1, 2, 1, 2, 3, 1, 1, 2] } as const;

let at: AskedOffice;
let cookie: string;
beforeEach(async () => {
  at = await openAskedOffice();
  cookie = await signInAs(at.office, 'manager');
});

const look = (path = '', headers = {}) => at.office.call(`/public/${at.office.unit}${path}`, { headers });
const read = async (path = '') => (await look(path)).text();
async function switchTo(on: boolean): Promise<PublicPageState> {
  await keepSignedIn(at.office);
  const answer = await at.office.call('/api/v1/public-pages', {
    cookie,
    body: { unit: at.office.unit, on },
  });
  expect(answer.status).toBe(200);
  return (await answer.json()) as PublicPageState;
}

test('a page that is off is answered as one that never was, and both acts of the switch stand in the audit log once', async () => {
  const never = await at.office.call('/public/nobody');
  const off = await look();
  expect([never.status, off.status]).toEqual([404, 404]);
  const [a, b] = [await never.text(), await off.text()];
  expect(a).toBe(b);
  const facts = (answer: Response) => JSON.stringify([...answer.headers]);
  expect(facts(never)).toBe(facts(off));
  for (const path of ['/data.csv', '/data.json', '/dictionary', '/dictionary.json'])
    expect(await read(path), path).toBe(a);
  expect((await at.office.call('/public/')).status).toBe(404);

  expect((await switchTo(true)).on).toEqual({ since: '2026-11-03', by: 'manager' });
  await switchTo(true);
  expect((await look()).status).toBe(200);
  expect(await (await at.office.call('/public/')).text()).toContain(`href="/public/${at.office.unit}"`);
  expect((await switchTo(false)).on).toBe(null);
  expect((await look()).status).toBe(404);
  const lines = await auditLines(at.office.store.read, {
    units: [at.office.unit],
    ofServer: false,
    before: undefined,
    most: 9,
  });
  const acts = lines.map(({ what }) => what).filter((what) => what.startsWith('public'));
  expect(acts.toSorted()).toEqual(['public-page-off', 'public-page-on']);
});

test('46 forms all satisfied and 4 not at all are 92.0 and 81.2–96.8 for everybody once their quarter has closed, and nothing before', async () => {
  await at.take(46, { a: [...GOOD.a] });
  await at.take(4, { a: [...NOT_AT_ALL.a] });
  await switchTo(true);
  expect(await read()).not.toMatch(/\d %/);
  expect(await read('/data.json')).toContain('"results": []');
  at.office.now = AFTER_QUARTER;
  const page = await read();
  expect(page.match(/92,0\u00a0%/g)).toHaveLength(4);
  expect(page).toContain('81,2–96,8');
  expect(page).toContain('50 phiếu');
  expect(page).toContain('Quý IV năm 2026 (15/09/2026–14/12/2026)');
  expect(page).toContain('không tính “Không có ý kiến”');
  expect(page).not.toMatch(/SIPAS|<script|http:/);
  expect(await read('?lang=en')).toContain('92.0\u00a0%');
  // what decodes a body takes the mark away
  const bytes = Buffer.from(await (await look('/data.csv')).arrayBuffer());
  expect(bytes.subarray(0, 3).toString('hex')).toBe('efbbbf');
  const csv = bytes.toString();
  const [head, ...rows] = csvCells(csv).map(({ cells }) => cells);
  const cell = (row: number, name: string) => rows[row]![head!.indexOf(name)];
  expect(rows).toHaveLength(2);
  expect(['group', 'percent', 'low', 'high', 'n', 'valid_kiosk'].map((name) => cell(1, name))).toEqual([
    'II',
    '92',
    '81.2',
    '96.8',
    '50',
    '50',
  ]);
  const json = JSON.parse(await read('/data.json')) as { results: Record<string, unknown>[] };
  expect(json.results[1]).toMatchObject({ percent: 92, low: 81.2, high: 96.8, n: 50, status: 'published' });
  const pack = JSON.parse(await read('/dictionary.json')) as {
    resources: { schema: { fields: { name: string }[] } }[];
  };
  const names = COLUMNS.map(({ name }) => name);
  expect(head).toEqual(names);
  expect(Object.keys(json.results[0]!)).toEqual(names);
  expect(pack.resources[0]!.schema.fields.map(({ name }) => name)).toEqual(names);
  const dictionary = await read('/dictionary');
  expect(names.filter((name) => !dictionary.includes(`<code>${name}</code>`))).toEqual([]);
});

test('below ten forms a quarter has words and no number, whichever file is read', async () => {
  await at.take(9, { a: [...GOOD.a] });
  await switchTo(true);
  at.office.now = AFTER_QUARTER;
  expect(await read()).toContain('Chưa có kết quả để công khai');
  expect(await read('/data.json')).toContain('"results": []');
});

test('names and words of people cannot break the page, and a name that begins like a formula opens as text', async () => {
  await at.office.store.write(async (tx) => {
    const name = { name_vi: '=HYPERLINK("x")<b>&', name_en: '<script>alert(1)</script>' };
    await tx.updateTable('units').set(name).where('id', '=', at.office.unit).execute();
    await tx.updateTable('unit_versions').set(name).where('unit', '=', at.office.unit).execute();
    const words = { said: '<img src=x>', did: '"&' };
    const reply = { id: 'r', unit: at.office.unit, period: 'month-2026-11', vi: words, en: null };
    await addReply(tx, { ...reply, published: '2026-11-02', author: 'x' });
  });
  await at.take(12, { a: [...GOOD.a] });
  await switchTo(true);
  at.office.now = AFTER_QUARTER;
  for (const path of ['', '?lang=en', '/dictionary']) {
    const page = await read(path);
    expect(page, path).not.toMatch(/<b>&|<script|<img/);
  }
  expect(await read()).toContain('&lt;img src=x&gt;');
  const [, row] = csvCells(await read('/data.csv')).map(({ cells }) => cells);
  expect(row![1]).toMatch(/^'=HYPERLINK/);
});

test('a page sets no cookie, allows nothing but its own style, is sent once, and is slowed when one address asks too often', async () => {
  await switchTo(true);
  const first = await look('', { cookie: 'sipas=anything' });
  const policy = first.headers.get('content-security-policy')!;
  expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; img-src 'self';/);
  expect(first.headers.get('set-cookie')).toBe(null);
  expect(first.headers.get('cache-control')).toBe('public, max-age=300');
  const again = await look('', { 'if-none-match': first.headers.get('etag')! });
  expect([again.status, await again.text()]).toEqual([304, '']);
  expect((await look('/data.json')).headers.get('access-control-allow-origin')).toBe('*');
  let answer = first;
  for (let i = 0; i < 300 && answer.status !== 429; i++) answer = await look('/none');
  expect(answer.status).toBe(429);
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
});

test('quarters are those that have closed, end to end, so that no two figures of a unit hold the same form', () => {
  const quarters = closedQuarters(AFTER_QUARTER);
  expect(quarters.map(({ id }) => id).slice(0, 3)).toEqual([
    'report-2026-q4',
    'report-2026-q3',
    'report-2026-q2',
  ]);
  const all = quarters.flatMap(({ halfMonths }) => halfMonths);
  expect(new Set(all).size).toBe(8 * 6);
  expect(closedQuarters(Date.parse('2026-12-14T23:59:00+07:00'))[0]?.id).toBe('report-2026-q3');
});

test('a figure below one that is withheld below one that is served is not public', () => {
  expect(mayBePublic([true])).toBe(true);
  expect(mayBePublic([true, true, true])).toBe(true);
  expect(mayBePublic([true, false])).toBe(true);
  expect(mayBePublic([true, false, true])).toBe(false);
  expect(mayBePublic([true, true, false, true])).toBe(false);
  expect(mayBePublic([false, true])).toBe(false);
});
