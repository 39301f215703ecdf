import { conferenceCommands, type ConferenceCommandType } from '@/lib/domain/conference/command';
import type { CommandPhase } from '@/lib/domain/conference/conference';

/** Under which key of `desk.phase` it stands how a command fares; `code` is why it was refused. */
export function phaseWord(
  phase: CommandPhase,
  type: ConferenceCommandType,
  code: string | null,
): CommandPhase | 'notCarriedOut' | 'acceptedFinal' {
  if (phase === 'refused' && code === 'not-carried-out') return 'notCarriedOut';
  const isFinal = conferenceCommands[type].evidence === 'none';
  return phase === 'accepted' && isFinal ? 'acceptedFinal' : phase;
}
