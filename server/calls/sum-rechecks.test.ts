import { expect, test } from 'vitest';
import type { EndedRecheck } from '../store/rechecks.ts';
import { sumRechecks } from './sum-rechecks.ts';

const said = (count: number, change: Partial<EndedRecheck> = {}): EndedRecheck[] =>
  Array.from({ length: count }, () => ({
    interviewer: 'hoa',
    outcome: 'yes',
    time: 'same',
    way: 'call',
    ...change,
  }));

test('from ten people on the share that confirmed stands there with its interval, and why the others did not', () => {
  const rows = [
    ...said(16),
    ...said(1, { outcome: 'no', time: null, way: null }),
    ...said(1, { time: 'other' }),
    ...said(1, { way: 'face' }),
    ...said(1, { outcome: 'unsure', time: null, way: null }),
    ...said(3, { outcome: 'unreached', time: null, way: null }),
  ];
  expect(sumRechecks('Hoa', rows)).toEqual({
    who: 'Hoa',
    ended: 23,
    answered: 20,
    confirmed: { percent: 80, low: 58.4, high: 91.9, n: 20 },
    not: { none: 1, time: 1, way: 1, unsure: 1 },
  });
});

test('below ten, and where the others would give them away, nothing of what was said is told', () => {
  const few = { who: 'Hoa', ended: 9, answered: null, confirmed: null, not: null };
  expect(sumRechecks('Hoa', said(9))).toEqual(few);
  expect(sumRechecks('Hoa', said(40), false)).toEqual({ ...few, ended: 40 });
  expect(sumRechecks('Hoa', said(2, { outcome: 'unreached' }))).toEqual({ ...few, ended: 2, answered: 0 });
});
