/** Bytes from one to another, both included and counted from 0. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

const mostRanges = 8;

/**
 * The parts of `total` bytes that a `Range` header asks for (RFC 9110 §14.2), those beyond the end left out;
 * `none` where all are. Null for what is to be ignored, so that the whole is sent: what is not well formed,
 * more than 8 parts, and parts that overlap.
 */
export function rangesIn(asked: string, total: number): readonly ByteRange[] | 'none' | null {
  const [, list] = /^bytes=(.*)$/i.exec(asked) ?? [];
  const parts = (list ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (parts.length === 0 || parts.length > mostRanges) return null;
  const ranges: ByteRange[] = [];
  for (const part of parts) {
    const range = rangeIn(part, total);
    if (range === null) return null;
    if (range !== 'none') ranges.push(range);
  }
  if (ranges.length === 0) return 'none';
  return doOverlap(ranges) ? null : ranges;
}

function rangeIn(part: string, total: number): ByteRange | 'none' | null {
  const [, from = '', to = ''] = /^(\d*)-(\d*)$/.exec(part) ?? [];
  if (from === '' && to === '') return null;
  if (from === '') {
    const length = Math.min(Number(to), total);
    return length === 0 ? 'none' : { start: total - length, end: total - 1 };
  }
  const start = Number(from);
  if (to !== '' && Number(to) < start) return null;
  if (start >= total) return 'none';
  return { start, end: to === '' ? total - 1 : Math.min(Number(to), total - 1) };
}

function doOverlap(ranges: readonly ByteRange[]): boolean {
  const sorted = [...ranges].sort((a, b) => a.start - b.start);
  return sorted.some(({ end }, i) => end >= (sorted[i + 1]?.start ?? Infinity));
}
