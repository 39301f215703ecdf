// @ts-check
import { readFileSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/**
 * What Vitest counted. A run that failed without a failed test (a file that does not load, an unhandled
 * rejection) counts as one failure.
 * @param {string} path its JSON report
 * @param {boolean} succeeded whether it ended well
 * @returns {Counts}
 */
export function vitestCounts(path, succeeded) {
  const report = readReport(path);
  return honest(succeeded, {
    passed: numberAt(report, 'numPassedTests'),
    failed: numberAt(report, 'numFailedTests'),
    skipped: numberAt(report, 'numPendingTests') + numberAt(report, 'numTodoTests'),
  });
}

/**
 * What Playwright counted; the same rule for a run that failed as a whole. A flaky test is a failed one.
 * @param {string} path its JSON report
 * @param {boolean} succeeded whether it ended well
 * @returns {Counts}
 */
export function playwrightCounts(path, succeeded) {
  const stats = readReport(path).stats;
  return honest(succeeded, {
    passed: numberAt(stats, 'expected'),
    failed: numberAt(stats, 'unexpected') + numberAt(stats, 'flaky'),
    skipped: numberAt(stats, 'skipped'),
  });
}

/**
 * What the audit of packages came to: skipped where the registry did not say.
 * @param {string} path its verdict
 * @param {boolean} succeeded whether nothing grave is known
 * @returns {Counts}
 */
export function auditCounts(path, succeeded) {
  const isTold = readReport(path).kind !== 'not-told';
  return isTold ? checkCounts(succeeded) : { passed: 0, failed: 0, skipped: 1 };
}

/**
 * What a check without tests counts as: itself.
 * @param {boolean} succeeded
 * @returns {Counts}
 */
export function checkCounts(succeeded) {
  return honest(succeeded, { passed: succeeded ? 1 : 0, failed: 0, skipped: 0 });
}

/**
 * @param {readonly Counts[]} all
 * @returns {Counts}
 */
export function sum(all) {
  return all.reduce(
    (total, counts) => ({
      passed: total.passed + counts.passed,
      failed: total.failed + counts.failed,
      skipped: total.skipped + counts.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
}

/**
 * @param {boolean} succeeded
 * @param {Counts} counts
 * @returns {Counts}
 */
function honest(succeeded, counts) {
  return succeeded || counts.failed > 0 ? counts : { ...counts, failed: 1 };
}

/**
 * @param {string} path
 * @returns {Record<string, unknown>}
 */
function readReport(path) {
  try {
    return /** @type {Record<string, unknown>} */ (JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    // The program died before it wrote one; its exit code tells.
    return {};
  }
}

/**
 * @param {unknown} report
 * @param {string} key
 * @returns {number}
 */
function numberAt(report, key) {
  const value = /** @type {Record<string, unknown> | undefined} */ (report)?.[key];
  return typeof value === 'number' ? value : 0;
}
