import { beforeEach, expect, test } from 'vitest';
import {
  addForeignUnit,
  type EnrolledTablet,
  type Office,
  openOffice,
  signInAs,
} from '../../tests/fakes/office.ts';
import { localWeekday, startOfLocalDay } from '../../shared/period.ts';
import type { Settings } from '../../shared/wire/device.ts';
import type { DeviceDetail, DeviceRow } from '../../shared/wire/manage.ts';
import type { DayList, SpecialDayAsked } from '../../shared/wire/special-days.ts';
import { NATIONAL_DAYS } from '../national-days.ts';
import { addUnit } from '../store/organisation.ts';

let office: Office;
let device: EnrolledTablet;
let cookie: string;
beforeEach(async () => {
  office = await openOffice();
  device = await office.enrol();
  cookie = await signInAs(office, 'manager');
});

const day = (change: Partial<SpecialDayAsked> = {}): SpecialDayAsked => ({
  unit: office.unit,
  day: '2026-11-23',
  kind: 'off',
  like: 1,
  name: { vi: 'Chuyển trụ sở', en: 'Moving house' },
  ...change,
});
const post = (path: string, body: unknown) => office.call(`/api/v1/days-off${path}`, { body, cookie });
const list = async (unit = office.unit) =>
  (await (await office.call(`/api/v1/days-off?unit=${unit}`, { cookie })).json()) as DayList;
const opening = async () => {
  const answer = await office.call('/api/v1/device', { token: device.token });
  return ((await answer.json()) as { settings: Settings }).settings.opening;
};
const goTo = async (instant: string) => {
  office.now = Date.parse(`${instant}:00+07:00`);
  cookie = await signInAs(office, 'manager');
};

test('public holidays of 2026 and 2027 are there from the start, and none stands twice', async () => {
  const { days } = await list();
  expect(days.length).toBe(NATIONAL_DAYS.length);
  expect(new Set(days.map((one) => one.day)).size).toBe(days.length);
  const off = days.filter(({ kind }) => kind === 'off').map((one) => one.day);
  for (const named of ['2026-01-01', '2026-02-17', '2026-04-26', '2026-04-30', '2026-05-01', '2026-09-02'])
    expect(off).toContain(named);
  for (const named of ['2027-01-01', '2027-02-06', '2027-04-16', '2027-04-30', '2027-05-01', '2027-09-02'])
    expect(off).toContain(named);
  // what is worked for another day is a Saturday here
  for (const one of NATIONAL_DAYS.filter(({ kind }) => kind === 'work'))
    expect(localWeekday(startOfLocalDay(one.day))).toBe(6);
});

test('a day off reaches the tablet at its next round, and keeps a silent tablet from raising an alarm', async () => {
  expect((await opening())[0]!.days).toEqual([1, 2, 3, 4, 5]);
  const answer = await post('', day());
  expect(answer.status).toBe(200);
  expect((await opening())[0]!.days).toEqual([2, 3, 4, 5]);
  const shown = await office.call(`/api/v1/devices/${device.id}`, { cookie });
  expect(((await shown.json()) as DeviceDetail).given).toMatchObject({ form: 'express' });
  const silent = async () => {
    const [row] = (await (await office.call('/api/v1/devices', { cookie })).json()) as DeviceRow[];
    return row!.alarms.includes('silent');
  };
  await goTo('2026-11-23T18:00');
  expect(await silent()).toBe(false);
  await goTo('2026-11-24T18:00');
  expect(await silent()).toBe(true);
});

test('the nearest unit is right, and what it takes back is as it was above', async () => {
  const dates = { validFrom: '2025-07-01', validTo: null } as const;
  const name = { vi: 'Tổ', en: 'Section' };
  const below = { id: 'u-below', parent: office.unit, tree: 'real', kind: 'xa', name, ...dates } as const;
  await office.store.write((tx) => addUnit(tx, below));
  const found = async (unit: string, on: string) => (await list(unit)).days.find((one) => one.day === on);
  await post('', day());
  expect(await found('u-below', '2026-11-23')).toMatchObject({ kind: 'off', isOwn: false });
  await post('', day({ unit: 'u-below', kind: 'usual' }));
  expect(await found('u-below', '2026-11-23')).toMatchObject({ kind: 'usual', isOwn: true });
  expect(await found(office.unit, '2026-11-23')).toMatchObject({ kind: 'off', isOwn: true });
  await post('/reset', { unit: 'u-below', day: '2026-11-23' });
  expect(await found('u-below', '2026-11-23')).toMatchObject({ kind: 'off', isOwn: false });
  // a prefilled day that an office confirms is its own from then on
  await post('', day({ day: '2027-02-05', name: { vi: 'Tết Âm lịch', en: 'Lunar New Year' } }));
  expect(await found('u-below', '2027-02-05')).toMatchObject({ standing: 'set', unit: { id: office.unit } });
  expect((await post('/reset', { unit: office.unit, day: '2027-02-06' })).status).toBe(409);
});

test('days long past and units of others are refused', async () => {
  const foreign = await addForeignUnit(office);
  expect((await post('', day({ day: '2026-10-01' }))).status).toBe(422);
  expect((await post('', day({ day: '2026-11-19' }))).status).toBe(200);
  expect((await post('', day({ unit: foreign }))).status).toBe(422);
  expect((await post('/reset', { unit: foreign, day: '2026-11-23' })).status).toBe(404);
  expect((await office.call(`/api/v1/days-off?unit=${foreign}`, { cookie })).status).toBe(404);
});
