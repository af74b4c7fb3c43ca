import { describe, expect, test } from 'vitest';
import { ORDINARY } from '../../shared/calendar.ts';
import { alarmsOf, type DeviceFacts, holdsOpeningDay, lampOf, ledgerOf } from './ledger.ts';
import type { DeviceAlarm, Lamp } from '../../shared/wire/manage.ts';

const at = (text: string) => Date.parse(`${text}:00+07:00`);
const OFFICE = [
  { days: [1, 2, 3, 4, 5], from: '07:30', to: '11:30' },
  { days: [1, 2, 3, 4, 5], from: '13:30', to: '17:00' },
];
const NOW = at('2026-11-20T09:00'); // a Friday

const heartbeat = {
  dev: 'd1',
  app: '0.2.0',
  total: 57,
  unsent: 3,
  sealNo: 2,
  free: 2e9,
  persisted: true,
  faults: [] as string[],
};
const well: DeviceFacts = {
  state: 'active',
  tree: 'real',
  opening: OFFICE,
  calendar: ORDINARY,
  accepted: 52,
  held: 2,
  seal: { n: 2, total: 50 },
  heartbeat,
  lastContact: NOW - 60_000,
  drained: NOW - 3_600_000,
  refusedSeals: new Set(),
  isHeldOpen: false,
  isHeldFull: false,
};
const alarms = (change: Partial<DeviceFacts>, nowMs = NOW) =>
  alarmsOf({ ...well, ...change }, { nowMs, minApp: '0.1.0' });

test('taken is the newest total of heartbeat or seal; what is stored, held or waiting is not missing', () => {
  expect(ledgerOf(well)).toEqual({ taken: 57, stored: 52, held: 2, waiting: 3, missing: 0, sealed: 50 });
  expect(ledgerOf({ ...well, seal: { n: 3, total: 61 } })).toMatchObject({ taken: 61, missing: 4 });
  expect(ledgerOf({ ...well, heartbeat: undefined })).toMatchObject({ taken: 50, waiting: 0, missing: 0 });
});

test('missing is never below zero: what came in since the heartbeat still stands in waiting', () => {
  expect(ledgerOf({ ...well, accepted: 55 }).missing).toBe(0);
});

describe('one full opening day without contact is silence', () => {
  test.each<[string, string, string, boolean]>([
    ['the same afternoon', '2026-11-19T08:00', '2026-11-19T23:00', false],
    ['the evening of the next opening day', '2026-11-18T16:00', '2026-11-19T17:00', true],
    ['a minute before it closes', '2026-11-18T16:00', '2026-11-19T16:59', false],
    ['a contact after it opened', '2026-11-19T07:31', '2026-11-19T20:00', false],
    ['a contact before it opened', '2026-11-19T07:29', '2026-11-19T17:00', true],
    ['from Friday noon over the weekend to Monday noon', '2026-11-20T12:00', '2026-11-23T12:00', false],
    ['from Friday noon over the weekend to Monday evening', '2026-11-20T12:00', '2026-11-23T17:00', true],
    ['a whole weekend', '2026-11-20T17:00', '2026-11-23T07:00', false],
    ['sixty days', '2026-09-20T12:00', '2026-11-20T12:00', true],
    ['a server clock that went back', '2026-11-20T12:00', '2026-11-19T12:00', false],
  ])('%s', (_what, from, to, isSilent) => {
    expect(holdsOpeningDay(OFFICE, at(from), at(to))).toBe(isSilent);
    expect(alarms({ lastContact: at(from), drained: at(to) }, at(to)).includes('silent')).toBe(isSilent);
  });

  test('an office that opens on Saturdays only is silent after a Saturday', () => {
    const saturdays = [{ days: [6], from: '08:00', to: '11:00' }];
    expect(holdsOpeningDay(saturdays, at('2026-11-16T08:00'), at('2026-11-20T18:00'))).toBe(false);
    expect(holdsOpeningDay(saturdays, at('2026-11-16T08:00'), at('2026-11-21T11:00'))).toBe(true);
  });

  test('a day off is no opening day, and a Saturday that is worked for it is one', () => {
    const calendar = new Map([
      ['2026-11-19', 0],
      ['2026-11-21', 4],
    ]);
    const silent = (from: string, to: string) =>
      alarms({ calendar, lastContact: at(from), drained: at(to) }, at(to)).includes('silent');
    expect(silent('2026-11-18T16:00', '2026-11-19T20:00')).toBe(false);
    expect(silent('2026-11-18T16:00', '2026-11-20T17:00')).toBe(true);
    expect(silent('2026-11-20T16:00', '2026-11-21T17:00')).toBe(true);
    // nine days of Tết are one long night
    const tet = new Map(
      Array.from({ length: 9 }, (_, i) => [`2027-02-${String(5 + i).padStart(2, '0')}`, 0]),
    );
    expect(holdsOpeningDay(OFFICE, at('2027-02-04T17:00'), at('2027-02-15T16:59'), tet)).toBe(false);
    expect(holdsOpeningDay(OFFICE, at('2027-02-04T17:00'), at('2027-02-15T17:00'), tet)).toBe(true);
  });

  test('where no hours are set, every day counts', () => {
    expect(holdsOpeningDay([], at('2026-11-20T12:00'), at('2026-11-22T00:00'))).toBe(true);
    expect(holdsOpeningDay([], at('2026-11-20T12:00'), at('2026-11-21T23:59'))).toBe(false);
  });
});

test.each<[DeviceAlarm, Lamp, Partial<DeviceFacts>]>([
  ['silent', 'red', { lastContact: at('2026-11-18T12:00'), drained: NOW }],
  ['missing', 'red', { accepted: 51 }],
  ['lost', 'red', { heartbeat: { ...heartbeat, faults: ['outbox-lost-3'] } }],
  ['cloned', 'red', { refusedSeals: new Set(['cloned']) }],
  ['seal-refused', 'amber', { refusedSeals: new Set(['chain']) }],
  ['seal-gap', 'amber', { heartbeat: { ...heartbeat, sealNo: 4 } }],
  ['not-persisted', 'red', { heartbeat: { ...heartbeat, persisted: false } }],
  ['storage-low', 'amber', { heartbeat: { ...heartbeat, free: 499e6 } }],
  ['storage-full', 'red', { heartbeat: { ...heartbeat, free: 199e6 } }],
  ['held', 'amber', { isHeldOpen: true }],
  ['held-full', 'red', { isHeldFull: true }],
  ['unsent-old', 'amber', { drained: at('2026-11-18T12:00') }],
  ['old-app', 'amber', { heartbeat: { ...heartbeat, app: '0.0.9+abc' } }],
  ['fault', 'amber', { heartbeat: { ...heartbeat, faults: ['journal-fails'] } }],
])('%s lights the lamp %s', (alarm, lamp, change) => {
  // a silent device is seen two opening days later
  const found = alarms(change);
  expect(found).toEqual([alarm]);
  expect(lampOf(found)).toBe(lamp);
});

test('all is well: green, without a word', () => {
  expect(alarms({})).toEqual([]);
  expect(lampOf([])).toBe('green');
});

test('a device that is not in use is not silent, but what it owes is still asked for', () => {
  const away = { lastContact: at('2026-10-01T12:00'), drained: at('2026-10-01T12:00') };
  expect(alarms({ ...away, state: 'inactive' })).toEqual(['unsent-old']);
  expect(alarms({ ...away, state: 'retired', accepted: 40 })).toEqual(['missing', 'unsent-old']);
  expect(alarms({ ...away, state: 'new', heartbeat: undefined })).toEqual([]);
});

test('a demo tablet may run without promised storage', () => {
  expect(alarms({ tree: 'demo', heartbeat: { ...heartbeat, persisted: false } })).toEqual([]);
});
