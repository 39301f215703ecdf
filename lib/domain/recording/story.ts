import type { ConferenceEvent } from '../conference/event';
import type { Conference, RecordingStep } from '../conference/conference';
import {
  floorEventTypes,
  floorSegments,
  noFloorHistory,
  withFloorEvents,
} from '../conference/floor';
import type { Actor, Numbered } from '../event';
import type { CallControlId, CommandId } from '../ids';
import { valuesOf } from '../keyed';
import { farEnd } from '../party';
import type { Micros } from '../stamp';

/** When a recording was made, by the carrier's clock, and how much sound there is in it. */
export interface RecordedSpan {
  readonly startedAt: Micros;
  readonly endedAt: Micros;
  readonly durationMs: number;
}

/** Who spoke in which part, in milliseconds from the beginning. */
export interface StorySegment {
  readonly fromMs: number;
  readonly toMs: number;
  readonly callControlId: CallControlId;
}

/** Something that happened meanwhile. */
export interface StoryMarker {
  readonly atMs: number;
  readonly kind: 'joined' | 'left' | 'muted' | 'unmuted' | 'played' | 'spoke' | 'paused';
  /** Null for the whole room, or for several. */
  readonly callControlId: CallControlId | null;
  readonly legs: number;
  readonly actor: Actor | null;
}

/** Who could be heard. */
export interface StoryParticipant {
  readonly callControlId: CallControlId;
  readonly name: string | null;
  readonly number: string | null;
}

/** What there is to see along a recording. */
export interface RecordingStory {
  readonly participants: readonly StoryParticipant[];
  readonly segments: readonly StorySegment[];
  readonly markers: readonly StoryMarker[];
  /** How far both may be off, in milliseconds. */
  readonly uncertainMs: number;
}

/** Nothing is known of it: a recording of a call, or of a conference nobody heard of. */
export const noStory: RecordingStory = {
  participants: [],
  segments: [],
  markers: [],
  uncertainMs: 0,
};

/** The event types a story is made of. */
export const storyEventTypes = [
  ...floorEventTypes,
  'participant.joined',
  'playback.started',
  'speak.started',
  'command.sent',
  'command.accepted',
] as const satisfies ConferenceEvent['type'][];

// What the carrier and we can tell apart: two clocks, and the frames at a file's ends.
const closeMs = 1_500;
const shortestSegmentMs = 100;
// Of what happens to a crowd at once one mark is enough.
const togetherMs = 2_000;
const byUsWithin: Micros = 10_000_000;

/**
 * What happened along a recording, from the events of its conference. Pauses are cut out of the sound; the
 * carrier tells none, so they are those of our accepted commands, and where its length shows that there were
 * others, `uncertainMs` says how much is not accounted for.
 */
export function recordingStory(
  span: RecordedSpan,
  conference: Conference,
  events: readonly Numbered<ConferenceEvent>[],
): RecordingStory {
  const { pauses, shift } = pausesIn(span, conference);
  const place = placing(span, pauses);
  const wallMs = (span.endedAt - span.startedAt) / 1000;
  const pausedMs = pauses.reduce((sum, { from, until }) => sum + (until - from), 0) / 1000;
  const unexplained = Math.abs(wallMs - pausedMs - span.durationMs);
  const segments = segmentsIn(span, place, events);
  const markers = [
    ...pauses.map(({ from, actor }) => mark('paused', place(from), null, 1, actor)),
    ...presence(span, place, events),
    ...mutes(span, shift, place, events),
    ...sounds(span, shift, place, events),
  ].sort((a, b) => a.atMs - b.atMs);
  const heard = new Set<string | null>([
    ...segments.map((segment) => segment.callControlId),
    ...markers.map((marker) => marker.callControlId),
  ]);
  return {
    participants: valuesOf(conference.participants)
      .filter(({ callControlId }) => heard.has(callControlId))
      .map(({ callControlId, label, party }) => ({
        callControlId,
        name: label ?? party.callerName,
        number: farEnd(party),
      })),
    segments,
    markers,
    uncertainMs: unexplained <= closeMs ? 0 : Math.round(unexplained),
  };
}

interface Pause {
  readonly from: Micros;
  readonly until: Micros;
  readonly actor: Actor | null;
}

/** The pauses of a recording by the carrier's clock, and how far that is ahead of ours. */
function pausesIn(
  span: RecordedSpan,
  conference: Conference,
): { readonly pauses: readonly Pause[]; readonly shift: Micros } {
  const steps = conference.recordingSteps;
  const start = startOf(span, conference);
  if (start === null) return { pauses: [], shift: 0 };
  const shift = span.startedAt - start.at;
  const pauses: Pause[] = [];
  let since: RecordingStep | null = null;
  for (const step of steps.slice(steps.indexOf(start) + 1)) {
    const at = step.at + shift;
    if (at >= span.endedAt) break;
    if (since !== null) pauses.push({ from: since.at + shift, until: at, actor: since.actor });
    since = step.to === 'paused' ? step : null;
    if (step.to === 'stopped') break;
  }
  if (since !== null)
    pauses.push({ from: since.at + shift, until: span.endedAt, actor: since.actor });
  return { pauses, shift };
}

/** The step of ours that began it: of as many starts as recordings the one in its place, else the nearest in time. */
function startOf(span: RecordedSpan, conference: Conference): RecordingStep | null {
  const starts = conference.recordingSteps.filter((step) => step.isStart);
  const saved = valuesOf(conference.recordings)
    .flatMap(({ value }) => value.startedAt ?? [])
    .sort((a, b) => a - b);
  const inPlace = starts[saved.indexOf(span.startedAt)];
  if (starts.length === saved.length && inPlace !== undefined) return inPlace;
  const distance = (step: RecordingStep) => Math.abs(step.at - span.startedAt);
  return starts.reduce<RecordingStep | null>(
    (best, step) => (best === null || distance(step) < distance(best) ? step : best),
    null,
  );
}

type Place = (at: Micros) => number;

/** Where in the sound a moment is: pauses are cut out. */
function placing({ startedAt, durationMs }: RecordedSpan, pauses: readonly Pause[]): Place {
  return (at) => {
    const paused = pauses.reduce(
      (sum, { from, until }) => sum + Math.max(0, Math.min(at, until) - from),
      0,
    );
    return Math.round(Math.min(durationMs, Math.max(0, (at - startedAt - paused) / 1000)));
  };
}

function segmentsIn(
  { startedAt, endedAt }: RecordedSpan,
  place: Place,
  events: readonly Numbered<ConferenceEvent>[],
): StorySegment[] {
  return floorSegments(withFloorEvents(noFloorHistory, events)).flatMap(
    ({ callControlId, from, until }) => {
      const end = until ?? endedAt;
      if (end <= startedAt || from >= endedAt) return [];
      const fromMs = place(Math.max(from, startedAt));
      const toMs = place(Math.min(end, endedAt));
      return toMs - fromMs < shortestSegmentMs ? [] : [{ fromMs, toMs, callControlId }];
    },
  );
}

function mark(
  kind: StoryMarker['kind'],
  atMs: number,
  callControlId: CallControlId | null,
  legs: number,
  actor: Actor | null,
): StoryMarker {
  return { kind, atMs, callControlId, legs, actor };
}

function presence(
  span: RecordedSpan,
  place: Place,
  events: readonly Numbered<ConferenceEvent>[],
): StoryMarker[] {
  const marks = { joined: [] as StoryMarker[], left: [] as StoryMarker[] };
  for (const event of events) {
    if (event.type !== 'participant.joined' && event.type !== 'participant.left') continue;
    const at = event.occurredAt ?? event.receivedAt;
    if (!isWithin(span, at)) continue;
    const kind = event.type === 'participant.joined' ? 'joined' : 'left';
    marks[kind].push(mark(kind, place(at), event.data.callControlId, 1, null));
  }
  return [...together(marks.joined), ...together(marks.left)];
}

/** Those close to each other as one. */
function together(marks: StoryMarker[]): StoryMarker[] {
  const merged: StoryMarker[] = [];
  for (const next of marks.sort((a, b) => a.atMs - b.atMs)) {
    const last = merged.at(-1);
    if (last === undefined || next.atMs - last.atMs > togetherMs) merged.push(next);
    else merged[merged.length - 1] = { ...last, callControlId: null, legs: last.legs + next.legs };
  }
  return merged;
}

function mutes(
  span: RecordedSpan,
  shift: Micros,
  place: Place,
  events: readonly Numbered<ConferenceEvent>[],
): StoryMarker[] {
  return accepted(events).flatMap(({ command, actor, at }) => {
    if (!isWithin(span, at + shift)) return [];
    if (command.type !== 'participants.mute' && command.type !== 'participants.unmute') return [];
    const kind = command.type === 'participants.mute' ? 'muted' : 'unmuted';
    const { legs } = command.fields;
    const only = legs.length === 1 ? (legs[0] ?? null) : null;
    return [mark(kind, place(at + shift), only, legs.length, actor)];
  });
}

/** What was played or said to the whole room, and by whom where a command of ours came just before it. */
function sounds(
  span: RecordedSpan,
  shift: Micros,
  place: Place,
  events: readonly Numbered<ConferenceEvent>[],
): StoryMarker[] {
  const commands = accepted(events);
  return events.flatMap((event) => {
    if (event.type !== 'playback.started' && event.type !== 'speak.started') return [];
    const at = event.occurredAt ?? event.receivedAt;
    if (!isWithin(span, at)) return [];
    const isPlayed = event.type === 'playback.started';
    const type = isPlayed ? 'audio.play' : 'audio.speak';
    const by = commands.findLast(
      (each) => each.command.type === type && Math.abs(at - each.at - shift) <= byUsWithin,
    );
    return [mark(isPlayed ? 'played' : 'spoke', place(at), null, 1, by?.actor ?? null)];
  });
}

/** The commands that the carrier accepted, by our clock when it did. */
function accepted(events: readonly Numbered<ConferenceEvent>[]) {
  const acceptedAt = new Map<CommandId, Micros>();
  for (const { type, commandId, receivedAt } of events)
    if (type === 'command.accepted' && commandId !== null) acceptedAt.set(commandId, receivedAt);
  return events.flatMap((event) => {
    if (event.type !== 'command.sent' || event.commandId === null) return [];
    const at = acceptedAt.get(event.commandId);
    return at === undefined ? [] : [{ command: event.data.command, actor: event.actor, at }];
  });
}

function isWithin({ startedAt, endedAt }: RecordedSpan, at: Micros): boolean {
  return at >= startedAt && at <= endedAt;
}
