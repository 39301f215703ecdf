import Telnyx from 'telnyx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  connectionId,
  ourNumber,
  type Rehearsal,
  startRehearsal,
  theirNumber,
} from './testing/rehearsal';

const media = { audio_url: 'https://media.example.com/hello.mp3' };

describe('the official client', () => {
  let rehearsal: Rehearsal;
  let client: Telnyx;
  beforeAll(async () => {
    rehearsal = await startRehearsal();
    ({ client } = rehearsal);
  });
  afterAll(() => rehearsal.close());

  it('creates, lists and retrieves a conference', async () => {
    const { id } = await rehearsal.conference('Reading');
    const named = await client.conferences.list({ filter: { name: 'Reading' } });
    expect(named.data.map((conference) => conference.id)).toEqual([id]);
    const one = await client.conferences.retrieve(id);
    expect(one.data).toMatchObject({ name: 'Reading', status: 'in_progress', region: 'sv1' });
  });

  it('lists participants to the last page, and reads and patches one', async () => {
    const { id, host } = await rehearsal.conference('Pages');
    for (let count = 1; count < 5; count += 1) {
      await client.conferences.actions.join(id, { call_control_id: await rehearsal.caller() });
    }
    const rows = [];
    for await (const row of client.conferences.listParticipants(id, { 'page[size]': 2 })) {
      rows.push(row);
    }
    expect(rows).toHaveLength(5);
    const first = rows[0]!;
    expect(first).toMatchObject({ call_control_id: host, conference: { id, name: 'Pages' } });
    const patched = await client.conferences.updateParticipant(first.id, {
      id,
      end_conference_on_exit: true,
    });
    expect(patched.data).toMatchObject({ conference_id: id, end_conference_on_exit: true });
    const read = await client.conferences.retrieveParticipant(first.id, { id });
    expect(read.data).toEqual(patched.data);
  });

  it('mutes, holds, whispers, removes and ends, by id and by name', async () => {
    const { id, host } = await rehearsal.conference('Steered');
    const guest = await rehearsal.caller();
    const { actions } = client.conferences;
    const results = [
      await actions.join('Steered', { call_control_id: guest }),
      await actions.mute(id, { call_control_ids: [guest] }),
      await actions.unmute('Steered', {}),
      await actions.hold(id, { call_control_ids: [guest] }),
      await actions.unhold(id, { call_control_ids: [guest] }),
      await actions.update(id, {
        call_control_id: guest,
        supervisor_role: 'whisper',
        whisper_call_control_ids: [host],
      }),
      await actions.leave(id, { call_control_id: guest }),
      await actions.endConference(id, {}),
    ];
    for (const { data } of results) expect(data).toEqual({ result: 'ok' });
    const ended = await client.conferences.retrieve(id);
    expect(ended.data).toMatchObject({ status: 'completed', end_reason: 'ended_via_api' });
  });

  it('plays, speaks, stops, sends digits, gathers and records', async () => {
    const { id, host } = await rehearsal.conference('Heard');
    const { actions } = client.conferences;
    const results = [
      await actions.play(id, { ...media, loop: 2 }),
      await actions.speak(id, { payload: 'Welcome', voice: 'AWS.Polly.Joanna' }),
      await actions.stop(id, {}),
      await actions.sendDtmf(id, { digits: '12#' }),
      await actions.gatherDtmfAudio(id, { call_control_id: host, ...media }),
      await actions.recordStart(id, { format: 'mp3' }),
      await actions.recordPause(id, {}),
      await actions.recordResume(id, {}),
      await actions.recordStop(id, {}),
    ];
    for (const { data } of results) expect(data).toEqual({ result: 'ok' });
    await rehearsal.advance(5000);
    const saved = await client.recordings.list({ filter: { conference_id: id } });
    expect(saved.data).toHaveLength(1);
    const one = await client.recordings.retrieve(saved.data[0]!.id!);
    expect(one.data).toMatchObject({ conference_id: id, status: 'completed', channels: 'single' });
  });

  it('dials, answers, rejects, transfers, bridges, reads and hangs up calls', async () => {
    const dialled = await client.calls.dial({
      connection_id: connectionId,
      from: ourNumber,
      to: theirNumber,
      client_state: 'YWRh',
    });
    const leg = dialled.data!.call_control_id;
    expect(dialled.data).toMatchObject({ is_alive: false, client_state: 'YWRh' });
    await rehearsal.advance(3000);
    const status = await client.calls.retrieveStatus(leg);
    expect(status.data).toMatchObject({ is_alive: true, call_control_id: leg });
    const { actions } = client.calls;
    const refused = await rehearsal.ring();
    const other = await rehearsal.caller();
    const results = [
      await actions.reject(refused, { cause: 'USER_BUSY' }),
      await actions.updateClientState(leg, { client_state: 'Ym9i' }),
      await actions.bridge(leg, { call_control_id_to_bridge_with: other }),
      await actions.transfer(await rehearsal.caller(), { to: theirNumber }),
      await actions.startPlayback(leg, media),
      await actions.stopPlayback(leg, {}),
      await actions.speak(leg, { payload: 'Hello', voice: 'female' }),
      await actions.hangup(leg, {}),
    ];
    for (const { data } of results) expect(data).toMatchObject({ result: 'ok' });
    const after = await client.calls.retrieveStatus(leg);
    expect(after.data).toMatchObject({ is_alive: false });
  });

  it('refers, sends SIP information and switches the role of a supervisor', async () => {
    const { actions } = client.calls;
    const [caller, agent] = [await rehearsal.caller(), await rehearsal.caller()];
    await actions.bridge(caller, { call_control_id_to_bridge_with: agent });
    const supervisor = await client.calls.dial({
      connection_id: connectionId,
      from: ourNumber,
      to: theirNumber,
      supervise_call_control_id: agent,
      supervisor_role: 'monitor',
    });
    await rehearsal.advance(3000);
    const results = [
      await actions.switchSupervisorRole(supervisor.data!.call_control_id, { role: 'barge' }),
      await actions.sendSipInfo(caller, { content_type: 'text/plain', body: 'Hello' }),
      await actions.refer(caller, { sip_address: 'sip:desk@pbx.example.com' }),
    ];
    for (const { data } of results) expect(data).toEqual({ result: 'ok' });
  });

  it('makes, lists, reads, changes and deletes call control applications', async () => {
    const applications = client.callControlApplications;
    const asked = {
      application_name: 'Second desk',
      webhook_event_url: 'https://desk.example.com/hooks',
    };
    const made = await applications.create({ ...asked, webhook_api_version: '2' });
    const id = made.data!.id!;
    expect((await applications.list()).data.map((each) => each.id)).toEqual([id, connectionId]);
    const changed = await applications.update(id, { ...asked, active: false });
    expect(changed.data).toMatchObject({ active: false, webhook_api_version: '2' });
    expect((await applications.retrieve(id)).data).toEqual(changed.data);
    expect((await applications.delete(id)).data?.id).toBe(id);
    await expect(applications.retrieve(id)).rejects.toMatchObject({ status: 404 });
  });

  it('finishes walking the active calls, although its paginator does not fit their cursors', async () => {
    await rehearsal.control('POST', '/reset');
    const legs = [];
    for (let count = 0; count < 25; count += 1) legs.push(await rehearsal.ring());
    const seen = [];
    for await (const call of client.connections.listActiveCalls(connectionId)) {
      seen.push(call.call_control_id);
    }
    expect(seen).toEqual(legs.slice(0, 20));
    const path = `/connections/${connectionId}/active_calls`;
    const first = await client.get<CursorPage>(path, { query: { 'page[limit]': 20 } });
    const after = first.meta.cursors.after!;
    const rest = await client.get<CursorPage>(path, {
      query: { 'page[limit]': 20, 'page[after]': after },
    });
    expect(rest.data.map((call) => call.call_control_id)).toEqual(legs.slice(20));
    expect(rest.meta.cursors.after).toBeUndefined();
  });

  it('runs queues from their making to their removal', async () => {
    const made = await client.queues.create({ queue_name: 'Desk / 1', max_size: 5 });
    expect(made.data).toMatchObject({ name: 'Desk / 1', max_size: 5, current_size: 0 });
    const leg = await rehearsal.caller();
    await client.calls.actions.enqueue(leg, { queue_name: 'Desk / 1', keep_after_hangup: true });
    const one = await client.queues.calls.retrieve(leg, { queue_name: 'Desk / 1' });
    expect(one.data).toMatchObject({ queue_position: 1, is_alive: true });
    await client.queues.calls.update(leg, { queue_name: 'Desk / 1', keep_after_hangup: false });
    expect((await client.queues.calls.list('Desk / 1')).data).toHaveLength(1);
    await client.calls.actions.leaveQueue(leg, {});
    const gone = await rehearsal.caller();
    await client.calls.actions.enqueue(gone, { queue_name: 'Desk / 1' });
    await client.queues.calls.remove(gone, { queue_name: 'Desk / 1' });
    const changed = await client.queues.update('Desk / 1', { max_size: 9 });
    expect(changed.data).toMatchObject({ max_size: 9, current_size: 0 });
    expect((await client.queues.list()).data.map(({ name }) => name)).toContain('Desk / 1');
    expect((await client.queues.retrieve('Desk / 1')).data?.max_size).toBe(9);
    await client.queues.delete('Desk / 1');
    await expect(client.queues.retrieve('Desk / 1')).rejects.toMatchObject({ status: 404 });
  });

  it('reads back how its webhooks were delivered', async () => {
    await rehearsal.ring();
    await rehearsal.settled();
    const listed = await client.webhookDeliveries.list({
      filter: { event_type: 'call.initiated' },
    });
    const newest = listed.data[0]!;
    expect(newest).toMatchObject({
      status: 'delivered',
      webhook: { event_type: 'call.initiated' },
    });
    const one = await client.webhookDeliveries.retrieve(newest.id!);
    expect(one.data?.attempts?.[0]?.http?.response?.status).toBe(200);
  });

  it('is refused without the key', async () => {
    const stranger = new Telnyx({
      apiKey: 'other',
      baseURL: rehearsal.simulator.url,
      maxRetries: 0,
    });
    await expect(stranger.conferences.list()).rejects.toMatchObject({
      status: 401,
      error: { errors: [{ code: '10009' }] },
    });
  });

  it('accepts the webhooks as signed by the carrier', async () => {
    await rehearsal.ring();
    await rehearsal.inbox.until((received) => received.length > 0);
    const { raw, headers } = rehearsal.inbox.received[0]!;
    const key = rehearsal.simulator.publicKey;
    const known = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, String(value)]),
    );
    await expect(client.webhooks.unwrap(raw, { headers: known, key })).resolves.toBeDefined();
  });
});

interface CursorPage {
  readonly data: { call_control_id: string }[];
  readonly meta: { cursors: { after?: string } };
}
