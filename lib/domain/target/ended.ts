import type { EndedWait } from '../queue/wait';
import type { Micros } from '../stamp';

// Who gives up sooner than this has not waited (SV2).
const shortestAbandoned: Micros = 5_000_000;

/**
 * The waits of a queue that have ended, in the order of their ends and counted up: what those since any
 * moment come to is a difference of two sums, however many there are.
 */
export interface Ended {
  readonly count: number;
  /** Shared with those that it was made of and that are made of it: the first `count` of it are its own. */
  readonly book: Book;
}

interface Book {
  readonly waits: EndedWait[];
  readonly ends: Micros[];
  /** How many were answered, or abandoned, up to each of them, itself included. */
  readonly answered: number[];
  readonly abandoned: number[];
  /** How many were answered in time, by what was asked last; as far as it was asked. */
  inTime: { readonly withinSeconds: number; readonly sums: number[] };
}

/** What some of them come to. */
export interface EndedCount {
  readonly answered: number;
  readonly abandoned: number;
}

/** No wait has ended. */
export const nobodyEnded: Ended = endedOf([]);

/** The waits, in whatever order they are told. */
export function endedOf(waits: readonly EndedWait[]): Ended {
  const inTime = { withinSeconds: 0, sums: [] };
  const book: Book = { waits: [], ends: [], answered: [], abandoned: [], inTime };
  for (const wait of waits.toSorted((a, b) => a.endedAt - b.endedAt)) enter(book, wait);
  return { count: waits.length, book };
}

/** With one more: of one that ended last the cost does not grow with their number. */
export function withEnded(ended: Ended, wait: EndedWait): Ended {
  const { count, book } = ended;
  const isNewest = count === book.waits.length && count > 0;
  if (!isNewest || wait.endedAt < (book.ends[count - 1] ?? 0)) {
    return endedOf([...book.waits.slice(0, count), wait]);
  }
  enter(book, wait);
  return { count: count + 1, book };
}

/** How those fared who ended after `since`: `answered` and `abandoned` are those that count (SV1, SV2). */
export function countAfter(ended: Ended, since: Micros): EndedCount {
  const from = placeAfter(ended, since);
  const { answered, abandoned } = ended.book;
  return {
    answered: sumTo(answered, ended.count) - sumTo(answered, from),
    abandoned: sumTo(abandoned, ended.count) - sumTo(abandoned, from),
  };
}

/** How many of those who ended after `since` were answered within so many seconds. */
export function countInTimeAfter(ended: Ended, since: Micros, withinSeconds: number): number {
  const { book, count } = ended;
  if (book.inTime.withinSeconds !== withinSeconds) book.inTime = { withinSeconds, sums: [] };
  const { sums } = book.inTime;
  for (let place = sums.length; place < count; place += 1) {
    const wait = book.waits[place];
    const isInTime = wait?.outcome === 'answered' && wait.waitedMicros <= withinSeconds * 1_000_000;
    sums.push(sumTo(sums, place) + (isInTime ? 1 : 0));
  }
  return sumTo(sums, count) - sumTo(sums, placeAfter(ended, since));
}

/** When the first of those ended who ended after `since`; null where there is none. */
export function firstEndAfter(ended: Ended, since: Micros): Micros | null {
  const place = placeAfter(ended, since);
  return place < ended.count ? (ended.book.ends[place] ?? null) : null;
}

/**
 * The first moment at which one ended who counts, of those after `since`, such that `isSought` says so of
 * all that ended later. Null where there is none.
 */
export function findEnd(
  ended: Ended,
  since: Micros,
  isSought: (later: EndedCount) => boolean,
): Micros | null {
  const { count, book } = ended;
  const { ends, answered, abandoned } = book;
  const all = { answered: sumTo(answered, count), abandoned: sumTo(abandoned, count) };
  let before = placeAfter(ended, since);
  for (let place = before; place < count; place += 1) {
    // Those that end in one moment grow old in one.
    if (place + 1 < count && ends[place + 1] === ends[place]) continue;
    const gone = sumTo(answered, place + 1) + sumTo(abandoned, place + 1);
    const counts = gone > sumTo(answered, before) + sumTo(abandoned, before);
    before = place + 1;
    if (!counts) continue;
    const later = {
      answered: all.answered - sumTo(answered, place + 1),
      abandoned: all.abandoned - sumTo(abandoned, place + 1),
    };
    if (isSought(later)) return ends[place] ?? null;
  }
  return null;
}

function enter(book: Book, wait: EndedWait): void {
  const place = book.waits.length;
  const { outcome, waitedMicros, endedAt } = wait;
  const isAbandoned = outcome === 'abandoned' && waitedMicros > shortestAbandoned;
  book.answered.push(sumTo(book.answered, place) + (outcome === 'answered' ? 1 : 0));
  book.abandoned.push(sumTo(book.abandoned, place) + (isAbandoned ? 1 : 0));
  book.ends.push(endedAt);
  book.waits.push(wait);
}

function sumTo(sums: readonly number[], place: number): number {
  return place === 0 ? 0 : (sums[place - 1] ?? 0);
}

/** The place of the first that ended after `since`. */
function placeAfter({ count, book: { ends } }: Ended, since: Micros): number {
  let [from, to] = [0, count];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((ends[middle] ?? 0) > since) to = middle;
    else from = middle + 1;
  }
  return from;
}
