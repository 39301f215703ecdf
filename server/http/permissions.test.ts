import { describe, expect, it } from 'vitest';
import type { WatchAnswer } from '@/lib/contract/hub';
import { callCommands } from '@/lib/domain/call/command';
import { conferenceCommands } from '@/lib/domain/conference/command';
import { queueCommands } from '@/lib/domain/queue/command';
import { peopleIn } from '@/lib/domain/conference/view';
import { may, type Permission, type Role, roles } from '@/lib/domain/permission';
import { openTestCore, type TestAnswer, type TestSocket } from '@/server/testing/open-test-core';

const number = '+4930123456721';

async function meeting() {
  const rostrum = await openTestCore();
  const { id, legs } = await rostrum.carrier.conference(2);
  const leg = await rostrum.carrier.caller(number, 'Ada +4930123456721');
  await rostrum.until(id, (c) => peopleIn(c) === 2);
  await rostrum.carrier.settled();
  return { rostrum, id, legs, leg };
}

let made = 0;

/** Fields that each command to a conference takes. */
function someFields(all: readonly string[]): Record<string, object> {
  const legs = all.slice(-1);
  const people = ['mute', 'unmute', 'hold', 'unhold', 'remove', 'hangUp', 'join'];
  return {
    ...Object.fromEntries(people.map((name) => [`participants.${name}`, { legs }])),
    'participants.setRole': { legs, role: 'monitor' },
    'participants.update': { legs, beep: 'never' },
    'participants.invite': { numbers: [{ to: '+13125550001' }], from: '+13125550100' },
    'participants.label': { legs, label: 'Ada', note: null },
    'participants.markHost': { legs, isHost: true },
    'audio.play': { legs, mediaName: 'welcome' },
    'audio.speak': { legs, payload: 'Welcome', voice: 'AWS.Polly.Joanna' },
    'audio.stop': { legs },
    'digits.send': { legs, digits: '1' },
    'digits.gather': { legs },
    'call.reject': { cause: 'USER_BUSY' },
    'call.transfer': { to: '+13125550001' },
    'call.bridge': { callControlId: 'v3:somebody-else' },
    'call.refer': { sipAddress: 'sip:ada@example.com' },
    'call.sendSipInfo': { contentType: 'text/plain', body: 'Hello' },
    'call.enqueue': { queue: 'support' },
    'call.playStart': { mediaName: 'welcome' },
    'call.switchSupervisorRole': { role: 'monitor' },
    'conference.muteOnEntry': { isOn: false },
    'conference.setLobby': { queue: null },
    'conference.setRegion': { region: null },
  };
}

/** A command under a new id, with whatever fields its type asks for. */
function bodyOf(type: string, legs: readonly string[]) {
  made += 1;
  const fields = someFields(legs)[type] ?? {};
  return { commandId: `permission-${made}`, command: { type, fields } };
}

function expectAsAllowed(answer: TestAnswer, role: Role, permission: Permission) {
  if (may(role, permission)) {
    expect(answer.body.code, JSON.stringify(answer.body)).not.toBe('not-allowed');
    expect([200, 202, 409, 422]).toContain(answer.status);
    if (answer.status === 422) expect(answer.body.code).not.toBe('bad-request');
    return;
  }
  expect(answer).toMatchObject({ status: 403, body: { code: 'not-allowed' } });
  expect(answer.body.detail).toContain(permission);
  expect(answer.headers.get('x-request-id')).toBe(answer.body.requestId);
}

/** Fields that each command to a queue takes. */
function queueFields(leg: string, conferenceId: string): Record<string, object> {
  const legs = [leg];
  return {
    'queue.create': { maxSize: 9 },
    'queue.update': { maxSize: 9 },
    'queue.bridgeNext': { callControlId: leg },
    'queueCalls.admit': { legs, conferenceId },
    'queueCalls.transfer': { legs, to: '+13125550001' },
    'queueCalls.bridge': { legs, callControlId: 'v3:nobody' },
    'queueCalls.move': { legs, queue: 'sales' },
    'queueCalls.setKeepAfterHangup': { legs, keepAfterHangup: true },
    'queueCalls.remove': { legs },
    'queueCalls.hangUp': { legs },
  };
}

describe.each(roles)('over HTTP a %s', (role) => {
  it('is allowed each command to a queue as the table says, and no other', async () => {
    const { rostrum, id, leg } = await meeting();
    const { client } = rostrum.carrier;
    await client.calls.actions.enqueue(leg, { queue_name: 'support' });
    await rostrum.carrier.settled();
    const cookie = await rostrum.cookieOf(role);
    const before = rostrum.carrier.commands().length;
    for (const [type, { permission }] of Object.entries(queueCommands)) {
      const fields = queueFields(leg, id)[type] ?? {};
      const body = { ...bodyOf(type, []), command: { type, fields } };
      const answer = await rostrum.post('/api/queues/support/commands', body, { cookie });
      expectAsAllowed(answer, role, permission);
    }
    const made = { type: 'queue.create', fields: { name: 'new' } };
    const body = { ...bodyOf('queue.create', []), command: made };
    expectAsAllowed(
      await rostrum.post('/api/queues', body, { cookie }),
      role,
      queueCommands['queue.create'].permission,
    );
    if (!may(role, 'queue.admit')) expect(rostrum.carrier.commands()).toHaveLength(before);
  });

  it('is allowed each command to a conference and a call as the table says, and no other', async () => {
    const { rostrum, id, legs, leg } = await meeting();
    const cookie = await rostrum.cookieOf(role);
    for (const [type, { permission }] of Object.entries(conferenceCommands)) {
      const before = rostrum.carrier.commands().length;
      const path = `/api/conferences/${id}/commands`;
      const answer = await rostrum.post(path, bodyOf(type, legs), { cookie });
      expectAsAllowed(answer, role, permission);
      if (!may(role, permission)) expect(rostrum.carrier.commands()).toHaveLength(before);
    }
    for (const [type, { permission }] of Object.entries(callCommands)) {
      const path = `/api/calls/${encodeURIComponent(leg)}/commands`;
      expectAsAllowed(await rostrum.post(path, bodyOf(type, legs), { cookie }), role, permission);
    }
  });

  it('reads what it may watch, with or without numbers, and nothing of the settings', async () => {
    const { rostrum, id, leg, legs } = await meeting();
    const queued = await rostrum.carrier.caller('+4930123456788', 'Bob +4930123456788');
    await rostrum.carrier.client.calls.actions.enqueue(queued, { queue_name: 'support' });
    await rostrum.carrier.settled();
    const cookie = await rostrum.cookieOf(role);
    const doors: [string, Permission][] = [
      ['/api/conferences', 'conference.watch'],
      ['/api/conferences?status=ended', 'conference.watch'],
      [`/api/conferences/${id}`, 'conference.watch'],
      [`/api/conferences/${id}/events`, 'conference.watch'],
      [
        `/api/conferences/${id}/participants/${encodeURIComponent(legs[0] ?? '')}`,
        'conference.moderate',
      ],
      [`/api/calls/${encodeURIComponent(leg)}`, 'conference.watch'],
      ['/api/queues', 'queue.watch'],
      ['/api/queues/support', 'queue.watch'],
      [
        `/api/queues/support/samples?from=2026-11-21T09:00:00Z&to=2026-11-21T10:00:00Z`,
        'queue.watch',
      ],
      [`/api/queues/support/calls/${encodeURIComponent(queued)}`, 'queue.admit'],
      ['/api/deliveries', 'settings.manage'],
      ['/api/carrier', 'settings.manage'],
      ['/api/applications', 'settings.manage'],
      ['/api/rehearsal', 'conference.moderate'],
    ];
    for (const [path, permission] of doors) {
      const answer = await rostrum.get(path, { cookie });
      expect(answer.status, path).toBe(may(role, permission) ? 200 : 403);
      if (!may(role, 'numbers.see')) expect(JSON.stringify(answer.body)).not.toMatch(/\+\d{9,}/);
    }
    const call = await rostrum.get(`/api/calls/${encodeURIComponent(leg)}`, { cookie });
    const seen = may(role, 'numbers.see') ? number : '+49 ••• ••• 21';
    expect(call.body).toMatchObject({
      state: { party: { from: seen, callerName: `Ada ${seen}` } },
    });
  });
});

describe.each(roles)('over the socket a %s', (role) => {
  const watch = (socket: TestSocket, topic: string): Promise<WatchAnswer> =>
    socket.emitWithAck('watch', topic, {});

  it('watches what it may, and hears numbers only if it may see them', async () => {
    const { rostrum, id, leg } = await meeting();
    const socket = rostrum.socket({ cookie: await rostrum.cookieOf(role) });
    const heard: unknown[] = [];
    socket.on('events', (_, events) => heard.push(...events));
    const topics: [string, Permission][] = [
      ['overview', 'conference.watch'],
      [`conference:${id}`, 'conference.watch'],
      [`call:${leg}`, 'conference.watch'],
      ['queue:nobody', 'queue.watch'],
    ];
    const answers: WatchAnswer[] = [];
    for (const [topic, permission] of topics) {
      const answer = await watch(socket, topic);
      answers.push(answer);
      const isRefused = !answer.ok && answer.code === 'not-allowed';
      expect(isRefused, topic).toBe(!may(role, permission));
    }
    await rostrum.carrier.client.calls.actions.hangup(leg, {});
    await expect.poll(() => JSON.stringify(heard)).toContain('call.hangup');
    const text = JSON.stringify([answers, heard]);
    expect(text.includes(number)).toBe(may(role, 'numbers.see'));
    expect(text.includes('+49 ••• ••• 21')).toBe(!may(role, 'numbers.see'));
  });
});

describe('a change of role', () => {
  it('is in force with the next command, and closes the open socket, which comes back masked', async () => {
    const { rostrum, id, legs, leg } = await meeting();
    const { people } = rostrum.signIn.services;
    const cookie = await rostrum.cookieOf('moderator');
    const socket = rostrum.socket({ cookie });
    const whole: WatchAnswer = await socket.emitWithAck('watch', `call:${leg}`, {});
    expect(JSON.stringify(whole)).toContain(number);
    const moderator = (await people.list()).find(({ role }) => role === 'moderator');
    const closed = new Promise((resolve) => socket.once('disconnect', resolve));
    await people.change(moderator?.id ?? '', { role: 'viewer' });
    await closed;
    const path = `/api/conferences/${id}/commands`;
    const refused = await rostrum.post(path, bodyOf('participants.mute', legs), { cookie });
    expect(refused).toMatchObject({ status: 403, body: { code: 'not-allowed' } });
    const back = rostrum.socket({ cookie });
    const masked: WatchAnswer = await back.emitWithAck('watch', `call:${leg}`, {});
    expect(masked.ok).toBe(true);
    expect(JSON.stringify(masked)).not.toContain(number);
  });
});

describe('nobody', () => {
  it('gets a role by saying so', async () => {
    const { rostrum, id, legs } = await meeting();
    const cookie = await rostrum.cookieOf('viewer');
    const plain = bodyOf('conference.end', legs);
    const body = { ...plain, role: 'administrator' };
    const headers = { cookie, 'x-rostrum-role': 'administrator', 'x-role': 'administrator' };
    const path = `/api/conferences/${id}/commands`;
    expect((await rostrum.post(path, body, headers)).status).toBe(422);
    expect((await rostrum.post(path, plain, headers)).status).toBe(403);
  });

  it('comes in with a cookie whose owner has signed out, nor from another site', async () => {
    const { rostrum, id, legs } = await meeting();
    const cookie = await rostrum.cookieOf('administrator');
    const path = `/api/conferences/${id}/commands`;
    const elsewhere = { cookie, origin: 'https://evil.test' };
    const crossed = await rostrum.post(path, bodyOf('conference.end', legs), elsewhere);
    expect(crossed).toMatchObject({ status: 403, body: { code: 'cross-origin' } });
    expect((await rostrum.post('/api/auth/sign-out', {}, { cookie })).status).toBe(200);
    const stolen = await rostrum.post(path, bodyOf('conference.end', legs), { cookie });
    expect(stolen).toMatchObject({ status: 401, body: { code: 'not-signed-in' } });
    expect(rostrum.carrier.commands(`/conferences/${id}/`)).toHaveLength(0);
  });

  it('changes things faster than people do', async () => {
    const rostrum = await openTestCore();
    const post = () => rostrum.post('/api/conferences/nowhere/commands', 'x');
    const answers = await Promise.all(Array.from({ length: 601 }, post));
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(1);
    expect(refused[0]).toMatchObject({ body: { code: 'too-many-tries' } });
    expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(0);
    // What others send is not counted, nor what only reads.
    const cookie = await rostrum.cookieOf('moderator');
    const other = await rostrum.post('/api/conferences/nowhere/commands', 'x', { cookie });
    expect(other.status).toBe(400);
    expect((await rostrum.get('/api/conferences')).status).toBe(200);
  });
});
