import { type IncomingMessage, request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { checkedLookup, resolveName, type ResolveName } from './checked-lookup';
import { type DownloadRefusal, judgeDownload } from './judge-download';
import { failureOf, type OutboundFailure } from './outbound-failure';

const mostRedirects = 3;
const secretHeaders: ReadonlySet<string> = new Set(['authorization', 'cookie']);

/** How something is fetched. */
export interface DownloadRequest {
  readonly headers: Readonly<Record<string, string>>;
  /** For how long nothing may come, from connecting on to the last byte. */
  readonly idleTimeoutMs: number;
  /** Ends it, the body included. */
  readonly signal: AbortSignal;
}

/** What became of it. `refused` before anything was connected with. */
export type DownloadAnswer =
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly headers: IncomingMessage['headers'];
      /** Not read yet: to be read or destroyed. It errors where it breaks off: see `failureOf`. */
      readonly body: IncomingMessage;
    }
  | { readonly kind: 'refused'; readonly refusal: DownloadRefusal }
  | OutboundFailure;

/** Fetches from addresses that somebody else names, and from none but the hosts that configuration lists. */
export interface Downloads {
  /** Follows at most 3 redirections, each judged like the first address. */
  get(address: string, request: DownloadRequest): Promise<DownloadAnswer>;
}

/** What fetching needs. */
export interface DownloadParts {
  /** From where (`Config.recordings.hosts`). */
  readonly hosts: readonly string[];
  /** The system's own way where none is given. */
  readonly resolve?: ResolveName;
}

/** Builds the one way to fetch from addresses that somebody else names. */
export function createDownloads({ hosts, resolve = resolveName }: DownloadParts): Downloads {
  const get = async (
    address: string,
    request: DownloadRequest,
    redirectsLeft: number,
  ): Promise<DownloadAnswer> => {
    const judged = judgeDownload(address, hosts);
    if (judged.kind === 'refused') return judged;
    const { url, isAllowed } = judged;
    const answer = await answered(url, resolve, isAllowed, request);
    const target = answer.kind === 'answered' ? redirectionOf(answer) : null;
    if (answer.kind !== 'answered' || target === null) return answer;
    answer.body.destroy();
    if (redirectsLeft === 0) return { kind: 'refused', refusal: 'too-many-redirects' };
    if (!URL.canParse(target, url)) return { kind: 'refused', refusal: 'address-unreadable' };
    const next = new URL(target, url);
    const headers = next.origin === url.origin ? request.headers : harmless(request.headers);
    return get(next.href, { ...request, headers }, redirectsLeft - 1);
  };
  return { get: (address, request) => get(address, request, mostRedirects) };
}

/** Where an answer sends on to; null where it does not. */
function redirectionOf({ status, headers }: DownloadAnswer & { kind: 'answered' }): string | null {
  return [301, 302, 303, 307, 308].includes(status) ? (headers.location ?? null) : null;
}

function harmless(headers: DownloadRequest['headers']): DownloadRequest['headers'] {
  const kept = Object.entries(headers).filter(([name]) => !secretHeaders.has(name.toLowerCase()));
  return Object.fromEntries(kept);
}

function answered(
  url: URL,
  resolve: ResolveName,
  isAllowed: boolean,
  { headers, idleTimeoutMs, signal }: DownloadRequest,
): Promise<DownloadAnswer> {
  return new Promise((done) => {
    const open = url.protocol === 'https:' ? httpsRequest : httpRequest;
    const request = open(url, {
      // A connection of its own each: a recording takes long, and its link is good for one place.
      agent: false,
      // Packed on its way, a part of it would be none of the file.
      headers: { 'accept-encoding': 'identity', ...headers },
      signal,
      timeout: idleTimeoutMs,
      lookup: checkedLookup(resolve, isAllowed),
    });
    let body: IncomingMessage | undefined;
    request.on('response', (response) => {
      body = response;
      done({
        kind: 'answered',
        status: response.statusCode ?? 0,
        headers: response.headers,
        body: response,
      });
    });
    request.on('timeout', () => {
      (body ?? request).destroy(new IdleTimeout());
    });
    request.on('error', (error) => {
      const isGivenUp = signal.aborted;
      done(
        isGivenUp
          ? { kind: 'unreachable', reason: 'connection', detail: 'aborted' }
          : failureOf(error),
      );
    });
    request.end();
  });
}

/** Nothing came for too long. */
class IdleTimeout extends Error {
  override readonly name = 'TimeoutError';

  constructor() {
    super('nothing came in time');
  }
}
