import type { CallControlId } from '../ids';
import { sizeOf } from '../keyed';
import { conferenceCommands, type LegFact } from './command';
import {
  type CommandPhase,
  type CommandRecord,
  type Conference,
  participantOf,
} from './conference';
import { isCompleted, isOver, isPresent } from './view';

type LegOutcome = 'open' | 'confirmed' | 'contradicted' | 'refused' | 'superseded' | 'gone';

/**
 * The conference with each open command judged anew by the evidence it now holds. With `leg`, only
 * those commands that name it: what happens to one leg settles no other's command.
 */
export function withSettled(conference: Conference, leg?: CallControlId): Conference {
  const commands = conference.commands.map((record) => {
    if (record.phase !== 'accepted' && record.phase !== 'unknown') return record;
    if (leg !== undefined && !record.legs.includes(leg)) return record;
    const phase = phaseOf(conference, record);
    if (phase === record.phase) return record;
    const refusal = phase === 'refused' ? { code: 'not-carried-out', detail: '' } : record.refusal;
    return { ...record, phase, legs: [], refusal };
  });
  const isChanged = commands.some((record, i) => record !== conference.commands[i]);
  return isChanged ? { ...conference, commands } : conference;
}

/** Whether nothing more will be heard about a command of this phase. */
export function isSettled(record: CommandRecord): boolean {
  if (record.phase === 'sent' || record.phase === 'unknown') return false;
  return record.phase !== 'accepted' || conferenceCommands[record.type].evidence === 'none';
}

function phaseOf(conference: Conference, record: CommandRecord): CommandPhase {
  const { asks } = conferenceCommands[record.type];
  if (asks === null) return roomPhaseOf(conference, record);
  const outcomes = new Set(
    record.legs.map((leg) => legOutcome(conference, record, leg, asks.fact)),
  );
  if (outcomes.has('open')) return record.phase;
  if (outcomes.has('contradicted')) return 'contradicted';
  if (outcomes.has('refused')) return outcomes.has('confirmed') ? 'contradicted' : 'refused';
  return outcomes.has('confirmed') ? 'confirmed' : 'superseded';
}

function roomPhaseOf(conference: Conference, record: CommandRecord): CommandPhase {
  if (isCompleted(conference)) {
    return record.type === 'conference.end' || record.type === 'recording.stop'
      ? 'confirmed'
      : record.phase;
  }
  const starts = conference.recordingSteps.filter((step) => step.isStart).length;
  const isSaved = sizeOf(conference.recordings) >= Math.max(1, starts);
  return record.type === 'recording.stop' && isSaved ? 'confirmed' : record.phase;
}

function legOutcome(
  conference: Conference,
  record: CommandRecord,
  leg: CallControlId,
  fact: LegFact,
): LegOutcome {
  const participant = participantOf(conference, leg);
  if (participant === undefined) return 'gone';
  const hasLeft = isCompleted(conference) || !isPresent(participant);
  if (fact === 'present' && hasLeft) return 'confirmed';
  const asked = participant.asked[fact];
  if (asked?.commandId !== record.commandId) return 'superseded';
  if (asked.phase !== 'accepted' && asked.phase !== 'unknown') return asked.phase;
  return hasLeft || isOver(participant, asked.stayBeganAt) ? 'gone' : 'open';
}
