import type { PersonAnswer, PersonRow } from '@/lib/contract/people';
import type { Person, PersonSeen } from '@/server/auth/ports';
import { isRehearsal } from '@/server/auth/rehearsal-accounts';

/** Somebody as Settings → People shows them. */
export function personRowOf(person: Person, seen: PersonSeen | undefined): PersonRow {
  const { id, name, email, role, isDisabled, hasSecondFactor } = person;
  return {
    ...{ id, name, email, role, isDisabled, hasSecondFactor },
    lastSeenAt: seen?.lastSeenAt ?? null,
    sessions: seen?.sessions ?? 0,
    isRehearsal: isRehearsal(person),
  };
}

/** The answer to a change; the token leads to the page on which a password is chosen. */
export function personAnswerOf(
  person: Person,
  seen: ReadonlyMap<string, PersonSeen>,
  linkToken: string | null,
): PersonAnswer {
  const link = linkToken === null ? null : `/welcome?token=${encodeURIComponent(linkToken)}`;
  return { person: personRowOf(person, seen.get(person.id)), link };
}
