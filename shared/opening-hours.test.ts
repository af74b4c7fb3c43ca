import { expect, test } from 'vitest';
import { ORDINARY } from './calendar.ts';
import { isClosedHalfDay } from './opening-hours.ts';

test('a half-day is closed when no opening time reaches into it', () => {
  const opening = [
    { days: [1, 2, 3, 4, 5], from: '07:30', to: '11:30' },
    { days: [1, 2, 3, 4], from: '13:30', to: '17:00' },
  ];
  const closed = (halfDay: string) => isClosedHalfDay(opening, halfDay, ORDINARY);
  // Thursday, Friday, Saturday, Sunday and Monday
  expect(['2026-11-19AM', '2026-11-19PM', '2026-11-20AM', '2026-11-23PM'].map(closed)).toEqual([
    false,
    false,
    false,
    false,
  ]);
  expect(['2026-11-20PM', '2026-11-21AM', '2026-11-21PM', '2026-11-22AM'].map(closed)).toEqual([
    true,
    true,
    true,
    true,
  ]);
  expect(isClosedHalfDay([], '2026-11-22AM', ORDINARY)).toBe(false);
  expect(isClosedHalfDay([{ days: [6], from: '08:00', to: '12:00' }], '2026-11-21PM', ORDINARY)).toBe(true);
  expect(isClosedHalfDay(opening, '2026-11-19AM', new Map([['2026-11-19', 0]]))).toBe(true);
});
