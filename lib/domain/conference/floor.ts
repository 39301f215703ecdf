import type { Numbered } from '../event';
import type { CallControlId } from '../ids';
import { isNewer, type Micros, type Stamp } from '../stamp';
import type { ConferenceEvent } from './event';

/** Somebody had the floor from then until then; null while they still have it. */
export interface FloorSegment {
  readonly callControlId: CallControlId;
  readonly from: Micros;
  readonly until: Micros | null;
}

interface Turn extends Stamp {
  /** Who spoke, or null where somebody left. */
  readonly speaker: CallControlId | null;
  readonly leaver: CallControlId | null;
}

/** What decides who had the floor when: a sorted list outside the hot state. */
export interface FloorHistory {
  readonly turns: readonly Turn[];
  readonly endedAt: Micros | null;
}

/** Nobody has spoken yet. */
export const noFloorHistory: FloorHistory = { turns: [], endedAt: null };

/** The event types that decide the floor. */
export const floorEventTypes = [
  'floor.changed',
  'participant.left',
  'conference.ended',
] as const satisfies ConferenceEvent['type'][];

/** Takes in events in any order and however often; others than the deciding ones change nothing. */
export function withFloorEvents(
  history: FloorHistory,
  events: readonly Numbered<ConferenceEvent>[],
): FloorHistory {
  const known = new Set(history.turns.map((turn) => turn.id));
  const fresh: Turn[] = [];
  let { endedAt } = history;
  for (const event of events) {
    const at = event.occurredAt ?? event.receivedAt;
    if (event.type === 'conference.ended') endedAt = Math.min(endedAt ?? at, at);
    if (known.has(event.id)) continue;
    known.add(event.id);
    if (event.type === 'floor.changed') {
      fresh.push({ at, id: event.id, speaker: event.data.callControlId, leaver: null });
    } else if (event.type === 'participant.left') {
      fresh.push({ at, id: event.id, speaker: null, leaver: event.data.callControlId });
    }
  }
  if (fresh.length === 0) return endedAt === history.endedAt ? history : { ...history, endedAt };
  return { turns: inserted(history.turns, fresh), endedAt };
}

/**
 * Who had the floor when: a segment lasts until the next floor event, the speaker's leave, or the
 * end. The carrier does not report silence, so this is floor time, not speech time.
 */
export function floorSegments(history: FloorHistory): FloorSegment[] {
  const segments: FloorSegment[] = [];
  let open = null as { readonly callControlId: CallControlId; readonly from: Micros } | null;
  for (const { at, speaker, leaver } of history.turns) {
    if (speaker === null && leaver !== open?.callControlId) continue;
    if (speaker !== null && speaker === open?.callControlId) continue;
    if (open !== null && at > open.from) segments.push({ ...open, until: at });
    open = speaker === null ? null : { callControlId: speaker, from: at };
  }
  if (open !== null) segments.push({ ...open, until: history.endedAt });
  return segments;
}

/** Microseconds each had the floor between two points in time; computed, never accumulated. */
export function floorTimes(
  segments: readonly FloorSegment[],
  from: Micros,
  until: Micros,
): ReadonlyMap<CallControlId, Micros> {
  const times = new Map<CallControlId, Micros>();
  for (const segment of segments) {
    const length = Math.min(segment.until ?? until, until) - Math.max(segment.from, from);
    if (length <= 0) continue;
    times.set(segment.callControlId, (times.get(segment.callControlId) ?? 0) + length);
  }
  return times;
}

function inserted(turns: readonly Turn[], fresh: readonly Turn[]): readonly Turn[] {
  const sorted = [...fresh].sort(byStamp);
  const last = turns.at(-1);
  const first = sorted[0];
  if (last === undefined || first === undefined || isNewer(first, last))
    return [...turns, ...sorted];
  return [...turns, ...sorted].sort(byStamp);
}

function byStamp(a: Turn, b: Turn): number {
  return isNewer(a, b) ? 1 : -1;
}
