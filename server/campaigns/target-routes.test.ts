import { beforeEach, expect, test } from 'vitest';
import { addForeignUnit, type Office, openOffice, signInAs } from '../../tests/fakes/office.ts';
import type { Overview } from '../../shared/wire/overview.ts';
import type { Problem } from '../../shared/wire/problem.ts';
import { putField } from '../store/fields.ts';
import type { TargetAsked, TargetLine, TargetList } from '../../shared/wire/target-requests.ts';

let office: Office;
let cookie: string;
beforeEach(async () => {
  office = await openOffice();
  cookie = await signInAs(office, 'manager');
});

const wanted = (change: Partial<TargetAsked> = {}): TargetAsked => ({
  unit: office.unit,
  year: 2026,
  field: null,
  percent: 90,
  source: { vi: 'Kế hoạch số 12/KH-UBND', en: 'Plan 12/KH-UBND' },
  from: '2026-11-20',
  ...change,
});
const ask = (change: Partial<TargetAsked> = {}) =>
  office.call('/api/v1/targets', { body: wanted(change), cookie });
const set = async (change: Partial<TargetAsked> = {}) => (await (await ask(change)).json()) as TargetLine;
const targetOf = async (period: string) => {
  const path = `/api/v1/overview?unit=${office.unit}&period=${period}&form=express`;
  return ((await (await office.call(path, { cookie })).json()) as Overview).headline.target?.percent;
};
const goTo = async (day: string) => {
  office.now = Date.parse(`${day}T09:00:00+07:00`);
  cookie = await signInAs(office, 'manager');
};

test('a changed target holds from its day on; closed periods keep the one in force at their end', async () => {
  await set();
  await goTo('2026-12-02');
  const line = await set({ percent: 92.5, from: '2026-12-02' });
  expect(line).toMatchObject({ year: 2026, field: null, percent: 92.5 });
  expect(line.history.map(({ percent, from, to, who }) => [percent, from, to, who])).toEqual([
    [92.5, '2026-12-02', '2026-12-14', 'manager'],
    [90, '2026-11-20', '2026-12-01', 'manager'],
  ]);
  // the first half of November was over when the first target was decided on
  expect(await targetOf('half-2026-11-1')).toBeUndefined();
  expect(await targetOf('month-2026-11')).toBe(90);
  expect(await targetOf('half-2026-12-1')).toBe(92.5);
  expect(await targetOf('report-2026-year')).toBe(92.5);
  const before = await office.call(
    `/api/v1/overview?unit=${office.unit}&period=report-2026-year&form=express`,
    {
      cookie,
    },
  );
  const { trend } = (await before.json()) as Overview;
  expect(trend.slice(-3).map(({ target }) => target?.percent)).toEqual([undefined, 90, undefined]);
});

test('a target can be taken back from a day on, for one field or for all, each with a history of its own', async () => {
  const land = { tree: 'real', code: 'dd', name: { vi: 'Đất đai', en: 'Land' } } as const;
  await office.store.write((tx) => putField(tx, { ...land, validFrom: '2025-07-01', validTo: null }));
  await set();
  await set({ field: 'dd', percent: 85 });
  expect((await set({ percent: null })).percent).toBeNull();
  expect(await targetOf('report-2026-year')).toBeUndefined();
  const { targets } = (await (await office.call('/api/v1/targets', { cookie })).json()) as TargetList;
  expect(targets.map(({ field, percent, history }) => [field, percent, history.length])).toEqual([
    [null, null, 2],
    ['dd', 85, 1],
  ]);
});

test.each<[string, string, Partial<TargetAsked>]>([
  ['a day before today', 'from too-early', { from: '2026-11-19' }],
  ['a day after the year', 'from too-late', { from: '2026-12-15' }],
  ['a year that is over', 'year too-early', { year: 2025 }],
  ['a percentage of more than a hundred', 'percent wrong', { percent: 101 }],
  ['more than one decimal', 'percent wrong', { percent: 90.55 }],
  ['no source', 'source.vi needed', { source: { vi: '', en: 'Plan' } }],
  ['a field that is not there', 'field unknown', { field: 'zz' }],
  ['a unit that is not there', 'unit unknown', { unit: 'u-nowhere' }],
  ['taking back what is not there', 'percent needed', { percent: null }],
])('%s is named at its field', async (_what, said, change) => {
  const { faults } = (await (await ask(change)).json()) as Problem;
  expect(faults?.map(({ at, why }) => `${at} ${why}`).join()).toBe(said);
  expect(((await (await office.call('/api/v1/targets', { cookie })).json()) as TargetList).targets).toEqual(
    [],
  );
});

test('a unit outside of the scope takes no target and shows none', async () => {
  const unit = await addForeignUnit(office);
  expect((await ask({ unit })).status).toBe(422);
  const theirs = await signInAs({ ...office, unit }, 'manager');
  const body = { ...wanted(), unit };
  expect((await office.call('/api/v1/targets', { body, cookie: theirs })).status).toBe(200);
  const { targets } = (await (await office.call('/api/v1/targets', { cookie })).json()) as TargetList;
  expect(targets).toEqual([]);
});
