import * as v from 'valibot';
import { beforeEach, expect, test } from 'vitest';
import { LateBoardSchema } from '../../shared/wire/late-board-answers.ts';
import type { LateBoard } from '../../shared/wire/late-board.ts';
import { addFields } from '../../tests/fakes/dossier-files.ts';
import { knowList, knowStatistics } from '../../tests/fakes/known-dossiers.ts';
import { type Office, openOffice, signInAs } from '../../tests/fakes/office.ts';
import { USUAL_OPENING } from '../../shared/usual-opening.ts';
import { addServicePoint, addUnit } from '../store/organisation.ts';

let office: Office;
let cookie: string;
beforeEach(async () => {
  office = await openOffice();
  await addFields(office);
  cookie = await signInAs(office, 'reader');
});

const ask = (query: Readonly<Record<string, string>>) =>
  office.call(`/api/v1/late-board?${new URLSearchParams({ unit: office.unit, ...query })}`, { cookie });
async function board(query: Readonly<Record<string, string>> = {}): Promise<LateBoard> {
  const answer = await ask(query);
  expect(answer.status).toBe(200);
  return v.parse(LateBoardSchema, await answer.json());
}
async function addCommune(id: string, name: string): Promise<Pick<Office, 'unit' | 'point'>> {
  const validity = { validFrom: '2025-12-01', validTo: null };
  const named = { vi: name, en: name };
  await office.store.write(async (tx) => {
    await addUnit(tx, { id, parent: office.unit, kind: 'xa', tree: 'real', name: named, ...validity });
    await addServicePoint(tx, {
      id: `${id}-p`,
      unit: id,
      name: named,
      opening: USUAL_OPENING,
      fields: [],
      ...validity,
    });
  });
  return { unit: id, point: `${id}-p` };
}

test('a month shows per unit and field what was returned, late and is overdue, marks it, and puts the latest first', async () => {
  const calm = await addCommune('a-calm', 'Xã Yên');
  const late = await addCommune('b-late', 'Xã Trễ');
  await addCommune('c-silent', 'Xã Chưa nhập');
  await knowStatistics({ ...office, ...calm }, [
    { field: 'ht', received: 59_000, early: 29_376, onTime: 30_000, late: 722, open: 40, overdue: 3 },
  ]);
  await knowStatistics({ ...office, ...late }, [
    { field: 'ht', onTime: 90, late: 3 },
    { field: 'dd', onTime: 100, late: 11 },
  ]);
  // the office itself: a total that does not say what came early
  await knowStatistics(office, [{ onTime: 40, late: 1, early: null }]);
  const { units, fields, total, withoutFields, span } = await board();
  expect(span).toMatchObject({ id: '2026-11', isRunning: true });
  const rowOf = (id: string) => units.find(({ unit }) => unit.id === id);
  expect(units.map(({ unit }) => unit.id).slice(0, 2)).toEqual(['b-late', 'a-calm']);
  expect(rowOf('b-late')).toMatchObject({ returned: 204, late: 14, latePercent: 6.86, mark: 'five' });
  expect(rowOf('a-calm')).toMatchObject({ returned: 60_098, onTimePercent: 98.8, mark: 'none', overdue: 3 });
  expect(rowOf('c-silent')).toMatchObject({ source: null, returned: null, onTimePercent: null, mark: null });
  expect(rowOf(office.unit)).toMatchObject({ source: 'statistics', late: 1, returned: null, mark: null });
  expect(fields.map(({ field, returned }) => [field, returned])).toEqual([
    ['dd', 111],
    ['ht', 60_191],
  ]);
  expect(withoutFields).toBe(1);
  // what one of them does not say is not said by the sum
  expect(total).toMatchObject({ late: 737, returned: null, onTimePercent: null });
});

test('weeks come from lists, with the day up to which the list knows', async () => {
  const rows = [
    { received: '2026-11-10', due: '2026-11-12', returned: '2026-11-16' },
    { received: '2026-11-10', due: '2026-11-18', returned: '2026-11-17' },
    { received: '2026-11-11', due: '2026-11-18', returned: null },
  ];
  await knowList(office, { day: '2026-11-19', covers: { from: '2026-11', to: '2026-11' } }, rows);
  const week = await board({ span: 'week' });
  expect(week.span).toEqual({
    kind: 'week',
    id: '2026-11-16',
    from: '2026-11-16',
    to: '2026-11-22',
    isRunning: true,
  });
  expect(week.units[0]).toMatchObject({
    source: 'list',
    listedOn: '2026-11-19',
    early: 1,
    late: 1,
    returned: 2,
    overdue: 1,
    mark: 'ten',
    isFew: true,
  });
  expect(await board({ span: 'week', at: '2026-11-09' })).toMatchObject({ total: { returned: 0, late: 0 } });
  await knowStatistics(office, [{ month: '2026-10', onTime: 50 }]);
  expect((await board({ at: '2026-10' })).units[0]).toMatchObject({ source: 'statistics', returned: 50 });
  expect((await board({ span: 'week', at: '2026-10-12' })).units[0]).toMatchObject({ source: null });
});

test('only spans that are offered, and only units of the account', async () => {
  for (const query of [{ span: 'day' }, { span: 'week', at: '2026-11-10' }, { at: '2020-01' }])
    expect((await ask(query)).status).toBe(400);
  expect((await ask({ unit: 'elsewhere' })).status).toBe(404);
});
