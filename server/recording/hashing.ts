import type { Readable } from 'node:stream';
import { Worker } from 'node:worker_threads';

// The thread counts one while the next is filled.
const bucketBytes = 2 * 1024 * 1024;

/** What the thread is given of one hash: bytes in memory that both share, or a whole file; the last with its end. */
export interface HashWork {
  readonly id: number;
  readonly bytes: Uint8Array | null;
  readonly path: string | null;
  readonly isEnd: boolean;
}

/** What the thread says of each piece of work, in its order. */
export interface HashNews {
  readonly id: number;
  readonly sha256: string | null;
  /** The system's code where a file could not be read. */
  readonly problem: string | null;
}

/** One SHA-256 that is being counted. */
export interface RunningHash {
  /** Takes in these bytes; resolves once there is room for more. One call at a time. */
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

/** Who waits for what the thread says of one hash. */
interface Asker {
  /** A piece of its work is done. */
  readonly done: () => void;
  readonly resolve: (sha256: string) => void;
  readonly reject: (error: unknown) => void;
}

/** The thread begins with the first hash, and again after one in which it died. */
export function createHashing(): Hashing {
  const askers = new Map<number, Asker>();
  let thread: Worker | null = null;
  let nextId = 0;

  const heard = ({ id, sha256, problem }: HashNews) => {
    const asker = askers.get(id);
    if (asker === undefined) return;
    asker.done();
    if (sha256 === null && problem === null) return;
    askers.delete(id);
    if (sha256 !== null) asker.resolve(sha256);
    else asker.reject(Object.assign(new Error(problem ?? ''), { code: problem }));
  };
  const died = (error: unknown) => {
    thread = null;
    const all = [...askers.values()];
    askers.clear();
    for (const asker of all) {
      asker.reject(error);
      asker.done();
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
    (thread ?? start()).postMessage(work);
  };
  const enter = (done: () => void) => {
    nextId += 1;
    const id = nextId;
    const sum = new Promise<string>((resolve, reject) => {
      askers.set(id, { done, resolve, reject });
    });
    // Whoever ends it is told; one that is given up concerns nobody.
    sum.catch(() => undefined);
    return { id, sum };
  };

  const begin = (): RunningHash => {
    const buckets = [0, 1].map(() => new Uint8Array(new SharedArrayBuffer(bucketBytes)));
    let [filling, full] = buckets as [Uint8Array, Uint8Array];
    let filled = 0;
    let isCounting = false;
    let onCounted: (() => void) | null = null;
    const { id, sum } = enter(() => {
      isCounting = false;
      onCounted?.();
      onCounted = null;
    });
    const passOn = async () => {
      if (isCounting)
        await new Promise<void>((resolve) => {
          onCounted = resolve;
        });
      [filling, full] = [full, filling];
      isCounting = askers.has(id);
      tell({ id, bytes: full.subarray(0, filled), path: null, isEnd: false });
      filled = 0;
    };
    return {
      add: async (chunks) => {
        for (const chunk of chunks) {
          for (let at = 0; at < chunk.length;) {
            const part = chunk.subarray(at, at + bucketBytes - filled);
            filling.set(part, filled);
            filled += part.length;
            at += part.length;
            if (filled === bucketBytes) await passOn();
          }
        }
      },
      end: () => {
        tell({ id, bytes: filling.subarray(0, filled), path: null, isEnd: true });
        return sum;
      },
    };
  };
  return {
    begin,
    ofFile: (path) => {
      const { id, sum } = enter(() => undefined);
      tell({ id, bytes: null, path, isEnd: true });
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
