import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import contentDisposition from 'content-disposition';
import { fileName } from '@/lib/format/file-name';
import { type ByteRange, rangesIn } from './byte-ranges';
import { webStreamOf } from './web-stream';

/** A file that is kept somewhere and never changes. */
export interface StoredFile {
  /** For people; it may hold anything. */
  readonly name: string;
  readonly mediaType: string;
  readonly disposition: 'inline' | 'attachment';
  readonly bytes: number;
  /** SHA-256 of its content, in hexadecimal. */
  readonly sha256: string;
  readonly lastModified: Date;
  /** The file, or a part of it; it is read no faster than it is taken, and destroyed when nobody takes it. */
  open(range?: ByteRange): Promise<Readable>;
}

/**
 * A file, or the parts of it that are asked for (RFC 9110 §13 and §14), to `GET` or `HEAD`. Rejects as `open`
 * does.
 */
export async function fileResponse(request: Request, file: StoredFile): Promise<Response> {
  const headers = headersOf(file);
  if (isKnown(request.headers, file)) return new Response(null, { status: 304, headers });
  headers.set('content-type', file.mediaType);
  headers.set('content-disposition', dispositionOf(file));
  const ranges = request.method === 'HEAD' ? null : wantedRanges(request.headers, file);
  if (ranges === 'none') {
    headers.set('content-range', `bytes */${file.bytes}`);
    return new Response(null, { status: 416, headers });
  }
  if (ranges !== null && ranges.length > 1) return severalParts(file, ranges, headers);
  const [range] = ranges ?? [];
  headers.set('content-length', String(range === undefined ? file.bytes : lengthOf(range)));
  if (request.method === 'HEAD') return new Response(null, { headers });
  const body = webStreamOf(await file.open(range));
  if (range === undefined) return new Response(body, { headers });
  headers.set('content-range', contentRangeOf(range, file));
  return new Response(body, { status: 206, headers });
}

function headersOf(file: StoredFile): Headers {
  return new Headers({
    etag: etagOf(file),
    'last-modified': file.lastModified.toUTCString(),
    'accept-ranges': 'bytes',
    // Kept by the browser of whoever may see it, and asked about each time: access may have ended.
    'cache-control': 'private, no-cache',
    'x-content-type-options': 'nosniff',
  });
}

function dispositionOf({ name, disposition }: StoredFile): string {
  const safe = fileName(name);
  // Old readers get letters that all of them read alike; all others the name as it is (RFC 6266 §4.3).
  const fallback = safe.replace(/[^ !#$&-[\]-~]/gu, '_');
  return contentDisposition(safe, { type: disposition, fallback });
}

function etagOf({ sha256 }: StoredFile): string {
  return `"${sha256}"`;
}

/** Whether the asker has this very file already. */
function isKnown(asked: Headers, file: StoredFile): boolean {
  const tags = asked.get('if-none-match');
  if (tags !== null) {
    const listed = tags.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
    return listed.includes('*') || listed.includes(etagOf(file));
  }
  const since = asked.get('if-modified-since');
  return since !== null && secondsOf(file.lastModified) <= Date.parse(since) / 1000;
}

function wantedRanges(asked: Headers, file: StoredFile): ReturnType<typeof rangesIn> {
  const range = asked.get('range');
  const condition = asked.get('if-range');
  if (range === null || (condition !== null && !isSame(condition, file))) return null;
  return rangesIn(range, file.bytes);
}

/** Whether parts of the file go together with those that the asker has. */
function isSame(condition: string, file: StoredFile): boolean {
  if (/^(?:W\/)?"/.test(condition)) return condition === etagOf(file);
  return Date.parse(condition) / 1000 === secondsOf(file.lastModified);
}

function secondsOf(date: Date): number {
  return Math.floor(date.getTime() / 1000);
}

function lengthOf({ start, end }: ByteRange): number {
  return end - start + 1;
}

function contentRangeOf({ start, end }: ByteRange, { bytes }: StoredFile): string {
  return `bytes ${start}-${end}/${bytes}`;
}

async function severalParts(
  file: StoredFile,
  ranges: readonly ByteRange[],
  headers: Headers,
): Promise<Response> {
  const boundary = randomUUID();
  const heads = ranges.map((range) =>
    Buffer.from(
      `\r\n--${boundary}\r\ncontent-type: ${file.mediaType}\r\ncontent-range: ${contentRangeOf(range, file)}\r\n\r\n`,
    ),
  );
  const end = Buffer.from(`\r\n--${boundary}--\r\n`);
  const bytes = ranges.map(lengthOf).concat(
    heads.map((head) => head.length),
    end.length,
  );
  headers.set('content-type', `multipart/byteranges; boundary=${boundary}`);
  headers.set('content-length', String(bytes.reduce((sum, length) => sum + length, 0)));
  // Opened before anything is promised; the others when their turn comes.
  const first = await file.open(ranges[0]);
  const body = Readable.from(parts(), { objectMode: true });
  // Nobody else would where it ends before the first is asked for.
  body.once('close', () => first.destroy());
  return new Response(webStreamOf(body), { status: 206, headers });

  async function* parts() {
    for (const [i, range] of ranges.entries()) {
      yield heads[i];
      yield* i === 0 ? first : await file.open(range);
    }
    yield end;
  }
}
