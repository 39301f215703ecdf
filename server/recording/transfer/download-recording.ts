import { createHash, type Hash } from 'node:crypto';
import { writeSync } from 'node:fs';
import { type FileHandle, mkdir, open, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Downloads } from '@/server/outbound/create-downloads';
import { failureOf } from '@/server/outbound/outbound-failure';
import { ArchiveError } from '@/server/recording/archive-error';
import { addFile } from './sum-file';

const idleTimeoutMs = 30_000;
const linksAtMost = 2;
// What the carrier names instead of a link where the customer gave it a bucket to keep recordings in.
const ownStorage = /^(?:s3|gs|azure):/i;
// The disk works while more comes, and not for the length of the whole file once all is here.
const syncEveryBytes = 32 * 1024 * 1024;
// Whoever hears of it writes it down, and waits for the same disk.
const tellEveryBytes = 256 * 1024 * 1024;

/** What a download is to bring, and where to. */
export interface DownloadRequest {
  readonly path: string;
  /** What the store called the bytes that are here already; null where there are none to go on from. */
  readonly etag: string | null;
  /** How many of them are sure to be as they came: what was written after that a loss of power may have taken. */
  readonly keptBytes: number;
  /** Gives a link that has not expired; asked again where one has. */
  readonly link: () => Promise<string>;
  readonly maxBytes: number;
  readonly signal: AbortSignal;
  /** Hears once what is to come: its length where it was announced. */
  readonly onBegin: (begun: {
    readonly bytes: number | null;
    readonly etag: string | null;
  }) => Promise<void>;
  /** Hears how many bytes are here. */
  readonly onProgress: (doneBytes: number) => void;
  /** Hears now and then, and at the end whatever it is, how many of them outlive a loss of power. */
  readonly onKept: (keptBytes: number) => Promise<void>;
}

/** A file that came whole. */
export interface Downloaded {
  readonly bytes: number;
  /** Of the bytes as they came. */
  readonly sha256: string;
}

/**
 * Downloads a file to `path`, durably, going on where an earlier try ended when the store says that it is the
 * same file (If-Range), and anew otherwise. Throws `ArchiveError`; an aborted one leaves what came. What comes is
 * counted and written while everything else waits: for a thread that has nothing else to do.
 */
export async function downloadRecording(
  downloads: Downloads,
  request: DownloadRequest,
): Promise<Downloaded> {
  const { path, signal } = request;
  await mkdir(dirname(path), { recursive: true });
  for (let links = 1; ; links += 1) {
    const have = request.etag === null ? 0 : Math.min(request.keptBytes, await sizeOf(path));
    const range: Record<string, string> =
      have > 0 ? { range: `bytes=${have}-`, 'if-range': request.etag ?? '' } : {};
    const link = await request.link();
    if (ownStorage.test(link)) throw new ArchiveError('own-storage', { isFinal: true });
    const answer = await downloads.get(link, {
      // What is kept is the file as it is; nothing on the way is to pack it.
      headers: { 'accept-encoding': 'identity', ...range },
      idleTimeoutMs,
      signal,
    });
    if (answer.kind === 'refused') throw new ArchiveError('address-refused', { isFinal: true });
    if (answer.kind === 'unreachable')
      throw new ArchiveError(answer.reason === 'time-out' ? 'download-slow' : 'download-cut');
    const { status, headers, body } = answer;
    if (status === 200 || (status === 206 && have > 0)) {
      const from = status === 206 ? have : 0;
      const announced = announcedBytes(status, headers, from);
      if (announced === 'differs') {
        body.destroy();
        throw new ArchiveError('length-differs', { isSpoilt: true });
      }
      if ((announced ?? 0) > request.maxBytes) {
        body.destroy();
        throw new ArchiveError('too-large', { isFinal: true, isSpoilt: true });
      }
      await request.onBegin({ bytes: announced, etag: strongEtag(headers.etag) });
      return store(request, body, from, announced);
    }
    body.destroy();
    if (status === 416) {
      // Nothing is missing: it was what came after the download that failed.
      if (headers['content-range'] === `bytes */${have}`) return here(request, have);
      throw new ArchiveError('length-differs', { isSpoilt: true });
    }
    if (status !== 403 && status !== 401) throw new ArchiveError('download-refused');
    if (links === linksAtMost) throw new ArchiveError('link-expired');
  }
}

async function here({ path, signal }: DownloadRequest, bytes: number): Promise<Downloaded> {
  const hash = createHash('sha256');
  await addFile(hash, path, { bytes, signal });
  return { bytes, sha256: hash.digest('hex') };
}

async function store(
  request: DownloadRequest,
  body: AsyncIterable<unknown>,
  from: number,
  announced: number | null,
): Promise<Downloaded> {
  const { path, signal } = request;
  const hash = createHash('sha256');
  const file = await open(path, from === 0 ? 'w' : 'r+');
  try {
    if (from > 0) {
      await file.truncate(from);
      await addFile(hash, path, { bytes: from, signal });
    }
    const bytes = await write(request, file, { body, from, hash });
    if (announced !== null && bytes !== announced) throw new ArchiveError('download-cut');
    await file.sync();
    return { bytes, sha256: hash.digest('hex') };
  } finally {
    await file.close();
  }
}

interface Writing {
  readonly body: AsyncIterable<unknown>;
  readonly from: number;
  readonly hash: Hash;
}

async function write(
  { maxBytes, signal, onProgress, onKept }: DownloadRequest,
  file: FileHandle,
  { body, from, hash }: Writing,
): Promise<number> {
  const keeping = keep(file, from, onKept);
  let end = from;
  try {
    for await (const bytes of received(body, signal)) {
      if (end + bytes.length > maxBytes)
        throw new ArchiveError('too-large', { isFinal: true, isSpoilt: true });
      // At once, while it is still in the processor's own memory.
      hash.update(bytes);
      writeAll(file, bytes, end);
      end += bytes.length;
      onProgress(end);
      await keeping.upTo(end);
    }
  } catch (error) {
    // Of a download that broke off, the next try goes on from all that came. That the disk does not keep it
    // either follows from what went wrong first.
    await keeping.end(end).catch(() => undefined);
    throw error;
  }
  await keeping.end(end);
  signal.throwIfAborted();
  return end;
}

/** Has the disk keep what was written, a good part at a time, and tells of it. */
function keep(file: FileHandle, from: number, onKept: DownloadRequest['onKept']) {
  let keptUpTo = from;
  let toldUpTo = from;
  let kept: Promise<void> | null = null;
  /** One at a time; what the system says of one it says only once. */
  const sync = async (end: number, isTold: boolean) => {
    await kept;
    keptUpTo = end;
    if (isTold) toldUpTo = end;
    kept = file.datasync().then(() => (isTold ? onKept(end) : undefined));
    kept.catch(() => undefined);
  };
  return {
    upTo: async (end: number) => {
      if (end - keptUpTo >= syncEveryBytes) await sync(end, end - toldUpTo >= tellEveryBytes);
    },
    end: async (end: number) => {
      await sync(end, true);
      await kept;
    },
  };
}

function writeAll(file: FileHandle, bytes: Buffer, at: number): void {
  for (let done = 0; done < bytes.length;)
    done += writeSync(file.fd, bytes, done, bytes.length - done, at + done);
}

/** What comes, where what goes wrong is the doing of the one who sends. */
async function* received(body: AsyncIterable<unknown>, signal: AbortSignal) {
  try {
    for await (const chunk of body) yield chunk as Buffer;
  } catch (error) {
    signal.throwIfAborted();
    const failure = failureOf(error as Error);
    const isLate = failure.kind === 'unreachable' && failure.reason === 'time-out';
    throw new ArchiveError(isLate ? 'download-slow' : 'download-cut');
  }
}

/** How long the whole file is, as far as the answer says; `differs` where its part begins elsewhere. */
function announcedBytes(
  status: number,
  headers: Readonly<Record<string, string | string[] | undefined>>,
  from: number,
): number | null | 'differs' {
  if (status === 206) {
    const parts = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(String(headers['content-range'] ?? ''));
    if (parts === null || Number(parts[1]) !== from) return 'differs';
    return Number(parts[3]);
  }
  const length = headers['content-length'];
  return length === undefined ? null : Number(length);
}

// A weak one does not promise the same bytes (RFC 9110 §13.1.5).
function strongEtag(etag: string | undefined): string | null {
  return etag?.startsWith('"') === true ? etag : null;
}

async function sizeOf(path: string): Promise<number> {
  return stat(path).then(
    ({ size }) => size,
    () => 0,
  );
}
