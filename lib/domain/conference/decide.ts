import type { CallControlId } from '../ids';
import { type ConferenceCommand, conferenceCommands, type RefusalCode } from './command';
import { type Conference, participantOf } from './conference';
import { factOf, isCompleted, isPresent, recordingOf } from './view';

/** Whether a command may go to the carrier, with the legs it can reach; or why not. */
export type Decision =
  | {
      readonly ok: true;
      readonly command: ConferenceCommand;
      /** Legs that were named and are not in the conference (any more). */
      readonly absent: readonly CallControlId[];
    }
  | { readonly ok: false; readonly code: RefusalCode };

/**
 * Judges a command by what is known. What would change nothing is let through all the same: where
 * the carrier reports nothing, what we believe may be what is wrong.
 */
export function decide(conference: Conference, command: ConferenceCommand): Decision {
  if (isCompleted(conference)) return { ok: false, code: 'conference-ended' };
  switch (command.type) {
    case 'participants.mute':
    case 'participants.unmute':
    case 'participants.hold':
    case 'participants.unhold':
    case 'participants.remove':
    case 'participants.hangUp': {
      const { legs } = command.fields;
      if (legs.length === 0) return { ok: false, code: 'nobody-selected' };
      const reachable = legs.filter((leg) => isReachable(conference, leg));
      if (reachable.length === 0) return { ok: false, code: 'not-in-conference' };
      const absent = legs.filter((leg) => !reachable.includes(leg));
      const already = reachable.filter((leg) => isSo(conference, leg, command.type)).length;
      const fields = already === 0 ? { legs: reachable } : { legs: reachable, already };
      return { ok: true, command: { ...command, fields }, absent };
    }
    case 'recording.start': {
      // Two moderators who press at once mean one recording; the carrier would make two.
      const { phase } = recordingOf(conference);
      if (phase === 'recording' || phase === 'paused') {
        return { ok: false, code: 'already-recording' };
      }
      return { ok: true, command, absent: [] };
    }
    case 'recording.pause':
    case 'recording.resume':
    case 'recording.stop':
    case 'conference.end':
      return { ok: true, command, absent: [] };
  }
}

function isReachable(conference: Conference, leg: CallControlId): boolean {
  const participant = participantOf(conference, leg);
  return participant !== undefined && isPresent(participant);
}

function isSo(
  conference: Conference,
  leg: CallControlId,
  type: ConferenceCommand['type'],
): boolean {
  const { asks } = conferenceCommands[type];
  const participant = participantOf(conference, leg);
  if (asks === null || asks.fact === 'present' || participant === undefined) return false;
  return factOf(participant, asks.fact, new Map()).value === asks.value;
}
