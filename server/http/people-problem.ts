import type { PeopleErrorCode } from '@/server/auth/ports';
import { passwordLength } from '@/lib/contract/limits';
import { HttpProblem } from './http-problem';

const lengths = `A password has ${passwordLength.least} to ${passwordLength.most} characters`;

const problems: Readonly<Record<PeopleErrorCode, () => HttpProblem>> = {
  'email-taken': () => new HttpProblem('email-taken', 'Somebody has this e-mail address already'),
  'no-such-person': () => new HttpProblem('not-found', 'There is no such person'),
  'last-administrator': () =>
    new HttpProblem('last-administrator', 'Make somebody else an administrator first'),
  oneself: () => new HttpProblem('oneself', 'Another administrator can do this to you'),
  rehearsal: () =>
    new HttpProblem('oneself', 'An account for rehearsing stays as it is: its role is its name'),
  'not-first': () => new HttpProblem('not-allowed', 'The first account has been made already'),
  'wrong-code': () => new HttpProblem('wrong-code', 'The code is not the one on the terminal'),
  'password-too-short': () => new HttpProblem('bad-request', lengths),
  'password-too-long': () => new HttpProblem('bad-request', lengths),
};

/**
 * A refused change to people as a problem; null for any other error. Route bundles hold their own copy of
 * a class: its name is what they share.
 */
export function peopleProblemOf(error: Error): HttpProblem | null {
  if (error.name !== 'PeopleError' || !('code' in error)) return null;
  const { code } = error as { readonly code: PeopleErrorCode };
  return problems[code]();
}
