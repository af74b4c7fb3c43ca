import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { addForeignUnit, type Office, openOffice, signInAs } from '../../tests/fakes/office.ts';
import {
  alike39,
  csvOfRows,
  csvOfTables,
  rowsOfTable,
  TABLE_2022,
  takeTables,
} from '../../tests/fakes/old-table.ts';
import { readWorkbook } from '../../tests/fakes/read-workbook.ts';
import { writeXlsx } from '../../tests/fakes/write-xlsx.ts';
import type { ImportedResults, ImportedTables, TablesLook } from '../../shared/wire/imported-results.ts';
import { addUnit } from '../store/organisation.ts';

let office: Office;
let cookie: string;
let unit: string;
beforeEach(async () => {
  office = await openOffice();
  cookie = await signInAs(office, 'manager');
  ({ unit } = office);
});

const take = async (
  ...asked: Parameters<typeof takeTables> extends [unknown, unknown, ...infer R] ? R : never
) => (await (await takeTables(office, cookie, ...asked)).json()) as TablesLook;
const results = async (query = '', of = unit) =>
  (await (
    await office.call(`/api/v1/imported-results?unit=${of}${query}`, { cookie })
  ).json()) as ImportedResults;
const stored = () => office.store.read.selectFrom('imported_results').selectAll().execute();
const acts = async () =>
  (await office.store.read.selectFrom('audit').select(['what', 'details']).orderBy('id').execute()).filter(
    ({ what }) => what.startsWith('old-results'),
  );
const levels = (...counts: number[]) => counts;

test('a table of the form of 2022 gives the percentages that were worked out by hand, and no interval', async () => {
  await take(csvOfTables({ unit, items: TABLE_2022 }));
  const { points, breaks } = await results();
  expect(points).toHaveLength(1);
  // I: 14 items of 10 in 20; II: (18 · 14 + 2) / (18 · 20 + 5) = 254 / 365 = 69.589 %
  expect(points[0]).toMatchObject({
    imported: true,
    period: 'report-2022-year',
    from: '2021-12-15',
    to: '2022-12-14',
    version: { id: 'sp33', version: 1 },
    forms: 20,
    policy: { percent: 50, answers: 280, noOpinion: null },
    service: { percent: 69.6, answers: 365 },
    // 33 items became 39: both areas ask other things today
    now: { policy: 'changed', service: 'changed' },
    day: '2026-11-20',
    reason: null,
  });
  expect(points[0]!.file).toMatch(/^[0-9a-f]{64}$/);
  expect(breaks).toEqual([]);
  expect(JSON.stringify(points)).not.toMatch(/"(?:low|high|nEff|n)":/);
  // 20 · (1,003 + 365) / 365 = 74.959; and an item with five answers has no share of its own
  expect((await results('&statistic=mean5')).points[0]!.service).toMatchObject({ percent: 75 });
  expect((await results('&aggregation=mean_items')).points[0]!.service).toEqual({
    withheld: 'item-below-ten',
  });
});

test('a file is looked at before it is taken, the same file twice changes nothing, a correction needs its reason', async () => {
  const file = csvOfTables({ unit, items: TABLE_2022 });
  const looked = await take(file, { write: false });
  expect(looked).toMatchObject({ refused: null, faults: [], written: false });
  expect(looked.tables).toMatchObject([
    { act: 'add', forms: 20, items: 33, service: { percent: 69.6 }, form: { id: 'sp33' } },
  ]);
  expect(await stored()).toEqual([]);
  expect((await take(file)).written).toBe(true);
  const before = await stored();
  const again = await take(file);
  expect([again.written, again.tables[0]!.act]).toEqual([false, 'same']);
  expect(await stored()).toEqual(before);
  const other = csvOfTables({ unit, items: TABLE_2022, forms: 21 });
  const refused = await takeTables(office, cookie, other);
  expect([refused.status, await refused.json()]).toMatchObject([
    422,
    { faults: [{ at: 'reason', why: 'needed' }] },
  ]);
  expect(await stored()).toEqual(before);
  const reason = 'Đếm lại phiếu giấy năm 2022';
  expect((await take(other, { reason })).tables[0]!.act).toBe('change');
  expect((await results()).points[0]).toMatchObject({ forms: 21, reason });
  const written = (await acts()).map(({ details }) => JSON.parse(details) as Record<string, unknown>);
  expect(written.map(({ added, changed }) => `${String(added)} ${String(changed)}`).sort()).toEqual([
    '0 1',
    '1 0',
  ]);
  const { file: sha256 } = (await results()).points[0]!;
  const removed = await office.call('/api/v1/imported-results/remove', { cookie, body: { file: sha256 } });
  expect(((await removed.json()) as ImportedTables).tables).toEqual([]);
  expect((await results()).points).toEqual([]);
  expect((await acts()).map(({ what }) => what)).toContain('old-results-removed');
});

test('each wrong cell is named by row and reason, nothing of a wrong file is taken, and nothing of it is repeated', async () => {
  const foreign = await addForeignUnit(office);
  const rows = rowsOfTable({ unit, items: TABLE_2022 });
  const change = (row: number, column: number, text: string) => (rows[row - 2]![column] = text);
  change(2, 0, foreign);
  change(3, 2, 'Quý V năm 2022');
  change(4, 2, 'Năm 2026');
  change(5, 3, '=cmd|"/c calc"!A0');
  change(6, 4, '34');
  change(7, 6, '-1');
  change(8, 7, '1,5');
  change(9, 12, '19');
  change(10, 8, '');
  change(12, 4, '10');
  change(13, 12, '30');
  const answer = await takeTables(office, cookie, csvOfRows(rows));
  const text = await answer.text();
  expect((JSON.parse(text) as TablesLook).faults).toEqual([
    { row: 2, column: 'unit', why: 'unit' },
    { row: 3, column: 'period', why: 'period' },
    { row: 4, column: 'period', why: 'not-ended' },
    { row: 5, column: 'form', why: 'form' },
    { row: 6, column: 'item', why: 'item' },
    { row: 7, column: 'level1', why: 'count' },
    { row: 8, column: 'level2', why: 'count' },
    { row: 9, column: 'forms', why: 'sum' },
    { row: 10, column: 'level3', why: 'needed' },
    { row: 12, column: 'item', why: 'twice' },
    { row: 13, column: 'forms', why: 'differs' },
  ]);
  expect(text).not.toContain('calc');
  expect(await stored()).toEqual([]);
  const short = csvOfTables({ unit, items: TABLE_2022.slice(0, 20) });
  expect((await take(short)).faults).toEqual([{ row: 2, column: 'item', why: 'items-missing' }]);
  const lacking = csvOfTables({ unit, items: TABLE_2022 }).replace('Mức 4', 'Mức bốn');
  expect((await take(lacking)).faults).toEqual([{ row: 1, column: 'level4', why: 'column' }]);
  // an area may be left out, not a part of one
  expect((await take(csvOfTables({ unit, items: TABLE_2022.slice(14) }))).written).toBe(true);
  expect((await results()).points[0]!.policy).toEqual({ withheld: 'no-answers' });
});

test('hostile and broken files are refused with the reason, as files of dossiers are', async () => {
  const rows = rowsOfTable({ unit, items: TABLE_2022 });
  const refused = async (file: string | Uint8Array) => (await take(file)).refused;
  expect(await refused('')).toBe('empty');
  expect(await refused('<html><table>')).toBe('web-page');
  expect(await refused(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]))).toBe('old-format');
  expect(await refused(new Uint8Array(200).fill(0))).toBe('not-a-sheet');
  expect(await refused(writeXlsx({ rows, macros: true }))).toBe('macros');
  expect(await refused(csvOfRows([]))).toBe('no-rows');
  expect(await refused(`${csvOfRows([])}${'\r\n;;;;;;1'.repeat(20_001)}`)).toBe('too-many-rows');
  expect(await refused(`a${'\r\n1;2'.repeat(3)}`)).toBe(null);
  const packed = writeXlsx({ rows: [csvOfRows([]).split(';'), ...rows] });
  expect(await refused(packed.subarray(0, packed.length - 40))).toBe('damaged');
  expect((await takeTables(office, cookie, 'x'.repeat(3 * 2 ** 20 + 10))).status).toBe(422);
  expect(await stored()).toEqual([]);
  expect((await take(packed)).written).toBe(true);
});

test('the template that is handed out comes back filled in, as XLSX and as CSV', async () => {
  const asked = (file: string, form = 'sp33 1') =>
    office.call(
      `/api/v1/imported-results/template?${new URLSearchParams({ unit, period: 'report-2022-year', form, file })}`,
      { cookie },
    );
  const xlsx = await asked('xlsx');
  const [sheet, help] = readWorkbook(new Uint8Array(await xlsx.arrayBuffer()));
  expect([sheet!.value('E1'), sheet!.value('E34'), sheet!.value('E35')]).toEqual([
    'Tiêu chí số',
    33,
    undefined,
  ]);
  expect(help!.texts).toContain('Chỉ điền số đếm, không điền tỷ lệ phần trăm.');
  const csv = await (await asked('csv', 'sp39 1')).text();
  const lines = csv.trim().split('\r\n');
  expect(lines).toHaveLength(40);
  expect(lines[1]).toContain('"Năm 2022";"sp39 1";"1"');
  // nothing counted yet: there is nothing to take
  expect((await take(csv)).refused).toBe('no-rows');
  const filled = lines.map((line, i) => (i === 0 ? line : line.replace(/(;""){7}$/, ';0;0;2;9;9;0;20')));
  expect((await take(filled.join('\r\n'))).tables).toMatchObject([{ items: 39, policy: { percent: 90 } }]);
});

test('fewer than ten forms have no figure, and neither has what the tables beside them would tell', async () => {
  const communes = ['a', 'b', 'c'];
  const since = { validFrom: '2025-07-01', validTo: null };
  await office.store.write(async (tx) => {
    for (const id of communes)
      await addUnit(tx, {
        id,
        parent: unit,
        tree: 'real',
        kind: 'xa',
        name: { vi: `Xã ${id}`, en: id },
        ...since,
      });
  });
  const table = (of: string, n: number) => ({
    unit: of,
    forms: n,
    items: alike39(levels(0, 0, 0, n, 0)),
    form: 'sp39 1',
  });
  await take(csvOfTables(table('a', 9)));
  expect((await results('', 'a')).points[0]).toMatchObject({ forms: null, service: { withheld: 'too-few' } });
  // together with the whole, two large ones would tell of the nine: the smaller of them is not told either
  await take(csvOfTables(table('b', 30), table('c', 40), table(unit, 79)));
  const served = async (of: string) => (await results('', of)).points[0]!;
  expect(await served('b')).toMatchObject({ forms: null, service: { withheld: 'complement' } });
  expect(await served('c')).toMatchObject({ forms: 40, service: { percent: 100 } });
  expect(await served(unit)).toMatchObject({ forms: 79 });
  const { tables } = (await (
    await office.call('/api/v1/imported-results/tables', { cookie })
  ).json()) as ImportedTables;
  expect(tables.find((one) => one.unit.id === 'a')!.forms).toBe(null);
});

test('of periods that overlap the longest is told, another form makes a break, and every point is marked', async () => {
  const of39 = (period: string, forms = 20) => ({
    unit,
    period,
    forms,
    form: 'sp39 1',
    items: alike39(levels(0, 0, 4, 8, 8)),
  });
  await take(
    csvOfTables(
      { unit, items: TABLE_2022 },
      of39('Quý I năm 2024'),
      of39('6 tháng đầu năm 2024'),
      of39('2025'),
      of39('Quý III năm 2024'),
    ),
  );
  const { points, breaks } = await results();
  expect(points.map(({ period, imported }) => [period, imported])).toEqual([
    ['report-2022-year', true],
    ['report-2024-h1', true],
    ['report-2024-q3', true],
    ['report-2025-year', true],
  ]);
  expect(breaks).toMatchObject([
    { at: 1, from: { id: 'sp33' }, to: { id: 'sp39' }, policy: 'changed', service: 'changed' },
  ]);
  expect(points.map(({ now }) => now?.service)).toEqual(['changed', 'same', 'same', 'same']);
});

test('nothing that is measured moves by an import: overview, report, counts and public page say the same as before', async () => {
  const asked = `unit=${unit}&period=report-2026-year&form=express`;
  const addresses = [
    `/api/v1/overview?${asked}`,
    `/api/v1/report?${asked}`,
    `/api/v1/cuts?${asked}&by=channel`,
  ];
  const pages = [`/public/${unit}`, `/public/${unit}/data.json`];
  await office.call('/api/v1/public-pages', { cookie, body: { unit, on: true } });
  const said = async () => {
    const answers = await Promise.all(addresses.map((address) => office.call(address, { cookie })));
    const open = await Promise.all(pages.map((page) => office.call(page)));
    return Promise.all([...answers, ...open].map((answer) => answer.text()));
  };
  const before = await said();
  await take(
    csvOfTables(
      { unit, items: TABLE_2022 },
      { unit, period: '2025', form: 'sp39 1', items: alike39(levels(0, 0, 0, 20, 0)) },
    ),
  );
  expect((await results()).points).toHaveLength(2);
  expect(await said()).toEqual(before);
});

test('tables are read by their own pages alone: nothing that computes measured figures names them', () => {
  const server = join(import.meta.dirname, '..');
  const readers = ['figures', 'reports', 'public-page', 'exports', 'calendar', 'jobs', 'alerts'].flatMap(
    (folder) => readdirSync(join(server, folder)).map((name) => join(server, folder, name)),
  );
  expect(readers.length).toBeGreaterThan(80);
  expect(
    readers.filter(
      (file) => file.endsWith('.ts') && /stored-imports|imported_results/.test(readFileSync(file, 'utf8')),
    ),
  ).toEqual([]);
});
