import { once } from 'node:events';
import http from 'node:http';
import { z } from 'zod';

/** A webhook as it came in. */
export interface ReceivedWebhook {
  readonly raw: string;
  readonly headers: http.IncomingHttpHeaders;
  /** The parsed body, wrapped or bare. */
  readonly body: unknown;
  readonly id: string;
  readonly type: string;
  readonly occurredAt: string | undefined;
  readonly payload: Record<string, unknown>;
  readonly attempt: number;
  readonly deliveredTo: string;
}

/** An address for webhooks, which keeps what comes. */
export interface WebhookInbox {
  readonly url: string;
  readonly received: readonly ReceivedWebhook[];
  /** The types in the order of their carrier times. */
  types(): string[];
  /** Those of one type, in the order in which they came. */
  of(type: string): ReceivedWebhook[];
  /** Waits until what came satisfies the condition. */
  until(condition: (received: readonly ReceivedWebhook[]) => boolean): Promise<void>;
  /** Decides what is answered from now on; null keeps silent. */
  reply(decide: (webhook: ReceivedWebhook) => number | null): void;
  clear(): void;
  close(): Promise<void>;
}

const eventSchema = z.object({
  id: z.string(),
  event_type: z.string(),
  occurred_at: z.string().optional(),
  payload: z.record(z.string(), z.unknown()),
});
const metaSchema = z.object({
  meta: z.object({ attempt: z.number(), delivered_to: z.string() }),
});
const bodySchema = z.union([
  z.intersection(z.object({ data: eventSchema }), metaSchema),
  z.intersection(eventSchema, metaSchema),
]);

function read(raw: string, headers: http.IncomingHttpHeaders): ReceivedWebhook {
  const body: unknown = JSON.parse(raw);
  const known = bodySchema.parse(body);
  const event = 'data' in known ? known.data : known;
  return {
    raw,
    headers,
    body,
    id: event.id,
    type: event.event_type,
    occurredAt: event.occurred_at ?? z.string().optional().parse(event.payload.occurred_at),
    payload: event.payload,
    attempt: known.meta.attempt,
    deliveredTo: known.meta.delivered_to,
  };
}

/** Opens an inbox on a free loopback port; it answers 200 until told otherwise. */
export async function openWebhookInbox(): Promise<WebhookInbox> {
  const received: ReceivedWebhook[] = [];
  const waiting = new Set<() => void>();
  let decide: (webhook: ReceivedWebhook) => number | null = () => 200;

  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const webhook = read(Buffer.concat(chunks).toString('utf8'), request.headers);
      received.push(webhook);
      const status = decide(webhook);
      if (status !== null) response.writeHead(status).end();
      for (const check of waiting) check();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = z.object({ port: z.number() }).parse(server.address());

  return {
    url: `http://127.0.0.1:${port}/webhooks`,
    received,
    types: () =>
      received
        .toSorted((a, b) => ((a.occurredAt ?? '') < (b.occurredAt ?? '') ? -1 : 1))
        .map(({ type }) => type),
    of: (type) => received.filter((webhook) => webhook.type === type),
    until: (condition) =>
      new Promise((resolve) => {
        const check = () => {
          if (!condition(received)) return;
          waiting.delete(check);
          resolve();
        };
        waiting.add(check);
        check();
      }),
    reply(next) {
      decide = next;
    },
    clear() {
      received.length = 0;
    },
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
