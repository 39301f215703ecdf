import { lookup } from 'node:dns/promises';
import { type ClientRequest, Agent as HttpAgent, request as httpRequest } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { AddressRefusal } from '@/lib/contract/outbound';
import { refusalOf } from './address-class';
import { AddressRefusedError } from './address-refused-error';
import { judgeAddress } from './judge-address';

const keptBodyBytes = 4_096;
const connectionsPerHost = 32;

/** All addresses that a name stands for now. Rejects where there is none, with the system's code. */
export type ResolveName = (
  name: string,
) => Promise<readonly { readonly address: string; readonly family: number }[]>;

/** What is posted: bytes as they are, and headers beside the length and the host. */
export interface OutboundMessage {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** How long connecting, sending and the answer may take together. */
  readonly timeoutMs: number;
}

/** What became of a post. A redirection is an answer like another, and followed by nobody. */
export type OutboundAnswer =
  | {
      readonly kind: 'answered';
      readonly status: number;
      /** The first 4 kB of the answer. */
      readonly body: string;
    }
  | { readonly kind: 'refused'; readonly refusal: AddressRefusal }
  | {
      readonly kind: 'unreachable';
      readonly reason: 'time-out' | 'connection';
      /** The system's code, as ECONNREFUSED, or what else is known. */
      readonly detail: string;
    };

/** Posts to addresses that people configured, and to none inside our own network (OUTBOUND_HOSTS allows some). */
export interface Outbound {
  /** Throws `AddressRefusedError` where nothing would be posted now: for whoever saves an address. */
  check(address: string): Promise<void>;
  post(address: string, message: OutboundMessage): Promise<OutboundAnswer>;
  /** Ends the connections that are kept. */
  close(): void;
}

/** What posting needs. */
export interface OutboundParts {
  /** The hosts that configuration allows (`Config.outboundHosts`). */
  readonly allowed: readonly string[];
  /** The system's own way where none is given. */
  readonly resolve?: ResolveName;
}

/**
 * Builds the one way out to addresses that people configured. A connection goes to the very address that was
 * checked: between a check and a second look-up the name could be made to point elsewhere (DNS rebinding).
 */
export function createOutbound({ allowed, resolve = resolveName }: OutboundParts): Outbound {
  const kept = { keepAlive: true, maxSockets: connectionsPerHost };
  const agents = { http: new HttpAgent(kept), https: new HttpsAgent(kept) };
  const checked = async (name: string, isAllowed: boolean) => {
    const found = await resolve(name).catch(() => []);
    if (found.length === 0) throw new AddressRefusedError('address-unknown');
    // One bad address among good ones is enough: nobody knows which would be taken.
    const refusal = isAllowed
      ? undefined
      : found.map((one) => refusalOf(one.address)).find(Boolean);
    if (refusal !== undefined && refusal !== null) throw new AddressRefusedError(refusal);
    return found;
  };

  const open = (url: URL, isAllowed: boolean, { headers, body, timeoutMs }: OutboundMessage) => {
    const isSecure = url.protocol === 'https:';
    return (isSecure ? httpsRequest : httpRequest)(url, {
      method: 'POST',
      agent: isSecure ? agents.https : agents.http,
      headers: { ...headers, 'content-length': body.length },
      signal: AbortSignal.timeout(timeoutMs),
      lookup: lookUpWith((name) => checked(name, isAllowed)),
    });
  };

  return {
    check: async (address) => {
      const judged = judgeAddress(address, allowed);
      if (judged.kind === 'refused') throw new AddressRefusedError(judged.refusal);
      // A number names itself, and was judged.
      if (isIP(judged.host) === 0) await checked(judged.host, judged.isAllowed);
    },
    post: async (address, message) => {
      const judged = judgeAddress(address, allowed);
      if (judged.kind === 'refused') return judged;
      const first = open(judged.url, judged.isAllowed, message);
      const answer = await sent(first, message.body);
      // The other end may have closed a kept connection just as it was taken: nothing was read of it.
      const isStale = first.reusedSocket && 'detail' in answer && answer.detail === 'ECONNRESET';
      return isStale ? sent(open(judged.url, judged.isAllowed, message), message.body) : answer;
    },
    close: () => {
      agents.http.destroy();
      agents.https.destroy();
    },
  };
}

const resolveName: ResolveName = (name) => lookup(name, { all: true });

function lookUpWith(resolve: ResolveName): LookupFunction {
  return (name, options, done) => {
    resolve(name).then(
      (found) => {
        const [first] = found;
        if (options.all === true) done(null, [...found]);
        else done(null, first?.address ?? '', first?.family);
      },
      (error: unknown) => {
        done(error instanceof Error ? error : new Error(String(error)), '');
      },
    );
  };
}

function sent(request: ClientRequest, body: Buffer): Promise<OutboundAnswer> {
  return new Promise((resolve) => {
    request.on('response', (response) => {
      const chunks: Buffer[] = [];
      let size = 0;
      const answer = () => {
        const text = Buffer.concat(chunks).subarray(0, keptBodyBytes).toString('utf8');
        resolve({ kind: 'answered', status: response.statusCode ?? 0, body: text });
      };
      response.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        size += chunk.length;
        if (size < keptBodyBytes) return;
        answer();
        response.destroy();
      });
      response.on('end', answer);
      response.on('error', (error) => {
        resolve(failed(error));
      });
    });
    request.on('error', (error) => {
      resolve(failed(error));
    });
    request.on('close', () => {
      resolve({ kind: 'unreachable', reason: 'connection', detail: 'closed' });
    });
    request.end(body);
  });
}

function failed(error: Error): OutboundAnswer {
  if (error instanceof AddressRefusedError) return { kind: 'refused', refusal: error.refusal };
  const isLate = error.name === 'TimeoutError' || error.cause instanceof DOMException;
  const detail = (error as NodeJS.ErrnoException).code ?? error.message;
  return isLate
    ? { kind: 'unreachable', reason: 'time-out', detail: 'no answer in time' }
    : { kind: 'unreachable', reason: 'connection', detail };
}
