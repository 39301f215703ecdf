import { createServer } from 'node:http';
import Telnyx from 'telnyx';
import { describe, expect, it, onTestFinished } from 'vitest';
import { closed, listen } from '@/server/testing/test-carrier';
import { askCarrier, readCarrier } from './carrier-call';

interface Told {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

/** A carrier that answers one thing after the other, the last for ever; null keeps silent. */
async function carrierThatSays(...answers: (Told | 'silence' | 'reset')[]) {
  let asked = 0;
  const server = createServer((_, response) => {
    const told = answers[Math.min(asked, answers.length - 1)];
    asked += 1;
    if (told === 'silence' || told === undefined) return;
    if (told === 'reset') {
      response.destroy();
      return;
    }
    response.writeHead(told.status, { 'content-type': 'application/json', ...told.headers });
    response.end(JSON.stringify(told.body ?? {}));
  });
  const baseURL = await listen(server);
  onTestFinished(() => closed(server));
  const client = new Telnyx({ apiKey: 'KEY', baseURL, maxRetries: 0, timeout: 300 });
  const waited: number[] = [];
  const pause = (ms: number) => {
    waited.push(ms);
    return Promise.resolve();
  };
  const command = () => client.conferences.actions.mute('board', {});
  return {
    waited,
    asked: () => asked,
    ask: () => askCarrier(command, pause),
    read: () => readCarrier(() => client.conferences.retrieve('board')),
  };
}

const errorBody = (code: string, title: string, detail?: string) => ({
  errors: [{ code, title, ...(detail === undefined ? {} : { detail }) }],
});

describe('a command to the carrier', () => {
  it('is accepted with a 200', async () => {
    const carrier = await carrierThatSays({ status: 200, body: { data: { result: 'ok' } } });
    expect(await carrier.ask()).toEqual({ kind: 'accepted' });
  });

  it.each([
    [400, 'carrier-refused'],
    [401, 'carrier-key'],
    [403, 'carrier-key'],
    [404, 'carrier-refused'],
    [422, 'carrier-refused'],
  ])('is refused with a %i, in the carrier’s words', async (status, code) => {
    const body = errorBody('90033', 'Unable to execute command', 'There is nobody.');
    const carrier = await carrierThatSays({ status, body });
    expect(await carrier.ask()).toEqual({
      kind: 'refused',
      code,
      carrierCode: '90033',
      detail: 'Unable to execute command: There is nobody.',
    });
    expect(carrier.asked()).toBe(1);
  });

  it('is refused even where the carrier says nothing that can be read', async () => {
    const carrier = await carrierThatSays({ status: 422, body: 'what?' });
    expect(await carrier.ask()).toMatchObject({ kind: 'refused', carrierCode: null });
  });

  it.each([[500], [502], [503], [504], [408]])(
    'is of unknown outcome with a %i, and never asked again',
    async (status) => {
      const carrier = await carrierThatSays({ status, body: errorBody('10007', 'Unexpected') });
      expect(await carrier.ask()).toMatchObject({ kind: 'unknown' });
      expect(carrier.asked()).toBe(1);
    },
  );

  it.each(['silence', 'reset'] as const)(
    'is of unknown outcome after %s, and never asked again',
    async (told) => {
      const carrier = await carrierThatSays(told);
      expect(await carrier.ask()).toMatchObject({ kind: 'unknown' });
      expect(carrier.asked()).toBe(1);
    },
  );

  it('waits as long as the carrier says, or twice as long each time, for ten seconds at most', async () => {
    const busy = { status: 429, body: errorBody('10011', 'Too many requests') };
    const patient = await carrierThatSays({ ...busy, headers: { 'retry-after': '3' } });
    expect(await patient.ask()).toMatchObject({ kind: 'refused', code: 'carrier-busy' });
    expect(patient.waited).toEqual([3000, 3000, 3000]);
    const silent = await carrierThatSays(busy);
    expect(await silent.ask()).toMatchObject({ kind: 'refused', code: 'carrier-busy' });
    expect(silent.waited).toEqual([500, 1000, 2000, 4000]);
    const soon = await carrierThatSays(busy, { status: 200 });
    expect(await soon.ask()).toEqual({ kind: 'accepted' });
    expect(soon.asked()).toBe(2);
  });

  it('does not wait at all when the carrier wants more than ten seconds', async () => {
    const headers = { 'retry-after': '60' };
    const carrier = await carrierThatSays({ status: 429, headers });
    expect(await carrier.ask()).toMatchObject({ kind: 'refused', code: 'carrier-busy' });
    expect(carrier.waited).toEqual([]);
  });
});

describe('a read of the carrier', () => {
  it('answers null where there is no such thing', async () => {
    const carrier = await carrierThatSays({ status: 404, body: errorBody('90058', 'Invalid') });
    expect(await carrier.read()).toBeNull();
  });

  it.each([
    [{ status: 401 }, 'key'],
    [{ status: 429 }, 'busy'],
    [{ status: 422 }, 'failed'],
    [{ status: 500 }, 'failed'],
    ['silence', 'failed'],
  ] as const)('that meets %o fails as %s', async (told, reason) => {
    const carrier = await carrierThatSays(told);
    await expect(carrier.read()).rejects.toMatchObject({ name: 'CarrierReadError', reason });
    expect(carrier.waited).toEqual([]);
  });

  it('of a carrier that is not there fails as down', async () => {
    const server = createServer();
    const baseURL = await listen(server);
    await closed(server);
    const client = new Telnyx({ apiKey: 'KEY', baseURL, maxRetries: 0 });
    const reading = readCarrier(() => client.conferences.retrieve('board'));
    await expect(reading).rejects.toMatchObject({ name: 'CarrierReadError', reason: 'down' });
  });
});
