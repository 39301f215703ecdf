import type { Problem, ProblemCode } from '@/lib/contract/problem';

const statuses: Record<ProblemCode, { readonly status: number; readonly title: string }> = {
  'bad-json': { status: 400, title: 'The body is not JSON' },
  'bad-request': { status: 422, title: 'The request is not as it should be' },
  'body-too-large': { status: 413, title: 'The body is too large' },
  'not-found': { status: 404, title: 'There is no such thing' },
  'method-not-allowed': { status: 405, title: 'Not this method' },
  'cross-origin': { status: 403, title: 'Not from another site' },
  'not-signed-in': { status: 401, title: 'Nobody is signed in here' },
  'not-allowed': { status: 403, title: 'Your role does not allow this' },
  'too-many-tries': { status: 429, title: 'Too many tries' },
  'email-taken': { status: 409, title: 'Somebody has this address' },
  'last-administrator': { status: 409, title: 'The last administrator' },
  oneself: { status: 409, title: 'Not to oneself' },
  'wrong-password': { status: 400, title: 'Not the password' },
  'wrong-code': { status: 401, title: 'Not the code' },
  'wrong-passkey': { status: 401, title: 'Not a passkey of ours' },
  'link-used': { status: 410, title: 'The link is no longer good' },
  'sign-in-again': { status: 403, title: 'Sign in again first' },
  'command-id-reused': { status: 422, title: 'This commandId was used for something else' },
  'conference-ended': { status: 409, title: 'The conference has ended' },
  'call-ended': { status: 409, title: 'The call has ended' },
  'same-call': { status: 422, title: 'A call cannot be connected with itself' },
  'nobody-selected': { status: 422, title: 'Nobody is selected' },
  'not-in-conference': { status: 409, title: 'Not in the conference any more' },
  'already-in-conference': { status: 409, title: 'In the conference already' },
  'not-dialled-here': { status: 422, title: 'Not a call that Rostrum dialled' },
  'is-supervisor': { status: 409, title: 'This is a supervisor’s call' },
  'already-supervising': { status: 409, title: 'One session at a time' },
  'no-application': { status: 409, title: 'No application to dial from' },
  'queue-exists': { status: 409, title: 'There is such a queue' },
  'queue-gone': { status: 409, title: 'There is no such queue any more' },
  'queue-not-empty': { status: 409, title: 'Somebody waits in the queue' },
  'queue-empty': { status: 409, title: 'Nobody waits in the queue' },
  'same-queue': { status: 422, title: 'The same queue' },
  'not-in-queue': { status: 409, title: 'Not waiting any more' },
  'caller-hung-up': { status: 409, title: 'The caller has hung up' },
  'already-recording': { status: 409, title: 'It is being recorded already' },
  'not-carried-out': { status: 409, title: 'The carrier did not carry it out' },
  'carrier-refused': { status: 409, title: 'The carrier refuses' },
  'carrier-key': { status: 502, title: 'The carrier does not take our key' },
  'carrier-busy': { status: 503, title: 'The carrier takes no more requests just now' },
  'carrier-down': { status: 503, title: 'The carrier cannot be reached' },
  'outcome-unknown': { status: 504, title: 'Nobody knows yet whether it was done' },
  'store-unavailable': { status: 503, title: 'The store does not answer' },
  'not-a-sound': { status: 415, title: 'This is neither WAV nor MP3' },
  'name-taken': { status: 409, title: 'The name is taken' },
  'rule-exists': { status: 409, title: 'There is such a rule' },
  'key-taken': { status: 409, title: 'The key is taken' },
  'number-taken': { status: 409, title: 'The number has a rule' },
  'application-in-use': { status: 409, title: 'Rostrum works with this application' },
  'alert-over': { status: 409, title: 'The alert is over' },
  'alert-acknowledged': { status: 409, title: 'Somebody has acknowledged it' },
  'recording-held': { status: 409, title: 'The recording is under hold' },
  'recording-deleted': { status: 410, title: 'The recording was deleted' },
  'recording-not-archived': { status: 409, title: 'The recording is not archived yet' },
  'recording-not-failed': { status: 409, title: 'There is nothing to try again' },
  'storage-unavailable': { status: 503, title: 'The storage of recordings does not answer' },
  'simulator-off': { status: 409, title: 'There is no simulator: a real carrier is configured' },
  'address-unreadable': { status: 422, title: 'Not an address' },
  'address-not-http': { status: 422, title: 'Neither http nor https' },
  'address-with-password': { status: 422, title: 'A password in the address' },
  'address-odd-number': { status: 422, title: 'A number in an odd form' },
  'address-loopback': { status: 422, title: 'The machine itself' },
  'address-private': { status: 422, title: 'A private network' },
  'address-link-local': { status: 422, title: 'The next network only' },
  'address-multicast': { status: 422, title: 'Many machines at once' },
  'address-metadata': { status: 422, title: 'Where machines get their keys' },
  'address-reserved': { status: 422, title: 'A reserved address' },
  'address-unknown': { status: 422, title: 'A host that nobody knows' },
  internal: { status: 500, title: 'Something went wrong in Rostrum' },
};

/** A refusal on its way to the edge, where it becomes a problem document. */
export class HttpProblem extends Error {
  readonly code: ProblemCode;
  readonly extra: Partial<Pick<Problem, 'carrierCode' | 'errors'>>;
  readonly retryAfterSeconds: number | null;

  constructor(
    code: ProblemCode,
    detail: string,
    extra: HttpProblem['extra'] = {},
    retryAfterSeconds: number | null = null,
  ) {
    super(detail);
    this.name = 'HttpProblem';
    this.code = code;
    this.extra = extra;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** The problem as it is sent (RFC 9457). */
export function problemResponse(problem: HttpProblem, requestId: string): Response {
  const { status, title } = statuses[problem.code];
  const body: Problem = {
    type: `urn:rostrum:problem:${problem.code}`,
    title,
    status,
    code: problem.code,
    detail: problem.message,
    requestId,
    ...problem.extra,
  };
  const headers = new Headers({
    'content-type': 'application/problem+json',
    'cache-control': 'no-store',
    'x-request-id': requestId,
  });
  if (problem.retryAfterSeconds !== null)
    headers.set('retry-after', String(problem.retryAfterSeconds));
  return new Response(JSON.stringify(body), { status, headers });
}
