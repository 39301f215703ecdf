import type { ParticipantFacts } from '../conference/event';
import type { CallControlId } from '../ids';
import type { SupervisingValue } from './command';

/**
 * Whether a read of a supervisor’s leg shows this role, as far as the carrier tells one: whom they
 * whisper to, and that whoever only listens is muted (DOMAIN §4.4).
 */
export function isShownBy(
  { role, whisperTo }: SupervisingValue,
  facts: Pick<ParticipantFacts, 'muted' | 'whisperTo'>,
): boolean {
  switch (role) {
    case 'monitor':
      return facts.muted && facts.whisperTo.length === 0;
    case 'whisper':
      return sameLegs(whisperTo, facts.whisperTo);
    case 'barge':
      return !facts.muted && facts.whisperTo.length === 0;
  }
}

function sameLegs(a: readonly CallControlId[], b: readonly CallControlId[]): boolean {
  const those = new Set(b);
  return those.size === new Set(a).size && a.every((leg) => those.has(leg));
}
