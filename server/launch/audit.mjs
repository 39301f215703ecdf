// @ts-check
import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** @typedef {{ kind: 'not-told', why: string } | { kind: 'told', grave: readonly string[] }} AuditVerdict */

const limitMs = 60_000;

/**
 * @typedef {object} NpmAudit what npm prints, of findings or of a registry that refuses
 * @property {Record<string, { severity?: string, range?: string }>} [vulnerabilities]
 * @property {string} [message]
 * @property {{ summary?: string, code?: string }} [error]
 */

/**
 * Asks the registry what is known against the packages that production runs with, and prints it. A
 * registry that does not say (offline, or without this service) is a reason to skip, not to fail.
 * @param {string} root the project's folder
 * @param {string} reportPath where the verdict goes, for counting
 * @returns {Promise<boolean>} whether nothing grave is known
 */
export async function audit(root, reportPath) {
  const verdict = judgeAudit(await npmAudit(root));
  mkdirSync(dirname(reportPath), { recursive: true });
  writeFileSync(reportPath, JSON.stringify(verdict));
  if (verdict.kind === 'not-told') {
    console.log(`Skipped: the registry does not tell what is known (${verdict.why}).`);
    return true;
  }
  for (const finding of verdict.grave) console.log(finding);
  return verdict.grave.length === 0;
}

/**
 * What npm's answer says. High and critical findings are grave.
 * @param {string} text the JSON that `npm audit` printed
 * @returns {AuditVerdict}
 */
export function judgeAudit(text) {
  const { vulnerabilities, message, error } = parsed(text);
  if (vulnerabilities === undefined) {
    const why = [message, error?.summary, error?.code].find(
      (one) => one !== undefined && one !== '',
    );
    return { kind: 'not-told', why: why ?? 'no answer' };
  }
  const grave = Object.entries(vulnerabilities)
    .filter(([, { severity }]) => severity === 'high' || severity === 'critical')
    .map(([name, { severity, range }]) => `${name} ${range ?? ''}: ${severity}`);
  return { kind: 'told', grave };
}

/** @param {string} root @returns {Promise<string>} */
function npmAudit(root) {
  const args = ['audit', '--omit=dev', '--json', '--fetch-retries=0'];
  return new Promise((resolve) => {
    // It ends with 1 for findings and for a registry that refuses alike: its words tell them apart.
    execFile('npm', args, { cwd: root, timeout: limitMs }, (_error, stdout) => {
      resolve(stdout);
    });
  });
}

/** @param {string} text @returns {NpmAudit} */
function parsed(text) {
  try {
    return /** @type {NpmAudit} */ (JSON.parse(text));
  } catch {
    return {};
  }
}
