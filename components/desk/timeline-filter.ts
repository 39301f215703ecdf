import type { CallControlId } from '@/lib/domain/ids';
import type { LineWords, TimelineLine } from '@/lib/format/timeline-line';

/** Kinds of lines that can be left out of the timeline. */
export const lineKinds = [
  'people',
  'floor',
  'commands',
  'recordings',
  'audio',
  'digits',
  'conference',
] as const;
/** One kind. */
export type LineKind = (typeof lineKinds)[number];

/** Which lines of the timeline are shown. */
export interface TimelineFilter {
  /** Empty for all kinds. */
  readonly kinds: ReadonlySet<LineKind>;
  /** A part of the name of somebody the line is about, or of whoever acted; empty for everybody. */
  readonly person: string;
}

/** Everything is shown. */
export const wholeTimeline: TimelineFilter = { kinds: new Set(), person: '' };

/** Whether the filter leaves anything out. */
export function isFiltering(filter: TimelineFilter): boolean {
  return filter.kinds.size > 0 || filter.person.trim() !== '';
}

/** The filter with a kind let in, or no longer. */
export function withKind(filter: TimelineFilter, kind: LineKind): TimelineFilter {
  const kinds = new Set(filter.kinds);
  if (!kinds.delete(kind)) kinds.add(kind);
  return { ...filter, kinds: kinds.size === lineKinds.length ? new Set() : kinds };
}

/** The lines that the filter lets through; the same reference where it lets all. */
export function filteredLines(
  lines: readonly TimelineLine[],
  filter: TimelineFilter,
  names: ReadonlyMap<CallControlId, string>,
): readonly TimelineLine[] {
  if (!isFiltering(filter)) return lines;
  const person = filter.person.trim().toLocaleLowerCase();
  const isNamed = (name: string | undefined) => name?.toLocaleLowerCase().includes(person) === true;
  const legs = new Set([...names].filter(([, name]) => isNamed(name)).map(([id]) => id));
  return lines.filter((line) => {
    if (filter.kinds.size > 0 && !filter.kinds.has(kindOf(line.words))) return false;
    if (person === '') return true;
    return isNamed(line.actor?.name) || line.legs.some((leg) => legs.has(leg));
  });
}

function kindOf(words: LineWords): LineKind {
  switch (words.say) {
    case 'joined':
    case 'left':
    case 'joinedMany':
    case 'leftMany':
    case 'hungUp':
    case 'identified':
    case 'waited':
      return 'people';
    case 'floor':
      return 'floor';
    case 'command':
      return words.type.startsWith('recording.') ? 'recordings' : 'commands';
    case 'note':
    case 'foreignMute':
    case 'foreignUnmute':
    case 'foreignHold':
    case 'foreignUnhold':
      return 'commands';
    case 'saved':
      return 'recordings';
    case 'audioStarted':
    case 'audioEnded':
    case 'legAudioStarted':
    case 'legAudioEnded':
    case 'speakStarted':
    case 'speakEnded':
    case 'legSpeakStarted':
    case 'legSpeakEnded':
      return 'audio';
    case 'pressed':
    case 'gathered':
      return 'digits';
    case 'began':
    case 'ended':
    case 'described':
      return 'conference';
  }
}
