import { parentPort, workerData } from 'node:worker_threads';
import { createDownloads } from '@/server/outbound/create-downloads';
import { ArchiveError } from '@/server/recording/archive-error';
import { soundLength } from '@/server/recording/sound/sound-duration';
import { createPieceCollector } from './collect-pieces';
import { downloadRecording } from './download-recording';
import { sumOfFile } from './sum-file';
import type {
  FromThread,
  ThreadFailure,
  ThreadQuestion,
  ToThread,
  TransferSetup,
  TransferWork,
} from './transfer-messages';

const tellEveryMs = 100;

const collectPieces = createPieceCollector();
const downloads = createDownloads(workerData as TransferSetup);
let stopping = new AbortController();
let onAnswer: ((link: string | null) => void) | null = null;

parentPort?.on('message', (told: ToThread) => {
  if (told.kind === 'answer') onAnswer?.(told.link);
  else if (told.kind === 'stop') stopping.abort();
  else void work(told);
});

async function work(told: TransferWork): Promise<void> {
  stopping = new AbortController();
  try {
    if (told.kind === 'sum')
      say({ kind: 'summed', sha256: await sumOfFile(told.path, stopping.signal) });
    else await download(told);
  } catch (error) {
    say({ kind: 'failed', failure: failureIn(error) });
  }
}

async function download(request: TransferWork & { kind: 'download' }): Promise<void> {
  let toldAt = 0;
  const downloaded = await downloadRecording(downloads, {
    ...request,
    signal: stopping.signal,
    link: () => ask({ kind: 'link' }),
    onBegin: async ({ bytes, etag }) => {
      await ask({ kind: 'begun', bytes, etag });
    },
    onProgress: (bytes) => {
      collectPieces(bytes);
      if (performance.now() - toldAt < tellEveryMs) return;
      toldAt = performance.now();
      say({ kind: 'progress', bytes });
    },
    onKept: async (bytes) => {
      await ask({ kind: 'kept', bytes });
    },
  });
  const sound = await soundLength(request.path);
  say({ kind: 'downloaded', file: { ...downloaded, sound } });
}

/** The answer is empty where the question is none for a link. */
function ask(question: ThreadQuestion): Promise<string> {
  return new Promise((resolve, reject) => {
    onAnswer = (link) => {
      onAnswer = null;
      if (link === null) reject(new Error('There is no answer'));
      else resolve(link);
    };
    say(question);
  });
}

function failureIn(error: unknown): ThreadFailure {
  if (error instanceof ArchiveError) {
    const { problem, isFinal, isSpoilt } = error;
    return { kind: 'archive', problem, isFinal, isSpoilt };
  }
  const code = (error as NodeJS.ErrnoException).code ?? null;
  return { kind: 'other', code, text: (error as Error).stack ?? String(error) };
}

function say(news: FromThread): void {
  parentPort?.postMessage(news);
}
