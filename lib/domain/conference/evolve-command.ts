import type { Actor, Envelope } from '../event';
import type { CallControlId, CommandId } from '../ids';
import { type Ask, asksOf, type ConferenceCommand, evidenceOf, legsOf } from './command';
import { heardOf } from './awaited';
import {
  type Asked,
  type AskedFacts,
  type CommandRecord,
  type Conference,
  type Participant,
  participantOf,
  type RecordingStep,
} from './conference';
import { withParticipant } from './with-participant';
import { closed, isSettled, withSettled } from './settle';
import { factOf } from './view';

const keptSettledCommands = 50;
const keptRecordingSteps = 500;
const unjudged = { doubts: 0, failedAt: null } as const;

/** Notes a command that is on its way to the carrier. */
export function withSent(
  conference: Conference,
  event: { readonly commandId: CommandId | null; readonly actor: Actor | null },
  command: ConferenceCommand,
): Conference {
  const { commandId, actor } = event;
  if (commandId === null || recordOf(conference, commandId) !== undefined) return conference;
  const legs = legsOf(command);
  const isForAll = 'legs' in command.fields && command.fields.legs === 'everyone';
  const asks = asksOf(command);
  const record: CommandRecord = {
    ...{ commandId, type: command.type, actor, phase: 'sent' },
    ...{ legs, legCount: legs.length, isForAll, asks, evidence: evidenceOf(command) },
    already: legs.filter((leg) => isSoAlready(participantOf(conference, leg), asks)),
    heardBefore: heardOf(conference, command.type, isForAll ? 'everyone' : legs),
    ...{ isAnswered: false, refusal: null, answeredSeq: null, doubts: 0 },
  };
  return { ...conference, commands: trimmed([...conference.commands, record]) };
}

/** The carrier took the command: what it asks is asked of each leg, whatever was asked before. */
export function withAccepted(conference: Conference, event: Envelope): Conference {
  const record = openRecord(conference, event);
  if (record === undefined) return conference;
  const asked = withAsked(conference, record, event, 'accepted');
  const stepped = withRecordingStep(asked, record, event);
  const isFinal = record.evidence === 'none';
  const marked = withRecord(stepped, {
    ...record,
    phase: 'accepted',
    answeredSeq: event.seq,
    ...(isFinal ? closed : {}),
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
    ...closed,
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

/**
 * The keys that a leg was asked for have come: they answer the oldest question to it. One that a
 * newer question has cancelled says so first (DOMAIN §4.11).
 */
export function withGathered(
  conference: Conference,
  {
    callControlId,
    status,
  }: { readonly callControlId: CallControlId; readonly status: string | null },
): Conference {
  const open = conference.commands.filter(
    ({ type, legs, isAnswered }) =>
      type === 'digits.gather' && legs.includes(callControlId) && !isAnswered,
  );
  const [oldest] = open;
  // Somebody else's question was cancelled by ours.
  if (oldest === undefined || (status === 'cancelled' && open.length === 1)) return conference;
  return withSettled(withRecord(conference, { ...oldest, isAnswered: true }), callControlId);
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
  if (record.asks.length === 0 || isOnlyIfEntered(record, phase)) return conference;
  const already = new Set(record.already);
  const { commandId, actor } = record;
  const ask = (after: Conference, leg: CallControlId) =>
    withParticipant(after, leg, (participant) => {
      const stayBeganAt = record.type === 'participants.join' ? null : beganAt(participant);
      const mark = { commandId, actor, phase, sinceSeq: event.seq, stayBeganAt, ...unjudged };
      const asked = record.asks.reduce(
        (known, each) => withAsk(known, each, mark, already.has(leg)),
        participant.asked,
      );
      return { ...participant, asked };
    });
  return record.legs.reduce(ask, conference);
}

// Of those who may never have come in, nobody is to be heard of.
function isOnlyIfEntered({ type }: CommandRecord, phase: 'accepted' | 'unknown'): boolean {
  return type === 'participants.join' && phase === 'unknown';
}

function withAsk(
  known: AskedFacts,
  ask: Ask,
  mark: Omit<Asked, 'value' | 'before'>,
  isAlready: boolean,
): AskedFacts {
  if (ask.fact === 'role') {
    const before = known.role?.value ?? null;
    return { ...known, role: { ...mark, value: ask.value, before } };
  }
  const before = isAlready ? ask.value : !ask.value;
  return { ...known, [ask.fact]: { ...mark, value: ask.value, before } };
}

function isSoAlready(participant: Participant | undefined, asks: readonly Ask[]): boolean {
  if (participant === undefined) return false;
  return (
    asks.length > 0 &&
    asks.every(
      ({ fact, value }) =>
        (fact === 'muted' || fact === 'onHold') &&
        factOf(participant, fact, new Map()).value === value,
    )
  );
}

function beganAt(participant: Participant): number | null {
  return participant.joined?.at ?? null;
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
