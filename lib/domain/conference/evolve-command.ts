import type { Actor, Envelope } from '../event';
import type { CallControlId, CommandId } from '../ids';
import { type ConferenceCommand, conferenceCommands, legsOf } from './command';
import type { CommandRecord, Conference, RecordingStep } from './conference';
import { withParticipant } from './with-participant';
import { isSettled, withSettled } from './settle';

const keptSettledCommands = 50;
const keptRecordingSteps = 500;

/** Notes a command that is on its way to the carrier. */
export function withSent(
  conference: Conference,
  event: { readonly commandId: CommandId | null; readonly actor: Actor | null },
  command: ConferenceCommand,
): Conference {
  const { commandId, actor } = event;
  if (commandId === null || recordOf(conference, commandId) !== undefined) return conference;
  const legs = legsOf(command);
  const record: CommandRecord = {
    commandId,
    type: command.type,
    actor,
    phase: 'sent',
    legs,
    legCount: legs.length,
    refusal: null,
    answeredSeq: null,
    doubts: 0,
  };
  return { ...conference, commands: trimmed([...conference.commands, record]) };
}

/** The carrier took the command: what it asks is asked of each leg, whatever was asked before. */
export function withAccepted(conference: Conference, event: Envelope): Conference {
  const record = openRecord(conference, event);
  if (record === undefined) return conference;
  const asked = withAsked(conference, record, event, 'accepted');
  const stepped = withRecordingStep(asked, record, event);
  const isFinal = conferenceCommands[record.type].evidence === 'none';
  const marked = withRecord(stepped, {
    ...record,
    phase: 'accepted',
    answeredSeq: event.seq,
    legs: isFinal ? [] : record.legs,
  });
  return withSettled(marked);
}

/** The carrier, or we, would not do it: nothing is asked of anybody. */
export function withRefused(
  conference: Conference,
  event: Envelope,
  refusal: { readonly code: string; readonly detail: string },
): Conference {
  const record = openRecord(conference, event);
  if (record === undefined) return conference;
  const { code, detail } = refusal;
  return withRecord(conference, {
    ...record,
    phase: 'refused',
    legs: [],
    refusal: { code, detail },
  });
}

/** Nobody knows whether the carrier did it; reads begun from now on will tell. */
export function withUnknown(conference: Conference, event: Envelope): Conference {
  const record = openRecord(conference, event);
  if (record === undefined) return conference;
  const asked = withAsked(conference, record, event, 'unknown');
  return withSettled(withRecord(asked, { ...record, phase: 'unknown', answeredSeq: event.seq }));
}

function openRecord(conference: Conference, event: Envelope): CommandRecord | undefined {
  const record = event.commandId === null ? undefined : recordOf(conference, event.commandId);
  return record?.phase === 'sent' ? record : undefined;
}

function recordOf(conference: Conference, commandId: CommandId): CommandRecord | undefined {
  return conference.commands.findLast((record) => record.commandId === commandId);
}

function withRecord(conference: Conference, record: CommandRecord): Conference {
  const commands = conference.commands.map((known) =>
    known.commandId === record.commandId ? record : known,
  );
  return { ...conference, commands };
}

function withAsked(
  conference: Conference,
  record: CommandRecord,
  event: Envelope,
  phase: 'accepted' | 'unknown',
): Conference {
  const { asks } = conferenceCommands[record.type];
  if (asks === null) return conference;
  const ask = (after: Conference, leg: CallControlId) =>
    withParticipant(after, leg, (participant) => ({
      ...participant,
      asked: {
        ...participant.asked,
        [asks.fact]: {
          value: asks.value,
          commandId: record.commandId,
          actor: record.actor,
          phase,
          sinceSeq: event.seq,
          stayBeganAt: participant.joined?.at ?? null,
          doubts: 0,
        },
      },
    }));
  return record.legs.reduce(ask, conference);
}

function withRecordingStep(
  conference: Conference,
  record: CommandRecord,
  event: Envelope,
): Conference {
  const to = recordingTarget(record.type);
  if (to === null) return conference;
  const step: RecordingStep = {
    to,
    isStart: record.type === 'recording.start',
    at: event.receivedAt,
    actor: record.actor,
  };
  const recordingSteps = [...conference.recordingSteps, step].slice(-keptRecordingSteps);
  return { ...conference, recordingSteps };
}

function recordingTarget(type: ConferenceCommand['type']): RecordingStep['to'] | null {
  if (type === 'recording.start' || type === 'recording.resume') return 'recording';
  if (type === 'recording.pause') return 'paused';
  return type === 'recording.stop' ? 'stopped' : null;
}

function trimmed(commands: readonly CommandRecord[]): readonly CommandRecord[] {
  const surplus = commands.filter(isSettled).length - keptSettledCommands;
  if (surplus <= 0) return commands;
  const dropped = new Set(commands.filter(isSettled).slice(0, surplus));
  return commands.filter((record) => !dropped.has(record));
}
