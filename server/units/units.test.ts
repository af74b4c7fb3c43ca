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
import type { Receipts } from '../../shared/wire/batch.ts';
import type { DeviceDetail, NewCode } from '../../shared/wire/manage.ts';
import type { Overview, Role, ScopeUnit } from '../../shared/wire/overview.ts';
import type { Problem } from '../../shared/wire/problem.ts';
import type { UnitDetail, UnitLine } from '../../shared/wire/units.ts';
import { hashSecret, newSecret } from '../secrets.ts';
import { addAccount } from '../store/accounts.ts';
import { addSession } from '../store/sessions.ts';

/** A province (the office of the tests) with communes A and B, each with a service point and a tablet's answers. */
let office: Office;
let cookie: string;
let tablet: EnrolledTablet;
let a: UnitDetail;
let b: UnitDetail;

const TODAY = '2026-11-20';
const named = (text: string) => ({ vi: text, en: `${text} (en)` });
const post = async <T>(path: string, body: unknown, as = cookie): Promise<T> =>
  (await (await office.call(`/api/v1${path}`, { body, cookie: as })).json()) as T;
const get = async <T>(path: string, as = cookie): Promise<T> =>
  (await (await office.call(`/api/v1${path}`, { cookie: as })).json()) as T;
const problem = async (path: string, body: unknown, as = cookie) => {
  const { code, faults } = await post<Problem>(path, body, as);
  return faults ? faults.map(({ at, why }) => `${at} ${why}`).join() : code;
};

async function accountOf(unit: string, role: Role): Promise<string> {
  const [id, token] = [`a-${unit}-${role}`, newSecret(office.random)];
  await office.store.write(async (tx) => {
    await addAccount(tx, { id, login: id, name: id, role, unit, password: null });
    await addSession(tx, hashSecret(token), id, office.now);
  });
  return `sipas=${token}`;
}
async function addCommune(name: string): Promise<UnitDetail> {
  const unit = await post<UnitDetail>('/organisation/units', {
    parent: office.unit,
    kind: 'xa',
    name: named(name),
    from: '2026-01-01',
  });
  const point = { unit: unit.id, parent: null, name: named(`Điểm ${name}`), opening: [], fields: [] };
  const made = await post<UnitDetail>('/organisation/points', { ...point, from: '2026-01-01' });
  const starts = '2026-01-01';
  const row = { device: tablet.id, service_point: made.pointList[0]!.id, starts, ends: null };
  await office.store.write(async (tx) => void (await tx.insertInto('assignments').values(row).execute()));
  return made;
}
const send = (point: string, count: number, day = '2026-11-20AM') => {
  const ps = Array.from({ length: count }, () => bytesOf(office, { sp: point, b: day }));
  return office.call('/api/v1/batches', { body: batchOf(tablet, ps), token: tablet.token });
};
const overview = (unit: string, more = '', as = cookie) =>
  get<Overview & Problem>(`/overview?unit=${unit}&period=month-2026-11&form=express${more}`, as);
const nOf = ({ headline }: Overview) =>
  'n' in headline.service ? headline.service.n : headline.service.withheld;
async function daysLater(days: number): Promise<void> {
  office.now += days * DAY_MS;
  await keepSignedIn(office);
}
const merge = (from: string, into: object = { parent: office.unit, kind: 'xa', name: named('Xã C') }) =>
  post<UnitDetail>('/organisation/units/merge', { units: [a.id, b.id], into, from });

beforeEach(async () => {
  office = await openOffice();
  tablet = await office.enrol();
  cookie = await signInAs(office, 'administrator');
  [a, b] = [await addCommune('Xã A'), await addCommune('Xã B')];
});

test('a merged commune has the history of both, and the tree of before still answers for each', async () => {
  await send(a.pointList[0]!.id, 20);
  await send(b.pointList[0]!.id, 30);
  await daysLater(10);
  const c = await merge('2026-12-01');
  expect(c.predecessors.map(({ name, validTo }) => `${name.vi} ${validTo}`).sort()).toEqual([
    'Xã A 2026-11-30',
    'Xã B 2026-11-30',
  ]);
  // not yet: the day has not come
  expect((await get<ScopeUnit[]>('/units')).map(({ name }) => name.vi)).not.toContain('Xã C');
  expect((await overview(c.id)).code).toBe('not-found');
  await daysLater(1);
  const today = (await get<ScopeUnit[]>('/units')).map(({ name }) => name.vi);
  expect(today).toContain('Xã C');
  expect(today).not.toContain('Xã A');
  // the period ended before: by its own tree there were two, by the tree of today one
  expect((await get<ScopeUnit[]>('/units?asOf=2026-11-30')).map(({ name }) => name.vi)).toContain('Xã A');
  expect(nOf(await overview(a.id))).toBe(20);
  expect(nOf(await overview(b.id, '&asOf=2026-11-30'))).toBe(30);
  expect(nOf(await overview(c.id, '&asOf=2026-12-01'))).toBe(50);
  expect((await overview(office.unit)).units.map(({ unit }) => unit.name.vi)).toContain('Xã A');
  const now = await overview(office.unit, '&asOf=2026-12-01');
  expect(now.units.map(({ unit }) => unit.name.vi)).toContain('Xã C');
  expect([now.treeDay, nOf(now)]).toEqual(['2026-12-01', 50]);
  expect((await overview(a.id, '&asOf=2026-12-01')).code).toBe('not-found');
  expect(await get<string[]>('/units/days')).toEqual(['2026-12-01', '2026-01-01', '2025-12-01']);
});

test('who looked after a merged commune looks after what it went on as, with its past', async () => {
  const manager = await accountOf(a.id, 'manager');
  await send(b.pointList[0]!.id, 30);
  expect((await overview(b.id, '', manager)).code).toBe('not-found');
  const c = await merge(TODAY);
  expect((await get<ScopeUnit[]>('/units', manager)).map(({ id }) => id)).toEqual([c.id]);
  expect((await get<ScopeUnit[]>('/units?asOf=2026-11-19', manager)).map(({ id }) => id).sort()).toEqual(
    [a.id, b.id].sort(),
  );
  await daysLater(15);
  expect(nOf(await overview(c.id, '', manager))).toBe(30);
  expect((await overview(office.unit, '', manager)).code).toBe('not-found');
});

test('who looks after what others will go on as sees nothing of them before the day', async () => {
  await send(a.pointList[0]!.id, 20);
  const c = await merge('2026-12-01');
  const d = await addCommune('Xã D');
  const kept = await addCommune('Xã E');
  const units = [kept.id, d.id];
  await post('/organisation/units/merge', { units, into: { id: kept.id }, from: '2026-12-01' });
  const [ofC, ofKept] = [await accountOf(c.id, 'manager'), await accountOf(kept.id, 'administrator')];
  const seenBy = async (as: string, asOf: string) =>
    (await get<ScopeUnit[]>(`/units?asOf=${asOf}`, as)).map(({ id }) => id);
  const people = async () => (await office.call('/api/v1/people', { cookie: ofKept })).text();
  const other = await accountOf(d.id, 'manager');
  expect(await seenBy(ofC, TODAY)).toEqual([]);
  expect((await overview(c.id, '', ofC)).code).toBe('not-found');
  expect(await seenBy(ofKept, TODAY)).toEqual([kept.id]);
  expect((await get<Problem>(`/organisation/units/${d.id}`, ofKept)).code).toBe('not-found');
  expect((await overview(d.id, '', ofKept)).code).toBe('not-found');
  expect(await people()).not.toContain(`a-${d.id}-manager`);
  await daysLater(11);
  expect(await seenBy(ofC, '2026-11-30')).toEqual([a.id, b.id]);
  expect(nOf(await overview(c.id, '&asOf=2026-12-01', ofC))).toBe(20);
  expect(await seenBy(ofKept, '2026-11-30')).toEqual([d.id, kept.id]);
  expect(await seenBy(other, '2026-12-01')).toEqual([kept.id]);
  expect(await people()).toContain(`a-${d.id}-manager`);
});

test('what a merged commune adds to one of those it came from is never about one to nine forms', async () => {
  await addCommune('Xã D').then((d) => send(d.pointList[0]!.id, 12));
  await send(a.pointList[0]!.id, 20);
  await send(b.pointList[0]!.id, 5);
  await daysLater(12);
  // A was read before the merge, when B hid behind D: the merged commune is withheld, not A
  expect([nOf(await overview(a.id)), nOf(await overview(b.id))]).toEqual([20, 'too-few']);
  const c = await merge('2026-12-02');
  expect(nOf(await overview(c.id))).toBe('complement');
  expect(nOf(await overview(a.id))).toBe(20);
  expect(nOf(await overview(office.unit))).toBe(37);
  // what came later nobody has read by the tree of before: there A is withheld
  await daysLater(18);
  await send(a.pointList[0]!.id, 20, '2026-12-18AM');
  await send(b.pointList[0]!.id, 5, '2026-12-18AM');
  await daysLater(20);
  const later = async (unit: string, more = '') => {
    const query = `unit=${unit}&period=half-2026-12-2&form=express${more}`;
    return nOf(await get<Overview>(`/overview?${query}`));
  };
  expect([await later(c.id), await later(a.id, '&asOf=2026-12-01')]).toEqual([25, 'complement']);
});

test('a service point is withheld where the whole province minus it would be about one to nine forms', async () => {
  const beside = { unit: a.id, parent: null, name: named('Điểm 2'), opening: [], fields: [], from: TODAY };
  await post('/organisation/points', beside);
  await send(a.pointList[0]!.id, 20);
  await send(b.pointList[0]!.id, 5);
  await daysLater(12);
  const page = await overview(a.id);
  expect(page.units.map(({ service }) => service)).toContainEqual({ withheld: 'complement' });
});

test('an old tree does not show what a unit that has left the scope does now', async () => {
  const branch = await post<UnitDetail>('/organisation/units', {
    parent: a.id,
    kind: 'xa',
    name: named('Chi nhánh'),
    from: '2026-01-01',
  });
  const point = { unit: branch.id, parent: null, name: named('Điểm 3'), opening: [], fields: [] };
  await post('/organisation/points', { ...point, from: '2026-01-01' });
  const manager = await accountOf(a.id, 'manager');
  await post(`/organisation/units/${branch.id}/move`, { parent: b.id, from: TODAY });
  const seen = async (period: string) => {
    const query = `unit=${branch.id}&period=${period}&form=express&asOf=2026-11-19`;
    return (await office.call(`/api/v1/overview?${query}`, { cookie: manager })).status;
  };
  expect([await seen('month-2026-10'), await seen('month-2026-11')]).toEqual([200, 404]);
});

test('an act holds from its day: nothing decided is overtaken, and forms are not counted elsewhere afterwards', async () => {
  const rename = `/organisation/units/${a.id}/rename`;
  await post(rename, { kind: 'phuong', name: named('Phường A'), from: '2026-12-15' });
  expect((await get<UnitDetail>(`/organisation/units/${a.id}`)).name.vi).toBe('Xã A');
  expect(await problem(rename, { kind: 'xa', name: named('Xã A'), from: '2026-12-14' })).toBe(
    'from too-early',
  );
  expect(await problem(rename, { kind: 'xa', name: named('X'), from: '2036-01-01' })).toBe('from too-late');
  expect(await problem(rename, { kind: 'xa', name: { vi: ' ', en: 'x' }, from: 'soon' })).toBe(
    'name.vi needed,from wrong',
  );
  await daysLater(25);
  expect((await get<UnitDetail>(`/organisation/units/${a.id}`)).name.vi).toBe('Phường A');
  await send(b.pointList[0]!.id, 1, '2026-12-02AM');
  const close = `/organisation/units/${b.id}/close`;
  expect(await problem(close, { from: '2026-12-01' })).toBe('from too-early');
  const closed = await post<UnitDetail>(close, { from: '2026-12-16' });
  expect([closed.validTo, closed.pointList[0]!.validTo]).toEqual(['2026-12-15', '2026-12-15']);
  expect(await problem(close, { from: '2026-12-20' })).toBe('not-possible');
  expect((await get<UnitLine[]>('/organisation/units')).map(({ id }) => id)).toContain(b.id);
});

test('what cannot be is refused at its field', async () => {
  const unit = { parent: office.unit, kind: 'xa', name: named('Xã A'), from: TODAY };
  expect(await problem('/organisation/units', unit)).toBe('name.vi taken');
  expect(await problem('/organisation/units', { ...unit, parent: 'nobody' })).toBe('parent unknown');
  await post('/organisation/units', { ...unit, name: named('Xã D') });
  const other = { parent: office.unit, kind: 'xa', name: named('Xã D') };
  const merged = { units: [a.id, b.id], into: other, from: TODAY };
  expect(await problem('/organisation/units/merge', merged)).toBe('into.name.vi taken');
  const own = { parent: a.id, from: TODAY };
  expect(await problem(`/organisation/units/${office.unit}/move`, own)).toBe('not-possible');
  expect(await problem(`/organisation/units/${a.id}/move`, own)).toBe('parent wrong');
  const into = { id: a.id };
  const units = [a.id, office.unit];
  expect(await problem('/organisation/units/merge', { units, into, from: TODAY })).toBe('units not-allowed');
  expect(await problem('/organisation/units/merge', { units: [a.id], into, from: TODAY })).toBe(
    'units needed',
  );
  const point = { unit: a.id, parent: null, name: named('Điểm'), fields: ['none'], from: TODAY };
  const opening = [{ days: [1], from: '08:00', to: '07:00' }];
  expect(await problem('/organisation/points', { ...point, opening })).toBe('opening.0.to order');
  expect(await problem('/organisation/points', { ...point, opening: [] })).toBe('fields unknown');
});

test('only who organises may, and only in the scope', async () => {
  const manager = await accountOf(a.id, 'manager');
  const from = { from: TODAY };
  expect(await problem(`/organisation/units/${b.id}/close`, from, manager)).toBe('not-found');
  expect(await problem(`/organisation/points/${b.pointList[0]!.id}/close`, from, manager)).toBe('not-found');
  expect(await problem(`/organisation/units/${a.id}/close`, from, manager)).toBe('not-possible');
  for (const role of ['staff', 'auditor', 'reader'] as const) {
    const other = await accountOf(office.unit, role);
    expect((await get<Problem>('/organisation/units', other)).code).toBe('forbidden');
    expect(await problem('/organisation/units', {}, other)).toBe('forbidden');
  }
});

test('a counter stands in its centre: official sentences name the centre, hours and fields are its own or the centre’s', async () => {
  const opening = [{ days: [1, 2], from: '08:00', to: '11:00' }];
  const centre = a.pointList[0]!;
  const change = { name: named('Trung tâm A'), opening, fields: [], from: TODAY };
  await post(`/organisation/points/${centre.id}/change`, change);
  const counter = {
    unit: a.id,
    parent: centre.id,
    name: named('Quầy 1'),
    opening: [],
    fields: [],
    from: TODAY,
  };
  const made = await post<UnitDetail>('/organisation/points', counter);
  const { id } = made.pointList.find(({ parent }) => parent === centre.id)!;
  const move = { point: id, from: TODAY };
  await office.call(`/api/v1/devices/${tablet.id}/move`, { body: move, cookie });
  await daysLater(1);
  const settings = await office.call('/api/v1/device', { token: tablet.token });
  const { settings: told } = (await settings.json()) as { settings: EnrolledTablet['settings'] };
  expect([told.point, told.opening]).toEqual([{ id, name: named('Trung tâm A') }, opening]);
  const elsewhere = { unit: b.id, parent: null, from: '2026-11-21' };
  const there = await post<UnitDetail>(`/organisation/points/${centre.id}/move`, elsewhere);
  expect(there.pointList.map(({ name }) => name.vi)).toContain('Quầy 1');
  const closed = await post<UnitDetail>(`/organisation/points/${centre.id}/close`, { from: '2026-11-23' });
  expect(closed.pointList.filter(({ validTo }) => validTo === '2026-11-22')).toHaveLength(2);
  expect(
    await office.store.read
      .selectFrom('assignments')
      .select('ends')
      .where('service_point', '=', id)
      .executeTakeFirstOrThrow(),
  ).toEqual({ ends: '2026-11-22' });
});

test('a tablet that moved on the day its old place closes stands at the new one and goes on', async () => {
  const [old, point] = [a.pointList[0]!, b.pointList[0]!];
  const { id, token } = await office.enrol('Máy 2');
  const moved = (to: string) =>
    office.call(`/api/v1/devices/${id}/move`, { body: { point: to, from: TODAY }, cookie });
  await moved(old.id);
  await moved(point.id);
  await post(`/organisation/points/${old.id}/close`, { from: TODAY });
  const { settings } = (await (await office.call('/api/v1/device', { token })).json()) as EnrolledTablet;
  expect([settings.point.id, settings.collects]).toEqual([point.id, true]);
  const body = batchOf({ id }, [bytesOf(office, { sp: point.id })]);
  const answer = (await (await office.call('/api/v1/batches', { body, token })).json()) as Receipts;
  expect(answer.receipts.map(([, kind]) => kind)).toEqual(['stored']);
});

test('a tablet whose only place closes before it came there is still found, and asks nobody', async () => {
  const old = a.pointList[0]!;
  const made = await post<NewCode>('/devices', { name: 'Máy 3', point: old.id });
  await post(`/organisation/points/${old.id}/close`, { from: TODAY });
  const seen = await get<DeviceDetail>(`/devices/${made.device}`);
  expect([seen.point.id, seen.assignments]).toEqual([old.id, []]);
});
