/** A file of the storage; nothing of it is in memory but the piece that is being read. */
export interface RecordedFile {
  readonly bytes: number;
  readonly contentType: string;
  /** The bytes from `from` to before `to`, in pieces of 64 kB, or of 1 MB where they are many, and a rest. */
  pieces(from: number, to: number): AsyncIterable<Buffer>;
}

/** How many bytes a piece has, the last one excepted. */
export const pieceBytes = 65_536;
// What is so long is sent to be measured, and the sender must not be what is slow.
const manyBytes = 64 * 1024 * 1024;
/** How many bytes a piece has at most. */
export const largestPieceBytes = 1024 * 1024;

/** Cuts a stretch of a file into pieces, each of which `slice` gives. */
export async function* inPieces(
  from: number,
  to: number,
  slice: (from: number, to: number) => Buffer | Promise<Buffer>,
): AsyncIterable<Buffer> {
  const length = to - from > manyBytes ? largestPieceBytes : pieceBytes;
  for (let at = from; at < to; at += length) {
    yield await slice(at, Math.min(at + length, to));
  }
}
