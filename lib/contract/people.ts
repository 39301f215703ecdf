import { z } from 'zod';
import { type Role, roles } from '@/lib/domain/permission';
import type { Micros } from '@/lib/domain/stamp';

/** Somebody who may sign in, or could until they were disabled. */
export interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly isDisabled: boolean;
  readonly hasSecondFactor: boolean;
  /** When the newest of their open sessions was opened or extended; null without one. */
  readonly lastSeenAt: Micros | null;
  /** At how many places they are signed in. */
  readonly sessions: number;
  /** Whether it is an account for rehearsing, which nobody can be invited to. */
  readonly isRehearsal: boolean;
}

/** Whom to invite. */
export const inviteSchema = z.strictObject({
  name: z.string().trim().min(1).max(80),
  email: z.email().max(254),
  role: z.enum(roles),
});
/** Whom to invite. */
export type Invite = z.infer<typeof inviteSchema>;

/** What an administrator may do to somebody's account. */
export const personChangeSchema = z.discriminatedUnion('change', [
  z.strictObject({ change: z.literal('role'), role: z.enum(roles) }),
  z.strictObject({ change: z.literal('disable') }),
  z.strictObject({ change: z.literal('enable') }),
  z.strictObject({ change: z.literal('reset') }),
  z.strictObject({ change: z.literal('signOut') }),
]);
/** One change to somebody's account. */
export type PersonChange = z.infer<typeof personChangeSchema>;

/** What inviting and changing answer with. */
export interface PersonAnswer {
  readonly person: PersonRow;
  /** The path of the page on which they choose a password: shown once, good once, for three days. */
  readonly link: string | null;
}
