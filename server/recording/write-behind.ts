import type { FileHandle } from 'node:fs/promises';

const mostWaitingBytes = 4 * 1024 * 1024;

/** Writes to a file while its next bytes are on their way. */
export interface WriteBehind {
  /** Takes the next bytes; resolves once there is room for more. Rejects where an earlier write failed. */
  add(bytes: Buffer): Promise<void>;
  /** Resolves once all is written. */
  end(): Promise<void>;
}

/** Begins at a place of a file: one write at a time, each of all that has come since the one before. */
export function createWriteBehind(
  file: FileHandle,
  from: number,
  onWritten: (end: number) => void,
): WriteBehind {
  let at = from;
  let waiting: Buffer[] = [];
  let waitingBytes = 0;
  let isWriting = false;
  let written = Promise.resolve();
  const write = async () => {
    while (waiting.length > 0) {
      const bytes = Buffer.concat(waiting);
      waiting = [];
      waitingBytes = 0;
      await writeAll(file, bytes, at);
      at += bytes.length;
      onWritten(at);
    }
    // Where a write fails it stays so: nothing is written after a hole.
    isWriting = false;
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
    end: () => written,
  };
}

async function writeAll(file: FileHandle, bytes: Buffer, at: number): Promise<void> {
  for (let done = 0; done < bytes.length;) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, at + done);
    done += bytesWritten;
  }
}
