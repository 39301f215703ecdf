import type { CallControlId } from '../ids';
import { sizeOf } from '../keyed';
import { isAwaited, legDid, roomDid } from './awaited';
import type { Ask } from './command';
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
    return { ...record, phase, ...closed, refusal };
  });
  const isChanged = commands.some((record, i) => record !== conference.commands[i]);
  return isChanged ? { ...conference, commands } : conference;
}

/** What is forgotten of a command once it is settled: eight hundred legs weigh something. */
export const closed = { legs: [], already: [] } as const;

/** Whether nothing more will be heard about a command of this phase. */
export function isSettled(record: CommandRecord): boolean {
  if (record.phase === 'sent' || record.phase === 'unknown') return false;
  return record.phase !== 'accepted' || record.evidence === 'none';
}

function phaseOf(conference: Conference, record: CommandRecord): CommandPhase {
  if (record.evidence === 'none') return record.phase;
  if (record.legs.length === 0) return roomPhaseOf(conference, record);
  const outcomes = new Set(record.legs.flatMap((leg) => legOutcomes(conference, record, leg)));
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
  if (isAwaited(record.type)) {
    return roomDid(conference, record.type, record.heardBefore) ? 'confirmed' : record.phase;
  }
  const starts = conference.recordingSteps.filter((step) => step.isStart).length;
  const isSaved = sizeOf(conference.recordings) >= Math.max(1, starts);
  return record.type === 'recording.stop' && isSaved ? 'confirmed' : record.phase;
}

function legOutcomes(
  conference: Conference,
  record: CommandRecord,
  leg: CallControlId,
): readonly LegOutcome[] {
  if (isAwaited(record.type)) return [awaitedOutcome(conference, record, record.type, leg)];
  return record.asks.map((ask) => legOutcome(conference, record, leg, ask));
}

function awaitedOutcome(
  conference: Conference,
  record: CommandRecord,
  type: Parameters<typeof legDid>[1],
  leg: CallControlId,
): LegOutcome {
  const participant = participantOf(conference, leg);
  if (record.isAnswered) return 'confirmed';
  if (participant !== undefined && legDid(participant, type, record.heardBefore)) {
    return 'confirmed';
  }
  if (isCompleted(conference)) return 'gone';
  // Who is to come in need not be heard of yet.
  if (type === 'participants.join') return 'open';
  return participant === undefined || !isPresent(participant) ? 'gone' : 'open';
}

function legOutcome(
  conference: Conference,
  record: CommandRecord,
  leg: CallControlId,
  { fact }: Ask,
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
