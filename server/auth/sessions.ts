import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Micros } from '@/lib/domain/stamp';
import type { PersonSeen, SessionReads, SignedIn } from './ports';

/** Who is behind a request or a socket. */
export interface Sessions {
  /** Whoever this Cookie header belongs to; null for nobody. */
  current(cookies: string | null | undefined): Promise<SignedIn | null>;
  /** Which of these sessions are open still, by their ids. */
  open(ids: readonly string[]): Promise<ReadonlyMap<string, SignedIn>>;
  /** Who is signed in anywhere, and since when at the latest; by the ids of the people. */
  perPerson(): Promise<ReadonlyMap<string, PersonSeen>>;
}

/** What sessions are read with. */
export interface SessionsParts {
  readonly reads: SessionReads;
  readonly secret: string;
  readonly cookieName: string;
  readonly now: () => Micros;
}

/**
 * Reads sessions without the library: it spends most of its time on what a command does not need (a test
 * holds both against each other). Nothing is cached: a session that ended is nobody's at once.
 */
export function createSessions({ reads, secret, cookieName, now }: SessionsParts): Sessions {
  return {
    current: async (cookies) => {
      const token = signedToken(cookies, cookieName, secret);
      return token === null ? null : reads.byToken(token, now());
    },
    open: (ids) => reads.byIds(ids, now()),
    perPerson: () => reads.perPerson(now()),
  };
}

const longestCookie = 400;

/** The token in the cookie if its signature is ours: a forged one costs no query. */
function signedToken(
  cookies: string | null | undefined,
  name: string,
  secret: string,
): string | null {
  const value = cookieNamed(cookies ?? '', name);
  if (value === null || value.length > longestCookie) return null;
  const dot = value.lastIndexOf('.');
  if (dot < 1) return null;
  const token = value.slice(0, dot);
  const given = Buffer.from(value.slice(dot + 1), 'base64');
  const expected = createHmac('sha256', secret).update(token).digest();
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : null;
}

function cookieNamed(cookies: string, name: string): string | null {
  for (const part of cookies.split(';')) {
    const equals = part.indexOf('=');
    if (equals === -1 || part.slice(0, equals).trim() !== name) continue;
    try {
      return decodeURIComponent(part.slice(equals + 1).trim());
    } catch {
      return null;
    }
  }
  return null;
}
