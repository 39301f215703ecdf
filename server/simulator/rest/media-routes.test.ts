import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { loadCarrierContract } from '../testing/carrier-contract';
import { type Rehearsal, startRehearsal } from '../testing/rehearsal';

let rehearsal: Rehearsal;
beforeEach(async () => {
  rehearsal = await startRehearsal();
});
afterEach(() => rehearsal.close());

const sound = Buffer.from('RIFF0000WAVEfmt ');

function formOf(bytes: Buffer, fields: Record<string, string> = {}): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  form.set('media', new Blob([new Uint8Array(bytes)], { type: 'audio/wav' }), 'sound.wav');
  return form;
}

const upload = (bytes: Buffer, fields?: Record<string, string>) =>
  rehearsal.client.post('/media', { body: formOf(bytes, fields) });

/** A web server that has one file. */
async function elsewhere(): Promise<string> {
  const server = createServer((request, response) => {
    const status = request.url === '/chime.mp3' ? 200 : 404;
    response.writeHead(status, { 'content-type': 'audio/mpeg' }).end('ID3 chime');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('media storage', () => {
  it('takes a file in a form, lists it, hands it back byte by byte and deletes it', async () => {
    const { media } = rehearsal.client;
    expect(await upload(sound, { media_name: 'wait a bit', ttl_secs: '60' })).toMatchObject({
      data: { media_name: 'wait a bit', content_type: 'audio/wav' },
    });
    const { data } = await media.list();
    expect(data?.map(({ media_name }) => media_name)).toEqual(['wait a bit']);
    const file = await media.download('wait a bit');
    expect(file.headers.get('content-type')).toBe('audio/wav');
    expect(Buffer.from(await file.arrayBuffer())).toEqual(sound);
    await media.delete('wait a bit');
    await expect(media.retrieve('wait a bit')).rejects.toMatchObject({ status: 404 });
    expect((await media.list()).data).toEqual([]);
  });

  it('fetches a file from its address, and says so where it cannot', async () => {
    const { media } = rehearsal.client;
    const host = await elsewhere();
    await media.upload({ media_url: `${host}/chime.mp3`, media_name: 'chime' });
    const file = await media.download('chime');
    expect(await file.text()).toBe('ID3 chime');
    await expect(media.upload({ media_url: `${host}/none.mp3` })).rejects.toMatchObject({
      status: 400,
      error: { errors: [{ code: '90040' }] },
    });
  });

  it('forgets a file when its time is over, and keeps it longer when asked', async () => {
    const { media } = rehearsal.client;
    await upload(sound, { media_name: 'short', ttl_secs: '60' });
    await upload(sound, { media_name: 'kept', ttl_secs: '60' });
    await media.update('kept', { ttl_secs: 3600 });
    const twoDays = await upload(sound, { media_name: 'unsaid' });
    const { data } = twoDays as { data: { created_at: string; expires_at: string } };
    expect(Date.parse(data.expires_at) - Date.parse(data.created_at)).toBe(2 * 86_400_000);
    await rehearsal.advance(61_000);
    const left = (await media.list()).data?.map(({ media_name }) => media_name);
    expect(left).toEqual(['kept', 'unsaid']);
  });

  it('filters by content type', async () => {
    await upload(sound, { media_name: 'one' });
    const { media } = rehearsal.client;
    expect((await media.list({ filter: { content_type: ['audio/mpeg'] } })).data).toEqual([]);
    expect((await media.list({ filter: { content_type: ['audio/wav'] } })).data).toHaveLength(1);
  });

  it.each([
    ['more than 20 MB', () => upload(Buffer.alloc(20 * 1024 * 1024 + 1)), '10015'],
    ['far more than 20 MB', () => upload(Buffer.alloc(24 * 1024 * 1024)), '10015'],
    ['a time beyond 20 years', () => upload(sound, { ttl_secs: '630720001' }), '10033'],
    ['a name that is taken', () => upload(sound, { media_name: 'taken' }), '10012'],
    ['no file', () => rehearsal.client.post('/media', { body: {} }), '10004'],
  ])('refuses %s', async (_, attempt, code) => {
    await upload(sound, { media_name: 'taken' });
    await expect(attempt()).rejects.toMatchObject({ status: 422, error: { errors: [{ code }] } });
  });

  it('asks for the key', async () => {
    const { status } = await fetch(`${rehearsal.simulator.url}/media`);
    expect(status).toBe(401);
  });
});

describe('voices', () => {
  it('lists those of all providers that need no key of their own, or of one', async () => {
    const { textToSpeech } = rehearsal.client;
    const all = (await textToSpeech.listVoices()).voices ?? [];
    expect(new Set(all.map(({ provider }) => provider))).toEqual(
      new Set(['aws', 'telnyx', 'azure']),
    );
    const own = (await textToSpeech.listVoices({ provider: 'telnyx' })).voices ?? [];
    expect(own.length).toBeGreaterThan(0);
    expect(own.length).toBeLessThan(all.length);
    await expect(textToSpeech.listVoices({ provider: 'elevenlabs' })).rejects.toMatchObject({
      status: 400,
    });
  });
});

const contract = loadCarrierContract();
describe.skipIf(contract === null)('against the published description', () => {
  it('answers media and voices as described', async () => {
    const { media, textToSpeech } = rehearsal.client;
    await upload(sound, { media_name: 'chime' });
    await media.list();
    await media.retrieve('chime');
    await media.update('chime', { ttl_secs: 100 });
    await media.delete('chime');
    await media.retrieve('chime').catch(() => undefined);
    await textToSpeech.listVoices();
    const problems = rehearsal.answers.flatMap(({ method, path, status, body }) =>
      contract!.validateAnswer(method, path, status, body),
    );
    expect(rehearsal.answers).toHaveLength(7);
    expect(problems).toEqual([]);
  });
});
