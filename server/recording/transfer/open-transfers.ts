import { Worker } from 'node:worker_threads';
import { ArchiveError } from '@/server/recording/archive-error';
import type { DownloadRequest } from './download-recording';
import type {
  FromThread,
  ThreadFailure,
  ThreadQuestion,
  ToThread,
  TransferSetup,
  TransferWork,
  Transferred,
} from './transfer-messages';

const endIdleAfterMs = 30_000;

/**
 * Moves whole recordings in threads of their own, one for each that moves: next to what the server holds in
 * memory, every piece of a file would cost more, and the server would have no time for anything else.
 */
export interface Transfers {
  /** As `downloadRecording`, which then looks at the sound that came. */
  download(request: DownloadRequest): Promise<Transferred>;
  /** The SHA-256 of a file of this machine, in hexadecimal. Throws what the system says of the file. */
  sumOfFile(path: string, signal: AbortSignal): Promise<string>;
  /** Ends the threads, whatever they do. */
  close(): Promise<void>;
}

/** A thread, who hears what it says, and when it ends for want of work. */
interface Line {
  readonly thread: Worker;
  hear: (news: FromThread) => void;
  onDeath: (error: Error) => void;
  idle: NodeJS.Timeout | null;
}

/** What is made of what a thread says of one piece of work. */
interface Listener<T> {
  /** Its end, or null for what is none yet. */
  readonly take: (news: Exclude<FromThread, ThreadQuestion>) => T | null;
  /** Answers; with a link to the question for one. */
  readonly answer: (question: ThreadQuestion) => Promise<string>;
}

/** Opens it; a thread begins when there is something to do, and ends when there has been nothing for a while. */
export function openTransfers(setup: TransferSetup): Transfers {
  const lines = new Set<Line>();

  const startLine = (): Line => {
    const line: Line = {
      thread: startThread(setup),
      hear: () => undefined,
      onDeath: () => undefined,
      idle: null,
    };
    // It must not keep alive a process that has nothing else to do.
    line.thread.unref();
    line.thread
      .on('message', (news: FromThread) => {
        line.hear(news);
      })
      .on('error', (error) => {
        lines.delete(line);
        line.onDeath(error);
      })
      .on('exit', () => {
        lines.delete(line);
        line.onDeath(new Error('The thread has ended'));
      });
    lines.add(line);
    return line;
  };
  const takeLine = () => {
    const free = [...lines].find(({ idle }) => idle !== null);
    if (free === undefined) return startLine();
    if (free.idle !== null) clearTimeout(free.idle);
    free.idle = null;
    return free;
  };
  const leaveLine = (line: Line) => {
    if (!lines.has(line)) return;
    line.idle = setTimeout(() => {
      lines.delete(line);
      void line.thread.terminate();
    }, endIdleAfterMs).unref();
  };

  const run = async <T>(
    work: TransferWork,
    signal: AbortSignal,
    { take, answer }: Listener<T>,
  ): Promise<T> => {
    signal.throwIfAborted();
    const line = takeLine();
    const tell = (told: ToThread) => {
      line.thread.postMessage(told);
    };
    const stop = () => {
      tell({ kind: 'stop' });
    };
    // That a question could not be answered is why the whole is not done.
    let refusal: { readonly cause: unknown } | null = null;
    const causeOf = (failure: ThreadFailure): Error => {
      if (refusal !== null) return refusal.cause as Error;
      return signal.aborted ? (signal.reason as Error) : errorOf(failure);
    };
    signal.addEventListener('abort', stop);
    try {
      return await new Promise<T>((resolve, reject) => {
        line.onDeath = reject;
        line.hear = (news) => {
          if (news.kind === 'link' || news.kind === 'begun' || news.kind === 'kept') {
            answer(news).then(
              (link) => {
                tell({ kind: 'answer', link });
              },
              (cause: unknown) => {
                refusal ??= { cause };
                tell({ kind: 'answer', link: null });
              },
            );
          } else if (news.kind === 'failed') reject(causeOf(news.failure));
          else {
            const end = take(news);
            if (end !== null) resolve(end);
          }
        };
        tell(work);
      });
    } finally {
      signal.removeEventListener('abort', stop);
      leaveLine(line);
    }
  };

  return {
    download: ({ path, etag, keptBytes, maxBytes, signal, ...heard }) =>
      run<Transferred>({ kind: 'download', path, etag, keptBytes, maxBytes }, signal, {
        take: (news) => {
          if (news.kind === 'progress') heard.onProgress(news.bytes);
          return news.kind === 'downloaded' ? news.file : null;
        },
        answer: async (question) => {
          if (question.kind === 'link') return heard.link();
          if (question.kind === 'begun') await heard.onBegin(question);
          else await heard.onKept(question.bytes);
          return '';
        },
      }),
    sumOfFile: (path, signal) =>
      run({ kind: 'sum', path }, signal, {
        take: (news) => (news.kind === 'summed' ? news.sha256 : null),
        // It has no questions.
        answer: () => Promise.resolve(''),
      }),
    close: async () => {
      await Promise.all([...lines].map(({ thread }) => thread.terminate()));
    },
  };
}

/** The bundle of the server has a bundle of the thread beside it; from the sources it is translated as it starts. */
function startThread(setup: TransferSetup): Worker {
  const options = { workerData: setup };
  if (!import.meta.url.endsWith('.ts'))
    return new Worker(new URL('./transfer-thread.mjs', import.meta.url), options);
  const source = JSON.stringify(new URL('./transfer-thread.ts', import.meta.url).href);
  const start = `import('tsx/esm/api').then(({ tsImport }) => tsImport(${source}, ${source}))`;
  return new Worker(start, { ...options, eval: true });
}

function errorOf(failure: ThreadFailure): Error {
  if (failure.kind === 'archive') return new ArchiveError(failure.problem, failure);
  return Object.assign(new Error(failure.text), { code: failure.code });
}
