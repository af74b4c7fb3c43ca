import { beforeEach, expect, test } from 'vitest';
import {
  batchOf,
  bytesOf,
  type EnrolledTablet,
  keepSignedIn,
  type Office,
  openOffice,
  signInAs,
} from '../../tests/fakes/office.ts';
import { DAY_MS } from '../../shared/period.ts';
import type { Overview, ScopeUnit } from '../../shared/wire/overview.ts';
import type { Problem } from '../../shared/wire/problem.ts';
import type { UnitDetail, UnitLine } from '../../shared/wire/units.ts';
import { newAccountLink } from '../set-up.ts';
import { addAccount } from '../store/accounts.ts';

/** Acts for later days and for past ones, one after another: a province with the communes A, B, M and T. */
let office: Office;
let cookie: string;
let tablet: EnrolledTablet;
let ids: Readonly<Record<'a' | 'b' | 'm' | 't', string>>;

const FIRST = '2026-01-01';
const named = (text: string) => ({ vi: text, en: `${text} (en)` });
const call = (path: string, body?: unknown) => office.call(`/api/v1${path}`, { body, cookie });
const get = async <T>(path: string): Promise<T> => (await (await call(path)).json()) as T;
const post = async <T = UnitDetail>(path: string, body: unknown): Promise<T> => {
  const answer = await call(path, body);
  expect([path, answer.status]).toEqual([path, 200]);
  return (await answer.json()) as T;
};
const refusal = async (path: string, body: unknown) => {
  const { code, faults } = (await (await call(path, body)).json()) as Problem;
  return faults ? faults.map(({ at, why }) => `${at} ${why}`).join() : code;
};
const unitUnder = async (parent: string, name: string) =>
  (await post('/organisation/units', { parent, kind: 'xa', name: named(name), from: FIRST })).id;
const move = (id: string, parent: string, from: string) =>
  [`/organisation/units/${id}/move`, { parent, from }] as const;
const pointAt = async (unit: string, name = 'Điểm', parent: string | null = null) => {
  const body = { unit, parent, name: named(name), opening: [], fields: [], from: FIRST };
  const { pointList } = await post('/organisation/points', body);
  const { id } = pointList.find((point) => point.name.vi === name)!;
  const row = { device: tablet.id, service_point: id, starts: FIRST, ends: null };
  await office.store.write(async (tx) => void (await tx.insertInto('assignments').values(row).execute()));
  return id;
};
async function daysLater(days: number): Promise<void> {
  office.now += days * DAY_MS;
  await keepSignedIn(office);
}

beforeEach(async () => {
  office = await openOffice();
  tablet = await office.enrol();
  cookie = await signInAs(office, 'administrator');
  const [a, b, m, t] = [
    await unitUnder(office.unit, 'A'),
    await unitUnder(office.unit, 'B'),
    await unitUnder(office.unit, 'M'),
    await unitUnder(office.unit, 'T'),
  ];
  ids = { a, b, m, t };
});

test('no day comes on which units stand under each other, whatever was decided before for later', async () => {
  const { a, b, t } = ids;
  await post(...move(b, a, '2026-11-20'));
  await post(...move(b, t, '2027-01-01'));
  expect(await refusal(...move(a, b, '2026-12-01'))).toBe('from too-early');
  expect(await refusal(...move(a, b, '2026-12-31'))).toBe('from too-early');
  await post(...move(a, b, '2027-01-01'));
  await daysLater(20);
  expect((await get<ScopeUnit[]>('/units')).find(({ id }) => id === b)?.parent).toBe(a);
  await daysLater(30);
  expect((await get<ScopeUnit[]>('/units')).find(({ id }) => id === a)?.parent).toBe(b);
});

test('nor has there been one: a unit that left today was there yesterday', async () => {
  const { a, b, t } = ids;
  await post(...move(b, a, FIRST));
  await post(...move(b, t, '2026-11-20'));
  expect(await refusal(...move(a, b, '2026-11-19'))).toBe('from too-early');
  await post(...move(a, b, '2026-11-20'));
});

test('no unit and no open service point loses what it stands in before the day on which it leaves it', async () => {
  const { a, b, m, t } = ids;
  const child = await unitUnder(m, 'P');
  await post(...move(child, t, '2027-01-01'));
  const close = `/organisation/units/${m}/close`;
  const merge = { units: [m, a], into: { id: a } };
  const anew = { ...merge, into: { parent: office.unit, kind: 'xa', name: named('C') } };
  for (const from of ['2026-12-01', '2026-12-31']) {
    expect(await refusal(close, { from })).toBe('from too-early');
    expect(await refusal('/organisation/units/merge', { ...merge, from })).toBe('from too-early');
    expect(await refusal('/organisation/units/merge', { ...anew, from })).toBe('from too-early');
  }
  expect((await get<UnitDetail>(`/organisation/units/${m}`)).validTo).toBeNull();
  await post(close, { from: '2027-01-01' });
  const point = await pointAt(b);
  const leave = { unit: t, parent: null, from: '2027-01-01' };
  await post(`/organisation/points/${point}/move`, leave);
  expect(await refusal(`/organisation/units/${b}/close`, { from: '2026-12-31' })).toBe('from too-early');
  await post(`/organisation/units/${b}/close`, { from: '2027-01-01' });
});

test('a move in the past is refused where forms were counted under the unit then, also at what has left it', async () => {
  const { a, b, m, t } = ids;
  const point = await pointAt(m);
  const answers = Array.from({ length: 12 }, () => bytesOf(office, { sp: point, b: '2026-10-05AM' }));
  await office.call('/api/v1/batches', { body: batchOf(tablet, answers), token: tablet.token });
  await post(`/organisation/points/${point}/move`, { unit: b, parent: null, from: '2026-11-20' });
  expect(await refusal(...move(m, t, '2026-10-01'))).toBe('from too-early');
  const of = (unit: string) => get<Overview>(`/overview?unit=${unit}&period=month-2026-10&form=express`);
  expect((await of(m)).headline.service).toMatchObject({ n: 12 });
  // where there were none, the day may be past
  await post(...move(a, t, '2026-10-01'));
});

test('a counter stands at a centre that is there before it and has no end', async () => {
  const { a } = ids;
  const centre = await pointAt(a, 'Trung tâm');
  const counter = { unit: a, parent: centre, name: named('Quầy 1'), opening: [], fields: [] };
  expect(await refusal('/organisation/points', { ...counter, from: '2025-12-31' })).toBe('from too-early');
  const other = { ...counter, parent: null, name: named('Sau'), from: '2026-12-10' };
  const { pointList } = await post('/organisation/points', other);
  const later = pointList.find(({ name }) => name.vi === 'Sau')!.id;
  const under = { ...counter, parent: later };
  expect(await refusal('/organisation/points', { ...under, from: '2026-12-09' })).toBe('from too-early');
  await post('/organisation/points', { ...under, from: '2026-12-10' });
  await post(`/organisation/points/${centre}/close`, { from: '2026-12-01' });
  expect(await refusal('/organisation/points', { ...counter, from: '2026-11-20' })).toBe('parent unknown');
});

test('people and invitations pass to what there is on the day, however many mergers lie between, and it is written down', async () => {
  const { a, b, m, t } = ids;
  const merge = (units: readonly string[], into: string, from: string) =>
    post('/organisation/units/merge', { units, into: { id: into }, from });
  await merge([m, t], t, '2026-12-01');
  const invitation = { kind: 'account', subject: m, at: office.now, livesMs: 30 * DAY_MS } as const;
  await office.store.write((tx) => newAccountLink(tx, invitation, office.random));
  await daysLater(11);
  // nothing but the invitation waits for this day
  await get('/units');
  const links = await office.store.read.selectFrom('links').select(['kind', 'subject']).execute();
  expect(links).toContainEqual({ kind: 'account', subject: t });
  await merge([b, a], a, '2026-12-05');
  await merge([a, t], t, '2026-12-05');
  await office.store.write(async (tx) => {
    for (const [id, unit] of [['in-a', a] as const, ['in-b', b] as const])
      await addAccount(tx, { id, login: id, name: id, role: 'manager', unit, password: null });
  });
  await daysLater(4);
  await get('/units');
  const { read } = office.store;
  const accounts = read.selectFrom('accounts').select('unit').where('id', 'in', ['in-a', 'in-b']);
  expect(await accounts.execute()).toEqual([{ unit: t }, { unit: t }]);
  const written = read.selectFrom('audit').select(['unit', 'subject', 'details']).orderBy('subject');
  const lines = await written.where('what', '=', 'accounts-passed').where('subject', 'in', [a, b]).execute();
  const count = { to: t, accounts: 1 };
  expect(lines.map((line) => ({ ...line, details: JSON.parse(line.details) as unknown }))).toEqual(
    [
      { unit: t, subject: a, details: { name: 'A', ...count } },
      { unit: t, subject: b, details: { name: 'B', ...count } },
    ].sort((x, y) => (x.subject < y.subject ? -1 : 1)),
  );
});

test('what was decided of a unit can be withdrawn until its day, while nothing stands on it', async () => {
  const { a, b, m, t } = ids;
  const withdraw = (id: string, from: string) => [`/organisation/units/${id}/withdraw`, { from }] as const;
  const rename = (text: string, from: string) =>
    post(`/organisation/units/${a}/rename`, { kind: 'phuong', name: named(text), from });
  await rename('A mới', '2026-12-01');
  await post(...move(a, t, '2026-12-10'));
  expect(await refusal(...withdraw(a, '2026-12-01'))).toBe('not-possible');
  const { versions } = await post(...withdraw(a, '2026-12-10'));
  expect(versions.map(({ starts, name }) => [starts, name.vi])).toEqual([
    [FIRST, 'A'],
    ['2026-12-01', 'A mới'],
  ]);
  expect((await post(...withdraw(a, '2026-12-01'))).versions).toHaveLength(1);
  expect(await refusal(...withdraw(a, FIRST))).toBe('not-possible');
  // another unit has taken the name since
  await rename('A mới', '2026-12-01');
  await post('/organisation/units', {
    parent: office.unit,
    kind: 'xa',
    name: named('A'),
    from: '2026-12-02',
  });
  expect(await refusal(...withdraw(a, '2026-12-01'))).toBe('name.vi taken');
  // what it would go back under ends, or stands under it by then
  await post(...move(m, t, '2026-12-05'));
  await post(...move(b, m, '2026-11-20'));
  await post(...move(b, office.unit, '2026-12-05'));
  await post(...move(m, b, '2026-12-06'));
  expect(await refusal(...withdraw(b, '2026-12-05'))).toBe('not-possible');
  await post(...withdraw(m, '2026-12-06'));
  await post(...withdraw(m, '2026-12-05'));
  await post(`/organisation/units/${m}/close`, { from: '2026-12-05' });
  expect(await refusal(...withdraw(b, '2026-12-05'))).toBe('not-possible');
  await daysLater(11);
  expect(await refusal(...withdraw(a, '2026-12-01'))).toBe('not-possible');
  const log = office.store.read.selectFrom('audit').select('subject').where('what', '=', 'unit-withdrawn');
  const subjects = (await log.execute()).map(({ subject }) => subject);
  expect([a, m].map((id) => subjects.filter((one) => one === id).length)).toEqual([2, 2]);
});

test('the tree of a later day has the places and devices of that day, and a planned unit shows what it begins with', async () => {
  const { a, b } = ids;
  const point = await pointAt(a);
  await pointAt(b);
  const into = { parent: office.unit, kind: 'xa', name: named('C') };
  const { id } = await post('/organisation/units/merge', { units: [a, b], into, from: '2026-12-01' });
  await post(`/organisation/units/${id}/rename`, { kind: 'xa', name: named('D'), from: '2026-12-10' });
  const on = async (day: string) => {
    const lines = await get<UnitLine[]>(`/organisation/units?asOf=${day}`);
    return lines
      .filter((line) => [a, b, id].includes(line.id))
      .map(({ name, points, devices }) => `${name.vi} ${points} ${devices}`);
  };
  expect(await on('2026-11-30')).toEqual(['A 1 1', 'B 1 1']);
  expect(await on('2026-12-01')).toEqual(['C 2 2']);
  expect(await on('2026-12-10')).toEqual(['D 2 2']);
  const planned = await get<UnitDetail>(`/organisation/units/${id}`);
  expect(planned.pointList.map((line) => line.id)).toContain(point);
  expect(planned.pointList).toHaveLength(2);
  expect((await get<UnitDetail>(`/organisation/units/${a}`)).successor?.name.vi).toBe('C');
});
