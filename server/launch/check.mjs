// @ts-check
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { checkCounts, sum } from './counts.mjs';
import { checks, reports, writePageTypes } from './checks.mjs';
import { prepareInstall, root } from './prepare.mjs';
import { Interrupted, exitWith } from './run.mjs';

/**
 * @typedef {object} Outcome
 * @property {string} name
 * @property {number} seconds
 * @property {import('./counts.mjs').Counts} counts
 */

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !checks.some((check) => check.name === name));
const chosen = asked.length === 0 ? checks : checks.filter((check) => asked.includes(check.name));

try {
  if (unknown.length > 0) {
    const names = checks.map((check) => check.name).join(', ');
    throw new Error(`There is no check named ${unknown.join(', ')}; there are: ${names}.`);
  }
  const start = performance.now();
  await prepareInstall();
  rmSync(join(root, reports), { recursive: true, force: true });
  /** @type {Outcome[]} */
  const outcomes = [];
  const inLanes = chosen.filter(({ lane }) => lane !== undefined);
  if (inLanes.some(({ name }) => name === 'types' || name === 'lint')) await writePageTypes(root);
  await Promise.all(
    ['quick', 'slow'].map(async (lane) => {
      for (const check of inLanes)
        if (check.lane === lane) outcomes.push(await outcomeOf(check, outcomes));
    }),
  );
  for (const check of chosen)
    if (check.lane === undefined) outcomes.push(await outcomeOf(check, outcomes));
  summarise(outcomes, secondsSince(start));
} catch (error) {
  exitWith(error);
}

/**
 * @param {import('./checks.mjs').Check} check
 * @param {readonly Outcome[]} earlier
 * @returns {Promise<Outcome>}
 */
async function outcomeOf(check, earlier) {
  if (check.lane === undefined) console.log(`\n── ${check.name}`);
  const start = performance.now();
  const succeeded = await attempt(check, earlier);
  const seconds = secondsSince(start);
  const counts = check.counts ? check.counts(root, succeeded) : checkCounts(succeeded);
  console.log(`── ${check.name}: ${succeeded ? 'passed' : 'FAILED'} in ${seconds.toFixed(1)} s`);
  return { name: check.name, seconds, counts };
}

/**
 * @param {import('./checks.mjs').Check} check
 * @param {readonly Outcome[]} earlier
 */
async function attempt(check, earlier) {
  const needed = earlier.find((outcome) => outcome.name === check.needs);
  if (needed !== undefined && needed.counts.failed > 0) {
    console.log(`Not run, because ${needed.name} failed.`);
    return false;
  }
  try {
    return await check.succeeds(root, check.lane === undefined ? 'as it comes' : 'held');
  } catch (error) {
    if (error instanceof Interrupted) throw error;
    console.log(error instanceof Error ? error.message : error);
    return false;
  }
}

/**
 * @param {readonly Outcome[]} outcomes
 * @param {number} seconds
 */
function summarise(outcomes, seconds) {
  console.log('\n── summary');
  for (const { name, seconds: taken, counts } of outcomes) {
    const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
    const tally = `${counts.passed} passed, ${counts.failed} failed${skipped}`;
    console.log(`${name.padEnd(10)} ${taken.toFixed(1).padStart(7)} s   ${tally}`);
  }
  const total = sum(outcomes.map((outcome) => outcome.counts));
  console.log(`${'all'.padEnd(10)} ${seconds.toFixed(1).padStart(7)} s\n`);
  console.log(`${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed > 0 ? 1 : 0;
}

/** @param {number} start */
function secondsSince(start) {
  return (performance.now() - start) / 1000;
}
