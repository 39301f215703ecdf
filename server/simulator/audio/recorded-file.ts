/** A file of the storage; nothing of it is in memory but the piece that is being read. */
export interface RecordedFile {
  readonly bytes: number;
  readonly contentType: string;
  /** The bytes from `from` to before `to`, in pieces of 64 kB and a rest. */
  pieces(from: number, to: number): AsyncIterable<Buffer>;
}

/** How many bytes a piece has, the last one excepted. */
export const pieceBytes = 65_536;

/** Cuts a stretch of a file into pieces, each of which `slice` gives. */
export async function* inPieces(
  from: number,
  to: number,
  slice: (from: number, to: number) => Buffer | Promise<Buffer>,
): AsyncIterable<Buffer> {
  for (let at = from; at < to; at += pieceBytes) {
    yield await slice(at, Math.min(at + pieceBytes, to));
  }
}
