import { type Call, conferenceOf } from '@/lib/domain/call/call';
import type { CallEvent } from '@/lib/domain/call/event';
import type { ConferenceEvent } from '@/lib/domain/conference/event';
import { participantOf } from '@/lib/domain/conference/conference';
import type { DomainEvent } from '@/lib/domain/event';
import {
  type CallControlId,
  callStream,
  type ConferenceId,
  conferenceStream,
  queueStream,
  type StreamName,
} from '@/lib/domain/ids';
import { valueAt } from '@/lib/domain/keyed';
import { mergedParty, unknownParty } from '@/lib/domain/party';
import type { QueueEvent } from '@/lib/domain/queue/event';
import type { Micros, Stamp } from '@/lib/domain/stamp';
import type { Batch } from '@/server/log/batch';
import type { CarrierFact } from './carrier-fact';

interface Origin {
  /** The carrier's event id; an id of ours for what only a read has shown. */
  readonly id: string;
  readonly occurredAt: Micros;
  /** Who told: the carrier's webhook, or a read of it. */
  readonly source: 'carrier' | 'reconcile';
}

/** A fact, with where it comes from and the carrier's time of it. */
export interface DatedFact extends Origin {
  readonly fact: CarrierFact;
}

/** The streams a fact names by itself (ARCHITECTURE §4, routing). */
export function streamsOf(fact: CarrierFact): StreamName[] {
  if (fact.kind === 'recording') return [];
  if (fact.kind === 'conference') {
    const { event } = fact;
    const own = conferenceStream(fact.conferenceId);
    return isPresence(event) ? [callStream(event.data.callControlId), own] : [own];
  }
  const own = callStream(fact.callControlId);
  const { event } = fact;
  const isQueued = event.type === 'call.enqueued' || event.type === 'call.dequeued';
  return isQueued ? [own, queueStream(event.data.queue)] : [own];
}

/**
 * The streams a fact leads to once its call is known: what it tells of the far end, that it hung up and
 * how long it waited goes to all that hear of the leg; digits only to the conference it is in.
 */
export function followedStreams(fact: CarrierFact, stateOf: Batch['stateOf']): StreamName[] {
  if (fact.kind !== 'call') return [];
  const { event } = fact;
  const call = stateOf(callStream(fact.callControlId));
  const isForAll =
    event.type === 'call.hangup' ||
    event.type === 'call.dequeued' ||
    ('party' in event.data && mergedParty(call.party, event.data.party) !== call.party);
  if (isForAll) return [...call.hearers];
  const conferenceId = conferenceOf(call);
  return isKeyed(event) && conferenceId !== null ? [conferenceStream(conferenceId)] : [];
}

/** Appends a fact to every stream that is to hear of it. */
export function routeFact(batch: Batch, dated: DatedFact): void {
  const { fact } = dated;
  if (fact.kind === 'call') {
    routeCall(batch, dated, fact.callControlId, fact.event);
  } else if (fact.kind === 'conference') {
    routeConference(batch, dated, fact.conferenceId, fact.event);
  }
}

function routeConference(
  batch: Batch,
  dated: DatedFact,
  conferenceId: ConferenceId,
  event: ConferenceEvent,
): void {
  if (!isPresence(event)) {
    append(batch, conferenceStream(conferenceId), dated, event);
    return;
  }
  const stream = callStream(event.data.callControlId);
  if (event.type === 'participant.left') {
    append(batch, stream, dated, { type: 'participant.left', data: { conferenceId } });
    append(batch, conferenceStream(conferenceId), dated, event);
    return;
  }
  const { callLegId, connectionId } = event.data;
  append(batch, stream, dated, {
    type: 'participant.joined',
    data: { conferenceId, callLegId, connectionId },
  });
  // A late `joined` takes along what the call already knows, so that every row has its number.
  const call = batch.stateOf(stream);
  const party = mergedParty(unknownParty, call.party);
  const joined: ConferenceEvent = { type: 'participant.joined', data: { ...event.data, party } };
  append(batch, conferenceStream(conferenceId), dated, joined);
  tellHangUp(batch, call, conferenceStream(conferenceId));
  tellWait(batch, call, conferenceStream(conferenceId));
}

function routeCall(
  batch: Batch,
  dated: DatedFact,
  callControlId: CallControlId,
  event: CallEvent,
): void {
  const stream = callStream(callControlId);
  const before = batch.stateOf(stream);
  append(batch, stream, dated, event);
  const call = batch.stateOf(stream);
  if (event.type === 'call.enqueued' || event.type === 'call.dequeued') {
    const queue = queueStream(event.data.queue);
    append(batch, queue, dated, queueEvent(callControlId, event, call));
    if (event.type === 'call.enqueued') tellHangUp(batch, call, queue);
  }
  if (call.party !== before.party) {
    for (const hearer of call.hearers) tellParty(batch, call, hearer, dated);
  }
  if (event.type === 'call.hangup') {
    for (const hearer of call.hearers) tellHangUp(batch, call, hearer);
  }
  if (event.type === 'call.dequeued') {
    for (const hearer of call.hearers) tellWait(batch, call, hearer);
  }
  if (isKeyed(event)) tellKeys(batch, dated, call, event);
}

function tellParty(batch: Batch, call: Call, hearer: StreamName, dated: DatedFact): void {
  const data = { callControlId: call.id, party: call.party };
  const event: ConferenceEvent | QueueEvent = isConference(hearer)
    ? { type: 'participant.identified', data }
    : { type: 'queueCall.identified', data };
  append(batch, hearer, dated, event);
}

type Keyed = Extract<CallEvent, { type: 'call.dtmf.received' | 'call.gather.ended' }>;

function isKeyed(event: CallEvent): event is Keyed {
  return event.type === 'call.dtmf.received' || event.type === 'call.gather.ended';
}

/** Notes in the conference's log what one of its legs pressed. */
function tellKeys(batch: Batch, dated: DatedFact, call: Call, event: Keyed): void {
  const conferenceId = conferenceOf(call);
  if (conferenceId === null) return;
  const leg = { callControlId: call.id };
  if (event.type === 'call.dtmf.received') {
    const data = { ...leg, digit: event.data.digit };
    append(batch, conferenceStream(conferenceId), dated, { type: 'participant.pressed', data });
  } else {
    const { digits, status } = event.data;
    const data = { ...leg, digits, status };
    append(batch, conferenceStream(conferenceId), dated, { type: 'participant.gathered', data });
  }
}

/** Tells a conference or queue of the leg's newest hang-up, unless it has heard of that one. */
function tellHangUp(batch: Batch, call: Call, hearer: StreamName): void {
  const { hungUp } = call;
  if (hungUp === null || heardHangUp(batch, call.id, hearer)?.id === hungUp.id) return;
  const dated: Origin = { id: hungUp.id, occurredAt: hungUp.at, source: 'carrier' };
  const { cause, source } = hungUp.value;
  const event: ConferenceEvent | QueueEvent = isConference(hearer)
    ? { type: 'participant.hungUp', data: { callControlId: call.id, cause, source } }
    : { type: 'queueCall.hungUp', data: { callControlId: call.id, cause } };
  append(batch, hearer, dated, event);
}

/** Tells a conference of the leg's newest wait in a queue, unless it has heard of that one. */
function tellWait(batch: Batch, { id: callControlId, waited }: Call, hearer: StreamName): void {
  if (waited === null || !isConference(hearer)) return;
  if (participantOf(batch.stateOf(hearer), callControlId)?.waited?.id === waited.id) return;
  const dated: Origin = { id: waited.id, occurredAt: waited.at, source: 'carrier' };
  const data = { callControlId, ...waited.value };
  append(batch, hearer, dated, { type: 'participant.waited', data });
}

function isConference(stream: StreamName): stream is `conference:${string}` {
  return stream.startsWith('conference:');
}

function heardHangUp(batch: Batch, leg: CallControlId, hearer: StreamName): Stamp | null {
  if (isConference(hearer)) {
    return participantOf(batch.stateOf(hearer), leg)?.hungUp ?? null;
  }
  return valueAt(batch.stateOf(hearer as `queue:${string}`).calls, leg)?.hungUp ?? null;
}

function queueEvent(
  callControlId: CallControlId,
  event: Extract<CallEvent, { type: 'call.enqueued' | 'call.dequeued' }>,
  call: Call,
): QueueEvent {
  if (event.type === 'call.dequeued') {
    const { reason, waitedSeconds } = event.data;
    return { type: 'call.dequeued', data: { callControlId, reason, waitedSeconds } };
  }
  const { position, connectionId } = event.data;
  const { party } = call;
  return { type: 'call.enqueued', data: { callControlId, position, connectionId, party } };
}

function append(
  batch: Batch,
  stream: StreamName,
  { id, occurredAt, source }: Origin,
  event: DomainEvent,
): void {
  batch.append(stream, [{ event, source, id, occurredAt }]);
}

function isPresence(
  event: ConferenceEvent,
): event is Extract<ConferenceEvent, { type: 'participant.joined' | 'participant.left' }> {
  return event.type === 'participant.joined' || event.type === 'participant.left';
}
