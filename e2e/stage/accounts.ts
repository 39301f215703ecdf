import type { PersonAnswer } from '@/lib/contract/people';
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

/** The password of everybody in the journeys. */
export const password = firstAccount.ADMIN_PASSWORD;

const names: Readonly<Record<Role, string>> = {
  viewer: 'Vera Viewer',
  moderator: 'Momo Moderator',
  supervisor: 'Sunny Supervisor',
  manager: 'Mani Manager',
  administrator: 'Administrator',
};

/** Signs people in by the doors that browsers use. */
export interface Accounts {
  /** The cookies of somebody in this role, who is signed in once and stays so. */
  cookiesOf(role: Role): Promise<readonly Cookie[]>;
  /** Somebody new is invited and chooses a password. */
  readonly invite: (person: {
    readonly name: string;
    readonly email: string;
    readonly role: Role;
  }) => Promise<void>;
}

/** Those of the Rostrum at this address: `rehearsed` ones by one click, else by password. */
export function openAccounts(url: () => string, isRehearsed: boolean): Accounts {
  const signedIn = new Map<Role, Promise<readonly Cookie[]>>();
  const signIn = async (role: Role) => {
    if (isRehearsed) return cookiesIn(await post(url(), '/api/auth/sign-in/rehearsal', { role }));
    const email = role === 'administrator' ? firstAccount.ADMIN_EMAIL : `${role}@journeys.test`;
    if (role !== 'administrator') await invite({ name: names[role], email, role });
    return cookiesIn(await post(url(), '/api/auth/sign-in/email', { email, password }));
  };
  const cookiesIn = (answer: Response): readonly Cookie[] =>
    answer.headers.getSetCookie().map((line) => {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      return { name, value, url: url() };
    });
  const cookiesOf = (role: Role) => {
    const known = signedIn.get(role) ?? signIn(role);
    signedIn.set(role, known);
    return known;
  };
  const invite: Accounts['invite'] = async (person) => {
    const cookie = headerOf(await cookiesOf('administrator'));
    const answer = await post(url(), '/api/people', person, cookie);
    const { link } = (await answer.json()) as PersonAnswer;
    const token = new URL(link ?? '', url()).searchParams.get('token');
    await post(url(), '/api/auth/reset-password', { token, newPassword: password });
  };
  return { cookiesOf, invite };
}

/** Cookies as a browser sends them. */
export function headerOf(cookies: readonly Cookie[]): string {
  return cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
}

/** Gives an order to the Rostrum at this address, as its own pages do. */
export async function post(
  url: string,
  path: string,
  body: unknown,
  cookie = '',
): Promise<Response> {
  const response = await fetch(`${url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url, cookie },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return response;
}
