import * as v from 'valibot';
import { beforeEach, expect, test } from 'vitest';
import { AFTER_HALF, type AskedOffice, openAskedOffice } from '../../tests/fakes/asked-figures.ts';
import { addFields } from '../../tests/fakes/dossier-files.ts';
import { knowList, knowStatistics } from '../../tests/fakes/known-dossiers.ts';
import { putField } from '../store/fields.ts';
import { AgainstDossiersSchema } from '../../shared/wire/against-answers.ts';
import type { AgainstDossiers, WeighedFigure } from '../../shared/wire/against-dossiers.ts';
import type { Submission } from '../../shared/submission.ts';

const COVERED = { day: '2026-11-30', covers: { from: '2026-11', to: '2026-11' } };

let at: AskedOffice;
beforeEach(async () => {
  at = await openAskedOffice();
  await addFields(at.office);
});

const GOOD: Partial<Submission> = { a: [5, 5, 4, 4, 5, 5, 4, 4] };
const BAD: Partial<Submission> = { a: [1, 2, 1, 2, 1, 1, 1, 2] };
const against = async (query: Readonly<Record<string, string>> = {}): Promise<AgainstDossiers> =>
  v.parse(AgainstDossiersSchema, await at.read('against-dossiers', query));
const service = ({ weighed }: AgainstDossiers) => weighed.find(({ group }) => group === 'II')!;
/** Returned on time in the first half of November. */
const returned = (count: number, field: string) =>
  Array.from({ length: count }, () => {
    return { field, received: '2026-11-02', due: '2026-11-10', returned: '2026-11-05' };
  });

test('the second figure follows the dossiers of the fields and not who answered; the headline stays', async () => {
  await at.take(90, { ...GOOD, fd: 'ht' });
  await at.take(30, { ...BAD, fd: 'dd' });
  await knowList(at.office, COVERED, [...returned(300, 'ht'), ...returned(300, 'dd')]);
  at.office.now = AFTER_HALF;
  const found = await against();
  expect(found.total).toEqual({ forms: 120, returned: 600, per100: 20 });
  expect(found.fields).toMatchObject([
    { value: 'dd', forms: 30, returned: 300, per100: 10 },
    { value: 'ht', forms: 90, returned: 300, per100: 30 },
  ]);
  const { plain, by } = service(found);
  expect(plain).toMatchObject({ percent: 75, n: 120 });
  expect(by.field).toMatchObject({ percent: 50, n: 120 });
  const { low, high, rows } = by.field as WeighedFigure;
  expect([low < 50, high > 50]).toEqual([true, true]);
  expect(
    rows.map(({ name, dossierPercent, formPercent }) => [name?.vi, dossierPercent, formPercent]),
  ).toEqual([
    ['Đất đai', 50, 25],
    ['Hộ tịch', 50, 75],
  ]);
  // one unit has nothing below it that could be weighed
  expect(by.unit).toEqual({ not: 'dossiers' });
});

test('fields with few forms count together, with dossiers of which there is no form, and none alone', async () => {
  const dates = { tree: 'real', validFrom: '2025-07-01', validTo: null } as const;
  await at.office.store.write(async (tx) => {
    for (const code of ['xd', 'nn']) await putField(tx, { ...dates, code, name: { vi: code, en: code } });
  });
  await at.take(40, { ...GOOD, fd: 'ht' });
  await at.take(20, { ...BAD, fd: 'dd' });
  await at.take(6, { ...BAD, fd: 'xd' });
  await at.take(5, { ...BAD, fd: 'nn' });
  await knowList(at.office, COVERED, [
    ...returned(50, 'ht'),
    ...returned(20, 'dd'),
    ...returned(10, 'xd'),
    ...returned(10, 'kd'),
    ...returned(10, 'nn'),
  ]);
  at.office.now = AFTER_HALF;
  const found = await against();
  const told = found.fields!.filter(({ forms }) => forms !== null).map(({ value }) => value);
  expect(told).toEqual(['dd', 'ht']);
  const { by } = service(found);
  expect(by.field).toMatchObject({ percent: 50, n: 71 });
  expect((by.field as WeighedFigure).rows.at(-1)).toMatchObject({
    name: null,
    hasMore: true,
    n: 11,
    returned: 30,
  });
});

test('it is said why there is no second figure', async () => {
  const whyNot = async (query = {}) => service(await against(query)).by.field;
  expect(await whyNot()).toEqual({ not: 'open' });
  at.office.now = AFTER_HALF;
  expect(await whyNot()).toEqual({ not: 'headline' });
  await at.take(60, { ...GOOD, fd: 'ht' });
  expect(await whyNot()).toEqual({ not: 'dossiers' });
  // statistics speak of months, and only where they tell the fields apart
  await knowStatistics(at.office, [{ onTime: 500 }]);
  expect(await whyNot()).toEqual({ not: 'dossiers' });
  await knowList(at.office, COVERED, returned(100, 'ht'));
  expect(await whyNot()).toEqual({ not: 'one-row' });
  await at.take(30, { ...GOOD, fd: null });
  at.office.now = Date.parse('2026-11-17T10:00:00+07:00');
  expect(await whyNot()).toEqual({ not: 'unnamed' });
});

test('statistics of months make the denominator of a month, and of no half of it', async () => {
  await at.take(50, GOOD);
  await knowStatistics(at.office, [
    { field: 'ht', onTime: 180, early: 10, late: 10 },
    { field: 'dd', onTime: 200 },
  ]);
  const month = await against({ period: 'month-2026-11' });
  expect(month.total).toEqual({ forms: 50, returned: 400, per100: 12.5 });
  expect(month.fields).toBeNull();
  expect((await against()).total).toEqual({ forms: 50, returned: null, per100: null });
  expect(month.knownUntil).toBeNull();
  // a year of which one month is known is not known
  expect((await against({ period: 'report-2026-year' })).total.returned).toBeNull();
});

test('a list that ends before the half-month does is said: what was returned later is not counted', async () => {
  await at.take(20, GOOD);
  await knowList(at.office, { ...COVERED, day: '2026-11-06' }, returned(100, 'ht'));
  at.office.now = AFTER_HALF;
  expect(await against()).toMatchObject({ knownUntil: '2026-11-06', total: { returned: 100, per100: 20 } });
  await knowList(at.office, { ...COVERED, day: '2026-11-16' }, returned(100, 'ht'));
  expect(await against()).toMatchObject({ knownUntil: null, total: { returned: 200 } });
});

test('fewer than ten forms are not told beside dossiers either', async () => {
  await at.take(9, { ...GOOD, fd: 'ht' });
  await knowList(at.office, COVERED, returned(100, 'ht'));
  at.office.now = AFTER_HALF;
  const found = await against();
  expect(found.total).toEqual({ forms: null, returned: 100, per100: null });
  expect(found.fields).toMatchObject([{ forms: null, returned: 100, per100: null }]);
});
