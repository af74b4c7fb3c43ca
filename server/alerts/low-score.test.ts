import { expect, test } from 'vitest';
import { lineNear } from '../../shared/alert-rule.ts';
import { type HalfDayScore, judgeWindow } from './low-score.ts';

const half = (halfDay: string, forms: number, satisfied: number): HalfDayScore => ({
  halfDay,
  forms,
  answers: forms,
  satisfied,
});

test('the latest half-days that together hold ten forms are looked at, and no older ones', () => {
  const old = half('2026-11-18AM', 50, 0);
  const scores = [old, half('2026-11-20AM', 4, 4), half('2026-11-19PM', 7, 6)];
  expect(judgeWindow(scores, 80)).toEqual({ kind: 'above', from: '2026-11-19PM' });
  expect(judgeWindow([old, half('2026-11-19PM', 3, 3)], 80)).toEqual({ kind: 'below', from: '2026-11-18AM' });
  expect(judgeWindow([half('2026-11-20AM', 9, 0)], 80)).toEqual({ kind: 'too-few' });
  expect(judgeWindow([], 80)).toEqual({ kind: 'too-few' });
});

test('on the line is not below it', () => {
  expect(judgeWindow([half('2026-11-20AM', 10, 8)], 80).kind).toBe('above');
  expect(judgeWindow([half('2026-11-20AM', 10, 7)], 80).kind).toBe('below');
});

test('a campaign’s threshold becomes the nearest line that tells of no single answer', () => {
  expect([1, 79, 80, 82, 100].map(lineNear)).toEqual([50, 80, 80, 80, 90]);
});
