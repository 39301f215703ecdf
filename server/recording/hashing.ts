import type { Readable } from 'node:stream';
import { Worker } from 'node:worker_threads';

// So much may wait to be hashed before whoever brings more has to wait as well.
const mostWaitingBytes = 6 * 1024 * 1024;

/** What the thread is given of one hash: its next bytes, or a whole file, the last of them with its end. */
export interface HashWork {
  readonly id: number;
  readonly chunks: readonly Uint8Array[];
  readonly path: string | null;
  readonly isEnd: boolean;
}

/** What the thread says of it: how many bytes it has taken in, and the sum where that was the end. */
export interface HashNews {
  readonly id: number;
  readonly bytes: number;
  readonly sha256: string | null;
  /** The system's code where a file could not be read. */
  readonly problem: string | null;
}

/** One SHA-256 that is being counted. */
export interface RunningHash {
  /** Takes these bytes away from the caller; resolves once there is room for more. */
  add(chunks: readonly Buffer[]): Promise<void>;
  /** The sum of all that was added, in hexadecimal. */
  end(): Promise<string>;
}

/** Counts SHA-256 in a thread of its own: the sums of whole recordings would keep the server from all else. */
export interface Hashing {
  begin(): RunningHash;
  /** The sum of a file of this machine; rejects with the system's code where it cannot be read. */
  ofFile(path: string): Promise<string>;
  /** The sum of what a stream brings, to its end. */
  ofStream(stream: Readable): Promise<string>;
  close(): Promise<void>;
}

interface Waiting {
  bytes: number;
  readonly onRoom: (() => void)[];
  readonly settle: { resolve: (sha256: string) => void; reject: (error: unknown) => void };
}

/** The thread begins with the first hash, and again after one in which it died. */
export function createHashing(): Hashing {
  const running = new Map<number, Waiting>();
  let thread: Worker | null = null;
  let nextId = 0;

  const heard = ({ id, bytes, sha256, problem }: HashNews) => {
    const waiting = running.get(id);
    if (waiting === undefined) return;
    waiting.bytes -= bytes;
    if (waiting.bytes < mostWaitingBytes) for (const go of waiting.onRoom.splice(0)) go();
    if (problem !== null) {
      running.delete(id);
      waiting.settle.reject(Object.assign(new Error(problem), { code: problem }));
    }
    if (sha256 === null) return;
    running.delete(id);
    waiting.settle.resolve(sha256);
  };
  const died = (error: unknown) => {
    thread = null;
    for (const [id, { settle, onRoom }] of running) {
      running.delete(id);
      settle.reject(error);
      for (const go of onRoom) go();
    }
  };
  const start = () => {
    const started = new Worker(new URL('./hash-thread.mjs', import.meta.url));
    // It must not keep alive a process that has nothing else to do.
    started.unref();
    started.on('message', heard).on('error', died);
    thread = started;
    return started;
  };
  const tell = (work: HashWork) => {
    const own = work.chunks.map(owned);
    (thread ?? start()).postMessage(
      { ...work, chunks: own },
      own.map(({ buffer }) => buffer as ArrayBuffer),
    );
  };

  const enter = () => {
    nextId += 1;
    let settle: Waiting['settle'] = { resolve: () => undefined, reject: () => undefined };
    const sum = new Promise<string>((resolve, reject) => {
      settle = { resolve, reject };
    });
    // Whoever ends it is told; one that is given up concerns nobody.
    sum.catch(() => undefined);
    const waiting: Waiting = { bytes: 0, onRoom: [], settle };
    running.set(nextId, waiting);
    return { id: nextId, waiting, sum };
  };
  const begin = (): RunningHash => {
    const { id, waiting, sum } = enter();
    return {
      add: async (chunks) => {
        waiting.bytes += chunks.reduce((total, { length }) => total + length, 0);
        tell({ id, chunks, path: null, isEnd: false });
        if (waiting.bytes < mostWaitingBytes || !running.has(id)) return;
        await new Promise<void>((resolve) => {
          waiting.onRoom.push(resolve);
        });
      },
      end: () => {
        tell({ id, chunks: [], path: null, isEnd: true });
        return sum;
      },
    };
  };
  return {
    begin,
    ofFile: (path) => {
      const { id, sum } = enter();
      tell({ id, chunks: [], path, isEnd: true });
      return sum;
    },
    ofStream: async (stream) => {
      const hash = begin();
      for await (const chunk of stream) await hash.add([chunk as Buffer]);
      return hash.end();
    },
    close: async () => {
      const last = thread;
      thread = null;
      await last?.terminate();
    },
  };
}

/** The bytes in memory of their own, which can be handed over as it is; a part of more is copied. */
function owned(chunk: Uint8Array): Uint8Array {
  return chunk.byteLength === chunk.buffer.byteLength ? chunk : Uint8Array.from(chunk);
}
