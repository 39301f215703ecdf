import { type Conference, participantOf } from '@/lib/domain/conference/conference';
import type {
  ConferenceDescription,
  ConferenceEvent,
  ForeignChange,
  ReadGroup,
} from '@/lib/domain/conference/event';
import { isNews } from '@/lib/domain/conference/evolve-read';
import { isSettled } from '@/lib/domain/conference/settle';
import {
  factOf,
  isCompleted,
  isPresent,
  newestStamp,
  presentIn,
  sentMarks,
  validAsked,
} from '@/lib/domain/conference/view';
import { conferenceCommands } from '@/lib/domain/conference/command';
import {
  type CallControlId,
  callStream,
  type ConferenceId,
  conferenceStream,
} from '@/lib/domain/ids';
import { valuesOf } from '@/lib/domain/keyed';
import { mergedParty, unknownParty } from '@/lib/domain/party';
import type { Micros } from '@/lib/domain/stamp';
import type { Batch, Draft } from '@/server/log/batch';
import type { Log } from '@/server/log/log';
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
  /** Whether the conference was gone or completed without our having heard of its end. */
  readonly isOver: boolean;
}

/** Nothing is suspected. */
export const noSuspicion: Suspicion = { absent: new Map(), isOver: false };

/** A read: what it found, and since which event of ours it may judge. */
interface Read {
  readonly asOf: number;
  readonly conference: ConferenceReading | null;
  readonly participants: readonly ParticipantReading[];
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
  const asOf = (await parts.log.read(stream))?.seq ?? 0;
  const conference = await parts.carrier.readConference(conferenceId);
  const isThere = conference !== null && conference.description.status !== 'completed';
  const participants = isThere ? await parts.carrier.readParticipants(conferenceId) : [];
  const present = participants.filter(({ status }) => status !== 'left');
  const read: Read = { asOf, conference, participants: present };
  const result = await parts.log.submit({
    streams: [stream, ...present.map(({ callControlId }) => callStream(callControlId))],
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
  const describe = descriptionDrafts(batch.stateOf(stream), read);
  if (describe.length > 0) batch.append(stream, describe);
  if (isGone(read)) return applyEnd(batch, conferenceId, before);
  const joined = joinDrafts(batch, batch.stateOf(stream), read.participants);
  if (joined.length > 0) batch.append(stream, joined);
  const { drafts, absent } = absenceDrafts(batch.stateOf(stream), read.participants, before);
  if (drafts.length > 0) batch.append(stream, drafts);
  const groups = newsOf(batch.stateOf(stream), read);
  if (groups.length > 0) {
    const foreign = foreignChanges(batch.stateOf(stream), read);
    const data = { asOf: read.asOf, groups, foreign };
    batch.append(stream, [repair({ type: 'participants.read', data }, null)]);
  }
  const isOpen = absent.size > 0 || hasReadableOpen(batch.stateOf(stream));
  return { suspicion: { absent, isOver: false }, isOpen };
}

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
  if (!before.isOver) return { suspicion: { absent: new Map(), isOver: true }, isOpen: true };
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

function joinDrafts(
  batch: Batch,
  conference: Conference,
  present: readonly ParticipantReading[],
): Draft[] {
  return present.flatMap(({ callControlId, callLegId, createdAt }) => {
    const known = participantOf(conference, callControlId);
    if (known !== undefined && isPresent(known)) return [];
    if (known?.left !== null && known !== undefined && known.left.at >= createdAt) return [];
    const { party, connectionId } = batch.stateOf(callStream(callControlId));
    const data = {
      callControlId,
      callLegId,
      connectionId,
      party: mergedParty(unknownParty, party),
    };
    return [repair({ type: 'participant.joined', data }, createdAt)];
  });
}

function absenceDrafts(
  conference: Conference,
  present: readonly ParticipantReading[],
  before: Suspicion,
): { drafts: Draft[]; absent: ReadonlyMap<CallControlId, Micros> } {
  const listed = new Set(present.map(({ callControlId }) => callControlId));
  const absent = new Map<CallControlId, Micros>();
  const drafts: Draft[] = [];
  for (const { callControlId, joined } of presentIn(conference)) {
    if (listed.has(callControlId) || joined === null) continue;
    if (before.absent.get(callControlId) === joined.at) {
      const left = { type: 'participant.left', data: { callControlId } } as const;
      drafts.push(repair(left, joined.at + 1));
    } else {
      absent.set(callControlId, joined.at);
    }
  }
  return { drafts, absent };
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
        sent.has(`${fact} ${callControlId}`) || validAsked(known, fact)?.phase === 'unknown';
      const isForeign = isSeen && value !== facts[fact] && !isOurs;
      return isForeign ? [{ callControlId, fact, value: facts[fact] }] : [];
    });
  });
}

/** Whether a command is open that another read could settle. */
function hasReadableOpen(conference: Conference): boolean {
  return conference.commands.some(
    (record) =>
      record.phase !== 'sent' &&
      !isSettled(record) &&
      conferenceCommands[record.type].asks !== null,
  );
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
