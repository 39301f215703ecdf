import type { ConferenceEvent } from '@/lib/domain/conference/event';
import type { Numbered } from '@/lib/domain/event';
import type { TimelineLine } from '@/lib/format/timeline-line';
import { type CsvCell, csvLine } from '@/lib/format/csv-line';
import type { TimelineText } from './timeline-text';

type Column = readonly [name: string, of: (line: TimelineLine, text: TimelineText) => CsvCell];

const columns: readonly Column[] = [
  ['at', ({ at }) => new Date(at / 1000).toISOString()],
  ['what', (line, text) => text.sentence(line)],
  ['person', ({ actor }) => actor?.name ?? null],
  ['participants', (line, text) => namesOf(legsIn(line).changed, text)],
  ['kind', ({ words }) => (words.say === 'command' ? words.type : words.say)],
  ['source', ({ source }) => source],
  ['outcome', (line, text) => text.phase(line)],
  ['why', ({ command }) => command?.refusal?.detail ?? null],
  ['round_trip_ms', ({ command }) => command?.roundTripMs ?? null],
  ['person_id', ({ actor }) => actor?.userId ?? null],
  ['call_control_ids', ({ legs }) => legs.join(' ')],
  ['number', ({ seq }) => seq],
  ['so_already', (line, text) => namesOf(legsIn(line).already, text)],
];

/** A conference's timeline as lines of a file, in the order in which it was heard. */
export async function* timelineLines(
  parts: AsyncIterable<readonly Numbered<ConferenceEvent>[]>,
  text: TimelineText,
): AsyncGenerator<string> {
  yield csvLine(columns.map(([name]) => name));
  for await (const events of parts) {
    const lines = text.lines(events);
    yield lines.map((line) => csvLine(columns.map(([, of]) => of(line, text)))).join('');
  }
}

/** Those whom a line is about: whom it changed, and who were so before it, as far as it tells them apart. */
function legsIn({ legs, words }: TimelineLine) {
  const isTold = words.say === 'command' && words.isAlreadyLast;
  const count = isTold ? legs.length - words.already : legs.length;
  return { changed: legs.slice(0, count), already: legs.slice(count) };
}

function namesOf(legs: TimelineLine['legs'], text: TimelineText): string {
  return legs.map(text.nameOfLeg).join('; ');
}
