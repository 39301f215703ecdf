import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { archiveTries, type PeaksAnswer, type RecordingRow } from '@/lib/contract/recording';
import { openMortalCore } from '@/server/testing/open-mortal-core';
import {
  carrierForOneTest,
  directoryForOneTest,
  openTestCore,
  type TestCore,
} from '@/server/testing/open-test-core';
import { createLocalStorage } from '@/server/storage/local-storage';
import { StorageError } from './storage-port';
import {
  archivedAt,
  carriersHash,
  linesOf,
  recordingUntil,
  savedAt,
} from './testing/recordings-of-test';

async function hashOfAnswer(rostrum: TestCore, id: string): Promise<string> {
  const answer = await fetch(`${rostrum.url}/api/recordings/${id}/audio?download=1`, {
    headers: { cookie: rostrum.cookie },
  });
  expect(answer.status).toBe(200);
  return createHash('sha256')
    .update(Buffer.from(await answer.arrayBuffer()))
    .digest('hex');
}

describe('a recording that the carrier has saved', () => {
  it.each(['wav', 'mp3'])(
    'as %s is archived byte for byte, with its length and waveform',
    async (format) => {
      const rostrum = await openTestCore();
      const { carrier } = rostrum;
      const id = await savedAt(carrier, { format, channels: 'dual' });
      const row = await archivedAt(rostrum, id);
      const sha256 = await carriersHash(carrier, id);
      expect(row).toMatchObject({ format, channels: 'dual', sha256, tries: 0, problem: null });
      expect(row.bytes).toBe(row.doneBytes);
      expect(Math.abs((row.durationMs ?? 0) - 5_000)).toBeLessThan(1_000);
      expect(await hashOfAnswer(rostrum, id)).toBe(sha256);
      await vi.waitFor(async () => {
        const { status, body } = await rostrum.get(`/api/recordings/${id}/peaks`);
        expect(status).toBe(200);
        const { peaks } = body as unknown as PeaksAnswer;
        const { channels = [] } = peaks ?? {};
        expect(channels).toHaveLength(2);
        expect(Math.max(...channels.flat())).toBeGreaterThan(0.05);
      }, 10_000);
    },
  );

  it('at the end of a conference is in the list at once, under its name, and told to whoever watches', async () => {
    const rostrum = await openTestCore();
    const { carrier } = rostrum;
    const socket = rostrum.socket();
    const heard: string[] = [];
    socket.on('rows', (topic, { upserted }) => {
      for (const row of upserted) if (row.kind === 'recording') heard.push(`${topic} ${row.state}`);
    });
    expect(await socket.emitWithAck('watch', 'recordings', {})).toMatchObject({
      ok: true,
      rows: { upserted: [] },
    });
    const { id } = await carrier.conference(2, 'Town hall');
    await rostrum.until(id, (state) => state.description?.name === 'Town hall');
    const fields = { format: 'wav', channels: 'single' };
    await rostrum.command(id, 'recording.start', fields);
    await rostrum.command(id, 'conference.end');
    await vi.waitFor(async () => {
      const { body } = await rostrum.get(`/api/recordings?conference=${id}`);
      expect(body.items).toMatchObject([
        { conference: { id, name: 'Town hall' }, state: 'archived' },
      ]);
    }, 10_000);
    await vi.waitFor(() => {
      expect(heard).toContain('recordings archived');
    });
  });

  it('that no webhook announced is found, and its conference hears of it', async () => {
    const carrier = await carrierForOneTest();
    const first = await openTestCore({ carrier });
    const { id: conferenceId } = await carrier.conference(1, 'Silent');
    await first.until(conferenceId, (state) => state.description !== null);
    const id = await savedAt(carrier, { announce: false, conferenceId });
    first.clock.advance(301_000);
    const row = await archivedAt(first, id);
    expect(row).toMatchObject({ isFound: true, conference: { id: conferenceId, name: 'Silent' } });
    await first.until(conferenceId, (state) => state.recordings.flat().length === 1);
  });

  it('is missed where it was started, and nobody announces or lists it', async () => {
    const rostrum = await openTestCore();
    const { carrier } = rostrum;
    const { id } = await carrier.conference(1, 'Never saved');
    await rostrum.until(id, (state) => state.description !== null);
    // A carrier that says yes and records nothing.
    carrier.intercept((_method, path) =>
      path.endsWith('/record_start') ? { status: 200, body: { data: { result: 'ok' } } } : null,
    );
    await rostrum.command(id, 'recording.start', { format: 'wav', channels: 'single' });
    await rostrum.command(id, 'conference.end');
    await rostrum.until(id, (state) => state.ended !== null);
    expect(await linesOf(rostrum, 'recording.unsaved')).toEqual([]);
    rostrum.clock.advance(601_000);
    await vi.waitFor(async () => {
      rostrum.clock.advance(60_000);
      expect(await linesOf(rostrum, 'recording.unsaved')).toMatchObject([
        {
          ...{ actor: null, outcome: 'failed', detail: { count: 1 } },
          conference: { id, name: 'Never saved' },
        },
      ]);
    }, 15_000);
  });

  it('and announced again later is one', async () => {
    const rostrum = await openTestCore();
    const { carrier } = rostrum;
    await carrier.fault({ kind: 'duplicate', rate: 1 });
    const id = await savedAt(carrier);
    await archivedAt(rostrum, id);
    await carrier.settled();
    rostrum.clock.advance(301_000);
    const { body } = await rostrum.get('/api/recordings');
    expect((body.items as RecordingRow[]).map((row) => row.id)).toEqual([id]);
  });
});

describe('a download', () => {
  it('whose link expired is begun with a fresh one', async () => {
    const rostrum = await openTestCore();
    const { carrier } = rostrum;
    await carrier.fault({ kind: 'download-expired', rate: 1, count: 1 });
    const id = await savedAt(carrier);
    expect(await archivedAt(rostrum, id)).toMatchObject({
      tries: 0,
      sha256: await carriersHash(carrier, id),
    });
    const reads = carrier.requests.filter(({ path }) => path.startsWith(`/recordings/${id}`));
    expect(reads).toHaveLength(2);
  });

  it('cut at 60 % goes on from there, and the file is whole', async () => {
    const rostrum = await openTestCore();
    const { carrier } = rostrum;
    await carrier.fault({ kind: 'download-broken', rate: 1, count: 1, share: 0.6 });
    const id = await savedAt(carrier, { seconds: 30 });
    const row = await archivedAt(rostrum, id);
    expect(row).toMatchObject({ tries: 1, sha256: await carriersHash(carrier, id) });
  });

  it('of a file that lost its end is not taken for the recording', async () => {
    const rostrum = await openTestCore();
    const { carrier } = rostrum;
    await carrier.fault({ kind: 'download-truncated', rate: 1, count: 1 });
    const id = await savedAt(carrier, { seconds: 30 });
    const row = await archivedAt(rostrum, id);
    expect(row).toMatchObject({ tries: 1, sha256: await carriersHash(carrier, id) });
  });

  it('that never succeeds ends with the reason, and a retry begins anew', async () => {
    const rostrum = await openTestCore();
    const { carrier } = rostrum;
    await carrier.fault({ kind: 'download-expired', rate: 1 });
    const id = await savedAt(carrier);
    await vi.waitFor(
      async () => {
        rostrum.clock.advance(21_600_000);
        const row = await rostrum.core.services.recordings.read(id);
        expect(row).toMatchObject({
          state: 'failed',
          problem: 'link-expired',
          tries: archiveTries,
        });
      },
      { timeout: 10_000, interval: 20 },
    );
    await carrier.fault({ kind: 'download-expired', rate: 0 });
    const { status, body } = await rostrum.post(`/api/recordings/${id}/retry`, {});
    expect(status).toBe(200);
    expect(body).toMatchObject({ state: 'waiting', tries: 0, problem: null });
    await archivedAt(rostrum, id);
    const again = await rostrum.post(`/api/recordings/${id}/retry`, {});
    expect(again).toMatchObject({ status: 409, body: { code: 'recording-not-failed' } });
  });

  it('from a host that is not allowed is not begun, and the row says so', async () => {
    const carrier = await carrierForOneTest();
    const rostrum = await openTestCore({ carrier });
    carrier.intercept((method, path) => {
      if (method !== 'GET' || !path.startsWith('/recordings/')) return null;
      const links = { wav: 'http://169.254.169.254/latest/meta-data' };
      return { status: 200, body: { data: { id: path.slice(12), download_urls: links } } };
    });
    const id = await savedAt(carrier);
    const row = await recordingUntil(rostrum, id, ({ state }) => state === 'failed');
    expect(row).toMatchObject({ problem: 'address-refused', tries: 1 });
  });

  it('of more than is allowed ends, and nothing of it stays', async () => {
    const dataDir = directoryForOneTest();
    const rostrum = await openTestCore({ dataDir, env: { RECORDING_MAX_BYTES: '1000' } });
    const id = await savedAt(rostrum.carrier);
    const row = await recordingUntil(rostrum, id, ({ state }) => state === 'failed');
    expect(row).toMatchObject({ problem: 'too-large', tries: 1 });
    expect(readdirSync(join(dataDir, 'recordings', '.parts'))).toEqual([]);
  });

  it('that fills the disk says so, and is tried again', async () => {
    const carrier = await carrierForOneTest();
    const dataDir = directoryForOneTest();
    const rostrum = await openTestCore({ carrier, dataDir });
    let isFull = false;
    carrier.intercept((method, path) => {
      const [, id] = /^\/recordings\/([^/?]+)$/.exec(path) ?? [];
      if (method !== 'GET' || id === undefined || isFull) return null;
      isFull = true;
      // As a disk does it: it takes the file and none of its bytes.
      mkdirSync(join(dataDir, 'recordings', '.parts'), { recursive: true });
      symlinkSync('/dev/full', join(dataDir, 'recordings', '.parts', `${id}.part`));
      return null;
    });
    const id = await savedAt(carrier);
    const row = await recordingUntil(rostrum, id, ({ problem }) => problem !== null);
    expect(row).toMatchObject({ state: 'retrying', problem: 'disk-full' });
    rmSync(join(dataDir, 'recordings', '.parts', `${id}.part`));
    await rostrum.post(`/api/recordings/${id}/retry`, {});
    await archivedAt(rostrum, id);
  });

  it('into a storage that is full is tried again until there is room', async () => {
    const dataDir = directoryForOneTest();
    const local = createLocalStorage(join(dataDir, 'recordings'));
    let isFull = true;
    const storage = {
      ...local,
      put: async (key: string, path: string) => {
        if (isFull) throw new StorageError('disk-full', 'No space left on device');
        await local.put(key, path);
      },
    };
    const rostrum = await openTestCore({ dataDir, storage });
    const id = await savedAt(rostrum.carrier);
    const row = await recordingUntil(rostrum, id, ({ problem }) => problem !== null);
    expect(row).toMatchObject({ state: 'retrying', problem: 'disk-full' });
    expect(row.nextTryAt, 'when the next try comes').not.toBeNull();
    isFull = false;
    await rostrum.post(`/api/recordings/${id}/retry`, {});
    await archivedAt(rostrum, id);
  });

  it('whose bytes change in storage is not called archived', async () => {
    const dataDir = directoryForOneTest();
    const local = createLocalStorage(join(dataDir, 'recordings'));
    let reads = 0;
    const rostrum = await openTestCore({
      dataDir,
      storage: {
        ...local,
        localPath: () => null,
        open: async (key, range) => {
          reads += 1;
          // Read back without its first byte, once.
          return local.open(key, reads === 1 ? { start: 1, end: 100_000 } : range);
        },
      },
    });
    const id = await savedAt(rostrum.carrier);
    const row = await archivedAt(rostrum, id);
    expect(row).toMatchObject({ tries: 1, sha256: await carriersHash(rostrum.carrier, id) });
  });

  it('that storage does not give back is tried again', async () => {
    const dataDir = directoryForOneTest();
    const local = createLocalStorage(join(dataDir, 'recordings'));
    let isBroken = true;
    const storage = {
      ...local,
      localPath: () => null,
      open: async (key: string) => {
        const stored = await local.open(key);
        if (isBroken) stored.destroy(new Error('The connection was reset'));
        return stored;
      },
    };
    const rostrum = await openTestCore({ dataDir, storage });
    const id = await savedAt(rostrum.carrier);
    const row = await recordingUntil(rostrum, id, ({ problem }) => problem !== null);
    expect(row).toMatchObject({ state: 'retrying', problem: 'storage-unreachable' });
    isBroken = false;
    await rostrum.post(`/api/recordings/${id}/retry`, {});
    await archivedAt(rostrum, id);
  });

  it('of a recording that the carrier has lost says so in its row', async () => {
    const carrier = await carrierForOneTest();
    const rostrum = await openTestCore({ carrier });
    carrier.intercept((method, path) =>
      method === 'GET' && path.startsWith('/recordings/')
        ? { status: 404, body: { errors: [{ code: '10005', title: 'Not found' }] } }
        : null,
    );
    const id = await savedAt(carrier);
    const row = await recordingUntil(rostrum, id, ({ problem }) => problem !== null);
    expect(row).toMatchObject({ state: 'retrying', problem: 'not-at-carrier' });
  });
});

describe('a server that is killed in the middle of archiving', () => {
  it('takes it up when it is back, and the file is whole', { timeout: 60_000 }, async () => {
    const carrier = await carrierForOneTest();
    const dataDir = directoryForOneTest();
    const mortal = await openMortalCore(carrier, dataDir);
    await carrier.fault({ kind: 'download-slow', rate: 1, ms: 50 });
    const id = await savedAt(carrier, { seconds: 120 });
    await vi.waitFor(async () => {
      const { recording } = (await mortal.get(`/api/recordings/${id}`)) as unknown as {
        recording: RecordingRow;
      };
      expect(recording).toMatchObject({ state: 'archiving' });
      expect(recording.bytes).not.toBeNull();
    }, 20_000);
    mortal.kill();
    await mortal.isDead;
    await carrier.fault({ kind: 'download-slow', rate: 0 });
    const rostrum = await openTestCore({ carrier, dataDir });
    const row = await archivedAt(rostrum, id);
    expect(row).toMatchObject({ tries: 0, sha256: await carriersHash(carrier, id) });
    expect(readdirSync(join(dataDir, 'recordings', '.parts'))).toEqual([]);
  });
});
