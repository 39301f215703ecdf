import { randomInt, timingSafeEqual } from 'node:crypto';
import { isAdministrator } from './manage-people';
import { type People, PeopleError, type Person, TooManyTries, type Tries } from './ports';

// No 0 O 1 I L: it is read off one screen and typed on another.
const letters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const codeLength = 10;
const codeTries = { most: 10, withinMs: 15 * 60_000 };

/** How the first account comes about while there is none. */
export interface FirstAccount {
  /** Whether somebody has still to make it. */
  isMissing(): Promise<boolean>;
  /**
   * Makes it for whoever has read the code off the terminal. Throws `wrong-code` or `not-first`, and
   * `TooManyTries` where this address tried too often: the code itself stays good for others.
   */
  create(
    code: string,
    person: { readonly name: string; readonly email: string; readonly password: string },
    address: string,
  ): Promise<Person>;
}

/** What the first account is made of. */
export interface FirstAccountParts {
  readonly people: People;
  readonly tries: Tries;
  /** ADMIN_EMAIL and ADMIN_PASSWORD. */
  readonly given: { readonly email: string; readonly password: string } | null;
  /** Shows the code to whoever started Rostrum; nobody else sees it. */
  readonly showCode: (code: string) => void;
}

/**
 * Makes the first account as configured, or shows a one-time code for making it in the browser. Accounts
 * that are disabled or for rehearsing do not count: whoever connects a carrier later needs an administrator of their own.
 */
export async function openFirstAccount(parts: FirstAccountParts): Promise<FirstAccount> {
  const { people, tries, given, showCode } = parts;
  // One administrator always stays: once there is one, nobody has to look again.
  let isMade = false;
  const isMissing = async () => {
    isMade ||= (await people.list()).some(isAdministrator);
    return !isMade;
  };
  if (given !== null && (await isMissing())) {
    await people
      .add({ name: 'Administrator', role: 'administrator', ...given })
      .catch((error: unknown) => {
        // Another node that starts with the same configuration was quicker.
        if (!(error instanceof PeopleError && error.code === 'email-taken')) throw error;
      });
  }
  let code: string | null = null;
  if (await isMissing()) {
    code = createCode();
    showCode(code);
  }
  return {
    isMissing,
    create: async (typed, person, address) => {
      const tried = await tries.take(`first-account:${address}`, codeTries);
      if (!tried.isAllowed) throw new TooManyTries(tried.retryAfterSeconds);
      if (code === null || !isSame(typed, code)) throw new PeopleError('wrong-code');
      if (!(await isMissing())) throw new PeopleError('not-first');
      const made = await people.add({ ...person, role: 'administrator' });
      code = null;
      return made;
    },
  };
}

function createCode(): string {
  return Array.from({ length: codeLength }, () => letters[randomInt(letters.length)]).join('');
}

function isSame(typed: string, code: string): boolean {
  const [a, b] = [Buffer.from(typed.replace(/[\s-]/g, '').toUpperCase()), Buffer.from(code)];
  return a.length === b.length && timingSafeEqual(a, b);
}
