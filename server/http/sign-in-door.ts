import { HttpProblem, problemResponse } from './http-problem';
import { isFromAnotherSite } from './known-host';
import { localHeader } from './own-headers';
import { readLimited } from './read-limited';
import { requestIdOf } from './request-id';
import { signInProblemOf } from './sign-in-problem';

const prefix = '/api/auth';
const maxBodyBytes = 16 * 1024;

/** What browsers may ask the sign-in library; everything else of it is no door of ours. */
const open = new Set([
  'GET /get-session',
  'POST /sign-in/email',
  'POST /sign-in/social',
  'POST /sign-in/rehearsal',
  'GET /callback/oidc',
  'POST /callback/oidc',
  'POST /sign-out',
  'POST /reset-password',
  'POST /change-password',
  'POST /two-factor/enable',
  'POST /two-factor/disable',
  'POST /two-factor/verify-totp',
  'POST /two-factor/verify-backup-code',
  'POST /two-factor/generate-backup-codes',
  'GET /passkey/generate-register-options',
  'GET /passkey/generate-authenticate-options',
  'POST /passkey/verify-registration',
  'POST /passkey/verify-authentication',
  'GET /passkey/list-user-passkeys',
  'POST /passkey/delete-passkey',
]);

/** What the door asks of the library behind it. */
export interface SignInDoorParts {
  readonly answer: (request: Request) => Promise<Response>;
  /** Whether single sign-on works now. */
  readonly reachProvider: () => Promise<boolean>;
  readonly isSimulator: boolean;
  readonly isSameOrigin: (origin: string | undefined, host: string | undefined) => boolean;
}

/** Answers what browsers ask about signing in. */
export type SignInDoor = (request: Request) => Promise<Response>;

/**
 * The door in front of the library: few paths, small bodies, our own pages only; tokens never reach a
 * page, and all reasons for which a password is not enough look the same.
 */
export function createSignInDoor(parts: SignInDoorParts): SignInDoor {
  return async (request) => {
    try {
      const path = pathOf(request);
      refuse(request, path, parts);
      const passed = await withLimitedBody(request);
      if (path === '/sign-in/social' && !(await parts.reachProvider()))
        throw new HttpProblem('not-found', 'Single sign-on cannot be reached just now');
      return await withoutSecrets(path, await parts.answer(passed));
    } catch (error) {
      if (error instanceof HttpProblem) return problemResponse(error, requestIdOf(request));
      throw error;
    }
  };
}

function pathOf(request: Request): string {
  return new URL(request.url).pathname.slice(prefix.length);
}

function refuse(request: Request, path: string, parts: SignInDoorParts): void {
  const { headers, method } = request;
  const mayRehearse = parts.isSimulator && headers.get(localHeader) === 'yes';
  if (!open.has(`${method} ${path}`) || (path === '/sign-in/rehearsal' && !mayRehearse))
    throw new HttpProblem('not-found', 'There is no such way to sign in');
  // A provider may answer with a form that its own page posts: the state in it is what protects.
  if (method === 'GET' || path === '/callback/oidc') return;
  const isOurs = parts.isSameOrigin(
    headers.get('origin') ?? undefined,
    headers.get('host') ?? undefined,
  );
  if (isFromAnotherSite(headers) || !isOurs)
    throw new HttpProblem('cross-origin', 'This request came from a page of another site');
}

async function withLimitedBody(request: Request): Promise<Request> {
  if (request.method === 'GET') return request;
  const body = await readLimited(request, maxBodyBytes);
  if (body === null)
    throw new HttpProblem('body-too-large', `A body may hold ${maxBodyBytes} bytes`);
  const { url, method, headers } = request;
  return new Request(url, {
    method,
    headers,
    body: body.length === 0 ? null : new Uint8Array(body),
  });
}

async function withoutSecrets(path: string, response: Response): Promise<Response> {
  if (path === '/sign-in/email' && (response.status === 401 || response.status === 403))
    throw new HttpProblem('not-signed-in', 'The e-mail address or the password is not right');
  if (response.status === 429) {
    const wait = Number(
      response.headers.get('retry-after') ?? response.headers.get('x-retry-after'),
    );
    throw new HttpProblem('too-many-tries', 'Wait before the next try', {}, Math.max(1, wait || 1));
  }
  if (response.status >= 500) throw new HttpProblem('internal', 'Try again in a moment');
  if (response.headers.get('content-type')?.includes('json') !== true) return response;
  const text = await response.text();
  if (response.status >= 400) throw signInProblemOf(response.status, JSON.parse(text || 'null'));
  const headers = new Headers(response.headers);
  headers.delete('content-length');
  headers.set('cache-control', 'no-store');
  return new Response(text === '' ? null : withoutTokens(text), {
    status: response.status,
    headers,
  });
}

function withoutTokens(json: string): string {
  return JSON.stringify(JSON.parse(json), (key, value: unknown) =>
    key === 'token' ? undefined : value,
  );
}
