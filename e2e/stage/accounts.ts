import type { Role } from '@/lib/domain/permission';

/** A cookie as a browser keeps it. */
export interface Cookie {
  readonly name: string;
  readonly value: string;
  readonly url: string;
}

/** The first account of a Rostrum that is connected to a carrier, as its operator configures it. */
export const firstAccount = {
  ADMIN_EMAIL: 'administrator@journeys.test',
  ADMIN_PASSWORD: 'a password for the journeys',
} as const;

/** Signs people in by the doors that browsers use. */
export interface Accounts {
  /** The cookies of somebody in this role, who is signed in once and stays so. */
  cookiesOf(role: Role): Promise<readonly Cookie[]>;
}

/** Those of the Rostrum at this address: `rehearsed` ones by one click, else the first account's. */
export function openAccounts(url: () => string, isRehearsed: boolean): Accounts {
  const signedIn = new Map<Role, Promise<readonly Cookie[]>>();
  const signIn = (role: Role) => {
    if (isRehearsed) return ask(url(), '/api/auth/sign-in/rehearsal', { role });
    const { ADMIN_EMAIL: email, ADMIN_PASSWORD: password } = firstAccount;
    return ask(url(), '/api/auth/sign-in/email', { email, password });
  };
  return {
    cookiesOf: (role) => {
      const known = signedIn.get(role) ?? signIn(role);
      signedIn.set(role, known);
      return known;
    },
  };
}

async function ask(url: string, path: string, body: unknown): Promise<readonly Cookie[]> {
  const response = await fetch(`${url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return response.headers.getSetCookie().map((line) => {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    return { name, value, url };
  });
}
