import { randomUUID } from 'node:crypto';
import { type Conference, participantOf } from '@/lib/domain/conference/conference';
import type {
  ConferenceDescription,
  ConferenceEvent,
  ForeignChange,
  ReadGroup,
} from '@/lib/domain/conference/event';
import { isNews, isUnknownEnd } from '@/lib/domain/conference/evolve-read';
import { isByRole } from '@/lib/domain/conference/people';
import { isSettled } from '@/lib/domain/conference/settle';
import {
  factOf,
  isCompleted,
  isPresent,
  newestStamp,
  presentIn,
  regionOf,
  sentMarks,
  validAsked,
} from '@/lib/domain/conference/view';
import { isAwaited } from '@/lib/domain/conference/awaited';
import {
  type CallControlId,
  callStream,
  type ConferenceId,
  conferenceStream,
} from '@/lib/domain/ids';
import { valuesOf } from '@/lib/domain/keyed';
import type { Micros } from '@/lib/domain/stamp';
import type { Batch, Draft } from '@/server/log/batch';
import type { Log } from '@/server/log/log';
import { routeFact } from '@/server/routing/route-fact';
import type { ConferenceCarrier, ConferenceReading, ParticipantReading } from './ports';

/** What is needed to read conferences back. */
export interface ReconcileParts {
  readonly log: Log;
  readonly carrier: ConferenceCarrier;
  readonly now: () => Micros;
  /** A complete read of this conference has ended. */
  readonly onRead: (conferenceId: ConferenceId) => void;
}

/** What one read of a conference leaves open: things that a second read must show before they count. */
export interface Suspicion {
  /** Legs that were absent, with the joining that they were absent after. */
  readonly absent: ReadonlyMap<CallControlId, Micros>;
  /** Legs that were listed without their `joined` having been heard: it may be on its way. */
  readonly unheard: ReadonlySet<CallControlId>;
  /** Whether the conference was gone or completed without our having heard of its end. */
  readonly isOver: boolean;
}

/** Nothing is suspected. */
export const noSuspicion: Suspicion = { absent: new Map(), unheard: new Set(), isOver: false };

/** A read: what it found, and since which event of ours it may judge. */
interface Read {
  readonly asOf: number;
  readonly conference: ConferenceReading | null;
  readonly participants: readonly ParticipantReading[];
  /** Whose calls are at hand, to be told of a join or a leave. */
  readonly legs: ReadonlySet<CallControlId>;
}

/**
 * Reads one conference back and appends what differs (ARCHITECTURE §4, Reconcile). Absence counts
 * only when a second complete read shows it again, with no word about it in between; hand the
 * suspicion of one call to the next. Returns whether another read is needed soon.
 */
export async function reconcileConference(
  parts: ReconcileParts,
  conferenceId: ConferenceId,
  suspicion: Suspicion,
): Promise<{ readonly suspicion: Suspicion; readonly isOpen: boolean }> {
  const stream = conferenceStream(conferenceId);
  const view = await parts.log.read(stream);
  const asOf = view?.seq ?? 0;
  const conference = await parts.carrier.readConference(
    conferenceId,
    view === null ? null : regionOf(view.state),
  );
  const isThere = conference !== null && conference.description.status !== 'completed';
  const participants = isThere
    ? await parts.carrier.readParticipants(conferenceId, conference.description.foundIn ?? null)
    : [];
  const present = participants.filter(({ status }) => status !== 'left');
  const known = (await parts.log.read(stream))?.state;
  // Only the calls that may need a repair are locked: a large room is read every few seconds.
  const newcomers = present.filter(({ callControlId }) => !isIn(known, callControlId));
  const legs = [...newcomers.map(({ callControlId }) => callControlId), ...suspicion.absent.keys()];
  const read: Read = { asOf, conference, participants: present, legs: new Set(legs) };
  const result = await parts.log.submit({
    streams: [stream, ...[...read.legs].map(callStream)],
    run: (batch) => applyRead(batch, conferenceId, read, suspicion),
  });
  parts.onRead(conferenceId);
  return result;
}

function applyRead(
  batch: Batch,
  conferenceId: ConferenceId,
  read: Read,
  before: Suspicion,
): { suspicion: Suspicion; isOpen: boolean } {
  const stream = conferenceStream(conferenceId);
  const isFirstWord = batch.seqOf(stream) === 0;
  const describe = descriptionDrafts(batch.stateOf(stream), read);
  if (describe.length > 0) batch.append(stream, describe);
  if (isGone(read)) return applyEnd(batch, conferenceId, before);
  const tell = (event: ConferenceEvent, occurredAt: Micros) => {
    const fact = { kind: 'conference', conferenceId, event } as const;
    routeFact(batch, { id: randomUUID(), occurredAt, source: 'reconcile', fact });
  };
  const heard = isFirstWord ? read.legs : before.unheard;
  const unheard = tellJoins(batch.stateOf(stream), read, heard, tell);
  const absent = tellLeaves(batch.stateOf(stream), read, before, tell);
  const groups = newsOf(batch.stateOf(stream), read);
  if (groups.length > 0 || batch.stateOf(stream).commands.some(isUnknownEnd)) {
    const foreign = foreignChanges(batch.stateOf(stream), read);
    const data = { asOf: read.asOf, groups, foreign };
    batch.append(stream, [repair({ type: 'participants.read', data }, null)]);
  }
  const isOpen = absent.size > 0 || unheard.size > 0 || hasReadableOpen(batch.stateOf(stream));
  return { suspicion: { absent, unheard, isOver: false }, isOpen };
}

type Tell = (event: ConferenceEvent, occurredAt: Micros) => void;

function isGone(read: Read): boolean {
  return read.conference === null || read.conference.description.status === 'completed';
}

function applyEnd(
  batch: Batch,
  conferenceId: ConferenceId,
  before: Suspicion,
): { suspicion: Suspicion; isOpen: boolean } {
  const stream = conferenceStream(conferenceId);
  const conference = batch.stateOf(stream);
  // Of one that nobody has ever said anything about, there is nothing to end.
  if (conference.ended !== null || batch.seqOf(stream) === 0) {
    return { suspicion: noSuspicion, isOpen: false };
  }
  if (!before.isOver) return { suspicion: { ...noSuspicion, isOver: true }, isOpen: true };
  const reason = conference.description?.endReason ?? null;
  const at = newestKnown(conference) + 1;
  batch.append(stream, [repair({ type: 'conference.ended', data: { reason } }, at)]);
  return { suspicion: noSuspicion, isOpen: false };
}

function descriptionDrafts(conference: Conference, read: Read): Draft[] {
  if (read.conference === null) return [];
  const { description } = read.conference;
  const known = conference.description;
  if (known !== null && isSameDescription(known, description)) return [];
  // An end that was told stays told, whatever a list of a moment ago says.
  if (isCompleted(conference) && description.status !== 'completed') return [];
  return [repair({ type: 'conference.described', data: description }, null)];
}

function isSameDescription(a: ConferenceDescription, b: ConferenceDescription): boolean {
  return (Object.keys(b) as (keyof ConferenceDescription)[]).every((key) => a[key] === b[key]);
}

/** Tells the joins that nobody told, and returns who is listed unheard for the first time. */
function tellJoins(
  conference: Conference,
  read: Read,
  isDue: ReadonlySet<CallControlId>,
  tell: Tell,
): ReadonlySet<CallControlId> {
  const unheard = new Set<CallControlId>();
  for (const { callControlId, callLegId, createdAt } of read.participants) {
    if (!read.legs.has(callControlId) || isIn(conference, callControlId)) continue;
    const left = participantOf(conference, callControlId)?.left ?? null;
    // A list of a moment ago, overtaken by the leave.
    if (left !== null && left.at >= createdAt) continue;
    if (isDue.has(callControlId)) {
      const data = { callControlId, callLegId, connectionId: null, party: null };
      tell({ type: 'participant.joined', data }, createdAt);
    } else unheard.add(callControlId);
  }
  return unheard;
}

/** Tells the leaves that two reads have shown, and returns who is missing for the first time. */
function tellLeaves(
  conference: Conference,
  read: Read,
  before: Suspicion,
  tell: Tell,
): ReadonlyMap<CallControlId, Micros> {
  const listed = new Set(read.participants.map(({ callControlId }) => callControlId));
  const absent = new Map<CallControlId, Micros>();
  for (const { callControlId, joined } of presentIn(conference)) {
    if (listed.has(callControlId) || joined === null) continue;
    if (before.absent.get(callControlId) === joined.at) {
      tell({ type: 'participant.left', data: { callControlId } }, joined.at + 1);
    } else {
      absent.set(callControlId, joined.at);
    }
  }
  return absent;
}

function isIn(conference: Conference | undefined, leg: CallControlId): boolean {
  const participant = conference === undefined ? undefined : participantOf(conference, leg);
  return participant !== undefined && isPresent(participant);
}

/** The legs whose condition is news, those alike in one group. */
function newsOf(conference: Conference, read: Read): readonly ReadGroup[] {
  const groups = new Map<string, { facts: ReadGroup['facts']; legs: [CallControlId, Micros][] }>();
  for (const { callControlId, createdAt, facts } of read.participants) {
    const known = participantOf(conference, callControlId);
    if (!isNews(known, facts, createdAt, read.asOf)) continue;
    const key = JSON.stringify(facts);
    const group = groups.get(key) ?? { facts, legs: [] };
    group.legs.push([callControlId, createdAt]);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** What somebody else changed: known otherwise by an earlier read, and not asked for by us. */
function foreignChanges(conference: Conference, read: Read): readonly ForeignChange[] {
  const sent = sentMarks(conference);
  return read.participants.flatMap(({ callControlId, facts }) => {
    const known = participantOf(conference, callControlId);
    if (known === undefined || !isPresent(known)) return [];
    return (['muted', 'onHold'] as const).flatMap((fact) => {
      const { value, isSeen } = factOf(known, fact, sent);
      const isOurs =
        sent.has(`${fact} ${callControlId}`) ||
        validAsked(known, fact)?.phase === 'unknown' ||
        (fact === 'muted' && isByRole(conference, known, facts.muted));
      const isForeign = isSeen && value !== facts[fact] && !isOurs;
      return isForeign ? [{ callControlId, fact, value: facts[fact] }] : [];
    });
  });
}

/** Whether a command is open that another read could settle. */
function hasReadableOpen(conference: Conference): boolean {
  return conference.commands.some(
    (record) =>
      isUnknownEnd(record) || (record.phase !== 'sent' && !isSettled(record) && isReadable(record)),
  );
}

// What is settled by a webhook, or by nothing, is read no sooner for it.
function isReadable({ type, asks }: Conference['commands'][number]): boolean {
  return asks.length > 0 && !isAwaited(type);
}

function newestKnown(conference: Conference): Micros {
  const legs = valuesOf(conference.participants);
  const stamps = legs.flatMap(({ joined, left, hungUp }) => [joined, left, hungUp]);
  const newest = newestStamp([conference.created, conference.floor, ...stamps]);
  return newest?.at ?? conference.description?.createdAt ?? 0;
}

function repair(event: ConferenceEvent, occurredAt: Micros | null): Draft {
  return { event, source: 'reconcile', occurredAt };
}
