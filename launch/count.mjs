// How many checks passed and failed, read from what the test runners report of themselves.

/** @typedef {{ passed: number, failed: number, skipped: number }} Count */

/** @param {boolean} good @returns {Count} a step that is one check */
export const one = (good) => ({ passed: good ? 1 : 0, failed: good ? 0 : 1, skipped: 0 });

/** @type {Count} what only prepares the checks, and went well */
export const none = { passed: 0, failed: 0, skipped: 0 };

/** @param {Count[]} counts @returns {Count} */
export const sum = (counts) =>
  counts.reduce(
    (all, each) => ({
      passed: all.passed + each.passed,
      failed: all.failed + each.failed,
      skipped: all.skipped + each.skipped,
    }),
    none,
  );

/** A runner that ended badly has failed, even where its report knows of no failed test (or was never written).
 *  @param {Count | undefined} count @param {number} code @returns {Count} */
export const withExitCode = (count, code) => {
  if (!count) return one(false);
  return code !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;
};

/** @param {any} report of vitest's JSON reporter @returns {Count} */
export function countVitest(report) {
  /** A file that could not even be loaded has no tests in it, and has failed. @param {any} file */
  const isBroken = (file) => file.status === 'failed' && file.assertionResults.length === 0;
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.testResults.filter(isBroken).length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** @param {any} report of Playwright's JSON reporter @returns {Count} */
export function countPlaywright({ stats, errors }) {
  // A journey that passed only when tried again is counted as failed: a citizen has no second try.
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  };
}

/** The last line of all, read by machines too. @param {Count} count */
export const closingLine = ({ passed, failed }) => `${passed} passed, ${failed} failed`;

/** Nothing failed, but nothing ran either: that is no success. @param {Count} count */
export const exitCode = ({ passed, failed }) => (failed > 0 || passed === 0 ? 1 : 0);
