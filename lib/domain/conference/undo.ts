import type { CommandId } from '../ids';
import type { ConferenceCommand } from './command';
import type { Conference, Participant } from './conference';
import { factOf, isCompleted, isPresent, presentIn, validAsked } from './view';

type Undoable = 'muted' | 'onHold';

const ways = {
  muted: { yes: 'participants.mute', no: 'participants.unmute' },
  onHold: { yes: 'participants.hold', no: 'participants.unhold' },
} as const;

/**
 * The command that restores what a command changed: for the legs that are still in, that it changed,
 * and whose fact nobody has touched since, here or elsewhere. Null where that is nobody.
 */
export function undoOf(conference: Conference, commandId: CommandId): ConferenceCommand | null {
  for (const fact of ['muted', 'onHold'] as const) {
    const changed = presentIn(conference).filter((p) => isChangedBy(p, fact, commandId));
    const [first] = changed;
    if (first === undefined) continue;
    const before = first.asked[fact]?.before ?? false;
    const type = before ? ways[fact].yes : ways[fact].no;
    return { type, fields: { legs: changed.map(({ callControlId }) => callControlId) } };
  }
  return null;
}

/** Whether `undoOf` would find anybody; cheap enough to ask at every change. */
export function isUndoable(conference: Conference, commandId: CommandId): boolean {
  if (isCompleted(conference)) return false;
  for (const bucket of conference.participants)
    for (const [, participant] of bucket) {
      if (!isPresent(participant)) continue;
      if (isChangedBy(participant, 'muted', commandId)) return true;
      if (isChangedBy(participant, 'onHold', commandId)) return true;
    }
  return false;
}

function isChangedBy(participant: Participant, fact: Undoable, commandId: CommandId): boolean {
  const asked = validAsked(participant, fact);
  if (asked?.commandId !== commandId || asked.before === asked.value) return false;
  if (asked.phase !== 'accepted' && asked.phase !== 'confirmed') return false;
  return factOf(participant, fact, new Map()).value === asked.value;
}
