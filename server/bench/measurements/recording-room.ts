import { once } from 'node:events';
import { statfs } from 'node:fs/promises';
import { get, type IncomingMessage } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { PeaksAnswer } from '@/lib/contract/recording';
import type { BareCopyTasks, SimulatorAddresses } from '@/server/bench/recording/recording-tasks';
import { apiKey } from '@/server/bench/process/stage';
import type { MeasurementParts } from './measurement';

const lookEveryMs = 1_000;
const sampleEveryMs = 200;
/** As many as Rostrum downloads at once. */
const atOnce = 2;

/** Rostrum beside a simulator that records, and a bare copier beside another. */
export interface RecordingRoom {
  readonly rostrum: { readonly port: number; readonly cookie: string };
  /** Has so many recordings of this size saved, and waits until Rostrum has archived them. */
  archive(count: number, bytes: number): Promise<{ ids: readonly string[]; seconds: number }>;
  /** Waits until their waveforms are drawn: nothing is left to do. */
  settled(ids: readonly string[]): Promise<void>;
  /** Deletes them, files and all. */
  remove(ids: readonly string[]): Promise<void>;
  /** The same by the bare copier; answers seconds. */
  copy(count: number, bytes: number): Promise<number>;
  forgetCopies(): Promise<void>;
  /** Where all that was copied is sent, one after the other. */
  readonly copiesUrl: string;
  readonly idleMegabytes: () => Promise<number>;
  /** What Rostrum had resident at most while this was done. */
  peakMegabytes(work: () => Promise<void>): Promise<number>;
  post(path: string, body: object): Promise<Record<string, unknown>>;
}

/** Opens it. Throws where there is no room on the disk for so many bytes. */
export async function openRecordingRoom(
  { stage, root }: Pick<MeasurementParts, 'stage' | 'root'>,
  bytesAtOnce: number,
): Promise<RecordingRoom> {
  await needRoom(root, bytesAtOnce * 2);
  const port = await freePort();
  const source = await stage.simulator(`http://127.0.0.1:${port}/api/webhooks/telnyx`);
  const { child, cookie } = await stage.rostrum({
    port,
    env: {
      TELNYX_API_URL: source.url,
      TELNYX_PUBLIC_KEY: source.publicKey,
      RECORDING_HOSTS: new URL(source.url).origin,
    },
  });
  // One of its own: Rostrum would find what is made for the copier.
  const bareSource = await stage.simulator(null);
  const { child: copier, port: copiesPort } = await stage.bare<BareCopyTasks>('bare-copy');

  const asked = async (path: string, init: RequestInit = {}) => {
    const headers = { cookie, 'content-type': 'application/json' };
    return fetch(`http://127.0.0.1:${port}${path}`, { ...init, headers });
  };
  const rows = async (query: string) => {
    const { items } = (await (await asked(`/api/recordings?limit=200${query}`)).json()) as {
      items: readonly { id: string; archivedAt: number | null }[];
    };
    return items;
  };
  const post: RecordingRoom['post'] = async (path, body) => {
    const answer = await asked(path, { method: 'POST', body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${path} was answered with ${answer.status}`);
    return (await answer.json()) as Record<string, unknown>;
  };
  return {
    rostrum: { port, cookie },
    archive: async (count, bytes) => {
      const began = Date.now() * 1000;
      const ids = await saved(source, count, bytes, true);
      const archived = () => rows('&state=archived');
      await until(async () => (await archived()).length >= count);
      const last = Math.max(...(await archived()).map(({ archivedAt }) => archivedAt ?? 0));
      return { ids, seconds: (last - began) / 1_000_000 };
    },
    settled: async (ids) => {
      for (const id of ids)
        await until(async () => {
          const answer = await asked(`/api/recordings/${id}/peaks`);
          return ((await answer.json()) as PeaksAnswer).peaks !== null;
        });
    },
    remove: async (ids) => {
      await post('/api/recordings/delete', { ids, reason: 'Measured' });
      await until(async () => (await rows('')).length === 0);
    },
    copy: async (count, bytes) => {
      const ids = await saved(bareSource, count, bytes, false);
      const links = await Promise.all(ids.map((id) => linkOf(bareSource, id)));
      return copier.ask('copy', { links, atOnce });
    },
    forgetCopies: async () => {
      await copier.ask('forget');
    },
    copiesUrl: `http://127.0.0.1:${copiesPort}/`,
    idleMegabytes: () => child.ask('residentMegabytes'),
    peakMegabytes: async (work) => {
      const samples: number[] = [];
      let isOver = false;
      const watch = async () => {
        while (!isOver) {
          samples.push(await child.ask('residentMegabytesNow'));
          await pause(sampleEveryMs);
        }
      };
      const watched = watch();
      try {
        await work();
      } finally {
        isOver = true;
      }
      await watched;
      return Math.max(...samples);
    },
    post,
  };
}

/** Takes what an address sends and throws it away; answers seconds and how much it was. */
export async function drained(url: string, headers: Record<string, string> = {}) {
  const began = performance.now();
  const [response] = (await once(get(url, { headers }), 'response')) as [IncomingMessage];
  if (response.statusCode !== 200)
    throw new Error(`${url} was answered with ${response.statusCode}`);
  let bytes = 0;
  for await (const chunk of response) bytes += (chunk as Buffer).length;
  return { bytes, seconds: (performance.now() - began) / 1000 };
}

async function saved(
  { controlUrl }: SimulatorAddresses,
  count: number,
  bytes: number,
  announce: boolean,
): Promise<string[]> {
  const ids: string[] = [];
  for (let i = 0; i < count; i += 1) {
    const { id } = (await told(`${controlUrl}/recordings`, { bytes, announce })) as { id: string };
    ids.push(id);
  }
  return ids;
}

async function linkOf({ url }: SimulatorAddresses, id: string): Promise<string> {
  const { data } = (await told(`${url}/recordings/${id}`)) as {
    data: { download_urls: { wav: string } };
  };
  return data.download_urls.wav;
}

async function told(url: string, body?: object): Promise<unknown> {
  const headers = { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' };
  const sent = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
  const answer = await fetch(url, { headers, ...sent });
  if (!answer.ok) throw new Error(`${url} was answered with ${answer.status}`);
  return answer.json();
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await pause(lookEveryMs);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function needRoom(folder: string, bytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  if (bavail * bsize < bytes)
    throw new Error(
      `This needs ${Math.ceil(bytes / 1e9)} GB of free disk; give BENCH_RECORDING_MB`,
    );
}
