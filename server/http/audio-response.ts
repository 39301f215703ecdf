import { soundFormatOf, soundHeadBytes } from '@/lib/domain/sound';
import { rangesIn } from './byte-ranges';
import { HttpProblem } from './http-problem';

const contentTypes = { wav: 'audio/wav', mp3: 'audio/mpeg' } as const;

/** A sound on its way to somebody who listens. */
export interface SoundSource {
  readonly body: ReadableStream<Uint8Array>;
  /** Null where nobody knows its length: it then cannot be sent in parts. */
  readonly bytes: number | null;
}

/**
 * A sound as it is read, or the part of it that is asked for (RFC 9110 §14). Its type is told by its bytes;
 * `not-a-sound` (415) for what is none, so that no page can be served from here.
 */
export async function audioResponse(request: Request, source: SoundSource): Promise<Response> {
  const reader = source.body.getReader();
  const head = await readHead(reader);
  const format = soundFormatOf(head);
  if (format === null) {
    await reader.cancel();
    throw new HttpProblem(
      'not-a-sound',
      'This file is neither WAV nor MP3: it cannot be heard here',
    );
  }
  const headers = new Headers({
    'content-type': contentTypes[format],
    'cache-control': 'private, no-store',
    'x-content-type-options': 'nosniff',
  });
  const total = source.bytes;
  if (total === null) return new Response(rest(reader, head, 0, Infinity), { headers });
  headers.set('accept-ranges', 'bytes');
  const asked = request.headers.get('range');
  const ranges = asked === null ? null : rangesIn(asked, total);
  if (ranges === 'none') {
    await reader.cancel();
    headers.set('content-range', `bytes */${total}`);
    return new Response(null, { status: 416, headers });
  }
  // What is read only once can be sent in one part.
  const range = ranges?.length === 1 ? ranges[0] : undefined;
  const { start: first, end: last } = range ?? { start: 0, end: total - 1 };
  headers.set('content-length', String(last - first + 1));
  if (range !== undefined) headers.set('content-range', `bytes ${first}-${last}/${total}`);
  return new Response(rest(reader, head, first, last), {
    status: range === undefined ? 200 : 206,
    headers,
  });
}

type Reader = ReadableStreamDefaultReader<Uint8Array>;

async function readHead(reader: Reader): Promise<Uint8Array> {
  let head = Buffer.alloc(0);
  while (head.length < soundHeadBytes) {
    const { done, value } = await reader.read();
    if (done) break;
    head = Buffer.concat([head, value]);
  }
  return head;
}

/** The bytes from one to another, of which the head has been read already. */
function rest(reader: Reader, head: Uint8Array, first: number, last: number) {
  let at = 0;
  let waiting: Uint8Array | null = head;
  return new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      for (;;) {
        const chunk: Uint8Array | undefined = waiting ?? (await reader.read()).value;
        waiting = null;
        if (chunk === undefined) {
          controller.close();
          return;
        }
        const wanted = chunk.subarray(Math.max(0, first - at), Math.max(0, last + 1 - at));
        at += chunk.length;
        if (wanted.length > 0) controller.enqueue(wanted);
        if (at > last) {
          controller.close();
          await reader.cancel();
          return;
        }
        if (wanted.length > 0) return;
      }
    },
    cancel: (reason) => reader.cancel(reason),
  });
}
