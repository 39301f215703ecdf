import type { Micros } from '@/lib/domain/stamp';
import type { PersonSeen, SessionReads, SignedIn } from './ports';
import { signedValue } from './signed-cookie';

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
      const token = signedValue(cookies, cookieName, secret);
      return token === null ? null : reads.byToken(token, now());
    },
    open: (ids) => reads.byIds(ids, now()),
    perPerson: () => reads.perPerson(now()),
  };
}
