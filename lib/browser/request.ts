import type { Problem, ProblemCode } from '@/lib/contract/problem';

/** The server answered that it will not or cannot do what was asked. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail);
    this.problem = problem;
  }
}

/** The server was not reached, or its answer never came whole. */
export class UnreachableError extends Error {
  override readonly name = 'UnreachableError';
}

/** Dispatched on the window when the server refuses for lack of a session or a permission; detail: code. */
export const refusedEvent = 'rostrum-refused';

const patienceMs = 30_000;

/**
 * Asks this page's server for JSON, with the link of a wallboard as bearer where there is no session;
 * `Answer` is the contract's type of what it answers with. Throws
 * `ProblemError` or `UnreachableError`; an abort by the caller passes through.
 */
export async function getJson<Answer>(
  path: string,
  signal: AbortSignal,
  bearer?: string,
): Promise<Answer> {
  const headers = bearer === undefined ? {} : { authorization: `Bearer ${bearer}` };
  return answerOf<Answer>(path, { signal, headers });
}

/** Sends JSON to this page's server; throws as `getJson` does. */
export async function postJson<Answer>(path: string, body: object): Promise<Answer> {
  return sendJson<Answer>('POST', path, body);
}

/** The same for what is there already and is to be otherwise. */
export async function putJson<Answer>(path: string, body: object): Promise<Answer> {
  return sendJson<Answer>('PUT', path, body);
}

/** The same for what is to be otherwise only in what is named. */
export async function patchJson<Answer>(path: string, body: object): Promise<Answer> {
  return sendJson<Answer>('PATCH', path, body);
}

/** Deletes something; throws as `getJson` does. */
export async function deleteJson<Answer = unknown>(path: string): Promise<Answer> {
  return answerOf<Answer>(path, { method: 'DELETE', signal: AbortSignal.timeout(patienceMs) });
}

/** The same where there is something to say with it: why, for one. */
export async function deleteWith<Answer>(path: string, body: object): Promise<Answer> {
  return sendJson<Answer>('DELETE', path, body);
}

async function sendJson<Answer>(method: string, path: string, body: object): Promise<Answer> {
  return answerOf<Answer>(path, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(patienceMs),
  });
}

/** A path with a query of what is known; undefined and empty values are left out. */
export function withQuery(
  path: string,
  query: Readonly<Record<string, string | number | undefined>>,
): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  const search = new URLSearchParams(given.map(([key, value]) => [key, String(value)]));
  if (search.size === 0) return path;
  return `${path}${path.includes('?') ? '&' : '?'}${search.toString()}`;
}

async function answerOf<Answer>(path: string, init: RequestInit): Promise<Answer> {
  let response: Response;
  let body: unknown;
  try {
    response = await fetch(path, init);
    body = await response.json();
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new UnreachableError('The server could not be reached', { cause: error });
  }
  return answerIn(response.status, body) as Answer;
}

/** What an answer holds; throws the `ProblemError` it is. */
export function answerIn(status: number, body: unknown): unknown {
  if (status >= 200 && status < 300) return body;
  const problem = problemOf(body, status);
  if (problem.code === 'not-signed-in' || problem.code === 'not-allowed') {
    tellWindow(problem.code);
  }
  throw new ProblemError(problem);
}

function problemOf(body: unknown, status: number): Problem {
  if (typeof body === 'object' && body !== null && 'code' in body) return body as Problem;
  const title = `HTTP ${status}`;
  return { type: 'about:blank', title, status, code: 'internal', detail: title, requestId: '' };
}

/** Whether asking again may help: the server was not reached, or was at fault itself. */
export function isWorthRetrying(error: Error): boolean {
  return (
    error instanceof UnreachableError ||
    (error instanceof ProblemError && error.problem.status >= 500)
  );
}

// Tests have no window.
function tellWindow(code: ProblemCode): void {
  if (typeof window === 'undefined') return;
  window.dispatchEvent(new CustomEvent(refusedEvent, { detail: code }));
}
