import type { Actor } from '../event';
import type { CallControlId, CommandId } from '../ids';
import { sizeOf, valuesOf } from '../keyed';
import { isNewer, type Micros, type Stamp } from '../stamp';
import type { LegFact } from './command';
import type { CarrierRegion } from './region';
import {
  type Asked,
  type AskedFacts,
  type CommandPhase,
  type Conference,
  type Participant,
  participantOf,
} from './conference';

/** A command's mark on a fact: who asked for what, and how far it has come. */
export interface Mark<V = boolean> {
  readonly value: V;
  readonly phase: CommandPhase;
  readonly commandId: CommandId;
  readonly actor: Actor | null;
  /** Our clock when it was settled that it was not done; null unless it was. */
  readonly failedAt: Micros | null;
}

/** A fact as it stands, and the newest command about it, if one is worth showing. */
export interface FactView {
  readonly value: boolean;
  /** Whether a read of the carrier has shown it; else it is what we asked, or the default on joining. */
  readonly isSeen: boolean;
  readonly mark: Mark | null;
}

/** Whether the leg is in the conference: its newest word is `joined`. */
export function isPresent(participant: Participant): boolean {
  return participant.joined !== null && isNewer(participant.joined, participant.left);
}

/** Everybody who is in now, in the order of joining; a tie goes by id. */
export function presentIn(conference: Conference): Participant[] {
  if (isCompleted(conference)) return [];
  return valuesOf(conference.participants)
    .filter(isPresent)
    .sort((a, b) => beganAt(a) - beganAt(b) || (a.callControlId < b.callControlId ? -1 : 1));
}

/** How many people are in now. */
export function peopleIn(conference: Conference): number {
  if (isCompleted(conference)) return 0;
  let count = 0;
  for (const bucket of conference.participants)
    for (const [, participant] of bucket) if (isPresent(participant)) count += 1;
  return count;
}

/** Whether it is over: its end was told, or a read says completed. */
export function isCompleted(conference: Conference): boolean {
  return conference.ended !== null || conference.description?.status === 'completed';
}

/** `init` waits for its host; all three are real states (DOMAIN §4.2). */
export function statusOf(conference: Conference): 'init' | 'in_progress' | 'completed' {
  if (isCompleted(conference)) return 'completed';
  return conference.description?.status ?? 'in_progress';
}

/** When it began: the carrier's word, or the earliest thing heard of it. */
export function startedAt(conference: Conference): Micros | null {
  const told = conference.created?.at ?? conference.description?.createdAt ?? null;
  if (told !== null) return told;
  const joins = valuesOf(conference.participants).flatMap((p) => p.firstJoinedAt ?? []);
  return joins.length === 0 ? null : Math.min(...joins);
}

/** Why it ended; the read's word is the fuller one (DOMAIN §6.4). */
export function endReasonOf(conference: Conference): string | null {
  return conference.description?.endReason ?? conference.ended?.value.reason ?? null;
}

/** Who has the floor: the leg of the newest floor event while it is present, else nobody. */
export function floorHolder(conference: Conference): CallControlId | null {
  const { floor } = conference;
  if (floor === null || isCompleted(conference)) return null;
  const holder = participantOf(conference, floor.value);
  if (holder === undefined || !isPresent(holder)) return null;
  return isOver(holder, floor.at) ? null : floor.value;
}

/** The facts that apply to the present stay: none once a later `left` is known. */
export function isOver(participant: Participant, stayBeganAt: Micros | null): boolean {
  if (participant.left === null) return false;
  return stayBeganAt === null ? !isPresent(participant) : participant.left.at > stayBeganAt;
}

/** The marks of commands that were sent and not answered yet, by fact and leg. */
export type SentMarks = ReadonlyMap<string, Mark>;

/** The marks of all commands under way; made once for a state, then asked for each leg. */
export function sentMarks(conference: Conference): SentMarks {
  const marks = new Map<string, Mark>();
  for (const { commandId, actor, phase, legs, asks } of conference.commands) {
    if (phase !== 'sent') continue;
    for (const ask of asks) {
      if (ask.fact === 'role') continue;
      const mark: Mark = { value: ask.value, phase, commandId, actor, failedAt: null };
      for (const leg of legs) marks.set(`${ask.fact} ${leg}`, mark);
    }
  }
  return marks;
}

/** One fact of one leg, with the mark of the newest command about it. */
export function factOf(
  participant: Participant,
  fact: Exclude<LegFact, 'present'>,
  sent: SentMarks,
): FactView {
  const seen =
    participant.seen !== null && !isOver(participant, participant.seen.stayBeganAt)
      ? participant.seen
      : null;
  const asked = validAsked(participant, fact);
  const value =
    asked !== null && (asked.phase === 'accepted' || isSoEitherWay(asked))
      ? asked.value
      : (seen?.[fact] ?? askedValue(asked) ?? false);
  return {
    value,
    isSeen: seen !== null && seen[fact] === value && asked?.phase !== 'accepted',
    mark: sent.get(`${fact} ${participant.callControlId}`) ?? worthShowing(asked, value),
  };
}

/** Whether nobody knows if it was done, and it was so already. */
function isSoEitherWay({ phase, before, value }: Asked): boolean {
  return phase === 'unknown' && before === value;
}

// A doubt about what is so either way says nothing, and what came about later has not failed.
function worthShowing(asked: Asked | null, value: boolean): Mark | null {
  if (asked === null || isSoEitherWay(asked)) return null;
  const hasFailed = asked.phase === 'refused' || asked.phase === 'contradicted';
  return hasFailed && asked.value === value ? null : asked;
}

/** The mark of a command that takes the leg out, if one is under way. */
export function leavingOf(participant: Participant, sent: SentMarks): Mark | null {
  return sent.get(`present ${participant.callControlId}`) ?? validAsked(participant, 'present');
}

/** What a command asked of a fact of this stay; void once the stay is over. */
export function validAsked<F extends keyof AskedFacts>(
  participant: Participant,
  fact: F,
): AskedFacts[F] | null {
  const asked = participant.asked[fact];
  return asked === null || isOver(participant, asked.stayBeganAt) ? null : asked;
}

/** Whether the recording runs, is paused, is being closed, or there is none; and its running time. */
export interface RecordingView {
  readonly phase: 'off' | 'recording' | 'paused' | 'stopping';
  /** Recorded time in microseconds up to `runningSince`, pauses cut out. */
  readonly recordedMicros: Micros;
  /** Our clock when it last began to run; null while it does not. */
  readonly runningSince: Micros | null;
}

/**
 * The recording as far as it can be known: the carrier tells neither start nor pause (DOMAIN §4.7),
 * so these are our accepted commands, until as many recordings are saved as were started.
 */
export function recordingOf(conference: Conference): RecordingView {
  const steps = conference.recordingSteps;
  const starts = steps.filter((s) => s.isStart).length;
  const last = steps.at(-1);
  const off: RecordingView = { phase: 'off', recordedMicros: 0, runningSince: null };
  if (last === undefined || isCompleted(conference)) return off;
  if (sizeOf(conference.recordings) >= starts) return off;
  let recordedMicros = 0;
  let runningSince: Micros | null = null;
  for (const step of steps) {
    if (step.isStart) recordedMicros = 0;
    if (runningSince !== null && !step.isStart) recordedMicros += step.at - runningSince;
    runningSince = step.to === 'recording' ? step.at : null;
  }
  if (last.to === 'stopped') return { phase: 'stopping', recordedMicros, runningSince: null };
  return { phase: last.to, recordedMicros, runningSince };
}

/** When the present stay began, by the newest `joined`. */
function beganAt(participant: Participant): Micros {
  return participant.joined?.at ?? 0;
}

/** Whether the leg hears audio that is being played or spoken to it alone. */
export function hearsAudio(participant: Participant): boolean {
  return participant.playback?.value === true || participant.speak?.value === true;
}

/** The newest of these stamps, or null. */
export function newestStamp(stamps: readonly (Stamp | null)[]): Stamp | null {
  return stamps.reduce<Stamp | null>((a, b) => (b !== null && isNewer(b, a) ? b : a), null);
}

/** The region its requests have to name: as a moderator said, as it was made, or as it was found. */
export function regionOf(conference: Conference): CarrierRegion | null {
  const { regionSaid, settings, description } = conference;
  return regionSaid ?? settings?.region ?? description?.foundIn ?? null;
}

function askedValue(asked: { readonly phase: CommandPhase; readonly value: boolean } | null) {
  return asked?.phase === 'confirmed' ? asked.value : null;
}
