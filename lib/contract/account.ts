import { z } from 'zod';
import type { Actor } from '@/lib/domain/event';
import type { Role } from '@/lib/domain/permission';
import { callable } from './command-fields';
import type { Micros } from '@/lib/domain/stamp';

/** Whoever looks at this page, and the role by which everything on it is decided. */
export interface Me extends Actor {
  readonly role: Role;
}

/** One place somebody is signed in at. */
export interface OwnSession {
  readonly id: string;
  readonly createdAt: Micros;
  readonly expiresAt: Micros;
  /** The network address it was opened from. */
  readonly address: string | null;
  /** The browser, as it calls itself. */
  readonly browser: string | null;
  /** Whether it is the one that asks. */
  readonly isThis: boolean;
}

/** Somebody's own account, as its page shows it. */
export interface Account extends Me {
  readonly email: string;
  /** False for whoever comes in by single sign-on or by a click only. */
  readonly hasPassword: boolean;
  readonly hasSecondFactor: boolean;
  /** The phone on which they supervise: E.164 or a SIP address; null where none is kept. */
  readonly phone: string | null;
  /** Newest first, the one that asks before all. */
  readonly sessions: readonly OwnSession[];
}

/** What somebody may change in their own account, beside what the sign-in library does. */
export const accountChangeSchema = z.discriminatedUnion('change', [
  z.strictObject({ change: z.literal('rename'), name: z.string().trim().min(1).max(80) }),
  z.strictObject({ change: z.literal('endSession'), sessionId: z.string().min(1).max(100) }),
  z.strictObject({ change: z.literal('signOutEverywhere') }),
  z.strictObject({ change: z.literal('phone'), address: callable.nullable() }),
]);
/** One change to one's own account. */
export type AccountChange = z.infer<typeof accountChangeSchema>;
