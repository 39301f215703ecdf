// @ts-check
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { audit } from './audit.mjs';
import { ensureChromium } from './chromium.mjs';
import { auditCounts, playwrightCounts, vitestCounts } from './counts.mjs';
import { prepareBuild } from './prepare.mjs';
import { run } from './run.mjs';

/** @typedef {import('./counts.mjs').Counts} Counts */

/**
 * @typedef {object} Check
 * @property {string} name what to call it on the command line
 * @property {'quick' | 'slow'} [lane] it keeps one core busy: the two lanes run beside each other, each in order, before all that has none
 * @property {string} [needs] the check without which it cannot run
 * @property {(root: string, show: Show) => Promise<boolean>} succeeds shows what is wrong and says whether all is well
 * @property {(root: string, succeeded: boolean) => Counts} [counts] for a check made of tests; without it the check counts as one
 */

/**
 * How a program's output reaches the reader: as it comes, or held until what runs beside it is not cut in two.
 * @typedef {NonNullable<import('./run.mjs').RunOptions['output']>} Show
 */

/** Where the reports of a run go. */
export const reports = '.test-output';

// What these programs make and drop they are done with soon: room for it saves a tenth of their time.
const roomForTheYoung = '--max-semi-space-size=128';
// Whatever takes longer does not end by itself, on however slow a machine.
const limitMs = 15 * 60_000;
const rooms = ['app', 'components', 'lib', 'server', 'e2e'];

/** Every check, in the order of `npm test`: what fails fast comes first. @type {readonly Check[]} */
export const checks = [
  {
    name: 'format',
    lane: 'quick',
    succeeds: (root, show) => all(root, show, ['prettier', '--check', '--log-level=warn', '.']),
  },
  {
    name: 'types',
    lane: 'quick',
    succeeds: (root, show) => all(root, show, ['tsc', '-p', '.'], ['tsc', '-p', 'lib/domain']),
  },
  {
    name: 'lint',
    lane: 'slow',
    succeeds: (root, show) => all(root, show, ['eslint', '.', '--max-warnings=0']),
  },
  {
    name: 'imports',
    lane: 'quick',
    succeeds: (root, show) =>
      all(root, show, ['depcruise', ...rooms.filter((room) => existsSync(join(root, room)))]),
  },
  {
    name: 'dead-code',
    lane: 'quick',
    succeeds: (root, show) => all(root, show, ['knip', '--no-progress']),
  },
  {
    name: 'audit',
    lane: 'quick',
    succeeds: (root) => audit(root, join(root, reports, 'audit.json')),
    counts: (root, succeeded) => auditCounts(join(root, reports, 'audit.json'), succeeded),
  },
  {
    name: 'unit',
    succeeds: (root, show) =>
      all(root, show, [
        'vitest',
        'run',
        '--allowOnly=false',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${reports}/vitest.json`,
      ]),
    counts: (root, succeeded) => vitestCounts(join(root, reports, 'vitest.json'), succeeded),
  },
  { name: 'build', succeeds: () => prepareBuild().then(() => true) },
  {
    name: 'journeys',
    needs: 'build',
    succeeds: async (root, show) => {
      Object.assign(process.env, { CHROMIUM_PATH: await ensureChromium(root) });
      return all(root, show, ['playwright', 'test', '--forbid-only', '--pass-with-no-tests']);
    },
    counts: (root, succeeded) =>
      playwrightCounts(join(root, reports, 'playwright.json'), succeeded),
  },
];

/**
 * What types and lint both look at: Next writes the types of routes, images and style sheets, and without
 * them pages do not compile.
 * @param {string} root
 */
export function writePageTypes(root) {
  return all(root, 'as it comes', ['next', 'typegen']);
}

/**
 * Runs installed programs one after the other and says whether all ended well; the later ones run
 * even when an earlier one failed, so that one run shows everything.
 * @param {string} root
 * @param {Show} output
 * @param {readonly string[][]} commands
 */
async function all(root, output, ...commands) {
  let succeeded = true;
  for (const [program = '', ...args] of commands) {
    const bin = join(root, 'node_modules/.bin', program);
    const env = { NEXT_TELEMETRY_DISABLED: '1' };
    const { code, timedOut } = await run(process.execPath, [roomForTheYoung, bin, ...args], {
      cwd: root,
      env,
      limitMs,
      output,
    });
    if (timedOut) console.log(`${program} was ended after ${limitMs / 60_000} minutes.`);
    if (code !== 0) succeeded = false;
  }
  return succeeded;
}
