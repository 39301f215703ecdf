import { createHash } from 'node:crypto';
import { type IncomingMessage, type ServerResponse } from 'node:http';
import { type RecordedFile } from '../audio/recorded-file';
import { type RecordedFiles } from '../audio/recorded-files';
import { type VirtualClock } from '../engine/clock';
import { type Faults } from '../engine/faults';
import { fileNameOf } from '../network/announce-conference';
import { type Recording, type World } from '../network/world';
import { type Extent, extentOf, isUnchanged } from './byte-range';
import { isSent } from './send-piece';
import { type LinkVerdict } from './signed-links';
import { expiredLink, storageError, type StorageError } from './storage-errors';

/** The folder of the storage that recordings lie in. */
export const recordingsPath = '/media/recordings';

/** What downloads are answered with. */
export interface DownloadParts {
  readonly world: World;
  readonly clock: VirtualClock;
  readonly faults: Faults;
  readonly files: RecordedFiles;
}

/** Hands out recordings to whoever has a good link; no key is asked for. */
export interface Downloads {
  answer(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void>;
}

function writeError(response: ServerResponse, error: StorageError, headers: object = {}): void {
  response.writeHead(error.status, {
    ...headers,
    'content-type': 'application/xml',
    'content-length': Buffer.byteLength(error.xml),
  });
  response.end(error.xml);
}

/** Why a link opens nothing. Links are signed for GET alone: whatever else is tried does not match. */
function refusalOf(
  { clock }: DownloadParts,
  method: string | undefined,
  verdict: LinkVerdict,
): StorageError | null {
  if (verdict === 'unsigned') return storageError('AccessDenied', 'Access Denied');
  if (verdict === 'forged' || method !== 'GET') {
    const message =
      'The request signature we calculated does not match the signature you provided.';
    return storageError('SignatureDoesNotMatch', message);
  }
  return verdict === 'expired' ? expiredLink(clock.now()) : null;
}

function tagOf(recording: Recording, { bytes }: RecordedFile): string {
  // A file never changes; one that has lost its end is another one.
  const known = createHash('sha256').update(`${fileNameOf(recording)} ${bytes}`);
  return `"${known.digest('hex').slice(0, 32)}"`;
}

const waited = (clock: VirtualClock, ms: number) =>
  new Promise<void>((resolve) => {
    clock.in(ms, resolve);
  });

/** Downloads from the recordings of a world. Faults strike here: slow, broken, truncated, expired. */
export function createDownloads(parts: DownloadParts): Downloads {
  const { world, clock, faults, files } = parts;

  async function send(response: ServerResponse, file: RecordedFile, { from, to }: Extent) {
    const slow = faults.hit('download-slow');
    const broken = faults.hit('download-broken');
    const end = broken === null ? to : from + Math.floor((to - from) * broken.share);
    for await (const piece of end > from ? file.pieces(from, end) : []) {
      // It begins before the piece is sent: who has that can move the clock on.
      const pause = slow === null ? null : waited(clock, slow.ms);
      if (!(await isSent(response, piece))) return;
      await pause;
    }
    if (broken === null) response.end();
    else response.destroy();
  }

  async function hand(request: IncomingMessage, response: ServerResponse, recording: Recording) {
    const { range } = request.headers;
    const ifRange = request.headers['if-range']?.toString();
    const whole = await files.of(recording);
    const truncated = faults.hit('download-truncated');
    const bytes = truncated === null ? whole.bytes : Math.floor(whole.bytes * truncated.share);
    const file = { ...whole, bytes };
    const changedAt = recording.endedAt ?? recording.startedAt;
    const etag = tagOf(recording, file);
    const headers = {
      'accept-ranges': 'bytes',
      etag,
      'last-modified': new Date(changedAt).toUTCString(),
    };
    const asked = extentOf(isUnchanged(ifRange, { etag, changedAt }) ? range : undefined, bytes);
    if (asked === null) {
      const message = 'The requested range is not satisfiable';
      const error = storageError('InvalidRange', message, { ActualObjectSize: String(bytes) });
      writeError(response, error, { 'content-range': `bytes */${bytes}` });
      return;
    }
    const extent = asked === 'whole' ? { from: 0, to: bytes } : asked;
    const { from, to } = extent;
    response.writeHead(asked === 'whole' ? 200 : 206, {
      ...headers,
      ...(asked !== 'whole' && { 'content-range': `bytes ${from}-${to - 1}/${bytes}` }),
      'content-type': file.contentType,
      'content-length': to - from,
    });
    await send(response, file, extent);
  }

  async function answer(request: IncomingMessage, response: ServerResponse, url: URL) {
    const fileName = url.pathname.slice(recordingsPath.length + 1);
    const verdict = world.links.judge(fileName, url.searchParams);
    const refused = refusalOf(parts, request.method, verdict);
    const recording = world.recordings.get(fileName.split('.')[0] ?? '');
    if (refused !== null) writeError(response, refused);
    else if (recording === undefined) {
      const message = 'The specified key does not exist.';
      writeError(response, storageError('NoSuchKey', message, { Key: fileName }));
    } else if (faults.hit('download-expired') !== null) {
      writeError(response, expiredLink(clock.now()));
    } else await hand(request, response, recording);
  }

  return {
    async answer(request, response, url) {
      try {
        await answer(request, response, url);
      } catch {
        if (response.headersSent) response.destroy();
        else
          writeError(response, storageError('InternalError', 'We encountered an internal error.'));
      }
    },
  };
}
