import { expect, test } from 'vitest';
import { tellCounts } from './tell-counts.ts';

const NONE = { dur: 0, gap: 0, line: 0, run: 0, cell: 0, hrs: 0 };

test('one to nine marked forms are few, all but one to nine are most, and neither is a number', () => {
  const told = tellCounts({ forms: 40, flagged: 33, ...NONE, dur: 9, gap: 10, line: 30, run: 31, hrs: 40 });
  expect(told).toEqual({
    forms: 40,
    flagged: 'most',
    classes: { dur: 'few', gap: 10, line: 30, run: 'most', cell: 0, hrs: 40 },
  });
});
