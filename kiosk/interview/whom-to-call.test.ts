import { expect, test } from 'vitest';
import { localDay } from '../../shared/period.ts';
import { FRIDAY_NINE, HOUR_MS, sampleCase } from '../../tests/fakes/sample-case.ts';
import { callableNow, dueNow, promisedLater, timesToPromise } from './whom-to-call.ts';
import { writeTime } from './say-time.ts';

const ids = (cases: readonly { readonly id: string }[]) => cases.map(({ id }) => id);
const tried = (...days: string[]) => days.map((day) => ({ day }));
const cases = [
  sampleCase({ id: 'today', attempts: tried('2026-11-20') }),
  sampleCase({ id: 'twice', attempts: tried('2026-11-18', '2026-11-19') }),
  sampleCase({ id: 'fresh' }),
  sampleCase({ id: 'late', queue: 'late', onTime: 'late' }),
  sampleCase({ id: 'due', callbackAt: FRIDAY_NINE - HOUR_MS / 2 }),
  sampleCase({ id: 'due first', callbackAt: FRIDAY_NINE - HOUR_MS }),
  sampleCase({ id: 'later', callbackAt: FRIDAY_NINE + HOUR_MS }),
];

test('whoever asked for this time comes first, and the queues stay apart (sentence 36)', () => {
  expect(ids(dueNow(cases, FRIDAY_NINE))).toEqual(['due first', 'due']);
  expect(ids(callableNow(cases, 'sample', FRIDAY_NINE))).toEqual(['fresh', 'twice', 'today']);
  expect(ids(callableNow(cases, 'late', FRIDAY_NINE))).toEqual(['late']);
  expect(ids(promisedLater(cases, FRIDAY_NINE))).toEqual(['later']);
  expect(ids(dueNow(cases, FRIDAY_NINE + HOUR_MS))).toEqual(['due first', 'due', 'later']);
});

test('outside the hours of calls the list offers nobody, whatever was promised (sentence 37)', () => {
  for (const [hours, what] of [
    [-1.01, 'before eight'],
    [3, 'at noon'],
    [8.5, 'at half past five'],
    [11, 'at eight in the evening'],
    [13, 'at night'],
  ] as const) {
    const at = FRIDAY_NINE + hours * HOUR_MS;
    expect(ids([...dueNow(cases, at), ...callableNow(cases, 'sample', at)]), what).toEqual([]);
  }
});

test('only times can be promised at which one may call', () => {
  const days = timesToPromise(sampleCase(), FRIDAY_NINE);
  expect(days).toHaveLength(7);
  expect(days[0]!.times.map(writeTime)).toEqual(
    '09:30 10:00 10:30 11:00 14:00 14:30 15:00 15:30 16:00 16:30 18:00 18:30 19:00 19:30'.split(' '),
  );
  expect(days[1]!.times.map(writeTime)[0]).toBe('08:00');
  expect(days.every(({ day, times }) => times.every((ms) => localDay(ms) === day))).toBe(true);
  const third = sampleCase({ attempts: tried('2026-11-18', '2026-11-19') });
  expect(
    timesToPromise(third, FRIDAY_NINE).map(({ day }) => day),
    'the third day is the last',
  ).toEqual(['2026-11-20']);
  expect(timesToPromise(sampleCase({ attempts: tried('a', 'a', 'a') }), FRIDAY_NINE)).toEqual([]);
});
