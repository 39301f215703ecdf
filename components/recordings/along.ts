import type {
  MarkerKind,
  RecordedParticipant,
  RecordingMarker,
  SpokenSegment,
} from '@/lib/contract/recording';
import type { FloorSegment } from '@/lib/domain/conference/floor';
import type { CallControlId } from '@/lib/domain/ids';
import { nameOfFarEnd, shortId } from '@/lib/format/person';

/** What those who can be heard are called: by name, by number, or by the end of their leg. */
export function namesOf(
  participants: readonly RecordedParticipant[],
): (callControlId: string) => string {
  const names = new Map(
    participants.map(({ callControlId, name, number }) => [
      callControlId,
      nameOfFarEnd(name, number),
    ]),
  );
  return (id) => names.get(id) ?? shortId(id);
}

/** Who speaks at a moment, who began last first; several where two channels overlap. */
export function speakersAt(segments: readonly SpokenSegment[], atMs: number): readonly string[] {
  const now = segments.filter(({ fromMs, toMs }) => fromMs <= atMs && atMs < toMs);
  return [...new Set(now.reverse().map(({ callControlId }) => callControlId))];
}

/** The same segments as the floor of a conference has them, in microseconds. */
export function floorOf(segments: readonly SpokenSegment[]): readonly FloorSegment[] {
  return segments.map(({ fromMs, toMs, callControlId }) => ({
    callControlId: callControlId as CallControlId,
    from: fromMs * 1000,
    until: toMs * 1000,
  }));
}

/** Markers of one kind that stand too near to be told apart. */
export interface Tick {
  readonly kind: MarkerKind;
  readonly atMs: number;
  /** From the left, 0 to 1. */
  readonly left: number;
  readonly markers: readonly RecordingMarker[];
}

/** The ticks to draw: of each kind at most one in each of so many slots. */
export function ticksAlong(
  markers: readonly RecordingMarker[],
  kinds: ReadonlySet<MarkerKind>,
  lengthMs: number,
  slots: number,
): readonly Tick[] {
  const groups = new Map<string, [RecordingMarker, ...RecordingMarker[]]>();
  for (const marker of markers) {
    if (!kinds.has(marker.kind) || lengthMs <= 0) continue;
    const key = `${marker.kind} ${Math.floor((marker.atMs / lengthMs) * slots)}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [marker]);
    else group.push(marker);
  }
  return [...groups.values()].map((group) => {
    const [{ kind, atMs }] = group;
    return { kind, atMs, left: placeOf(atMs, lengthMs), markers: group };
  });
}

/** Where a moment stands, 0 to 1. */
export function placeOf(atMs: number, lengthMs: number): number {
  return lengthMs <= 0 ? 0 : Math.min(1, Math.max(0, atMs / lengthMs));
}

/** What a key does in the player. */
export type PlayerKey =
  | { readonly does: 'toggle' | 'note' }
  | { readonly does: 'skip' | 'seek'; readonly ms: number }
  | { readonly does: 'speed'; readonly step: 1 | -1 };

/** What a key does in the player; null for one that does nothing there. */
export function playerKey(key: string, hasShift: boolean, lengthMs: number): PlayerKey | null {
  if (/^\d$/.test(key)) return { does: 'seek', ms: (Number(key) / 10) * lengthMs };
  const stepMs = hasShift ? 5_000 : 15_000;
  switch (key) {
    case ' ':
      return { does: 'toggle' };
    case 'ArrowLeft':
      return { does: 'skip', ms: -stepMs };
    case 'ArrowRight':
      return { does: 'skip', ms: stepMs };
    case ',':
      return { does: 'speed', step: -1 };
    case '.':
      return { does: 'speed', step: 1 };
    case 'Home':
      return { does: 'seek', ms: 0 };
    case 'End':
      return { does: 'seek', ms: lengthMs };
    case 'n':
    case 'N':
      return { does: 'note' };
    default:
      return null;
  }
}
