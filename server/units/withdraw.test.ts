import { beforeEach, expect, test } from 'vitest';
import { keepSignedIn, type Office, openOffice } from '../../tests/fakes/office.ts';
import { DAY_MS } from '../../shared/period.ts';
import type { Problem } from '../../shared/wire/problem.ts';
import type { UnitDetail } from '../../shared/wire/units.ts';
import { readHistory } from '../store/unit-history.ts';

/** Ends, mergers and new units that are only planned, and are taken back: a province with the communes A, B and T. */
let office: Office;
let cookie: string;
let ids: Readonly<Record<'a' | 'b' | 't', string>>;

const FIRST = '2026-01-01';
const DAY = '2026-12-01';
const named = (text: string) => ({ vi: text, en: `${text} (en)` });
const call = (path: string, body?: unknown) => office.call(`/api/v1/organisation${path}`, { body, cookie });
const post = async (path: string, body: unknown): Promise<UnitDetail> => {
  const answer = await call(path, body);
  expect([path, answer.status]).toEqual([path, 200]);
  return (await answer.json()) as UnitDetail;
};
const unit = async (id: string) => (await (await call(`/units/${id}`)).json()) as UnitDetail;
const refusal = async (path: string, body: unknown) => {
  const { code, faults } = (await (await call(path, body)).json()) as Problem;
  return faults ? faults.map(({ at, why }) => `${at} ${why}`).join() : code;
};
const withdraw = (id: string, from = DAY) => [`/units/${id}/withdraw`, { from }] as const;
const unitUnder = async (parent: string, name: string, from = FIRST) =>
  (await post('/units', { parent, kind: 'xa', name: named(name), from })).id;
async function pointAt(at: string, name: string, from = FIRST): Promise<string> {
  const body = { unit: at, parent: null, name: named(name), opening: [], fields: [], from };
  const { pointList } = await post('/points', body);
  return pointList.find((point) => point.name.vi === name)!.id;
}
const merge = (units: readonly string[], into: object, from = DAY) =>
  post('/units/merge', { units, into, from });
const anew = () => ({ parent: office.unit, kind: 'xa', name: named('C') });
/** All that is written down about units and places, by which two states can be compared. */
async function written(): Promise<unknown> {
  const { units, points, unitVersions, pointVersions, successors } = await readHistory(office.store.read);
  const stays = await office.store.read.selectFrom('assignments').selectAll().orderBy('device').execute();
  return {
    units,
    points,
    stays,
    maps: [unitVersions, pointVersions, successors].map((map) => Object.fromEntries(map)),
  };
}

beforeEach(async () => {
  office = await openOffice();
  cookie = await office.signIn();
  const a = await unitUnder(office.unit, 'A');
  ids = { a, b: await unitUnder(office.unit, 'B'), t: await unitUnder(office.unit, 'T') };
});

test('a merger into a new unit is taken back as a whole, and everything stands as before', async () => {
  const { a, b } = ids;
  await pointAt(a, 'Điểm');
  const child = await unitUnder(b, 'P');
  const before = await written();
  const { id, withdrawable } = await merge([a, b], anew());
  expect(withdrawable).toEqual({ what: 'merger', from: DAY });
  expect((await unit(a)).withdrawable).toEqual({ what: 'merger', from: DAY });
  // by the new unit, which is gone then, or by one of those that were to end
  expect((await post(...withdraw(id))).id).toBe(office.unit);
  expect(await written()).toEqual(before);
  await merge([a, b], anew());
  expect(await post(...withdraw(b))).toMatchObject({ id: b, validTo: null, withdrawable: null });
  expect(await written()).toEqual(before);
  office.now += 12 * DAY_MS;
  await keepSignedIn(office);
  expect(await unit(child)).toMatchObject({ parent: b });
  const log = office.store.read.selectFrom('audit').select('subject').where('what', '=', 'unit-withdrawn');
  const subjects = (await log.execute()).map(({ subject }) => subject);
  expect([a, b].map((id) => subjects.filter((one) => one === id).length)).toEqual([2, 2]);
});

test('what was decided of a service point since stays, where it stands by the merger does not', async () => {
  const { a, t } = ids;
  const point = await pointAt(a, 'Điểm');
  const said = { opening: [], fields: [] };
  await post(`/points/${point}/change`, { ...said, name: named('Trước'), from: DAY });
  await merge([a, t], { id: t });
  await post(`/points/${point}/change`, { ...said, name: named('Sau'), from: '2026-12-10' });
  await post(...withdraw(a));
  const versions = (await readHistory(office.store.read)).pointVersions.get(point)!;
  expect(versions.map((each) => [each.starts, each.unit, each.name.vi])).toEqual([
    [FIRST, a, 'Điểm'],
    [DAY, a, 'Trước'],
    ['2026-12-10', a, 'Sau'],
  ]);
});

test('of two mergers on one day the later one is taken back first, each to what was there before it', async () => {
  const { a, b, t } = ids;
  await pointAt(a, 'Điểm');
  const before = await written();
  await merge([a, b], { id: b });
  const between = await written();
  await merge([b, t], { id: t });
  expect(await refusal(...withdraw(a))).toBe('not-possible');
  await post(...withdraw(b));
  expect(await written()).toEqual(between);
  await post(...withdraw(a));
  expect(await written()).toEqual(before);
});

test('a merger stays where something stands on it or in its way', async () => {
  const { a, b } = ids;
  const { id } = await merge([a, b], anew());
  await pointAt(id, 'Điểm mới', '2026-12-05');
  expect(await refusal(...withdraw(a))).toBe('not-possible');
  expect((await unit(a)).validTo).toBe('2026-11-30');
  const { t } = ids;
  const other = await unitUnder(office.unit, 'D');
  await merge([t, other], { id: other });
  // the name has been given away
  await unitUnder(office.unit, 'T', '2026-12-02');
  expect(await refusal(...withdraw(t))).toBe('name.vi taken');
  expect(await refusal(...withdraw(office.unit))).toBe('not-possible');
});

test('an end is taken back with the service points that were to close, and devices stay where they are', async () => {
  const { a } = ids;
  const tablet = await office.enrol();
  const point = await pointAt(a, 'Điểm');
  const closing = await pointAt(a, 'Đóng trước');
  await post(`/points/${closing}/close`, { from: '2026-11-25' });
  const row = { device: tablet.id, service_point: point, starts: FIRST, ends: null };
  await office.store.write(async (tx) => {
    await tx.deleteFrom('assignments').execute();
    await tx.insertInto('assignments').values(row).execute();
  });
  const before = await written();
  await post(`/units/${a}/close`, { from: DAY });
  expect((await unit(a)).withdrawable).toEqual({ what: 'end', from: DAY });
  expect(await refusal(...withdraw(a, '2026-12-02'))).toBe('not-possible');
  await post(...withdraw(a));
  expect(await written()).toEqual(before);
  // on the day itself it has happened
  await post(`/units/${a}/close`, { from: DAY });
  office.now += 11 * DAY_MS;
  await keepSignedIn(office);
  expect(await refusal(...withdraw(a))).toBe('not-possible');
});

test('an end stays where the tree of a later day would fall apart without it', async () => {
  const { a } = ids;
  const child = await unitUnder(a, 'P');
  await post(`/units/${child}/close`, { from: DAY });
  await post(`/units/${a}/close`, { from: '2026-12-10' });
  expect(await refusal(...withdraw(child))).toBe('not-possible');
  await post(...withdraw(a, '2026-12-10'));
  expect((await post(...withdraw(child))).validTo).toBeNull();
});

test('a planned unit is taken back until something names it', async () => {
  const before = await written();
  const id = await unitUnder(office.unit, 'C', DAY);
  expect((await unit(id)).withdrawable).toEqual({ what: 'unit', from: DAY });
  expect((await post(...withdraw(id))).id).toBe(office.unit);
  expect(await written()).toEqual(before);
  const again = await unitUnder(office.unit, 'C', DAY);
  await office.store.write(async (tx) => {
    const day = {
      unit: again,
      day: '2026-12-24',
      kind: 'closed',
      like_weekday: 0,
      name_vi: 'N',
      name_en: 'N',
    };
    await tx.insertInto('days_off').values(day).execute();
  });
  expect(await refusal(...withdraw(again))).toBe('not-possible');
  expect((await unit(again)).validFrom).toBe(DAY);
});
