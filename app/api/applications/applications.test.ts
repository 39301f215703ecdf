import { describe, expect, it } from 'vitest';
import {
  type ApplicationRow,
  type CarrierSettings,
  usualApplication,
} from '@/lib/contract/application';
import type { ActivityRow } from '@/lib/contract/activity';
import { loadCarrierContract } from '@/server/simulator/testing/carrier-contract';
import { carrierForOneTest, openTestCore, type TestCore } from '@/server/testing/open-test-core';
import { connectionId, type TestCarrier } from '@/server/testing/test-carrier';

const contract = loadCarrierContract();
if (contract === null)
  process.stdout.write('Requests to the carrier are not held to its contract\n');

const path = '/api/applications';
const hotline = { name: 'Hotline', webhookUrl: 'https://hotline.example/webhooks' };

const made = async (rostrum: TestCore, more: object = {}) => {
  const answer = await rostrum.post(path, { ...hotline, ...more });
  expect(answer.body).toMatchObject({ name: hotline.name });
  return answer.body as unknown as ApplicationRow;
};

const list = async (rostrum: TestCore, query = '') =>
  (await rostrum.get(`${path}${query}`)).body as unknown as {
    items: ApplicationRow[];
    nextCursor: string | null;
  };

const atCarrier = async ({ client }: TestCarrier, id: string) =>
  (await client.callControlApplications.retrieve(id)).data;

/** What Rostrum asked of the carrier last by this method; it has to be as documented. */
function asked({ carrier }: TestCore, method: string): unknown {
  const sent = carrier.commands('/call_control_applications').findLast((r) => r.method === method);
  if (sent === undefined) throw new Error(`Nothing was asked by ${method}`);
  expect(contract?.validateRequest(sent.method, sent.path, sent.body) ?? []).toEqual([]);
  return sent.body;
}

const told = async (rostrum: TestCore) => {
  const { items } = (await rostrum.get('/api/activity')).body as unknown as {
    items: ActivityRow[];
  };
  return items
    .filter(({ action }) => action.startsWith('application.'))
    .map(({ action, outcome, why, target }) => [action, outcome, why, target?.name]);
};

const afterWork = { kind: 'time-out', rate: 1, count: 1, ms: 1 };
const beforeWork = { kind: '500', rate: 1, count: 1 };

describe('the applications of the carrier', () => {
  it('are listed page by page, the newest first, and found by a part of their name', async () => {
    const rostrum = await openTestCore();
    for (const name of ['Alpha', 'Beta', 'Alphabet'])
      expect((await rostrum.post(path, { ...hotline, name })).status).toBe(200);
    const first = await list(rostrum, '?limit=3');
    expect(first.items.map(({ name }) => name)).toEqual(['Alphabet', 'Beta', 'Alpha']);
    const second = await list(rostrum, `?limit=3&cursor=${first.nextCursor}`);
    expect(second.items.map(({ id, name }) => [id, name])).toEqual([[connectionId, 'Rostrum']]);
    expect(second.nextCursor).toBeNull();
    const found = await list(rostrum, '?q=alpha');
    expect(found.items.map(({ name }) => name)).toEqual(['Alphabet', 'Alpha']);
    for (const query of ['?q=al', '?cursor=x', '?cursor=0', '?limit=0', '?sort=name'])
      expect((await rostrum.get(`${path}${query}`)).status, query).toBe(422);
  });

  it('are read one by one, as the carrier has them', async () => {
    const rostrum = await openTestCore();
    const own = await rostrum.get(`${path}/${connectionId}`);
    expect(own).toMatchObject({ status: 200, body: { id: connectionId, apiVersion: '2' } });
    for (const id of ['1', 'nobody', '..%2Fcalls', '%2e%2e', 'a%00b'])
      expect([id, (await rostrum.get(`${path}/${id}`)).status]).toEqual([id, 404]);
    const paths = rostrum.carrier.requests.map((request) => request.path);
    expect(paths.filter((each) => each.startsWith('/calls') || each.includes('.'))).toEqual([]);
  });

  it('are made with webhooks of version 2 unless told otherwise', async () => {
    const rostrum = await openTestCore();
    const row = await made(rostrum);
    expect(row).toMatchObject({ ...usualApplication, ...hotline });
    expect(asked(rostrum, 'POST')).toMatchObject({ webhook_api_version: '2' });
    expect(await atCarrier(rostrum.carrier, row.id)).toMatchObject({
      application_name: 'Hotline',
      webhook_event_url: hotline.webhookUrl,
      webhook_api_version: '2',
      active: true,
    });
    expect(await told(rostrum)).toEqual([['application.create', 'done', null, 'Hotline']]);
  });

  it('take everything that the carrier takes', async () => {
    const rostrum = await openTestCore();
    const everything = {
      ...{ failoverUrl: 'https://other.example/webhooks', apiVersion: '1', isActive: false },
      ...{ webhookTimeoutSecs: 25, anchorSite: 'London, UK', dtmfType: 'SIP INFO' },
      ...{ firstCommandTimeout: true, firstCommandTimeoutSecs: 10, callCostInWebhooks: true },
      ...{ redactDtmf: true, inboundChannelLimit: 10, shakenStir: true, sipSubdomain: 'hotline' },
      ...{ sipSubdomainCallers: 'only_my_connections', outboundChannelLimit: 5 },
      voiceProfileId: '1293384261075731499',
    };
    const row = await made(rostrum, everything);
    expect(row).toMatchObject(everything);
    asked(rostrum, 'POST');
    expect(await atCarrier(rostrum.carrier, row.id)).toMatchObject({
      ...{ webhook_timeout_secs: 25, first_command_timeout_secs: 10 },
      inbound: { channel_limit: 10, sip_subdomain: 'hotline', shaken_stir_enabled: true },
      outbound: { channel_limit: 5, outbound_voice_profile_id: '1293384261075731499' },
    });
  });

  it('are changed in what is named, and stay as they are in the rest', async () => {
    const rostrum = await openTestCore();
    const before = { sipSubdomain: 'hotline', inboundChannelLimit: 10, webhookTimeoutSecs: 5 };
    const row = await made(rostrum, before);
    const change = { apiVersion: '1', inboundChannelLimit: 20 };
    const changed = await rostrum.send('PATCH', `${path}/${row.id}`, change);
    expect(changed).toMatchObject({ status: 200, body: { ...hotline, ...before, ...change } });
    expect(asked(rostrum, 'PATCH')).toEqual({
      application_name: 'Hotline',
      webhook_event_url: hotline.webhookUrl,
      webhook_api_version: '1',
      inbound: expect.objectContaining({ channel_limit: 20, sip_subdomain: 'hotline' }) as unknown,
    });
    const cleared = { inboundChannelLimit: null, sipSubdomain: null, webhookTimeoutSecs: null };
    const after = await rostrum.send('PATCH', `${path}/${row.id}`, cleared);
    expect(after).toMatchObject({ status: 200, body: { apiVersion: '1', ...cleared } });
    expect((await told(rostrum))[0]).toEqual(['application.change', 'done', null, 'Hotline']);
  });

  it('are deleted for good, but never the one that Rostrum works with', async () => {
    const rostrum = await openTestCore();
    const { id } = await made(rostrum);
    const own = await rostrum.send('DELETE', `${path}/${connectionId}`);
    expect(own).toMatchObject({ status: 409, body: { code: 'application-in-use' } });
    expect(own.body.detail).toContain('TELNYX_CONNECTION_ID');
    expect(rostrum.carrier.commands().filter(({ method }) => method === 'DELETE')).toEqual([]);
    expect((await rostrum.send('DELETE', `${path}/${id}`)).body).toEqual({ id });
    asked(rostrum, 'DELETE');
    expect((await list(rostrum)).items.map((row) => row.id)).toEqual([connectionId]);
    expect((await rostrum.send('DELETE', `${path}/${id}`)).status).toBe(404);
    expect((await told(rostrum)).slice(0, 3)).toEqual([
      ['application.delete', 'refused', 'not-found', null],
      ['application.delete', 'done', null, 'Hotline'],
      ['application.delete', 'refused', 'application-in-use', 'Rostrum'],
    ]);
  });

  it.each([
    ['name', { name: '  ' }, 'Give it a name'],
    ['name', { name: 'x'.repeat(256) }, '255 characters'],
    ['webhookUrl', { webhookUrl: 'rostrum.example' }, 'https://'],
    ['webhookUrl', { webhookUrl: 'javascript:alert(1)' }, 'https://'],
    ['failoverUrl', { failoverUrl: 'ftp://rostrum.example' }, 'https://'],
    ['failoverUrl', { failoverUrl: hotline.webhookUrl, webhookUrl: hotline.webhookUrl }, 'another'],
    ['apiVersion', { apiVersion: '3' }, 'version 2'],
    ['webhookTimeoutSecs', { webhookTimeoutSecs: 31 }, '0 to 30'],
    ['webhookTimeoutSecs', { webhookTimeoutSecs: 1.5 }, '0 to 30'],
    ['isActive', { isActive: 'yes' }, 'true or false'],
    ['anchorSite', { anchorSite: 'Atlantis' }, 'London, UK'],
    ['dtmfType', { dtmfType: 'whistled' }, 'RFC 2833'],
    ['firstCommandTimeoutSecs', { firstCommandTimeoutSecs: 0 }, '1 or more'],
    ['inboundChannelLimit', { inboundChannelLimit: 0 }, 'no limit'],
    ['outboundChannelLimit', { outboundChannelLimit: 1.5 }, 'no limit'],
    ['sipSubdomain', { sipSubdomain: 'a.b' }, '.sip.telnyx.com'],
    ['sipSubdomainCallers', { sipSubdomainCallers: 'friends' }, 'from_anyone'],
    ['voiceProfileId', { voiceProfileId: 'mine' }, 'portal'],
    ['', { colour: 'red' }, 'colour'],
  ])('say what is right where the field %s is wrong', async (field, wrong, said) => {
    const rostrum = await openTestCore();
    const answers = [
      await rostrum.post(path, { ...hotline, ...wrong }),
      await rostrum.send('PATCH', `${path}/${connectionId}`, wrong),
    ];
    for (const answer of answers) {
      expect(answer).toMatchObject({ status: 422, body: { code: 'bad-request' } });
      const [error] = answer.body.errors as { path: string; message: string }[];
      expect(error?.path).toBe(field);
      expect(error?.message).toContain(said);
    }
    expect(rostrum.carrier.commands('/call_control_applications')).toEqual([]);
  });

  it('are not changed into nothing in particular, nor made of what is no JSON', async () => {
    const rostrum = await openTestCore();
    expect((await rostrum.send('PATCH', `${path}/${connectionId}`, {})).status).toBe(422);
    for (const body of ['[]', 'null', '"x"'])
      expect((await rostrum.post(path, body)).status, body).toBe(422);
    expect((await rostrum.post(path, '{')).status).toBe(400);
  });
});

describe('where the carrier does not answer', () => {
  it('what it did is seen by a read', async () => {
    const rostrum = await openTestCore();
    await made(rostrum);
    await rostrum.carrier.fault({ ...afterWork, method: 'POST' });
    const twin = await made(rostrum);
    expect((await list(rostrum, '?q=hotline')).items[0]?.id).toBe(twin.id);
    await rostrum.carrier.fault({ ...afterWork, method: 'PATCH' });
    const change = { apiVersion: '1' };
    const changed = await rostrum.send('PATCH', `${path}/${twin.id}`, change);
    expect(changed).toMatchObject({ status: 200, body: change });
    await rostrum.carrier.fault({ ...afterWork, method: 'DELETE' });
    expect((await rostrum.send('DELETE', `${path}/${twin.id}`)).status).toBe(200);
    expect((await told(rostrum)).map(([, outcome]) => outcome)).toEqual(Array(4).fill('done'));
  });

  it('what a read does not show is said to be unknown, here and in activity', async () => {
    const rostrum = await openTestCore();
    const { id } = await made(rostrum);
    const unknown = { status: 504, body: { code: 'outcome-unknown' } };
    await rostrum.carrier.fault({ ...beforeWork, method: 'POST' });
    expect(await rostrum.post(path, hotline)).toMatchObject(unknown);
    await rostrum.carrier.fault({ ...beforeWork, method: 'PATCH' });
    const change = { apiVersion: '1' };
    expect(await rostrum.send('PATCH', `${path}/${id}`, change)).toMatchObject(unknown);
    await rostrum.carrier.fault({ ...beforeWork, method: 'DELETE' });
    expect(await rostrum.send('DELETE', `${path}/${id}`)).toMatchObject(unknown);
    const outcomes = (await told(rostrum)).slice(0, 3);
    expect(outcomes).toEqual([
      ['application.delete', 'unknown', 'outcome-unknown', 'Hotline'],
      ['application.change', 'unknown', 'outcome-unknown', 'Hotline'],
      ['application.create', 'unknown', 'outcome-unknown', 'Hotline'],
    ]);
  });

  it('its own refusals and troubles are told as they are', async () => {
    const carrier = await carrierForOneTest();
    const rostrum = await openTestCore({ carrier });
    const answered = (status: number) => {
      carrier.intercept((method, asked) =>
        asked.startsWith('/call_control_applications') && (method !== 'GET' || status !== 422)
          ? { status, body: { errors: [{ code: '10015', title: 'no', detail: 'Not this URL' }] } }
          : null,
      );
    };
    answered(422);
    expect(await rostrum.post(path, hotline)).toMatchObject({
      status: 409,
      body: { code: 'carrier-refused', carrierCode: '10015', detail: 'no: Not this URL' },
    });
    for (const [status, code] of [
      [401, 'carrier-key'],
      [429, 'carrier-busy'],
      [500, 'carrier-down'],
    ] as const) {
      answered(status);
      expect(await rostrum.get(path)).toMatchObject({ body: { code } });
    }
  });
});

describe('GET /api/carrier', () => {
  const here = async (rostrum: TestCore) =>
    (await rostrum.get('/api/carrier')).body as unknown as CarrierSettings;

  it('says which application is ours, where its webhooks go, and which was the last that proved the key', async () => {
    const rostrum = await openTestCore();
    expect(await here(rostrum)).toEqual({
      connectionId,
      webhookUrl: `${rostrum.url}/api/webhooks/telnyx`,
      lastVerified: null,
    });
    const forged = { data: { id: 'forged', event_type: 'call.initiated' } };
    expect((await rostrum.post('/api/webhooks/telnyx', forged)).status).toBe(401);
    expect((await here(rostrum)).lastVerified).toBeNull();
    await rostrum.carrier.ring();
    await rostrum.carrier.settled();
    expect((await here(rostrum)).lastVerified).toMatchObject({
      ...{ eventType: 'call.initiated', verdict: 'stored', isOurs: true, connectionId },
    });
    expect(rostrum.carrier.requests.filter(({ path }) => path.includes('applications'))).toEqual(
      [],
    );
  });

  it('tells a verified delivery of version 1 from one that can be read', async () => {
    const rostrum = await openTestCore();
    const change = { apiVersion: '1' };
    expect((await rostrum.send('PATCH', `${path}/${connectionId}`, change)).status).toBe(200);
    await rostrum.carrier.ring();
    await rostrum.carrier.settled();
    expect((await here(rostrum)).lastVerified).toMatchObject({ verdict: 'version-1' });
  });
});

describe('the settings of the carrier', () => {
  it.each(['viewer', 'moderator'] as const)('are not for a %s', async (role) => {
    const rostrum = await openTestCore();
    const cookie = await rostrum.cookieOf(role);
    const own = `${path}/${connectionId}`;
    const answers = [
      await rostrum.get('/api/carrier', { cookie }),
      await rostrum.get(path, { cookie }),
      await rostrum.get(own, { cookie }),
      await rostrum.post(path, hotline, { cookie }),
      await rostrum.send('PATCH', own, { isActive: false }, { cookie }),
      await rostrum.send('DELETE', own, undefined, { cookie }),
    ];
    for (const answer of answers)
      expect(answer).toMatchObject({ status: 403, body: { code: 'not-allowed' } });
    const sent = rostrum.carrier.requests.filter((request) =>
      request.path.includes('call_control_applications'),
    );
    expect(sent).toEqual([]);
  });
});
