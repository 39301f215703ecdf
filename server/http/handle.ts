import { type z } from 'zod';
import type { Permission } from '@/lib/domain/permission';
import { type Sight, sightOf } from '@/lib/domain/shown';
import { addressHeader } from '@/server/auth/address-header';
import { getServices, type Services } from '@/server/services';
import type { CommandOrigin } from '@/server/log/ports';
import { carrierProblemOf } from './carrier-problem';
import { alertProblemOf } from './alert-problem';
import { allow, type CurrentActor, currentActor } from './current-actor';
import { type Attempt, type Deed, tellAttempt } from './deed';
import { HttpProblem, problemResponse } from './http-problem';
import { inboundProblemOf } from './inbound-problem';
import { libraryProblemOf } from './library-problem';
import { outboundProblemOf } from './outbound-problem';
import { recordingProblemOf } from './recording-problem';
import { peopleProblemOf } from './people-problem';
import { isFromAnotherSite } from './known-host';
import { readLimited } from './read-limited';
import { tellLength } from './told-length';
import { askedFrom, requestIdHeader, requestIdOf } from './request-id';

const maxBodyBytes = 512 * 1024;
const sendJson = 'Send a JSON body with content-type application/json';

/** Whoever asks, and what they may see. */
export interface Asker extends CurrentActor {
  readonly sight: Sight;
  /** The same as `sight.numbers`, for what holds nothing else to hide. */
  readonly seesNumbers: boolean;
  /** Where the request came from. */
  readonly origin: CommandOrigin;
  /** Says what is being done: activity tells it, with its outcome. */
  readonly does: (deed: Deed) => void;
}

type Answering = (services: Services, asker: Asker) => Promise<unknown>;

/**
 * Answers whoever is signed in and has the permission: what `work` returns as JSON, or a problem document.
 * `signed-in`: whoever that is, about themselves. All routes go through here; those few that answer
 * anybody, through `handleAnybody`.
 */
export async function handle(
  request: Request,
  permission: Permission | 'signed-in',
  work: Answering,
): Promise<Response> {
  return handleAnybody(request, async (services) => {
    const current = await currentActor(request);
    limitWrites(request, services, 'account', current.actor.userId);
    const asker = { ...current, origin: originOf(request, current) };
    let attempt: Attempt = { asker, request, began: services.now(), deed: null };
    const does = (deed: Deed) => {
      attempt = { ...attempt, deed };
    };
    const sight = sightOf(asker.role);
    const seesNumbers = sight.numbers;
    try {
      if (permission !== 'signed-in') allow(asker, permission);
      const answer = await work(services, { ...asker, sight, seesNumbers, does });
      await tellAttempt(services, attempt, null);
      return answer;
    } catch (error) {
      await tellAttempt(services, attempt, problemOf(error));
      throw error;
    }
  });
}

function originOf(request: Request, { role }: CurrentActor): CommandOrigin {
  return { role, ...askedFrom(request) };
}

/** Answers anybody: for signing in, health, and what is guarded by something else than a session. */
export async function handleAnybody(
  request: Request,
  work: (services: Services) => Promise<unknown>,
): Promise<Response> {
  const requestId = requestIdOf(request);
  const services = getServices();
  try {
    refuseOtherSites(request, services);
    limitWrites(request, services, 'address', request.headers.get(addressHeader) ?? '');
    const answer = await work(services);
    if (answer instanceof Response) {
      answer.headers.set(requestIdHeader, requestId);
      tellLength(answer.headers);
      return answer;
    }
    return Response.json(answer, {
      headers: { 'cache-control': 'no-store', [requestIdHeader]: requestId },
    });
  } catch (error) {
    const problem = problemOf(error);
    if (problem.code === 'cross-origin') await tellForeign(request, services, problem);
    if (problem.code === 'internal') services.logFailure(requestId, error);
    return problemResponse(problem, requestId);
  }
}

/** Tells activity of a page of another site that used somebody's session. */
async function tellForeign(request: Request, services: Services, problem: HttpProblem) {
  try {
    const session = await services.signIn.sessions.current(request.headers.get('cookie'));
    if (session === null) return;
    const { userId, name, role, sessionId } = session;
    const current: CurrentActor = { actor: { userId, name }, role, sessionId };
    const asker = { ...current, origin: originOf(request, current) };
    await tellAttempt(services, { asker, request, began: services.now(), deed: null }, problem);
  } catch (error) {
    services.logFailure(requestIdOf(request), error);
  }
}

function limitWrites(
  request: Request,
  services: Services,
  kind: 'account' | 'address',
  key: string,
): void {
  if (!changesSomething(request)) return;
  const waitSeconds = services.limitWrites.take(kind, key);
  if (waitSeconds === null) return;
  throw new HttpProblem('too-many-tries', 'Wait before you ask for more', {}, waitSeconds);
}

function changesSomething({ method }: Request): boolean {
  return method !== 'GET' && method !== 'HEAD';
}

/** Reads a JSON body by its schema; throws a problem that names every wrong field. */
export async function readBody<T extends z.ZodType>(
  request: Request,
  schema: T,
): Promise<z.output<T>> {
  // A form of another site can send text without asking first, but never this type.
  if (!isJson(request)) throw new HttpProblem('bad-json', sendJson);
  const bytes = await readLimited(request, maxBodyBytes);
  if (bytes === null) {
    throw new HttpProblem('body-too-large', `A body may hold ${maxBodyBytes} bytes`);
  }
  let json: unknown;
  try {
    json = JSON.parse(bytes.toString('utf8'));
  } catch {
    throw new HttpProblem('bad-json', sendJson);
  }
  return parsed(schema, json);
}

function isJson({ headers }: Request): boolean {
  return /^application\/json\s*(;|$)/i.test(headers.get('content-type') ?? '');
}

/** Reads the query by its schema; throws a problem that names every wrong parameter. */
export function readQuery<T extends z.ZodType>(request: Request, schema: T): z.output<T> {
  return parsed(schema, Object.fromEntries(new URL(request.url).searchParams));
}

/** Reads a value by its schema; throws a problem that says what is wrong with it. */
export function parsed<T extends z.ZodType>(schema: T, value: unknown): z.output<T> {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const errors = read.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }));
  const [first] = errors;
  const detail =
    first === undefined ? 'See errors' : [first.path, first.message].filter(Boolean).join(': ');
  throw new HttpProblem('bad-request', detail, { errors });
}

function refuseOtherSites(request: Request, services: Services): void {
  if (!changesSomething(request)) return;
  const origin = request.headers.get('origin') ?? undefined;
  const host = request.headers.get('host') ?? undefined;
  if (isFromAnotherSite(request.headers) || !services.isSameOrigin(origin, host)) {
    throw new HttpProblem('cross-origin', 'This request came from a page of another site');
  }
}

function problemOf(error: unknown): HttpProblem {
  if (error instanceof HttpProblem) return error;
  if (error instanceof URIError) {
    return new HttpProblem('not-found', 'This address is not well formed');
  }
  // Route bundles hold their own copy of a class: its name is what they share.
  if (error instanceof Error && error.name === 'BadCursorError') {
    return new HttpProblem('bad-request', 'This cursor is not one of ours: begin again without it');
  }
  const ofCarrier = error instanceof Error ? carrierProblemOf(error) : null;
  if (ofCarrier !== null) return ofCarrier;
  const ofPeople = error instanceof Error ? peopleProblemOf(error) : null;
  if (ofPeople !== null) return ofPeople;
  const ofAlert = error instanceof Error ? alertProblemOf(error) : null;
  if (ofAlert !== null) return ofAlert;
  const ofLibrary = error instanceof Error ? libraryProblemOf(error) : null;
  if (ofLibrary !== null) return ofLibrary;
  const ofRule = error instanceof Error ? inboundProblemOf(error) : null;
  if (ofRule !== null) return ofRule;
  const ofRecording = error instanceof Error ? recordingProblemOf(error) : null;
  if (ofRecording !== null) return ofRecording;
  const ofAddress = error instanceof Error ? outboundProblemOf(error) : null;
  if (ofAddress !== null) return ofAddress;
  if (error instanceof Error && error.name === 'StoreError') {
    return new HttpProblem('store-unavailable', 'Try again in a moment', {}, 2);
  }
  if (error instanceof Error && error.name === 'RehearsalRefused') {
    return new HttpProblem('bad-request', error.message);
  }
  return new HttpProblem('internal', 'It is in the log under this request id');
}
