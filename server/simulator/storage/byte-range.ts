/** What part of a file an answer holds: the bytes from `from` to before `to`. */
export interface Extent {
  readonly from: number;
  readonly to: number;
}

/**
 * What a Range header asks for of so many bytes. The whole file where it is absent or not understood,
 * several ranges at once included; null where no byte of the file is in it.
 */
export function extentOf(range: string | undefined, bytes: number): Extent | 'whole' | null {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(range ?? '') ?? [];
  if (first === undefined || last === undefined || first + last === '') return 'whole';
  if (first === '') {
    const count = Math.min(Number(last), bytes);
    return count === 0 ? null : { from: bytes - count, to: bytes };
  }
  const from = Number(first);
  const end = last === '' ? Infinity : Number(last) + 1;
  if (end <= from) return 'whole';
  return from >= bytes ? null : { from, to: Math.min(end, bytes) };
}

/** Whether an If-Range still holds, so that the part is worth sending: by tag, or by date. */
export function isUnchanged(
  ifRange: string | undefined,
  { etag, changedAt }: { readonly etag: string; readonly changedAt: number },
): boolean {
  if (ifRange === undefined || ifRange === etag) return true;
  // Dates in headers have whole seconds.
  return !ifRange.includes('"') && Date.parse(ifRange) >= Math.floor(changedAt / 1000) * 1000;
}
