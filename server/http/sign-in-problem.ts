import { passwordLength } from '@/lib/contract/limits';
import { HttpProblem } from './http-problem';

const lengths = `A password has ${passwordLength.least} to ${passwordLength.most} characters`;

const wrongCode = () => new HttpProblem('wrong-code', 'This code is not the one of this moment');
const tooLong = () => new HttpProblem('sign-in-again', 'It took too long: begin the sign-in anew');
const tooMany = () => new HttpProblem('too-many-tries', 'Wait before the next try', {}, 60);
const wrongPasskey = () =>
  new HttpProblem('wrong-passkey', 'This passkey does not belong to an account here');
const badLength = () => new HttpProblem('bad-request', lengths);

/** The library's refusals that say more than their status, as ours. */
const problems: Readonly<Record<string, (() => HttpProblem) | undefined>> = {
  INVALID_PASSWORD: () => new HttpProblem('wrong-password', 'This is not your password'),
  CREDENTIAL_ACCOUNT_NOT_FOUND: () =>
    new HttpProblem('wrong-password', 'This account has no password'),
  PASSWORD_TOO_SHORT: badLength,
  PASSWORD_TOO_LONG: badLength,
  INVALID_TOKEN: () => new HttpProblem('link-used', 'This link was used, or is too old'),
  SESSION_NOT_FRESH: () =>
    new HttpProblem('sign-in-again', 'This needs a sign-in of the last 24 hours'),
  INVALID_CODE: wrongCode,
  INVALID_BACKUP_CODE: wrongCode,
  INVALID_TWO_FACTOR_COOKIE: tooLong,
  CHALLENGE_NOT_FOUND: () => new HttpProblem('bad-request', 'It took too long: begin again'),
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: tooMany,
  ACCOUNT_TEMPORARILY_LOCKED: tooMany,
  PASSKEY_NOT_FOUND: wrongPasskey,
  AUTHENTICATION_FAILED: wrongPasskey,
  PREVIOUSLY_REGISTERED: () => new HttpProblem('bad-request', 'This passkey is there already'),
};

/** A refusal of the sign-in library as a problem of ours; its own words go no further. */
export function signInProblemOf(status: number, body: unknown): HttpProblem {
  const code = typeof body === 'object' && body !== null && 'code' in body ? body.code : null;
  const known = typeof code === 'string' ? problems[code] : undefined;
  if (known !== undefined) return known();
  if (status === 401) return new HttpProblem('not-signed-in', 'Sign in and try again');
  if (status === 403) return new HttpProblem('not-allowed', 'This is not allowed here');
  if (status === 404) return new HttpProblem('not-found', 'There is no such way to sign in');
  return new HttpProblem('bad-request', 'The request is not one of our pages’');
}
