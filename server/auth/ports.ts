import type { Role } from '@/lib/domain/permission';
import type { Micros } from '@/lib/domain/stamp';

/** Somebody who may sign in, or could until an administrator disabled it. */
export interface Person {
  readonly id: string;
  readonly name: string;
  /** In lower case. */
  readonly email: string;
  readonly role: Role;
  readonly isDisabled: boolean;
  readonly hasSecondFactor: boolean;
  readonly createdAt: Micros;
}

/** Whoever is behind a session that is open now. */
export interface SignedIn {
  readonly sessionId: string;
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly expiresAt: Micros;
}

/** One place somebody is signed in at, as its owner sees it. Its token is a secret and not here. */
export interface SessionRow {
  readonly id: string;
  readonly createdAt: Micros;
  readonly expiresAt: Micros;
  readonly address: string | null;
  readonly browser: string | null;
}

/** Where somebody is signed in, as far as it tells when they were last here. */
export interface PersonSeen {
  /** How many of their sessions are open. */
  readonly sessions: number;
  /** When the newest of those was opened or extended. */
  readonly lastSeenAt: Micros;
}

/** Reads of sessions: what every request and every socket asks. Disabled people have none. */
export interface SessionReads {
  /** The open session with this token. */
  byToken(token: string, now: Micros): Promise<SignedIn | null>;
  /** Those of these sessions that are open, by their ids. */
  byIds(ids: readonly string[], now: Micros): Promise<ReadonlyMap<string, SignedIn>>;
  /** Whoever has open sessions, by the ids of the people. */
  perPerson(now: Micros): Promise<ReadonlyMap<string, PersonSeen>>;
}

/** What adding or changing a person can be refused for. */
export type PeopleErrorCode =
  | 'email-taken'
  | 'no-such-person'
  | 'last-administrator'
  | 'oneself'
  | 'rehearsal'
  | 'not-first'
  | 'wrong-code'
  | 'password-too-short'
  | 'password-too-long';

/** A change to people that was refused, and why. */
export class PeopleError extends Error {
  override readonly name = 'PeopleError';
  readonly code: PeopleErrorCode;

  constructor(code: PeopleErrorCode) {
    super(code);
    this.code = code;
  }
}

/** Too many tries: how long to wait. */
export class TooManyTries extends Error {
  override readonly name = 'TooManyTries';
  readonly retryAfterSeconds: number;

  constructor(retryAfterSeconds: number) {
    super('too many tries');
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** The people and their sessions, as the sign-in library keeps them. */
export interface People {
  list(): Promise<readonly Person[]>;
  find(id: string): Promise<Person | null>;
  findByEmail(email: string): Promise<Person | null>;
  /** Throws `email-taken`. The password is hashed before it is kept; none = single sign-on only. */
  add(person: {
    readonly name: string;
    readonly email: string;
    readonly role: Role;
    readonly password: string | null;
  }): Promise<Person>;
  change(
    id: string,
    change: { readonly role?: Role; readonly isDisabled?: boolean; readonly name?: string },
  ): Promise<Person>;
  /** A secret for one use within three days: whoever has it may choose this person's password. */
  issueLink(userId: string): Promise<string>;
  /** Whose password may be chosen with this secret; null when it was used or is too old. */
  ofLink(token: string): Promise<Person | null>;
  /** Whose code is asked for in this challenge; null when it was met or is too old. */
  ofChallenge(challenge: string): Promise<Person | null>;
  hasPassword(id: string): Promise<boolean>;
  dropPassword(id: string): Promise<void>;
  /** Forgets authenticator, backup codes and passkeys. */
  dropSecondFactors(id: string): Promise<void>;
  sessionsOf(userId: string): Promise<readonly SessionRow[]>;
  endSession(userId: string, sessionId: string): Promise<boolean>;
  endSessionsOf(userId: string): Promise<void>;
}

/** What a try came to. */
export interface Tried {
  readonly isAllowed: boolean;
  /** How long to wait when it is not. */
  readonly retryAfterSeconds: number;
}

/** Counts tries by key, shared by all nodes. */
export interface Tries {
  /** Counts one; refuses, and counts no further, from `most` within `withinMs` on. */
  take(key: string, limit: { readonly most: number; readonly withinMs: number }): Promise<Tried>;
  forget(key: string): Promise<void>;
}

/** Hears whose account or sessions changed; null: somebody's, and nobody knows whose. */
export type AccountListener = (userId: string | null) => void;

/** Tells every node whose account or sessions changed. */
export interface AccountNews {
  tell(userId: string): Promise<void>;
  /** Returns how to stop. */
  follow(listener: AccountListener): () => void;
  close(): Promise<void>;
}
