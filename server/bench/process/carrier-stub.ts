import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  beganAt,
  conferenceIdOf,
  connectionId,
  type Gathering,
  legOf,
} from '@/server/bench/traffic/names';
import type { LineUp } from '@/server/bench/traffic/line-up';
import { answerOfQueues } from './queue-answers';

/**
 * A carrier that answers reads truthfully, of who sits muted or open in the conferences of the traffic and
 * of who waits in its queues, and accepts every command.
 */
export interface CarrierStub {
  readonly apiUrl: string;
  /** From now on these conferences are live. */
  know(gatherings: readonly Gathering[]): void;
  /** From now on it has these queues; before, it has none. */
  knowQueues(lineUp: LineUp): void;
  close(): void;
}

/** Starts it on a free port. A simulator would take processor time from what is measured. */
export async function startCarrierStub(): Promise<CarrierStub> {
  const known = new Map<string, Gathering>();
  const muted = new Set<string>();
  let lineUp: LineUp | null = null;
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const [, , kind, id = '', part, action] = url.pathname.split('/');
    const gathering = known.get(id);
    if (request.method === 'POST') {
      void carryOut(muted, action, request).then(() => {
        answer(response, 200, { data: { result: 'ok' } });
      });
    } else if (kind === 'queues') {
      const found = answerOfQueues(lineUp, url.pathname, Date.now());
      if (found === null) answer(response, 404, { errors: [] });
      else answer(response, 200, found.kind === 'one' ? found.body : paged(url, found.items));
    } else if (kind !== 'conferences') answer(response, 404, { errors: [] });
    else if (id === '') answer(response, 200, paged(url, [...known.values()].map(conference)));
    else if (gathering === undefined) answer(response, 404, { errors: [] });
    else if (part === undefined) answer(response, 200, { data: conference(gathering) });
    else answer(response, 200, paged(url, participants(gathering, muted)));
  });
  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    apiUrl: `http://127.0.0.1:${port}/v2`,
    know: (gatherings) => {
      known.clear();
      muted.clear();
      for (const gathering of gatherings) known.set(conferenceIdOf(gathering.index), gathering);
    },
    knowQueues: (given) => {
      lineUp = given;
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

function paged(url: URL, items: readonly unknown[]) {
  const number = Number(url.searchParams.get('page[number]') ?? 1);
  const size = Number(url.searchParams.get('page[size]') ?? 20);
  const pages = Math.max(1, Math.ceil(items.length / size));
  const meta = { page_number: number, page_size: size, total_pages: pages };
  const data = items.slice((number - 1) * size, number * size);
  return { data, meta: { ...meta, total_results: items.length } };
}

function conference({ index }: Gathering) {
  return {
    record_type: 'conference',
    id: conferenceIdOf(index),
    name: `bench-${index}`,
    region: 'US',
    connection_id: connectionId,
    status: 'in_progress',
    created_at: new Date(beganAt).toISOString(),
    expires_at: new Date(beganAt + 86_400_000).toISOString(),
  };
}

/** Remembers whom a command mutes or unmutes: what it does else, no read shows. */
async function carryOut(
  muted: Set<string>,
  action: string | undefined,
  request: IncomingMessage,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  if (action !== 'mute' && action !== 'unmute') return;
  const { call_control_ids: legs } = JSON.parse(Buffer.concat(chunks).toString()) as {
    readonly call_control_ids: readonly string[];
  };
  for (const leg of legs) {
    if (action === 'mute') muted.add(leg);
    else muted.delete(leg);
  }
}

function participants({ index, people }: Gathering, muted: ReadonlySet<string>) {
  return Array.from({ length: people }, (_, person) => ({
    record_type: 'participant',
    id: `p0000000-${index}-${person}`,
    ...legOf(index, person),
    conference: { id: conferenceIdOf(index), name: `bench-${index}` },
    status: 'joined',
    created_at: new Date(beganAt).toISOString(),
    muted: muted.has(legOf(index, person).call_control_id),
    on_hold: false,
    end_conference_on_exit: false,
    soft_end_conference_on_exit: false,
    whisper_call_control_ids: [],
  }));
}

function answer(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
