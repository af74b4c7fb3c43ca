import { expect, test } from 'vitest';
import type { PlacedRecheck } from '../store/rechecks.ts';
import { sumFaces } from './sum-faces.ts';

const said = (count: number, change: Partial<PlacedRecheck> = {}): PlacedRecheck[] =>
  Array.from({ length: count }, () => ({
    kind: 'face',
    point: 'p',
    halfMonth: '2026-11/1',
    interviewer: '',
    outcome: 'no',
    time: null,
    way: null,
    ...change,
  }));
const yes = { outcome: 'yes', way: 'face' } as const;
/** Half of the people of the first half-month are recorded as interviewed, and one in ten of the second. */
const recordedOf = ({ halfMonth }: PlacedRecheck) =>
  halfMonth === '2026-11/1' ? { agreed: 50, returned: 100 } : { agreed: 10, returned: 100 };

test('an interval wholly below what is recorded asks somebody to look, one that reaches it does not', () => {
  const few = sumFaces([...said(4, yes), ...said(36)], recordedOf);
  expect(few).toEqual({
    ended: 40,
    answered: 40,
    yes: { percent: 10, low: 4, high: 23.1, n: 40 },
    recorded: 50,
    isBelow: true,
  });
  expect(sumFaces([...said(16, yes), ...said(24)], recordedOf).isBelow).toBe(false);
});

test('each half-month weighs as many as were asked of it', () => {
  const rows = [...said(10, yes), ...said(30, { ...yes, halfMonth: '2026-11/2' })];
  expect(sumFaces(rows, recordedOf).recorded).toBe(20);
});

test('who says that it was by telephone says nothing of interviews face to face, and another day than the result is no matter', () => {
  const rows = [...said(5, { ...yes, way: 'call' }), ...said(5, { ...yes, way: 'unsure' })];
  expect(sumFaces(rows, recordedOf).yes?.percent).toBe(50);
});

test('of nine people nothing is told, of a place whose dossiers are not known no share to compare with', () => {
  expect(sumFaces([...said(9), ...said(5, { outcome: 'unreached' })], recordedOf)).toEqual({
    ended: 14,
    answered: null,
    yes: null,
    recorded: null,
    isBelow: false,
  });
  const unknown = sumFaces(said(20), () => ({ agreed: 12, returned: 0 }));
  expect([unknown.recorded, unknown.isBelow]).toEqual([null, false]);
});
