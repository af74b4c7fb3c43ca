import { beforeEach, expect, test } from 'vitest';
import { addFields, csvOf, dossierClient, HEADINGS } from '../../tests/fakes/dossier-files.ts';
import { addForeignUnit, type Office, openOffice, signInAs } from '../../tests/fakes/office.ts';
import { writeXlsx } from '../../tests/fakes/write-xlsx.ts';
import type { DossierOverview } from '../../shared/wire/dossier-requests.ts';

let office: Office;
let cookie: string;
let files: ReturnType<typeof dossierClient>;
beforeEach(async () => {
  office = await openOffice();
  await addFields(office);
  cookie = await signInAs(office, 'manager');
  files = dossierClient(office, cookie);
});

const OPEN = ['H40-1', '0912 345 678', 'Hộ tịch', '16/11/2026', '20/11/2026', ''];
const LATE = ['H40-2', '', 'dat dai', '02/11/2026', '10/11/2026', '12/11/2026'];
const list = (...rows: readonly string[][]) => csvOf([HEADINGS, ...rows]);
const stored = () => office.store.read.selectFrom('dossiers').selectAll().orderBy('code').execute();
const numbers = () => office.store.read.selectFrom('dossier_phones').selectAll().execute();
const overview = async (as = cookie) =>
  (await (await office.call('/api/v1/dossiers', { cookie: as })).json()) as DossierOverview;
const remove = (id: string, as = cookie) =>
  office.call(`/api/v1/dossiers/imports/${id}/remove`, { cookie: as, method: 'POST', body: {} });
const acts = async () =>
  (await office.store.read.selectFrom('audit').select(['what', 'details']).orderBy('id').execute()).filter(
    ({ what }) => what.startsWith('dossiers'),
  );

test('a list is understood by its headings, shown as it would be taken, and taken in', async () => {
  const checked = await files.check(list(OPEN, LATE));
  expect(checked.mapping).toMatchObject({ kind: 'list', place: office.point });
  expect(checked.checked).toMatchObject({ rows: 2, faulty: 0, added: 2, changed: 0, same: 0 });
  expect(checked.checked!.months).toEqual({ from: '2026-11', to: '2026-11' });
  expect(checked.checked!.preview[0]).toMatchObject({
    row: 2,
    cells: {
      code: 'H40-1',
      phone: '… 678',
      field: { en: 'Civil status' },
      received: '2026-11-16',
      returned: '',
    },
  });
  expect(await stored()).toEqual([]);
  const { step, taken } = await files.take(list(OPEN, LATE));
  expect([step, taken]).toEqual(['taken', { added: 2, changed: 0, same: 0, left: 0 }]);
  expect(await stored()).toMatchObject([
    { service_point: office.point, code: 'H40-1', field: 'ht', due: '2026-11-20', returned: null },
    { code: 'H40-2', field: 'dd', returned: '2026-11-12', phone: null },
  ]);
});

test('the same file twice changes nothing and leaves no second import; a newer one says what is another', async () => {
  await files.take(list(OPEN, LATE));
  const again = await files.check(list(OPEN, LATE));
  expect([again.takenBefore, again.checked!.same]).toEqual(['2026-11-20', 2]);
  const [before, keys] = [await stored(), await numbers()];
  expect((await files.take(list(OPEN, LATE))).taken).toEqual({ added: 0, changed: 0, same: 2, left: 0 });
  expect([await stored(), await numbers()]).toEqual([before, keys]);
  expect((await overview()).imports).toHaveLength(1);
  // returned by now, another number, and a new one; an empty cell takes nothing away
  const closed = [...OPEN.slice(0, 1), '0987654321', ...OPEN.slice(2, 5), '19/11/2026'];
  const newer = await files.take(list(closed, LATE, ['H40-3', '', 'Hộ tịch', '19/11/2026', '', '']));
  expect(newer.taken).toEqual({ added: 1, changed: 1, same: 1, left: 0 });
  expect((await stored())[0]).toMatchObject({ code: 'H40-1', returned: '2026-11-19' });
  expect(await numbers()).toHaveLength(1);
  expect((await files.take(list(OPEN))).taken).toMatchObject({ changed: 1 });
  expect((await stored())[0]).toMatchObject({ returned: '2026-11-19' });
  expect((await acts()).map(({ what }) => what)).toEqual(Array(3).fill('dossiers-imported'));
});

test('two hundred broken rows are each named by row and reason; none of the file is taken unless that is wished', async () => {
  const rows = Array.from({ length: 1_000 }, (_, i) => [`H40-${i}`, '', 'Hộ tịch', '16/11/2026', '', '']);
  const broken = Array.from({ length: 200 }, (_, i) => i * 5 + 1);
  for (const i of broken) rows[i]![3] = '31/11/2026';
  const file = await files.check(list(...rows));
  expect(file.checked).toMatchObject({ rows: 1_000, faulty: 200, added: 800 });
  const faults = await office.call(`/api/v1/dossiers/files/${file.id}/faults`, { cookie });
  expect(await faults.json()).toEqual({
    faults: broken.map((i) => ({ row: i + 2, column: 'received', why: 'date' })),
  });
  const refused = await files.post(`${file.id}/import`, { leaveFaulty: false, covers: null });
  expect(refused.status).toBe(409);
  expect(await stored()).toEqual([]);
  await files.post(`${file.id}/import`, { leaveFaulty: true, covers: null });
  expect((await files.settled(file.id)).taken).toEqual({ added: 800, changed: 0, same: 0, left: 200 });
  expect((await overview()).imports[0]).toMatchObject({ left: 200, rows: 800 });
});

test('a field that has gone since the check stops the import, and the reason is not the file', async () => {
  const { id } = await files.check(list(OPEN, LATE));
  await office.store.write(async (tx) => {
    await tx.deleteFrom('procedures').execute();
    await tx.deleteFrom('fields').where('code', '=', 'ht').execute();
  });
  await files.post(`${id}/import`, { leaveFaulty: false, covers: null });
  expect(await files.settled(id)).toMatchObject({ step: 'refused', refused: 'changed' });
  expect(await stored()).toEqual([]);
});

test('every reason is told: dates, order, future, unknown, twice, totals, formulas, errors, merged cells', async () => {
  const day = { day: '2026-11-16' };
  const good = (code: string) => [code, 912_345_678, 'Hộ tịch', day, null, null];
  const bytes = writeXlsx({
    otherSheets: true,
    merges: ['A1:F1', 'C13:C14'],
    rows: [
      ['DANH SÁCH HỒ SƠ'],
      HEADINGS,
      ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)'],
      good('a'),
      ['b', null, 'Hộ tịch', 'hôm qua', null, null],
      ['c', null, 'Hộ tịch', day, { day: '2026-11-15' }, null],
      ['d', null, 'Hộ tịch', { day: '2026-11-25' }, null, null],
      ['e', null, 'Chứng thực', day, null, null],
      good('a'),
      ['f', null, 'Hộ tịch', { formula: 'TODAY()' }, null, null],
      ['g', null, { error: '#REF!' }, day, null, null],
      [null, null, 'Hộ tịch', day, null, null],
      good('h'),
      ['i', null, null, day, null, null],
      ['j', 'không có', 'Hộ tịch', day, null, null],
      ['Tổng cộng', null, null, 12, null, null],
    ],
  });
  const { look, checked } = await files.check(bytes);
  expect(look).toMatchObject({ sheet: 'Hồ sơ', headerRow: 3, rows: 13 });
  expect(checked!.faults.map(({ row, column, why }) => [row, column, why])).toEqual([
    [5, 'received', 'date'],
    [6, 'due', 'order'],
    [7, 'received', 'future'],
    [8, 'field', 'unknown'],
    [9, 'code', 'twice'],
    [10, 'received', 'formula'],
    [11, 'field', 'error'],
    [12, 'code', 'needed'],
    [13, null, 'merged'],
    [14, null, 'merged'],
    [15, 'phone', 'phone'],
    [16, null, 'totals'],
  ]);
  expect(checked).toMatchObject({ faulty: 11, notes: { phone: 1 }, added: 2 });
  expect(checked!.unknown.field).toEqual([['Chứng thực', 1]]);
  // what a word means is said once, and remembered with the columns for the next file of this kind
  const meanings = { field: { 'Chứng thực': 'ht' }, place: {} };
  await files.take(list(['k', '', 'Chứng thực', '16/11/2026', '', '']), { change: { meanings } });
  const next = await files.look(list(['l', '', 'Chứng thực', '17/11/2026', '', '']));
  expect([next.remembered, next.mapping!.meanings]).toEqual([true, meanings]);
});

test('statistics are taken by unit, field and month, and give way to a list that holds the month', async () => {
  const head = [
    'Đơn vị',
    'Lĩnh vực',
    'Tháng',
    'Tiếp nhận',
    'Trước hạn',
    'Đúng hạn',
    'Quá hạn',
    'Đang giải quyết',
  ];
  const csv = csvOf([
    head,
    ['xã Thử Nghiệm', 'Hộ tịch', '10/2026', '1.200', '800', '300', '-', '100'],
    ['Ủy ban nhân dân xã Thử Nghiệm', 'Đất đai', 'Tháng 11/2026', '40', '', '30', '2', '8'],
    ['Xã khác', '', '10/2026', '1', '1', '0', '0', '0'],
    ['Tổng cộng', '', '', '1241', '', '', '', ''],
  ]);
  const place = { 'xã Thử Nghiệm': office.unit };
  const change = { meanings: { field: {}, place } };
  const { checked } = await files.check(csv, change);
  expect(checked!.faults.map(({ row, why }) => [row, why])).toEqual([
    [4, 'unknown'],
    [5, 'totals'],
  ]);
  await files.take(csv, { change, leaveFaulty: true });
  expect((await overview()).months).toEqual([
    {
      month: '2026-11',
      sources: ['statistics'],
      received: 40,
      early: 0,
      onTime: 30,
      late: 2,
      open: 8,
      overdue: null,
    },
    {
      month: '2026-10',
      sources: ['statistics'],
      received: 1_200,
      early: 800,
      onTime: 300,
      late: 0,
      open: 100,
      overdue: null,
    },
  ]);
  await files.take(list(OPEN, LATE), { covers: { from: '2026-11', to: '2026-11' } });
  expect((await overview()).months[0]).toEqual({
    month: '2026-11',
    sources: ['list'],
    received: 2,
    early: 0,
    onTime: 0,
    late: 1,
    open: 1,
    overdue: 0,
  });
});

test('an import is taken away with its numbers, and leaves what a newer one has changed', async () => {
  await files.take(list(OPEN, LATE));
  await files.take(list([...LATE.slice(0, 5), '11/11/2026']));
  const first = (await overview()).imports.find(({ added }) => added === 2);
  expect(first!.rows).toBe(1);
  const foreign = await signInAs({ ...office, unit: await addForeignUnit(office) }, 'administrator');
  expect((await remove(first!.id, foreign)).status).toBe(404);
  expect((await remove(first!.id)).status).toBe(200);
  expect((await stored()).map(({ code }) => code)).toEqual(['H40-2']);
  expect(await numbers()).toEqual([]);
  const removed = (await acts()).find(({ what }) => what === 'dossiers-removed');
  expect(removed?.details).toContain('"rows":1');
});

test('numbers are locked in the database, shown by their end, and stand in no line of the log or audit', async () => {
  await files.take(list(OPEN, LATE));
  const [number] = await numbers();
  expect(office.keys.unlock(number!.number)).toBe('0912345678');
  const everything = JSON.stringify([
    office.logs,
    await acts(),
    await stored(),
    await overview(),
    await files.check(list(OPEN)),
  ]);
  for (const secret of ['0912345678', '912 345', '345678']) expect(everything).not.toContain(secret);
  expect(JSON.stringify([office.logs, await acts()])).not.toMatch(/H40/);
});

test('a file belongs to whoever chose it, can be stopped, and its bytes are given back', async () => {
  const { id } = await files.look(list(OPEN));
  const other = dossierClient(office, await signInAs(office, 'manager'));
  expect((await other.post(`${id}/check`, {})).status).toBe(404);
  expect((await office.call(`/api/v1/dossiers/files/${id}`, { cookie, method: 'DELETE' })).status).toBe(204);
  expect((await office.call(`/api/v1/dossiers/files/${id}`, { cookie })).status).toBe(404);
  const taken = await files.take(list(OPEN));
  expect((await files.post(`${taken.id}/check`, taken.mapping!)).status).toBe(409);
});

test('a mapping names columns that there are and a place of the caller', async () => {
  const { id, mapping } = await files.look(list(OPEN));
  const check = async (change: object) =>
    (await files.post(`${id}/check`, { ...mapping!, ...change })).status;
  expect(await check({ columns: { ...mapping!.columns, due: 99 } })).toBe(422);
  expect(await check({ columns: { unit: 0 } })).toBe(422);
  expect(await check({ place: await addForeignUnit(office) })).toBe(422);
  expect(await check({ kind: 'other' })).toBe(400);
});
