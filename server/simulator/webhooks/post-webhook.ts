import http from 'node:http';
import https from 'node:https';

/** What a webhook's address answered. */
export interface WebhookAnswer {
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string;
}

/** Posts a body and resolves with the answer, or with null when there was none in time. */
export type PostWebhook = (
  url: string,
  headers: Record<string, string>,
  body: string,
  timeoutMs: number,
) => Promise<WebhookAnswer | null>;

const KEPT_BODY_BYTES = 10_240;

function pairs(raw: readonly string[]): (readonly [string, string])[] {
  return raw.flatMap((name, at) => (at % 2 === 0 ? [[name, raw[at + 1] ?? ''] as const] : []));
}

function readAnswer(response: http.IncomingMessage, done: (body: string) => void): void {
  const chunks: Buffer[] = [];
  let size = 0;
  response.on('data', (chunk: Buffer) => {
    if (size < KEPT_BODY_BYTES) chunks.push(chunk);
    size += chunk.length;
  });
  response.on('end', () => {
    done(Buffer.concat(chunks).subarray(0, KEPT_BODY_BYTES).toString('utf8'));
  });
}

/** A poster that keeps its connections, `inFlight` at most per address, until it is closed. */
export function createPostWebhook(inFlight: number): { post: PostWebhook; close(): void } {
  const options = { keepAlive: true, maxSockets: inFlight };
  const agents = { http: new http.Agent(options), https: new https.Agent(options) };
  const post: PostWebhook = (url, headers, body, timeoutMs) =>
    new Promise((resolve) => {
      const secure = url.startsWith('https:');
      const request = (secure ? https : http).request(url, {
        method: 'POST',
        agent: secure ? agents.https : agents.http,
        headers: { ...headers, 'content-length': Buffer.byteLength(body) },
        signal: AbortSignal.timeout(timeoutMs),
      });
      request.on('response', (response) => {
        response.on('error', () => {
          resolve(null);
        });
        readAnswer(response, (text) => {
          resolve({
            status: response.statusCode ?? 0,
            headers: pairs(response.rawHeaders),
            body: text,
          });
        });
      });
      request.on('error', () => {
        resolve(null);
      });
      request.end(body);
    });
  return {
    post,
    close() {
      agents.http.destroy();
      agents.https.destroy();
    },
  };
}
