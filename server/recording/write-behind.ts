import type { FileHandle } from 'node:fs/promises';

const mostWaitingBytes = 4 * 1024 * 1024;
// The disk works while more comes, and not for the length of the whole file once all is here.
const syncEveryBytes = 32 * 1024 * 1024;
// Whoever hears of it writes it down, and waits for the same disk.
const tellEveryBytes = 256 * 1024 * 1024;

/** Writes to a file while its next bytes are on their way. */
export interface WriteBehind {
  /** Takes the next bytes; resolves once there is room for more. Rejects where an earlier write failed. */
  add(bytes: Buffer): Promise<void>;
  /** Resolves once all is written and kept; rejects where a part of it could not be. */
  end(): Promise<void>;
}

/** Who hears how far it has come: written, and such that it outlives a loss of power. */
export interface WriteListeners {
  /** Nothing more is written until it resolves. */
  readonly onWritten: (end: number, chunks: readonly Buffer[]) => Promise<void>;
  readonly onKept: (end: number) => Promise<void>;
}

/** Begins at a place of a file: one write at a time, each of all that has come since the one before. */
export function createWriteBehind(
  file: FileHandle,
  from: number,
  { onWritten, onKept }: WriteListeners,
): WriteBehind {
  let at = from;
  let waiting: Buffer[] = [];
  let waitingBytes = 0;
  let isWriting = false;
  let written = Promise.resolve();
  let syncedUpTo = from;
  let toldUpTo = from;
  let synced: Promise<void> | null = null;
  const write = async () => {
    while (waiting.length > 0) {
      const chunks = waiting;
      waiting = [];
      waitingBytes = 0;
      at += await writeAll(file, chunks, at);
      await onWritten(at, chunks);
      if (at - syncedUpTo >= syncEveryBytes) await sync();
    }
    // Where a write fails it stays so: nothing is written after a hole.
    isWriting = false;
  };
  /** One at a time; what the system says of one it says only once. */
  const sync = async (isLast = false) => {
    await synced;
    const end = at;
    syncedUpTo = end;
    const isTold = isLast || end - toldUpTo >= tellEveryBytes;
    if (isTold) toldUpTo = end;
    synced = file.datasync().then(() => (isTold ? onKept(end) : undefined));
    synced.catch(() => undefined);
  };
  return {
    add: async (bytes) => {
      waiting.push(bytes);
      waitingBytes += bytes.length;
      if (!isWriting) {
        isWriting = true;
        written = write();
        // Whoever adds more, or ends, is told.
        written.catch(() => undefined);
      }
      if (waitingBytes >= mostWaitingBytes) await written;
    },
    end: async () => {
      await written;
      await sync(true);
      await synced;
    },
  };
}

/** Answers how many bytes that were. */
async function writeAll(file: FileHandle, chunks: Buffer[], at: number): Promise<number> {
  const length = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
  const { bytesWritten } = await file.writev(chunks, at);
  if (bytesWritten === length) return length;
  const bytes = Buffer.concat(chunks);
  for (let done = bytesWritten; done < length;) {
    const more = await file.write(bytes, done, length - done, at + done);
    done += more.bytesWritten;
  }
  return length;
}
