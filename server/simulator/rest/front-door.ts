import http from 'node:http';
import { z } from 'zod';
import { type VirtualClock } from '../engine/clock';
import { type Fault, type Faults } from '../engine/faults';
import { type Downloads, recordingsPath } from '../storage/downloads';
import { carrierErrorOf, Refusal, refusal, type RefusalCode } from '../refusal';
import { type Answer } from './carrier-request';
import { mayUpload, readForm, uploadLimitBytes, withFetchedMedia } from './read-upload';
import { type Router } from './router';

/** What the door opens to. */
export interface FrontDoorParts {
  readonly apiKey: string;
  readonly clock: VirtualClock;
  readonly faults: Faults;
  /** The carrier's own API, under /v2. */
  readonly rest: Router;
  /** The simulator's controls, under /control: never hit by a fault. */
  readonly control: Router;
  /** Files behind signed links, under /media. */
  readonly downloads: Downloads;
}

const BODY_LIMIT_BYTES = 1_000_000;
// What a form says beside its file.
const FORM_EXTRA_BYTES = 64_000;
const REQUESTS_PER_SECOND = 1000;

const failure = (code: RefusalCode, detail: string): Answer => {
  const { status, error } = carrierErrorOf(code, detail);
  return { status, body: { errors: [error] } };
};

async function readBody(request: http.IncomingMessage, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = z.instanceof(Buffer).parse(chunk);
    size += bytes.length;
    // Read to its end all the same: who is still sending would not hear the answer.
    if (size <= limit) chunks.push(bytes);
  }
  if (size > limit) throw refusal('10015', 'The body is too large.');
  return Buffer.concat(chunks);
}

function parsed(text: string, contentType: string): unknown {
  if (text.trim() === '') return {};
  if (!contentType.includes('json')) {
    throw refusal('10029', 'The Content-Type must be application/json.');
  }
  try {
    return JSON.parse(text);
  } catch {
    throw refusal('10023', 'The body is not valid JSON.');
  }
}

async function parsedUpload(bytes: Buffer, contentType: string): Promise<unknown> {
  if (contentType.startsWith('multipart/form-data')) return readForm(bytes, contentType);
  return withFetchedMedia(parsed(bytes.toString('utf8'), contentType));
}

/** Counts requests within each second, as the rate-limit headers report them (DOMAIN §5.3). */
function createRateCount(): () => Record<string, string> {
  let second = 0;
  let used = 0;
  return () => {
    const now = Math.floor(Date.now() / 1000);
    if (now !== second) used = 0;
    second = now;
    used += 1;
    return {
      'x-ratelimit-limit': String(REQUESTS_PER_SECOND),
      'x-ratelimit-remaining': String(Math.max(0, REQUESTS_PER_SECOND - used)),
      'x-ratelimit-reset': '1',
    };
  };
}

function write(
  response: http.ServerResponse,
  { status, body, file }: Answer,
  headers: Record<string, string>,
): void {
  if (response.destroyed) return;
  if (file !== undefined) {
    const { bytes, contentType } = file;
    const own = { 'content-type': contentType, 'content-length': bytes.length };
    response.writeHead(status, { ...headers, ...own }).end(bytes);
    return;
  }
  if (body === undefined) {
    response.writeHead(status, headers).end();
    return;
  }
  const text = JSON.stringify(body);
  response.writeHead(status, {
    ...headers,
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
  });
  response.end(text);
}

function outcome(run: () => Answer): Answer {
  try {
    return run();
  } catch (error) {
    if (error instanceof Refusal) return { status: error.status, body: { errors: error.errors } };
    throw error;
  }
}

const serverError = () => failure('10007', 'Something went wrong on our side.');

/** A fault that answers before anything is done; null when this request is spared. */
function struckBefore(
  faults: Faults,
  method: string,
): { answer: Answer; headers: Record<string, string> } | { workFirst: Fault } | null {
  const tooMany = faults.hit('429', method);
  if (tooMany !== null) {
    const retryAfter = String(Math.ceil(tooMany.ms / 1000));
    const answer = failure('10011', 'You have exceeded the rate limit.');
    return { answer, headers: { 'retry-after': retryAfter, 'x-ratelimit-remaining': '0' } };
  }
  const broken = faults.hit('500', method);
  if (broken === null) return null;
  if (broken.afterWork) return { workFirst: broken };
  return { answer: serverError(), headers: {} };
}

/** An HTTP server that checks the key, reads the body, lets faults strike, and answers. */
export function createFrontDoor(parts: FrontDoorParts): http.Server {
  const { clock, faults } = parts;
  const countRequest = createRateCount();

  function answerRest(
    request: { method: string; path: string; query: URLSearchParams; body: unknown },
    response: http.ServerResponse,
  ): void {
    const headers = countRequest();
    const struck = struckBefore(faults, request.method);
    if (struck !== null && 'answer' in struck) {
      write(response, struck.answer, { ...headers, ...struck.headers });
      return;
    }
    const answer = outcome(() => parts.rest.route(request)());
    const silence = faults.hit('time-out', request.method);
    if (silence !== null) {
      clock.in(silence.ms, () => {
        response.destroy();
      });
      return;
    }
    const told = struck === null ? answer : serverError();
    const slow = faults.hit('slow', request.method);
    if (slow === null) write(response, told, headers);
    else {
      clock.in(slow.ms, () => {
        write(response, told, headers);
      });
    }
  }

  async function answerControl(
    asked: Parameters<Router['route']>[0],
    response: http.ServerResponse,
  ) {
    const answer = outcome(() => parts.control.route(asked)());
    const told = answer.later === undefined ? answer : { ...answer, body: await answer.later };
    write(response, told, {});
  }

  async function answer(request: http.IncomingMessage, response: http.ServerResponse) {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (url.pathname.startsWith(`${recordingsPath}/`)) {
      clock.runDue();
      await parts.downloads.answer(request, response, url);
      return;
    }
    const [, room = ''] = url.pathname.split('/');
    const path = url.pathname.slice(room.length + 1);
    const method = request.method ?? 'GET';
    const takesFile = room === 'v2' && mayUpload(method, path);
    const limit = takesFile ? uploadLimitBytes + FORM_EXTRA_BYTES : BODY_LIMIT_BYTES;
    const bytes = await readBody(request, limit);
    if (request.headers.authorization !== `Bearer ${parts.apiKey}`) {
      write(response, failure('10009', 'The required authentication is missing or wrong.'), {});
      return;
    }
    const contentType = request.headers['content-type'] ?? '';
    const body = takesFile
      ? await parsedUpload(bytes, contentType)
      : parsed(bytes.toString('utf8'), contentType);
    const asked = { method, path, query: url.searchParams, body };
    clock.runDue();
    if (room === 'v2') answerRest(asked, response);
    else if (room === 'control') await answerControl(asked, response);
    else write(response, failure('10005', 'The requested URL could not be found.'), {});
  }

  return http.createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      const told = error instanceof Refusal ? error : null;
      const spoilt =
        told === null ? serverError() : { status: told.status, body: { errors: told.errors } };
      write(response, spoilt, {});
    });
  });
}
