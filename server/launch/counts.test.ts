import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { auditCounts, checkCounts, playwrightCounts, sum, vitestCounts } from './counts.mjs';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rostrum-counts-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

it('reads what Vitest counted', () => {
  const path = report({
    numPassedTests: 7,
    numFailedTests: 2,
    numPendingTests: 1,
    numTodoTests: 1,
  });

  expect(vitestCounts(path, false)).toEqual({ passed: 7, failed: 2, skipped: 2 });
});

it('counts a Vitest run that failed without a failed test as one failure', () => {
  const path = report({ numPassedTests: 7, numFailedTests: 0 });

  expect(vitestCounts(path, false)).toEqual({ passed: 7, failed: 1, skipped: 0 });
});

it('reads what Playwright counted, a flaky test as failed', () => {
  const path = report({ stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 3 } });

  expect(playwrightCounts(path, false)).toEqual({ passed: 5, failed: 2, skipped: 3 });
});

it('counts an audit that the registry refused as skipped, and one without a verdict as failed', () => {
  expect(auditCounts(report({ kind: 'not-told' }), true)).toEqual({
    passed: 0,
    failed: 0,
    skipped: 1,
  });
  expect(auditCounts(report({ kind: 'told' }), true)).toEqual(checkCounts(true));
  expect(auditCounts(join(folder, 'none.json'), false)).toEqual(checkCounts(false));
});

it('counts a run that left no report as one failure', () => {
  expect(playwrightCounts(join(folder, 'none.json'), false)).toEqual(checkCounts(false));
});

it('adds up checks and tests', () => {
  expect(
    sum([checkCounts(true), checkCounts(false), { passed: 7, failed: 0, skipped: 2 }]),
  ).toEqual({
    passed: 8,
    failed: 1,
    skipped: 2,
  });
});

function report(content: object) {
  const path = join(folder, 'report.json');
  writeFileSync(path, JSON.stringify(content));
  return path;
}
