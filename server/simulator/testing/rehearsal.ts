import Telnyx from 'telnyx';
import { z } from 'zod';
import { createSimulator, type Simulator } from '../create-simulator';
import { type SimulatorOptions } from '../options';
import { openWebhookInbox, type WebhookInbox } from './webhook-inbox';

/** The application that the rehearsed calls belong to. */
export const connectionId = '1684641123236054244';
/** A number of our own, and one that may be called. */
export const ourNumber = '+13125550100';
/** A far end that answers after a while. */
export const theirNumber = '+14155550123';

/** One answer of the REST API, as it went over the wire. */
export interface RestAnswer {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly body: unknown;
}

/** A simulator with an inbox for its webhooks and the carrier's own client. */
export interface Rehearsal {
  readonly simulator: Simulator;
  readonly inbox: WebhookInbox;
  readonly client: Telnyx;
  readonly answers: readonly RestAnswer[];
  /** Asks a control door; the answer is JSON. */
  control(method: string, path: string, body?: unknown): Promise<Record<string, unknown>>;
  /** Moves the clock on. */
  advance(ms: number): Promise<void>;
  /** Somebody calls in; the id of their leg. */
  ring(from?: string, callerName?: string): Promise<string>;
  /** Somebody calls in and is answered. */
  caller(from?: string): Promise<string>;
  /** A conference with its creator; the ids of both. */
  conference(name?: string): Promise<{ id: string; host: string }>;
  /** Waits until nothing more is to be delivered. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

const apiKey = 'KEY-of-the-rehearsal';

const stateSchema = z.object({
  deliveries: z.object({ pending: z.number(), retrying: z.number() }),
});

/** Starts a rehearsal; everything has a default. */
export async function startRehearsal(given: Partial<SimulatorOptions> = {}): Promise<Rehearsal> {
  const inbox = await openWebhookInbox();
  const simulator = await createSimulator({
    port: 0,
    apiKey,
    webhookUrl: inbox.url,
    connectionId,
    ...given,
  });
  const answers: RestAnswer[] = [];
  const recordingFetch: typeof fetch = async (input, init) => {
    const response = await fetch(input, init);
    const url = new URL(input instanceof Request ? input.url : input);
    const text = await response.clone().text();
    const isJson = response.headers.get('content-type')?.includes('json') === true;
    const body: unknown = isJson ? JSON.parse(text) : undefined;
    const path = `${url.pathname}${url.search}`;
    answers.push({ method: init?.method ?? 'GET', path, status: response.status, body });
    return response;
  };
  const client = new Telnyx({
    apiKey,
    baseURL: simulator.url,
    maxRetries: 0,
    fetch: recordingFetch,
  });

  async function control(
    method: string,
    path: string,
    body?: unknown,
  ): Promise<Record<string, unknown>> {
    const response = await fetch(`${simulator.controlUrl}${path}`, {
      method,
      headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const answer = z.record(z.string(), z.unknown()).or(z.array(z.unknown()));
    const parsed = answer.parse(await response.json());
    return Array.isArray(parsed) ? { list: parsed } : { status: response.status, ...parsed };
  }

  const ring = async (from = '+12125550199', callerName = 'Ada') => {
    const answer = await control('POST', '/calls', { from, to: ourNumber, callerName });
    return z.string().parse(answer.callControlId);
  };
  const caller = async (from?: string) => {
    const leg = await ring(from);
    await client.calls.actions.answer(leg, {});
    return leg;
  };
  return {
    simulator,
    inbox,
    client,
    answers,
    control,
    ring,
    caller,
    async advance(ms) {
      await control('POST', '/clock', { advanceMs: ms });
    },
    async conference(name = 'Board') {
      const host = await caller();
      const { data } = await client.conferences.create({ call_control_id: host, name });
      return { id: data?.id ?? '', host };
    },
    async settled() {
      for (;;) {
        const { deliveries } = stateSchema.parse(await control('GET', '/state'));
        if (deliveries.pending + deliveries.retrying === 0) return;
      }
    },
    async close() {
      await simulator.close();
      await inbox.close();
    },
  };
}
