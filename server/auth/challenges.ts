import type { People, Person } from './ports';
import { signedValue } from './signed-cookie';

/** Whose password was accepted at the browser with these cookies, and whose code is asked for; null for nobody. */
export type Challenged = (cookies: string | null | undefined) => Promise<Person | null>;

/** Reads who is half way in. */
export function createChallenged(parts: {
  readonly people: Pick<People, 'ofChallenge'>;
  readonly secret: string;
  readonly cookieName: string;
}): Challenged {
  return async (cookies) => {
    const challenge = signedValue(cookies, parts.cookieName, parts.secret);
    return challenge === null ? null : parts.people.ofChallenge(challenge);
  };
}
