import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { fromBufferPromise } from 'yauzl';
import type { RecordingRow, ZipLink } from '@/lib/contract/recording';
import { openTestCore, type TestCore } from '@/server/testing/open-test-core';
import { readCsv } from '@/server/testing/read-csv';
import {
  archivedAt,
  archivedRecording,
  carriersHash,
  linesOf,
  savedAt,
} from './testing/recordings-of-test';

/** A file as a browser saves it. */
async function savedFile(rostrum: TestCore, path: string) {
  const answer = await fetch(`${rostrum.url}${path}`, { headers: { cookie: rostrum.cookie } });
  return { headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) };
}

/** The SHA-256 of each file in a ZIP, and the text of those that are not sound. */
async function contentOf(bytes: Buffer) {
  const zip = await fromBufferPromise(bytes, { strictFileNames: true, validateEntrySizes: true });
  const hashes = new Map<string, string>();
  const texts = new Map<string, string>();
  for await (const entry of zip.eachEntry()) {
    const content = await buffer(await zip.openReadStreamPromise(entry));
    if (/\.(?:wav|mp3)$/.test(entry.fileName))
      hashes.set(entry.fileName, createHash('sha256').update(content).digest('hex'));
    else texts.set(entry.fileName, content.toString());
  }
  return { hashes, texts };
}

async function zipLink(rostrum: TestCore, ids: readonly string[]): Promise<ZipLink> {
  const { status, body } = await rostrum.post('/api/recordings/zip', { ids });
  expect(status).toBe(200);
  return body as unknown as ZipLink;
}

describe('a ZIP of recordings', () => {
  it('of twenty holds them as the carrier has them, and is as long as it said', async () => {
    const rostrum = await openTestCore();
    const { carrier } = rostrum;
    const asked = Array.from({ length: 20 }, (_, i) => ({ format: i % 2 === 0 ? 'wav' : 'mp3' }));
    const ids = await Promise.all(
      asked.map(({ format }, i) => savedAt(carrier, { format, seconds: 1 + (i % 4) })),
    );
    for (const id of ids) await archivedAt(rostrum, id);
    const link = await zipLink(rostrum, [...ids, 'unheard-of']);
    expect(link).toMatchObject({ files: 20, left: ['unheard-of'] });
    const { headers, bytes } = await savedFile(rostrum, link.url);
    expect(headers.get('content-type')).toBe('application/zip');
    expect(headers.get('content-length')).toBe(String(link.bytes));
    expect(bytes).toHaveLength(link.bytes);
    const { hashes, texts } = await contentOf(bytes);
    const atCarrier = await Promise.all(ids.map((id) => carriersHash(carrier, id)));
    expect([...hashes.values()].sort()).toEqual(atCarrier.sort());
    const sums = [...hashes].map(([name, hash]) => `${hash}  ${name}\n`).join('');
    expect(texts.get('SHA256SUMS')).toBe(sums);
    const [head = [], ...lines] = readCsv((texts.get('manifest.csv') ?? '').replace('\ufeff', ''));
    expect(lines.map((line) => line[head.indexOf('id')])).toEqual(ids);
    expect(await linesOf(rostrum, 'recording.zip')).toMatchObject([
      {
        target: { kind: 'recording', id: null },
        detail: { files: 20, bytes: link.bytes, ids },
        outcome: 'done',
      },
    ]);
  });

  it('leaves out what is not archived, and is none where nothing is', async () => {
    const rostrum = await openTestCore();
    const { id } = await archivedRecording(rostrum);
    rostrum.carrier.intercept((method, path) =>
      method === 'GET' && path.startsWith('/recordings/') ? { status: 503, body: {} } : null,
    );
    const waiting = await savedAt(rostrum.carrier);
    await expect
      .poll(async () => (await rostrum.get(`/api/recordings/${waiting}`)).status)
      .toBe(200);
    expect(await zipLink(rostrum, [waiting, id, id])).toMatchObject({ files: 1, left: [waiting] });
    expect(await rostrum.post('/api/recordings/zip', { ids: [waiting] })).toMatchObject({
      status: 409,
      body: { code: 'recording-not-archived', detail: 'None of these is archived yet' },
    });
  });

  it('is told as long as it will be without being sent, and is nobody’s after half an hour', async () => {
    const rostrum = await openTestCore();
    const { id } = await archivedRecording(rostrum);
    const { url, bytes } = await zipLink(rostrum, [id]);
    const head = await fetch(`${rostrum.url}${url}`, {
      method: 'HEAD',
      headers: { cookie: rostrum.cookie },
    });
    expect(head.headers.get('content-length')).toBe(String(bytes));
    expect(await linesOf(rostrum, 'recording.zip')).toEqual([]);
    rostrum.clock.advance(30 * 60_000);
    expect(await rostrum.get(url)).toMatchObject({ status: 410, body: { code: 'link-used' } });
  });
});

describe('recordings as a file for spreadsheets', () => {
  it('are what the list shows, and none of it is run as a formula', async () => {
    const rostrum = await openTestCore();
    const names = ['=HYPERLINK("http://evil.test")', 'Q3 "Zahlen", 数据'];
    for (const conferenceName of names) await archivedRecording(rostrum, { conferenceName });
    const { headers, bytes } = await savedFile(rostrum, '/api/recordings.csv');
    expect(headers.get('content-type')).toMatch(/^text\/csv; charset=utf-8/);
    expect(headers.get('content-disposition')).toMatch(/rostrum-recordings-\d{4}-\d\d-\d\d\.csv/);
    const [head = [], ...lines] = readCsv(bytes.toString().replace(/^\ufeff/, ''));
    const column = (name: string) => lines.map((line) => line[head.indexOf(name)]);
    const { body } = await rostrum.get('/api/recordings');
    const rows = body.items as RecordingRow[];
    expect(rows).toHaveLength(2);
    expect(column('id')).toEqual(rows.map(({ id }) => id));
    expect(column('sha256')).toEqual(rows.map(({ sha256 }) => sha256));
    expect(column('bytes')).toEqual(rows.map(({ bytes: count }) => String(count)));
    expect(column('conference').sort()).toEqual([`'${names[0]}`, names[1]].sort());
  });

  it('are those that are filtered for', async () => {
    const rostrum = await openTestCore();
    const { id } = await archivedRecording(rostrum, { format: 'mp3' });
    await archivedRecording(rostrum, { format: 'wav' });
    const { bytes } = await savedFile(rostrum, '/api/recordings.csv?format=mp3&state=archived');
    expect(readCsv(bytes.toString()).slice(1)).toMatchObject([{ 0: id }]);
  });
});
