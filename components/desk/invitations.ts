import type { InvitedNumber } from '@/lib/domain/conference/command-fields';
import type { Invitation } from '@/lib/domain/conference/conference';

/** The newest attempt at each number, those asked last first. */
export function newestFirst(invitations: readonly Invitation[]): Invitation[] {
  const newest = new Map<string, Invitation>();
  for (const invitation of invitations) {
    const known = newest.get(invitation.to);
    if (known === undefined || known.askedAt <= invitation.askedAt) {
      newest.set(invitation.to, invitation);
    }
  }
  return [...newest.values()].sort((a, b) => b.askedAt - a.askedAt || a.id.localeCompare(b.id));
}

/** Whom the newest attempts did not bring in. */
export function failedNumbers(newest: readonly Invitation[]): InvitedNumber[] {
  return newest
    .filter(({ phase }) => phase === 'busy' || phase === 'failed')
    .map(({ to, label }) => ({ to, label }));
}
