import { expect, test } from 'vitest';
import { dueOn } from './due-on.ts';

test('a case is due on the first working day from the fifteenth day on', () => {
  expect(dueOn('2026-11-16', new Map())).toBe('2026-12-01');
  // a Saturday, and a holiday on the Monday after it
  expect(dueOn('2026-11-20', new Map([['2026-12-07', 0]]))).toBe('2026-12-08');
});
