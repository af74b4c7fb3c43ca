import { expect, test } from 'vitest';
import {
  closingLine,
  countPlaywright,
  countVitest,
  exitCode,
  none,
  one,
  sum,
  withExitCode,
} from '../../launch/count.mjs';

const vitestReport = {
  numTotalTests: 14,
  numPassedTests: 9,
  numFailedTests: 2,
  numPendingTests: 2,
  numTodoTests: 1,
  testResults: [
    { status: 'passed', assertionResults: [{ status: 'passed' }] },
    { status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'passed' }] },
    { status: 'failed', assertionResults: [], message: 'Cannot find module' },
  ],
};
const playwrightReport = {
  stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 2 },
  errors: [{ message: '' }],
};

test('a test file that cannot be loaded counts as one failed', () => {
  expect(countVitest(vitestReport)).toEqual({ passed: 9, failed: 3, skipped: 3 });
});

test('a journey that passed only at the second try counts as failed', () => {
  expect(countPlaywright(playwrightReport)).toEqual({ passed: 5, failed: 3, skipped: 2 });
});

test('a runner that ended badly has failed even when its report says nothing of it', () => {
  expect(withExitCode({ passed: 3, failed: 0, skipped: 0 }, 1)).toEqual({ passed: 3, failed: 1, skipped: 0 });
  expect(withExitCode({ passed: 3, failed: 2, skipped: 0 }, 1)).toEqual({ passed: 3, failed: 2, skipped: 0 });
  expect(withExitCode(undefined, 0)).toEqual(one(false));
});

test('the last line counts everything, in exactly these words', () => {
  const all = sum([none, one(true), countVitest(vitestReport), countPlaywright(playwrightReport)]);
  expect(closingLine(all)).toBe('15 passed, 6 failed');
});

test('nothing failed and nothing run is no success', () => {
  expect(exitCode(none)).toBe(1);
  expect(exitCode(one(true))).toBe(0);
  expect(exitCode(sum([one(true), one(false)]))).toBe(1);
});
