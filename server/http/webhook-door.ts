import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { maxDeliveryBytes } from '@/lib/contract/limits';
import { passedByHeader } from '@/lib/contract/relay';
import type { DoorAnswer, ReceiveDelivery } from '@/server/ingest/receive-delivery';

/** The webhook door on the bare server, ahead of Next, which costs 25 times as much (REPORT §3). */
export function answerWebhooks(receive: ReceiveDelivery): RequestListener {
  return (request, response) => {
    answerOne(receive, request, response).catch(() => {
      // The sender went away in the middle of its body.
      response.destroy();
    });
  };
}

async function answerOne(
  receive: ReceiveDelivery,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const answer = await receive({
    body: await readBody(request),
    signature: header(request, 'telnyx-signature-ed25519'),
    timestamp: header(request, 'telnyx-timestamp'),
    headers: {
      contentType: header(request, 'content-type'),
      userAgent: header(request, 'user-agent'),
      passedBy: header(request, passedByHeader),
    },
  });
  const body = doorBody(answer);
  const close = answer.status === 413 ? { connection: 'close' } : {};
  response
    .writeHead(answer.status, {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      ...close,
    })
    .end(body);
}

/** What the door says; the same from both doors. */
export function doorBody(answer: DoorAnswer): string {
  return JSON.stringify({ status: answer.status, message: answer.message });
}

function header(request: IncomingMessage, name: string): string | null {
  const value = request.headers[name];
  return typeof value === 'string' ? value : null;
}

function readBody(request: IncomingMessage): Promise<Buffer | null> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length <= maxDeliveryBytes) chunks.push(chunk);
      else {
        chunks.length = 0;
        resolve(null);
      }
    });
    request.on('end', () => {
      resolve(Buffer.concat(chunks));
    });
    request.on('aborted', () => {
      reject(new Error('The sender went away'));
    });
    request.on('error', reject);
  });
}
