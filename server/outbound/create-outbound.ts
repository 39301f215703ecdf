import { type ClientRequest, Agent as HttpAgent, request as httpRequest } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { isIP } from 'node:net';
import { AddressRefusedError } from './address-refused-error';
import { checkedAddresses, checkedLookup, resolveName, type ResolveName } from './checked-lookup';
import { judgeAddress } from './judge-address';
import { failureOf, type OutboundFailure } from './outbound-failure';

const keptBodyBytes = 4_096;
const connectionsPerHost = 32;

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
  | OutboundFailure;

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
 * checked (`checkedLookup`).
 */
export function createOutbound({ allowed, resolve = resolveName }: OutboundParts): Outbound {
  const kept = { keepAlive: true, maxSockets: connectionsPerHost };
  const agents = { http: new HttpAgent(kept), https: new HttpsAgent(kept) };
  const open = (url: URL, isAllowed: boolean, { headers, body, timeoutMs }: OutboundMessage) => {
    const isSecure = url.protocol === 'https:';
    return (isSecure ? httpsRequest : httpRequest)(url, {
      method: 'POST',
      agent: isSecure ? agents.https : agents.http,
      headers: { ...headers, 'content-length': body.length },
      signal: AbortSignal.timeout(timeoutMs),
      lookup: checkedLookup(resolve, isAllowed),
    });
  };

  return {
    check: async (address) => {
      const judged = judgeAddress(address, allowed);
      if (judged.kind === 'refused') throw new AddressRefusedError(judged.refusal);
      // A number names itself, and was judged.
      if (isIP(judged.host) === 0) await checkedAddresses(resolve, judged.host, judged.isAllowed);
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
        resolve(failureOf(error));
      });
    });
    request.on('error', (error) => {
      resolve(failureOf(error));
    });
    request.on('close', () => {
      resolve({ kind: 'unreachable', reason: 'connection', detail: 'closed' });
    });
    request.end(body);
  });
}
