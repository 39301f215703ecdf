import { describe, expect, it, vi } from 'vitest';
import type { Conference } from '@/lib/domain/conference/conference';
import { isPresent, peopleIn } from '@/lib/domain/conference/view';
import type { CommandId } from '@/lib/domain/ids';
import { valuesOf } from '@/lib/domain/keyed';
import { may, type Role, roles } from '@/lib/domain/permission';
import type { Supervision } from '@/lib/domain/supervision/supervision';
import { loadCarrierContract } from '@/server/simulator/testing/carrier-contract';
import {
  carrierForOneTest,
  openTestCore,
  type TestAnswer,
  type TestCore,
} from '@/server/testing/open-test-core';

const phone = '+13125550199';
const contract = loadCarrierContract();
const answers = { farEndAnswersMs: 1 };

interface Meeting {
  readonly rostrum: TestCore;
  readonly id: string;
  readonly legs: readonly [string, string, string];
}

async function meeting(switches: object = answers): Promise<Meeting> {
  const carrier = await carrierForOneTest(switches);
  const rostrum = await openTestCore({ carrier });
  const { id, legs } = await carrier.conference(3);
  await rostrum.until(id, (c) => peopleIn(c) === 3 && c.description !== null);
  const [host = '', ada = '', bob = ''] = legs;
  return { rostrum, id, legs: [host, ada, bob] };
}

const session = 'the-session';
const start = (rostrum: TestCore, fields: object, headers = {}, commandId = session) =>
  rostrum.post(
    '/api/supervisions',
    { commandId, command: { type: 'supervision.start', fields: { to: phone, ...fields } } },
    headers,
  );

let given = 0;
const command = (rostrum: TestCore, type: string, fields = {}, headers = {}) => {
  given += 1;
  const body = { commandId: `of-the-session-${given}`, command: { type, fields } };
  return rostrum.post(`/api/supervisions/${session}/commands`, body, headers);
};

async function read({ core }: TestCore): Promise<Supervision> {
  const view = await core.services.supervisions.read(session as CommandId);
  if (view === null) throw new Error('There is no session');
  return view.state;
}

/** Waits until the session is as it should be. */
const until = (rostrum: TestCore, condition: (state: Supervision) => boolean) =>
  vi.waitFor(
    async () => {
      const state = await read(rostrum);
      expect(condition(state), JSON.stringify(state)).toBe(true);
      return state;
    },
    { timeout: 10_000, interval: 5 },
  );

const isLiveAs = (role: string) => (state: Supervision) =>
  state.phase === 'live' && state.wanted === null && state.roles.at(-1)?.role === role;

const legOf = async (rostrum: TestCore): Promise<string> =>
  (await read(rostrum)).callControlId ?? '';

const listed = async ({ rostrum, id }: Meeting) => {
  const leg = await legOf(rostrum);
  return (await rostrum.carrier.participants(id)).find((p) => p.call_control_id === leg);
};

/** Somebody listens to Ada. */
async function listening(switches: object = answers): Promise<Meeting> {
  const room = await meeting(switches);
  const [, whom] = room.legs;
  const fields = { conferenceId: room.id, whom, role: 'monitor' };
  expect((await start(room.rostrum, fields)).status).toBe(200);
  await until(room.rostrum, isLiveAs('monitor'));
  return room;
}

const requestsAre = (rostrum: TestCore) => {
  for (const { method, path, body, status } of rostrum.carrier.commands()) {
    if (status === 200) expect(contract?.validateRequest(method, path, body) ?? []).toEqual([]);
  }
};

const eventsOf = async (rostrum: TestCore, id: string, headers = {}) => {
  const { body } = await rostrum.get(`/api/conferences/${id}/events?limit=1000`, headers);
  return body.items as { type: string; actor: unknown; data: Record<string, unknown> }[];
};

describe('supervising somebody in a conference', () => {
  it('calls the supervisor, who listens, whispers and barges in without being called again', async () => {
    const room = await listening();
    const { rostrum, id, legs } = room;
    const [, ada, bob] = legs;
    expect(await listed(room)).toMatchObject({ muted: true, whisper_call_control_ids: [] });
    const whisper = { role: 'whisper', whisperTo: [ada, bob] };
    expect((await command(rostrum, 'supervision.switchRole', whisper)).status).toBe(200);
    const whispering = await until(rostrum, isLiveAs('whisper'));
    expect(whispering.roles.at(-1)).toMatchObject({ how: 'switched', isBorneOut: true });
    expect(await listed(room)).toMatchObject({ whisper_call_control_ids: [ada, bob] });
    await command(rostrum, 'supervision.switchRole', { role: 'barge' });
    await until(rostrum, isLiveAs('barge'));
    expect(await listed(room)).toMatchObject({ muted: false, whisper_call_control_ids: [] });
    expect(rostrum.carrier.commands('/calls').filter(({ path }) => path === '/calls')).toHaveLength(
      1,
    );
    expect(rostrum.carrier.commands('/actions/leave')).toEqual([]);
    const told = (await eventsOf(rostrum, id)).filter(({ type }) => type.startsWith('supervisor.'));
    expect(told.map(({ type, data }) => [type, data.role])).toEqual([
      ['supervisor.called', 'monitor'],
      ['supervisor.roleSet', 'monitor'],
      ['supervisor.roleSet', 'whisper'],
      ['supervisor.roleSet', 'barge'],
    ]);
    requestsAre(rostrum);
  });

  it('ends when the supervisor asks, with one line of activity that tells its length and roles', async () => {
    const { rostrum, id, legs } = await listening();
    await command(rostrum, 'supervision.switchRole', { role: 'barge' });
    await until(rostrum, isLiveAs('barge'));
    rostrum.clock.advance(65_000);
    await command(rostrum, 'supervision.stop');
    await until(rostrum, ({ phase, reason }) => phase === 'ended' && reason === 'stopped');
    await rostrum.until(id, (c) => peopleIn(c) === 3);
    const { body } = await rostrum.get('/api/activity?action=supervision.session');
    const [line] = body.items as { detail: { seconds: number } }[];
    expect(body.items).toMatchObject([
      {
        ...{ action: 'supervision.session', outcome: 'done', conference: { id } },
        target: { kind: 'call', id: legs[1] },
        detail: { steps: ['monitor', 'barge'], reason: 'stopped', rejoined: 0 },
      },
    ]);
    expect(line?.detail.seconds).toBeGreaterThanOrEqual(65);
    const again = await command(rostrum, 'supervision.switchRole', { role: 'monitor' });
    expect([again.status, again.body.code]).toEqual([409, 'call-ended']);
  });

  const endings: [string, string, (room: Meeting) => Promise<unknown>][] = [
    [
      'whom they supervise leaves',
      'supervised-left',
      ({ rostrum, legs }) => rostrum.carrier.client.calls.actions.hangup(legs[1], {}),
    ],
    [
      'the conference ends',
      'conference-ended',
      ({ rostrum, id }) => rostrum.carrier.client.conferences.actions.endConference(id, {}),
    ],
    [
      'the supervisor hangs up',
      'hung-up',
      async ({ rostrum }) => rostrum.carrier.client.calls.actions.hangup(await legOf(rostrum), {}),
    ],
    [
      'a moderator takes them out',
      'removed',
      async ({ rostrum, id }) =>
        rostrum.command(id, 'participants.remove', { legs: [await legOf(rostrum)] }),
    ],
  ];
  it.each(endings)('ends when %s, and leaves no call behind', async (_, reason, end) => {
    const room = await listening();
    const { rostrum, id } = room;
    const leg = await legOf(rostrum);
    await end(room);
    expect((await until(rostrum, ({ phase }) => phase === 'ended')).reason).toBe(reason);
    const call = await vi.waitFor(async () => {
      const { body } = await rostrum.get(`/api/calls/${encodeURIComponent(leg)}`);
      expect(body.state).toMatchObject({ hungUp: { value: {} } });
      return body;
    });
    expect(call).toBeDefined();
    const state = (await rostrum.conference(id)).state;
    expect(valuesOf(state.supervisors)).toMatchObject([{ isOver: true }]);
  });

  it('says so when it comes to nothing', async () => {
    const { rostrum, id, legs } = await meeting({ farEndAnswersMs: 600_000 });
    await start(rostrum, { conferenceId: id, whom: legs[1], role: 'monitor' });
    await until(rostrum, ({ phase }) => phase === 'dialling');
    await rostrum.carrier.client.calls.actions.hangup(await legOf(rostrum), {});
    const failed = await until(rostrum, ({ phase }) => phase === 'failed');
    expect(failed.reason).not.toBeNull();
    const { body } = await rostrum.get('/api/activity?action=supervision.session');
    expect(body.items).toMatchObject([{ outcome: 'failed', detail: { steps: [] } }]);
  });

  it('refuses whom nobody can supervise, a second session, and a whisper to nobody', async () => {
    const { rostrum, id, legs } = await listening();
    const [, ada] = legs;
    const refused = async (fields: object) => {
      given += 1;
      const answer = await start(rostrum, fields, {}, `another-session-${given}`);
      return [answer.status, answer.body.code];
    };
    const here = { conferenceId: id, whom: ada, role: 'monitor' };
    expect(await refused(here)).toEqual([409, 'already-supervising']);
    await command(rostrum, 'supervision.stop');
    await until(rostrum, ({ phase }) => phase === 'ended');
    expect(await refused({ ...here, role: 'whisper' })).toEqual([422, 'nobody-selected']);
    expect(await refused({ ...here, whom: 'v3:nobody' })).toEqual([409, 'not-in-conference']);
    expect(await refused({ ...here, conferenceId: 'nowhere' })).toEqual([409, 'conference-ended']);
    expect(await refused({ ...here, to: 'my phone' })).toEqual([422, 'bad-request']);
    expect(await refused({ ...here, role: 'none' })).toEqual([422, 'bad-request']);
    expect(rostrum.carrier.commands('/calls').filter(({ path }) => path === '/calls')).toHaveLength(
      1,
    );
  });

  it('takes the phone from the account, and says what is missing where none stands there', async () => {
    const { rostrum, id, legs } = await meeting();
    const fields = { conferenceId: id, whom: legs[1], role: 'monitor', to: undefined };
    const without = await start(rostrum, fields);
    expect(without).toMatchObject({
      ...{ status: 422, body: { code: 'bad-request' } },
    });
    expect(without.body.errors).toMatchObject([{ path: 'command.fields.to' }]);
    const keep = (address: string | null) =>
      rostrum.post('/api/account', { change: 'phone', address });
    expect((await keep('12')).status).toBe(422);
    expect((await keep('sip:grace@office.example')).status).toBe(200);
    expect((await rostrum.get('/api/account')).body.phone).toBe('sip:grace@office.example');
    expect((await start(rostrum, fields)).status).toBe(200);
    await until(rostrum, isLiveAs('monitor'));
    const [dialled] = rostrum.carrier.commands('/calls').filter(({ path }) => path === '/calls');
    // From the number of ours that Ada called.
    expect(dialled?.body).toMatchObject({ to: 'sip:grace@office.example', from: '+13125550100' });
    await keep(null);
    expect((await rostrum.get('/api/account')).body.phone).toBeNull();
  });
});

describe('a change of role that the carrier accepts and does not make', () => {
  it('is made by going out and in again, with the call still up, and told so', async () => {
    const room = await listening();
    const { rostrum, id, legs } = room;
    const leg = await legOf(rostrum);
    await rostrum.carrier.fault({ kind: 'ignore', rate: 1, count: 1 });
    await command(rostrum, 'supervision.switchRole', { role: 'whisper', whisperTo: [legs[1]] });
    const state = await until(rostrum, isLiveAs('whisper'));
    expect(state.roles.at(-1)).toMatchObject({ how: 'rejoined', isBorneOut: true });
    expect(state.callControlId).toBe(leg);
    expect(await listed(room)).toMatchObject({ whisper_call_control_ids: [legs[1]] });
    const told = (await eventsOf(rostrum, id)).map(({ type }) => type);
    const from = told.indexOf('supervisor.rejoining');
    expect(told.slice(from).filter((type) => /^(supervisor|participant)\./.test(type))).toEqual([
      ...['supervisor.rejoining', 'participant.left', 'participant.joined', 'supervisor.roleSet'],
    ]);
    expect(rostrum.carrier.commands('/calls').filter(({ path }) => path === '/calls')).toHaveLength(
      1,
    );
    await command(rostrum, 'supervision.stop');
    await until(rostrum, ({ phase }) => phase === 'ended');
    const { body } = await rostrum.get('/api/activity?action=supervision.session');
    expect(body.items).toMatchObject([{ detail: { rejoined: 1 } }]);
  });

  it('keeps the old role where the carrier refuses the new one', async () => {
    const { rostrum } = await listening();
    rostrum.carrier.intercept((method, path) =>
      method === 'POST' && path.endsWith('/actions/update')
        ? {
            status: 422,
            body: { errors: [{ code: '90015', title: 'No', detail: 'It may not be' }] },
          }
        : null,
    );
    await command(rostrum, 'supervision.switchRole', { role: 'barge' });
    const state = await until(rostrum, ({ notChanged }) => notChanged !== null);
    expect(state).toMatchObject({ phase: 'live', wanted: null });
    expect(state.notChanged).toContain('It may not be');
    expect(isLiveAs('monitor')(state)).toBe(true);
  });
});

describe('supervising a call that is bridged', () => {
  it('dials in with the role, changes it there, and ends with the call', async () => {
    const carrier = await carrierForOneTest(answers);
    const rostrum = await openTestCore({ carrier });
    const [agent, customer] = [await carrier.caller(), await carrier.caller()];
    await carrier.client.calls.actions.bridge(agent, { call_control_id_to_bridge_with: customer });
    await vi.waitFor(async () => {
      const { body } = await rostrum.get(`/api/calls/${encodeURIComponent(agent)}`);
      expect(body.state).toMatchObject({ bridged: {} });
    });
    expect((await start(rostrum, { whom: agent, role: 'monitor' })).status).toBe(200);
    const live = await until(rostrum, isLiveAs('monitor'));
    expect(live.roles).toMatchObject([{ how: 'joined', isBorneOut: null }]);
    const supervises = async () =>
      (await carrier.control('GET', `/calls/${await legOf(rostrum)}`)).supervises;
    expect(await supervises()).toEqual({ callControlId: agent, role: 'monitor' });
    await command(rostrum, 'supervision.switchRole', { role: 'barge' });
    await until(rostrum, isLiveAs('barge'));
    expect(await supervises()).toEqual({ callControlId: agent, role: 'barge' });
    requestsAre(rostrum);
    await carrier.client.calls.actions.hangup(agent, {});
    const over = await until(rostrum, ({ phase }) => phase === 'ended');
    expect(['supervised-left', 'hung-up']).toContain(over.reason);
  });
});

describe.each(roles)('who supervises whom, to a %s', (role: Role) => {
  it('[SU5] is shown at every door, or at none', async () => {
    const { rostrum, id, legs } = await listening();
    const name = (await read(rostrum)).actor?.name ?? '';
    const [, ada] = legs;
    await command(rostrum, 'supervision.switchRole', { role: 'whisper', whisperTo: [ada] });
    await until(rostrum, isLiveAs('whisper'));
    await rostrum.command(id, 'participants.mute', { legs: [await legOf(rostrum)] });
    const leg = await legOf(rostrum);
    const cookie = await rostrum.cookieOf(role);
    const mayKnow = may(role, 'conference.supervise');
    const ask = (path: string) => rostrum.get(path, { cookie });
    const textOf = ({ body }: TestAnswer) => JSON.stringify(body);
    const socket = rostrum.socket({ cookie });
    const room = await socket.emitWithAck('watch', `conference:${id}`, {});
    const caught = await socket.emitWithAck('watch', `conference:${id}`, { after: 0 });
    const overview = await vi.waitFor(async () => {
      const answer = await socket.emitWithAck('watch', 'overview', {});
      // Its rows follow what is committed; they are not part of it.
      if (mayKnow) expect(JSON.stringify(answer)).toContain('"kind":"supervision"');
      return answer;
    });
    const own = await socket.emitWithAck('watch', `call:${leg}`, {});
    const texts = [
      ...(await Promise.all(
        [
          `/api/conferences/${id}`,
          `/api/conferences/${id}/events?limit=1000`,
          `/api/conferences/${id}/timeline.csv`,
          `/api/conferences/${id}/report`,
          `/api/calls/${encodeURIComponent(leg)}`,
          '/api/calls',
        ].map(async (path) => textOf(await ask(path))),
      )),
      ...[room, caught, overview, own].map((answer) => JSON.stringify(answer)),
    ];
    const secrets = [phone, '(312) 555-0199', '555 0199', `"whisperTo":["${ada}"]`, '"whisper"'];
    if (!mayKnow) {
      for (const text of texts) for (const secret of secrets) expect(text).not.toContain(secret);
      const told = JSON.stringify(
        (await eventsOf(rostrum, id, { cookie })).filter(({ type }) =>
          type.startsWith('supervisor.'),
        ),
      );
      expect(told).toContain(leg);
      expect(told).not.toContain(ada);
      expect(told).not.toContain(name);
    } else {
      expect(texts.join()).toContain(`"whisperTo":["${ada}"]`);
    }
    const watched = await socket.emitWithAck('watch', `supervision:${session}`, {});
    const door = await ask(`/api/supervisions/${session}`);
    expect([watched.ok, door.status]).toEqual(mayKnow ? [true, 200] : [false, 403]);
    const stopped = await command(rostrum, 'supervision.stop', {}, { cookie });
    // Whose session it is not, may not end it, whatever else they may.
    expect([stopped.status, stopped.body.code]).toEqual(
      role === 'administrator' ? [200, undefined] : [403, 'not-allowed'],
    );
    const begun = await start(
      rostrum,
      { conferenceId: id, whom: ada, role: 'barge' },
      { cookie },
      'begun-by-another',
    );
    if (!mayKnow) expect([begun.status, begun.body.code]).toEqual([403, 'not-allowed']);
    const activity = await ask('/api/activity?limit=200');
    const csv = await ask('/api/activity.csv');
    const canRead = may(role, 'activity.read');
    expect(activity.status).toBe(canRead ? 200 : 403);
    expect(textOf(activity).includes('supervision.')).toBe(canRead && mayKnow);
    expect(textOf(csv).includes('supervision.start')).toBe(canRead && mayKnow);
    if (!mayKnow) expect(textOf(activity)).not.toContain(phone);
  });
});

it('a supervisor is muted neither on entry nor told of as muted by somebody else', async () => {
  const { rostrum, id, legs } = await meeting();
  await rostrum.command(id, 'conference.muteOnEntry', { isOn: true });
  await start(rostrum, { conferenceId: id, whom: legs[1], role: 'monitor' });
  await until(rostrum, isLiveAs('monitor'));
  await command(rostrum, 'supervision.switchRole', { role: 'barge' });
  await until(rostrum, isLiveAs('barge'));
  const state: Conference = await rostrum.until(id, (c) => peopleIn(c) === 4);
  expect(valuesOf(state.participants).filter(isPresent)).toHaveLength(4);
  const read = (await eventsOf(rostrum, id)).filter(({ type }) => type === 'participants.read');
  expect(read.flatMap(({ data }) => data.foreign)).toEqual([]);
  expect(rostrum.carrier.commands('/actions/mute')).toEqual([]);
});
