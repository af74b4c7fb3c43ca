import { pbkdf2Sync } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { DAY_MS } from '../../shared/period.ts';
import { enrolPreimage, type Enrolled, type Settings } from '../../shared/wire/device.ts';
import type { DeviceDetail, DeviceRow, NewCode } from '../../shared/wire/manage.ts';
import type { NewPin, PointOption } from '../../shared/wire/manage-requests.ts';
import type { Receipts } from '../../shared/wire/batch.ts';
import {
  addForeignUnit,
  batchOf,
  bytesOf,
  type EnrolledTablet,
  FRIDAY,
  type Office,
  openOffice,
  signInAs,
} from '../../tests/fakes/office.ts';
import { newTabletKey } from '../../tests/fakes/tablet-key.ts';
import { addServicePoint, type ServicePoint } from '../store/organisation.ts';
import { USUAL_OPENING } from '../../shared/usual-opening.ts';
import { endAssignmentsAt } from '../store/device-moves.ts';
import { recount } from '../store/recount.ts';
import { loadCatalogue, shapeFor } from '../store/catalogue.ts';

let office: Office;
let cookie: string;
let device: EnrolledTablet;

beforeEach(async () => {
  office = await openOffice();
  cookie = await signInAs(office, 'manager');
  device = await office.enrol();
});

const addPoint = (id: string, unit: string, more: Partial<Pick<ServicePoint, 'parent' | 'opening'>> = {}) =>
  office.store.write((tx) =>
    addServicePoint(tx, {
      id,
      unit,
      name: { vi: `Điểm ${id}`, en: `Point ${id}` },
      opening: USUAL_OPENING,
      fields: [],
      validFrom: '2025-07-01',
      validTo: null,
      ...more,
    }),
  );
const closePoint = (id: string, last: string | null) =>
  office.store.write(async (tx) => {
    await tx.updateTable('service_points').set({ valid_to: last }).where('id', '=', id).execute();
  });
const ask = (path: string, body?: object) => office.call(`/api/v1${path}`, { cookie, ...(body && { body }) });
const read = async <T>(path: string, body?: object): Promise<T> => {
  const response = await ask(path, body);
  expect(response.status).toBe(200);
  return (await response.json()) as T;
};
const detail = (id = device.id) => read<DeviceDetail>(`/devices/${id}`);
const settings = async (): Promise<Settings> => {
  const answer = await office.call('/api/v1/device', { token: device.token });
  return ((await answer.json()) as { settings: Settings }).settings;
};
const send = async (p: string) => {
  const body = batchOf(device, [p]);
  const answer = await office.call('/api/v1/batches', { body, token: device.token });
  return ((await answer.json()) as Receipts).receipts[0]![1];
};
const heartbeat = (change: object) =>
  office.call('/api/v1/heartbeats', {
    token: device.token,
    body: {
      dev: device.id,
      app: '0.1.0',
      total: 0,
      unsent: 0,
      sealNo: 0,
      free: 2e9,
      persisted: true,
      faults: [],
      day: { date: '2026-11-20', wakes: 0, starts: 0, abandoned: [] },
      ...change,
    },
  });
const problem = async (response: Response) => ((await response.json()) as { code: string }).code;
const auditWords = async () =>
  (await office.store.read.selectFrom('audit').selectAll().orderBy('id').execute())
    .map(({ what }) => what)
    .filter((what) => what !== 'device-enrolled')
    .sort();

test('a manager reads per device taken, stored, missing and why a lamp is not green', async () => {
  for (let i = 0; i < 4; i++) await send(bytesOf(office));
  await heartbeat({ total: 7, unsent: 2 });
  const [row] = await read<DeviceRow[]>('/devices');
  expect(row).toMatchObject({
    id: device.id,
    state: 'active',
    point: { id: office.point },
    ledger: { taken: 7, stored: 4, held: 0, waiting: 2, missing: 1, sealed: 0 },
    lamp: 'red',
    alarms: ['missing'],
    lastContact: '2026-11-20',
    app: '0.1.0',
    codeOpen: false,
  });
});

test('a tablet that goes silent on Friday is an alarm on Monday evening, on the server’s clock', async () => {
  await heartbeat({});
  const lamp = async (ms: number) => {
    office.now = ms;
    cookie = await signInAs(office, 'manager');
    return (await read<DeviceRow[]>('/devices'))[0]!.alarms;
  };
  expect(await lamp(FRIDAY + 3 * DAY_MS)).toEqual([]);
  expect(await lamp(FRIDAY + 3 * DAY_MS + 8 * 3_600_000)).toEqual(['silent']);
});

test('a new device gets a code with an address for its QR, and a PIN that is shown once', async () => {
  const made = await read<NewCode>('/devices', { name: 'Ki-ốt 2', point: office.point });
  expect(made.code).toMatch(/^[2-9A-HJ-NP-Z]{8}$/);
  expect(made).toMatchObject({
    address: `http://localhost:8080/kiosk/staff/#enrol=${made.code}`,
    expires: FRIDAY + 600_000,
    now: FRIDAY,
  });
  expect(made.pin).toMatch(/^\d{6}$/);
  expect((await detail(made.device)).state).toBe('new');
  expect((await detail(made.device)).codeOpen).toBe(true);
  const key = newTabletKey();
  const body = { code: made.code, key: key.spki, proof: key.sign(enrolPreimage(made.code)) };
  const enrolled = (await (await office.call('/api/v1/devices/enrol', { body })).json()) as Enrolled;
  const { salt, rounds, hash } = enrolled.settings.pin!;
  const derived = pbkdf2Sync(made.pin!, Buffer.from(salt, 'base64url'), rounds, 32, 'sha256');
  expect(derived.toString('base64url')).toBe(hash);
  expect(rounds).toBeGreaterThanOrEqual(100_000);
  expect(JSON.stringify(await office.store.read.selectFrom('devices').selectAll().execute())).not.toContain(
    made.pin,
  );
  expect((await detail(made.device)).codeOpen).toBe(false);
  expect(await auditWords()).toEqual(['device-added']);
});

test('inactive asks nobody and still delivers what it took; active again it stands there from today', async () => {
  const went = await read<DeviceDetail>(`/devices/${device.id}/state`, {
    state: 'inactive',
    note: 'Sửa chữa',
  });
  expect(went).toMatchObject({ state: 'inactive', alarms: [] });
  expect(went.assignments.at(-1)!.ends).toBe('2026-11-20');
  expect((await settings()).collects).toBe(false);
  expect(await send(bytesOf(office))).toBe('stored');
  office.now += 5 * DAY_MS;
  cookie = await signInAs(office, 'manager');
  expect(await send(bytesOf(office, { b: '2026-11-19PM' }))).toBe('stored');
  expect(await send(bytesOf(office, { b: '2026-11-23PM' }))).toBe('held');
  const back = await read<DeviceDetail>(`/devices/${device.id}/state`, { state: 'active', note: '' });
  expect(back.assignments.map(({ starts, ends }) => [starts, ends]).at(-1)).toEqual(['2026-11-25', null]);
  expect((await settings()).collects).toBe(true);
  expect(await send(bytesOf(office, { b: '2026-11-25AM' }))).toBe('stored');
  expect((await detail()).states.map(({ day, state, note }) => [day, state, note])).toEqual([
    ['2026-11-20', 'active', ''],
    ['2026-11-20', 'inactive', 'Sửa chữa'],
    ['2026-11-25', 'active', ''],
  ]);
  expect(await auditWords()).toEqual(['device-active', 'device-inactive']);
});

test('inactive and active on one day is one assignment', async () => {
  await read(`/devices/${device.id}/state`, { state: 'inactive', note: '' });
  const back = await read<DeviceDetail>(`/devices/${device.id}/state`, { state: 'active', note: '' });
  expect(back.assignments).toHaveLength(1);
  expect(back.assignments[0]!.ends).toBeNull();
});

test('retired is for good: everything it still sends is held and named, and it gets no code', async () => {
  await read(`/devices/${device.id}/state`, { state: 'retired', note: 'Mất cắp' });
  expect(await send(bytesOf(office))).toBe('held');
  expect((await settings()).collects).toBe(false);
  expect(await problem(await ask(`/devices/${device.id}/code`, {}))).toBe('not-possible');
  for (const state of ['active', 'inactive', 'retired'])
    expect(await problem(await ask(`/devices/${device.id}/state`, { state, note: '' }))).toBe('not-possible');
  expect((await detail()).ledger).toMatchObject({ stored: 0, held: 1 });
});

test('a moved tablet with a full outbox loses nothing: late answers of the old place are honest', async () => {
  await addPoint('p-new', office.unit);
  const moved = await read<DeviceDetail>(`/devices/${device.id}/move`, {
    point: 'p-new',
    from: '2026-11-23',
  });
  expect(moved.point.id).toBe(office.point); // until Monday
  office.now = FRIDAY + 5 * DAY_MS;
  cookie = await signInAs(office, 'manager');
  expect((await detail()).point.id).toBe('p-new');
  expect((await settings()).point.id).toBe('p-new');
  expect(await send(bytesOf(office, { b: '2026-11-20PM' }))).toBe('stored');
  expect(await send(bytesOf(office, { b: '2026-11-23AM' }))).toBe('stored'); // the day of the move is of both
  expect(await send(bytesOf(office, { sp: 'p-new', b: '2026-11-23PM' }))).toBe('stored');
  expect(await send(bytesOf(office, { b: '2026-11-24AM' }))).toBe('held');
  expect(await send(bytesOf(office, { sp: 'p-new', b: '2026-11-20PM' }))).toBe('held');
  const result = await recount(office.store.read, shapeFor(await loadCatalogue(office.store.read)));
  expect(result.differences).toEqual([]);
});

test('moved away and back on one day it stands where it stood', async () => {
  await addPoint('p-new', office.unit);
  await read(`/devices/${device.id}/move`, { point: 'p-new', from: '2026-11-20' });
  expect((await settings()).point.id).toBe('p-new');
  await read(`/devices/${device.id}/move`, { point: office.point, from: '2026-11-20' });
  expect((await settings()).point.id).toBe(office.point);
});

test.each([
  ['in the past', { point: 'p-new', from: '2026-11-19' }, 'malformed'],
  ['on a day that does not exist', { point: 'p-new', from: '2027-02-30' }, 'malformed'],
  ['to a place outside of the scope', { point: 'p-foreign', from: '2026-11-23' }, 'not-found'],
])('a move %s is refused', async (_what, body, code) => {
  await addPoint('p-new', office.unit);
  await addPoint('p-foreign', await addForeignUnit(office));
  expect(await problem(await ask(`/devices/${device.id}/move`, body))).toBe(code);
});

test('a device at a closed place asks nobody and says why, and goes on once it has moved', async () => {
  await addPoint('p-new', office.unit);
  await closePoint(office.point, '2026-11-19');
  expect((await settings()).collects).toBe(false);
  expect((await detail()).notAsking).toBe('closed');
  expect((await read<PointOption[]>('/points')).map(({ id }) => id)).toEqual(['p-new']);
  await read(`/devices/${device.id}/move`, { point: 'p-new', from: '2026-11-23' });
  await closePoint(office.point, null);
  // its assignment has been ended, as the closing of a place does
  await office.store.write((tx) => endAssignmentsAt(tx, [office.point], '2026-11-19'));
  expect([(await settings()).collects, (await detail()).notAsking]).toEqual([false, 'not-yet']);
  office.now += 3 * DAY_MS;
  cookie = await signInAs(office, 'manager');
  expect([(await settings()).collects, (await detail()).notAsking]).toEqual([true, null]);
});

test('a closed place is given no device: no new one, none moved there, none replaced or put back', async () => {
  await addPoint('p-old', office.unit);
  await addPoint('p-new', office.unit);
  await closePoint('p-old', '2026-11-22');
  const path = `/devices/${device.id}`;
  expect(await problem(await ask(`${path}/move`, { point: 'p-old', from: '2026-11-23' }))).toBe(
    'not-possible',
  );
  await read(`${path}/move`, { point: 'p-old', from: '2026-11-20' });
  await read(`${path}/state`, { state: 'inactive', note: '' });
  await closePoint('p-old', '2026-11-19');
  const attempts: [string, object][] = [
    ['/devices', { name: 'x', point: 'p-old' }],
    [`${path}/state`, { state: 'active', note: '' }],
    [`${path}/replace`, { name: 'x', note: '' }],
  ];
  for (const [to, body] of attempts) expect(await problem(await ask(to, body))).toBe('not-possible');
  // out of service it is moved, and put back where it stands now
  await read(`${path}/move`, { point: 'p-new', from: '2026-11-20' });
  const back = await read<DeviceDetail>(`${path}/state`, { state: 'active', note: '' });
  expect([back.point.id, back.notAsking, (await settings()).collects]).toEqual(['p-new', null, true]);
  expect(back.assignments.filter(({ ends }) => ends === null)).toHaveLength(1);
});

test('without a campaign there is no new device, and a sentence instead of a fault', async () => {
  const unit = await addForeignUnit(office);
  await office.store.write(async (tx) => {
    await tx.updateTable('campaigns').set({ unit }).execute();
  });
  const body = { name: 'x', point: office.point };
  expect(await problem(await ask('/devices', body))).toBe('not-possible');
  expect(await problem(await ask(`/devices/${device.id}/replace`, { name: 'x', note: '' }))).toBe(
    'not-possible',
  );
  expect((await detail()).notAsking).toBe('campaign');
});

test('a counter without hours of its own is silent by those of its centre', async () => {
  await addPoint('p-centre', office.unit, { opening: [{ days: [4], from: '08:00', to: '11:00' }] });
  await addPoint('p-counter', office.unit, { parent: 'p-centre', opening: [] });
  await read(`/devices/${device.id}/move`, { point: 'p-counter', from: '2026-11-20' });
  await heartbeat({});
  office.now += 5 * DAY_MS;
  cookie = await signInAs(office, 'manager');
  // since Friday, and the centre opens on Thursdays
  expect((await detail()).alarms).toEqual([]);
  office.now += 2 * DAY_MS;
  cookie = await signInAs(office, 'manager');
  expect((await detail()).alarms).toEqual(['silent']);
});

test('a replacement stands in the same place, and the history of both is kept', async () => {
  await send(bytesOf(office));
  const made = await read<NewCode>(`/devices/${device.id}/replace`, {
    name: 'Ki-ốt 1b',
    note: 'Vỡ màn hình',
  });
  expect(made.pin).toMatch(/^\d{6}$/);
  expect(await detail(made.device)).toMatchObject({
    state: 'new',
    replaces: device.id,
    point: { id: office.point },
  });
  expect(await detail()).toMatchObject({ state: 'inactive', ledger: { stored: 1 } });
  expect(await send(bytesOf(office))).toBe('stored'); // the old one's outbox
  expect(await auditWords()).toEqual(['device-inactive', 'device-replaced']);
});

test('a PIN can be chosen or made anew, and reaches the tablet as a verifier', async () => {
  expect(await read<NewPin>(`/devices/${device.id}/pin`, { pin: '482915' })).toEqual({ pin: '482915' });
  const first = (await settings()).pin!;
  const { pin } = await read<NewPin>(`/devices/${device.id}/pin`, { pin: null });
  expect(pin).toMatch(/^\d{6}$/);
  expect((await settings()).pin!.hash).not.toBe(first.hash);
  expect((await ask(`/devices/${device.id}/pin`, { pin: '12345' })).status).toBe(400);
  const lines = await office.store.read.selectFrom('audit').selectAll().execute();
  expect(JSON.stringify(lines)).not.toContain('482915');
});

test('outside of the account’s units there is no device and no place', async () => {
  const unit = await addForeignUnit(office);
  await addPoint('p-foreign', unit);
  await office.store.write((tx) =>
    tx.updateTable('assignments').set({ service_point: 'p-foreign' }).execute(),
  );
  expect(await read<DeviceRow[]>('/devices')).toEqual([]);
  expect((await read<PointOption[]>('/points')).map(({ id }) => id)).toEqual([office.point]);
  const attempts: [string, object?][] = [
    [`/devices/${device.id}`],
    [`/devices/${device.id}/code`, {}],
    [`/devices/${device.id}/state`, { state: 'retired', note: '' }],
    [`/devices/${device.id}/pin`, { pin: null }],
    [`/devices/${device.id}/replace`, { name: 'x', note: '' }],
    ['/devices', { name: 'x', point: 'p-foreign' }],
  ];
  for (const [path, body] of attempts) expect(await problem(await ask(path, body))).toBe('not-found');
  expect(await auditWords()).toEqual([]);
});

test('what two people do to one device at once is done once: retired stays retired', async () => {
  const state = (next: string) => ask(`/devices/${device.id}/state`, { state: next, note: '' });
  expect((await state('inactive')).status).toBe(200);
  const answers = await Promise.all([
    state('retired'),
    state('active'),
    ask(`/devices/${device.id}/code`, {}),
    ask(`/devices/${device.id}/replace`, { name: 'Ki-ốt 9', note: '' }),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([200, 409, 409, 409]);
  expect((await detail()).state).toBe('retired');
  expect(await read<DeviceRow[]>('/devices')).toHaveLength(1);
});
