import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contractFile, loadCarrierContract } from './testing/carrier-contract';
import {
  connectionId,
  ourNumber,
  type Rehearsal,
  startRehearsal,
  theirNumber,
} from './testing/rehearsal';

const contract = loadCarrierContract();
if (contract === null) {
  process.stdout.write(`Contract tests skipped: the description is not at ${contractFile}\n`);
}

/** Operations that the published description leaves out; DOMAIN says where each is known from. */
const undescribed: Record<string, string> = {
  webhook_deliveries: 'described elsewhere (DOMAIN §1.9)',
  client_state_update: 'in the client, not in this description (DOMAIN L10)',
  playback_start: 'in the client, not in this description (DOMAIN L12)',
  playback_stop: 'in the client, not in this description (DOMAIN L12)',
  'calls/.*/actions/speak': 'in the client, not in this description (DOMAIN L12)',
};

/** Statuses that an operation does not list, but gives all the same. */
const unlisted: Record<string, string> = {
  'POST /conferences/{id}/actions/join does not list status 404':
    'a conference that does not exist (DOMAIN §6.20)',
  'DELETE /queues/{queue_name} does not list status 400':
    'only an empty queue can be deleted (90050, shared example)',
};

/** What the description says of applications and of no other family. */
const ofApplications: Record<string, string> = {
  '(GET|POST) /call_control_applications(/{id})? answers without a body':
    'its refusals have no schema there, but the shape of all others (DOMAIN §5.1)',
  '/data/\\d+/webhook_event_url must match format "url" .*':
    'the address of a test is on loopback, which the format does not know',
};

const isException = (problem: string) =>
  problem in unlisted ||
  Object.keys(ofApplications).some((pattern) => new RegExp(`^${pattern}$`).test(problem)) ||
  (problem.endsWith('is not described') &&
    Object.keys(undescribed).some((pattern) => new RegExp(pattern).test(problem)));

async function refuse(attempt: Promise<unknown>): Promise<void> {
  await expect(attempt).rejects.toMatchObject({ error: { errors: expect.any(Array) as unknown } });
}

async function runConference(rehearsal: Rehearsal): Promise<void> {
  const { client } = rehearsal;
  const { actions } = client.conferences;
  const { id, host } = await rehearsal.conference();
  const guest = await rehearsal.caller();
  await actions.join(id, { call_control_id: guest, client_state: 'Z3Vlc3Q=' });
  await rehearsal.control('POST', `/calls/${guest}/talk`);
  await actions.play(id, { audio_url: 'https://media.example.com/a.mp3' });
  await actions.play(id, { media_name: 'chime', call_control_ids: [guest] });
  await actions.speak(id, { payload: 'Hello', voice: 'female' });
  await actions.speak(id, { payload: 'Hello', voice: 'female', call_control_ids: [guest] });
  await rehearsal.advance(30_000);
  await actions.recordStart(id, { format: 'wav', channels: 'dual' });
  await actions.gatherDtmfAudio(id, {
    call_control_id: guest,
    audio_url: 'https://media.example.com/code.mp3',
    maximum_digits: 2,
    gather_id: 'code',
  });
  await rehearsal.control('POST', `/calls/${guest}/digits`, { digits: '42' });
  await client.conferences.list();
  await client.conferences.retrieve(id);
  const { data: participants } = await client.conferences.listParticipants(id);
  await client.conferences.retrieveParticipant(participants[0]!.id, { id });
  await client.conferences.updateParticipant(participants[0]!.id, { id, beep_enabled: 'never' });
  await actions.mute(id, {});
  await actions.hold(id, { call_control_ids: [guest] });
  await actions.unhold(id, { call_control_ids: [guest] });
  await actions.update(id, { call_control_id: guest, supervisor_role: 'monitor' });
  await actions.sendDtmf(id, { digits: '1' });
  await actions.stop(id, {});
  await actions.leave(id, { call_control_id: guest });
  await client.calls.actions.hangup(host, {});
  await client.conferences.retrieve(id);
  await refuse(actions.mute(id, {}));
  await refuse(actions.join('no-such', { call_control_id: guest }));
  await rehearsal.advance(5000);
}

async function runRecordings(rehearsal: Rehearsal): Promise<void> {
  const { recordings } = rehearsal.client;
  for (const format of ['mp3', 'wav', 'wav']) {
    await rehearsal.control('POST', '/recordings', { seconds: 5, format, channels: 'dual' });
  }
  const { data } = await recordings.list({
    filter: { conference_region: 'us', created_at: { gte: '2026-01-01T00:00:00Z' } },
  });
  const [first, ...others] = data.map(({ id }) => id!);
  await recordings.retrieve(first!);
  await recordings.delete(first!);
  await refuse(recordings.retrieve(first!));
  await refuse(recordings.delete(first!));
  await recordings.actions.delete({ ids: others });
  await refuse(recordings.actions.delete({ ids: others }));
  await refuse(recordings.actions.delete({} as { ids: string[] }));
  await refuse(recordings.list({ filter: { end_time: { lte: 'yesterday' } } }));
}

async function runCalls(rehearsal: Rehearsal): Promise<void> {
  const { client } = rehearsal;
  const { actions } = client.calls;
  const { data } = await client.calls.dial({
    connection_id: connectionId,
    from: ourNumber,
    to: theirNumber,
    conference_config: { conference_name: 'By dial', early_media: false },
  });
  const leg = data!.call_control_id;
  await client.calls.dial({ connection_id: connectionId, from: ourNumber, to: '+14155550001' });
  await rehearsal.advance(3000);
  await client.calls.retrieveStatus(leg);
  await client.connections.listActiveCalls(connectionId);
  await actions.startPlayback(leg, { audio_url: 'https://media.example.com/a.mp3' });
  await actions.stopPlayback(leg, {});
  await actions.speak(leg, { payload: 'Hello', voice: 'female' });
  await actions.updateClientState(leg, { client_state: 'YWRh' });
  await actions.transfer(leg, { to: theirNumber });
  await rehearsal.advance(3000);
  await actions.reject(await rehearsal.ring(), { cause: 'CALL_REJECTED' });
  await refuse(client.calls.dial({ connection_id: 'x', from: ourNumber, to: theirNumber }));
  await refuse(client.calls.dial({ connection_id: connectionId, from: '12', to: theirNumber }));
  await refuse(client.calls.retrieveStatus('v3:unknown'));
  await actions.hangup(leg, {});
  await client.webhookDeliveries.list();
}

async function runQueues(rehearsal: Rehearsal): Promise<void> {
  const { client } = rehearsal;
  const { actions } = client.calls;
  const first = await rehearsal.caller();
  const second = await rehearsal.caller();
  await actions.enqueue(first, { queue_name: 'sales', max_wait_time_secs: 60 });
  await actions.enqueue(second, { queue_name: 'sales' });
  await client.queues.list();
  await client.queues.retrieve('sales');
  await client.queues.update('sales', { max_size: 7 });
  await client.queues.calls.list('sales');
  await client.queues.calls.retrieve(first, { queue_name: 'sales' });
  await client.queues.calls.update(first, { queue_name: 'sales', keep_after_hangup: true });
  await refuse(client.queues.delete('sales'));
  await refuse(client.queues.create({ queue_name: 'sales' }));
  await refuse(actions.enqueue(first, { queue_name: 'sales' }));
  await actions.leaveQueue(second, {});
  await rehearsal.advance(61_000);
  await client.queues.delete('sales');
  await refuse(client.queues.retrieve('sales'));
}

async function runSupervision(rehearsal: Rehearsal): Promise<void> {
  const { actions } = rehearsal.client.calls;
  const [caller, agent] = [await rehearsal.caller(), await rehearsal.caller()];
  await actions.bridge(caller, { call_control_id_to_bridge_with: agent });
  const { data } = await rehearsal.client.calls.dial({
    connection_id: connectionId,
    from: ourNumber,
    to: theirNumber,
    supervise_call_control_id: agent,
    supervisor_role: 'monitor',
  });
  await rehearsal.advance(3000);
  await actions.switchSupervisorRole(data!.call_control_id, { role: 'whisper' });
  await refuse(actions.switchSupervisorRole(agent, { role: 'whisper' }));
  await actions.sendSipInfo(caller, { content_type: 'application/json', body: '{}' });
  await refuse(actions.sendSipInfo(caller, { content_type: 'json', body: '{}' }));
  await actions.refer(caller, { sip_address: 'sip:0003@pbx.example.com' });
  await actions.refer(agent, { sip_address: 'sip:desk@pbx.example.com' });
  await refuse(actions.refer(agent, { sip_address: theirNumber }));
  await rehearsal.advance(3000);
}

async function runQueueBridges(rehearsal: Rehearsal): Promise<void> {
  const { client } = rehearsal;
  const agent = await rehearsal.caller();
  const byQueue = { queue: 'support' } as never;
  await client.queues.create({ queue_name: 'support', max_size: 2 });
  await rehearsal.control('POST', '/queues/support/callers', { count: 2, keepAfterHangup: true });
  await refuse(client.calls.actions.enqueue(agent, { queue_name: 'support' }));
  const { data: waiting } = await client.queues.calls.list('support', { 'page[size]': 1 });
  await client.calls.actions.bridge(agent, byQueue);
  await client.calls.actions.hangup(waiting[0]!.call_control_id, {});
  const { data: behind } = await client.queues.calls.list('support');
  await rehearsal.control('POST', `/calls/${behind[0]!.call_control_id}/hangup`);
  await client.queues.calls.retrieve(behind[0]!.call_control_id, { queue_name: 'support' });
  await client.queues.calls.remove(behind[0]!.call_control_id, { queue_name: 'support' });
  await refuse(client.calls.actions.bridge(await rehearsal.caller(), byQueue));
}

async function runApplications(rehearsal: Rehearsal): Promise<void> {
  const applications = rehearsal.client.callControlApplications;
  const asked = {
    application_name: 'Second desk',
    webhook_event_url: 'https://desk.example.com/hooks',
    outbound: { outbound_voice_profile_id: '1293384261075731499' },
  };
  const { data } = await applications.create(asked);
  await applications.list();
  await applications.retrieve(data!.id!);
  await applications.update(data!.id!, { ...asked, webhook_api_version: '2', tags: ['desk'] });
  await applications.delete(data!.id!);
  await refuse(applications.retrieve(data!.id!));
  await refuse(applications.create({ ...asked, webhook_event_url: 'desk' }));
  await refuse(applications.list({ filter: { application_name: { contains: 'x' } } }));
}

describe.skipIf(contract === null).each([
  { name: 'as captured', switches: {} },
  { name: 'as the schemas put it', switches: { bareFloor: true, strictOccurredAt: true } },
])('the carrier as published, $name', ({ switches }) => {
  let rehearsal: Rehearsal;
  beforeAll(async () => {
    rehearsal = await startRehearsal({ switches });
    await runConference(rehearsal);
    await runCalls(rehearsal);
    await runQueues(rehearsal);
    await runSupervision(rehearsal);
    await runQueueBridges(rehearsal);
    await runApplications(rehearsal);
    await runRecordings(rehearsal);
    await rehearsal.settled();
  });
  afterAll(() => rehearsal.close());

  it('gives no answer that its description forbids', () => {
    const problems = rehearsal.answers.flatMap(({ method, path, status, body }) =>
      contract!.validateAnswer(method, path, status, body).map((problem) => ({ path, problem })),
    );
    expect(problems.filter(({ problem }) => !isException(problem))).toEqual([]);
    expect(rehearsal.answers.length).toBeGreaterThan(50);
  });

  it('sends webhooks with every documented field', () => {
    const { received } = rehearsal.inbox;
    expect(received.flatMap(({ body }) => contract!.validateWebhook(body))).toEqual([]);
  });

  it('has sent every type of the conference and queue family, and those of the calls', () => {
    const rare = 'call.recording.';
    const expected = contract!.webhookTypes.filter((type) => !type.startsWith(rare));
    const sent = new Set(rehearsal.inbox.received.map(({ type }) => type));
    expect([...sent].sort()).toEqual([...expected].sort());
  });
});

describe.skipIf(contract === null)('the check itself', () => {
  it('notices a missing field, a wrong value and an unknown path', () => {
    const lacking = {
      data: { record_type: 'event', event_type: 'call.dequeued', id: 'x', payload: {} },
    };
    expect(contract!.validateWebhook(lacking).join()).toMatch(/queue_position/);
    expect(contract!.validateAnswer('GET', '/v2/conferences', 200, { data: [{}] })).not.toEqual([]);
    expect(contract!.validateAnswer('GET', '/v2/nothing', 200, {})).not.toEqual([]);
  });

  it('notices a request that lacks a field or has one too many', () => {
    const path = '/v2/conferences/x/actions/record_start';
    expect(contract!.validateRequest('POST', path, { format: 'mp3' })).toEqual([]);
    expect(contract!.validateRequest('POST', path, {}).join()).toMatch(/format/);
    expect(contract!.validateRequest('POST', path, { format: 'mp3', formt: 1 })).toEqual([
      '/formt is not described',
    ]);
  });
});
