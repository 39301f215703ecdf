import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { askingAt, carrierKey } from './ask-carrier';
import { bareEnvironment, endProcess, tieToUs } from './child';
import { callIn, openMeeting, type Meeting } from './meeting';

const root = fileURLToPath(new URL('../..', import.meta.url));
const readySchema = z.object({
  type: z.literal('ready'),
  url: z.string(),
  controlUrl: z.string(),
  publicKey: z.string(),
});
const queuedSchema = z.object({ data: z.array(z.unknown()) });
const countsSchema = z.object({
  deliveries: z.object({ pending: z.number(), retrying: z.number(), failed: z.number() }),
});

const madeSchema = z.object({ id: z.string() });
const hashSchema = z.object({ sha256: z.string() });

/** The application whose calls and conferences these are. */
export const connectionId = '1684641123236054244';

const faultKinds = [
  'drop',
  'slow',
  'ignore',
  '500',
  'time-out',
  'download-slow',
  'download-broken',
  'download-truncated',
  'download-expired',
] as const;

/** What goes wrong at the carrier: see its own list of faults. */
export interface CarrierFault {
  readonly kind: (typeof faultKinds)[number];
  readonly ms?: number;
  /** Of a download: which part of its bytes comes. */
  readonly share?: number;
  readonly afterWork?: boolean;
  readonly method?: 'GET' | 'POST';
  /** After how many it is over; without it, when it is lifted. */
  readonly count?: number;
}

/** A recording that the carrier is to have saved. */
export interface SavedRecording {
  readonly conferenceName: string;
  readonly seconds?: number;
  readonly format?: 'wav' | 'mp3';
  readonly channels?: 'single' | 'dual';
  readonly speakers?: number;
  /** Whether a webhook tells of it. */
  readonly announce?: boolean;
}

/** The carrier, reached as others than Rostrum reach it: over HTTP. */
export interface Carrier {
  readonly apiUrl: string;
  /** What its webhooks are signed with. */
  readonly publicKey: string;
  /** The first of these people calls in and opens a conference; the others join it. */
  opens(name: string, people: readonly string[]): Promise<Meeting>;
  /** Somebody calls in, is answered, and waits for what comes. */
  isOnTheLine(person: string): Promise<void>;
  /** Somebody calls this number, and it rings. */
  rings(person: string, number: string): Promise<void>;
  /** How many wait in this queue, as the carrier says. */
  waiting(queue: string): Promise<number>;
  /** Somebody calls in, is answered, and is put into this queue. */
  waitsIn(queue: string, person: string): Promise<void>;
  /** They hang up who wait in a queue. */
  leaves(...people: readonly string[]): Promise<void>;
  /** It has saved a recording of a conference of this name that is over; its id. */
  saves(recording: SavedRecording): Promise<string>;
  /** The SHA-256 of a recording as it has it. */
  hashOf(recordingId: string): Promise<string>;
  hasFault(fault: CarrierFault): Promise<void>;
  isWell(): Promise<void>;
  /** Moves its clock on. */
  movesOn(ms: number): Promise<void>;
  /** Whether webhooks wait to be sent once more. */
  isRetrying(): Promise<boolean>;
  close(): Promise<void>;
}

/** Starts a carrier that sends its webhooks to this Rostrum. */
export async function startCarrier(rostrumUrl: string): Promise<Carrier> {
  const options = {
    apiKey: carrierKey,
    connectionId,
    webhookUrl: `${rostrumUrl}/api/webhooks/telnyx`,
  };
  const child = spawn(process.execPath, ['.build/simulator.mjs'], {
    cwd: root,
    env: { ...bareEnvironment(), SIMULATOR_OPTIONS: JSON.stringify(options) },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  tieToUs(child);
  const { url, controlUrl, publicKey } = await readyNews(child);
  const rest = askingAt(url);
  const control = askingAt(controlUrl);
  const queued = new Map<string, string>();
  return {
    apiUrl: url,
    publicKey,
    opens: (name, people) => openMeeting({ rest, control }, name, people),
    isOnTheLine: async (person) => {
      await callIn({ rest, control }, person, '+12125550190');
    },
    rings: async (person, number) => {
      const asked = { from: '+12125550192', to: number, callerName: person };
      await control('POST', '/calls', asked);
    },
    waiting: async (queue) => {
      const { data } = queuedSchema.parse(await rest('GET', `/queues/${queue}/calls`));
      return data.length;
    },
    waitsIn: async (queue, person) => {
      const leg = await callIn({ rest, control }, person, '+12125550191');
      queued.set(person, leg);
      await rest('POST', `/calls/${leg}/actions/enqueue`, { queue_name: queue });
    },
    leaves: async (...people) => {
      for (const person of people) {
        const leg = queued.get(person);
        if (leg === undefined) throw new Error(`${person} was put into no queue`);
        await control('POST', `/calls/${leg}/hangup`);
      }
    },
    saves: async (recording) =>
      madeSchema.parse(await control('POST', '/recordings', recording)).id,
    hashOf: async (id) => hashSchema.parse(await control('GET', `/recordings/${id}/sha256`)).sha256,
    hasFault: async (fault) => {
      await control('POST', '/faults', { rate: 1, ...fault });
    },
    isWell: async () => {
      for (const kind of faultKinds) await control('POST', '/faults', { kind, rate: 0 });
    },
    movesOn: async (advanceMs) => {
      await control('POST', '/clock', { advanceMs });
    },
    isRetrying: async () => {
      const { deliveries } = countsSchema.parse(await control('GET', '/state'));
      return deliveries.retrying > 0;
    },
    close: () => endProcess(child, 'SIGTERM'),
  };
}

async function readyNews(child: ChildProcess): Promise<z.infer<typeof readySchema>> {
  const ended = once(child, 'exit').then(() => {
    throw new Error('The carrier ended before it was ready');
  });
  const news: unknown[] = await Promise.race([once(child, 'message'), ended]);
  ended.catch(() => undefined);
  return readySchema.parse(news[0]);
}
