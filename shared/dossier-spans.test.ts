import { expect, test } from 'vitest';
import { halfMonthsBetween, spanOf, spansBetween } from './dossier-spans.ts';

test('a week begins on Monday, also over the end of a year', () => {
  expect(spanOf('2026-11-22', 'week')).toEqual({ id: '2026-11-16', from: '2026-11-16', to: '2026-11-22' });
  expect(spanOf('2027-01-01', 'week').id).toBe('2026-12-28');
});

test('months and half-months are whole, and follow each other', () => {
  expect(spansBetween('2026-11-20', '2027-01-02', 'month').map(({ id, to }) => [id, to])).toEqual([
    ['2026-11', '2026-11-30'],
    ['2026-12', '2026-12-31'],
    ['2027-01', '2027-01-31'],
  ]);
  expect(spansBetween('2026-12-14', '2026-12-15', 'half').map(({ id }) => id)).toEqual([
    '2026-12/1',
    '2026-12/2',
  ]);
  expect(halfMonthsBetween('2026-11-14', '2026-12-01')).toEqual(['2026-11/1', '2026-11/2', '2026-12/1']);
});
