import { useConference } from '@/lib/browser/use-conference';
import { participantOf } from '@/lib/domain/conference/conference';
import { roleOf } from '@/lib/domain/conference/people';
import { regionOf } from '@/lib/domain/conference/view';
import type { FormValues } from '@/components/forms/form-values';
import type { DeskQuestion } from './desk-state';

/** What a command's form begins with: as things stand, where the command changes what is there. */
export function useGivenValues(question: Extract<DeskQuestion, { ask: 'command' }>): FormValues {
  const conference = useConference((view) => view.foreseen);
  if (conference === null) return {};
  const { command, legs } = question;
  if (command === 'conference.setRegion') return { region: regionOf(conference) ?? '' };
  if (command === 'conference.setLobby') return { queue: conference.lobby ?? '' };
  if (command !== 'participants.setRole') return {};
  const [first] = legs === 'everyone' ? [] : legs;
  const participant = first === undefined ? undefined : participantOf(conference, first);
  return participant === undefined ? { role: 'none' } : { ...roleOf(participant).value };
}
