import { describe, expect, it, vi } from 'vitest';
import { type Conference, participantOf } from '@/lib/domain/conference/conference';
import { undoOf } from '@/lib/domain/conference/undo';
import { factOf, isPresent, peopleIn } from '@/lib/domain/conference/view';
import type { CallControlId, CommandId } from '@/lib/domain/ids';
import { valuesOf } from '@/lib/domain/keyed';
import { loadCarrierContract } from '@/server/simulator/testing/carrier-contract';
import { carrierForOneTest, openTestCore, type TestCore } from '@/server/testing/open-test-core';
import { isHost, roleOf } from '@/lib/domain/conference/people';

const ownNumber = '+13125550100';
const contract = loadCarrierContract();
if (contract === null)
  process.stdout.write('Requests to the carrier are not held to its contract\n');

/** A conference of so many that Rostrum knows all about. */
async function meeting(people = 3): Promise<{ rostrum: TestCore; id: string; legs: string[] }> {
  const carrier = await carrierForOneTest({ farEndAnswersMs: 1 });
  const rostrum = await openTestCore({ carrier });
  const { id, legs } = await carrier.conference(people);
  await rostrum.until(id, (c) => peopleIn(c) === people && c.description !== null);
  return { rostrum, id, legs };
}

const phaseOf = (conference: Conference, commandId: string) =>
  conference.commands.find((record) => record.commandId === commandId)?.phase;

/** Gives a command, expects it to be taken, and waits until the carrier has borne it out. */
async function confirmed(rostrum: TestCore, id: string, type: string, fields: object) {
  const commandId = `the-${type.replaceAll('.', '-')}`;
  const answer = await rostrum.command(id, type, fields, commandId);
  expect(answer.body, type).toMatchObject({ state: 'accepted' });
  return rostrum.until(id, (c) => phaseOf(c, commandId) === 'confirmed');
}

/** What Rostrum asked of the carrier last at an address that ends so; it has to be as documented. */
function asked(rostrum: TestCore, ending: string): Record<string, unknown> {
  const sent = rostrum.carrier.commands().findLast(({ path }) => path.endsWith(ending));
  if (sent === undefined) throw new Error(`Nothing was asked at ${ending}`);
  expect(sent.status).toBe(200);
  expect(contract?.validateRequest(sent.method, sent.path, sent.body) ?? []).toEqual([]);
  return sent.body as Record<string, unknown>;
}

const typesOf = async (rostrum: TestCore, id: string) => {
  const { body } = await rostrum.get(`/api/conferences/${id}/events?limit=1000`);
  return (body.items as { type: string; data: Record<string, unknown> }[]).map((event) => event);
};

describe('everybody who comes and goes', () => {
  it('brings a live call in as it is asked to', async () => {
    const { rostrum, id } = await meeting(1);
    const leg = await rostrum.carrier.caller();
    const entrance = { mute: true, hold: true, endConferenceOnExit: true, beep: 'onEnter' };
    const state = await confirmed(rostrum, id, 'participants.join', { legs: [leg], ...entrance });
    expect(peopleIn(state)).toBe(2);
    const listed = await rostrum.carrier.participants(id);
    expect(listed.find((p) => p.call_control_id === leg)).toMatchObject({
      muted: true,
      on_hold: true,
      end_conference_on_exit: true,
    });
    expect(asked(rostrum, '/join')).toMatchObject({ beep_enabled: 'on_enter' });
    const again = await rostrum.command(id, 'participants.join', { legs: [leg] });
    expect([again.status, again.body.code]).toEqual([409, 'already-in-conference']);
  });

  it('removes with a beep', async () => {
    const { rostrum, id, legs } = await meeting(2);
    await confirmed(rostrum, id, 'participants.remove', { legs: [legs[1]], beep: 'always' });
    expect(asked(rostrum, '/leave')).toMatchObject({ beep_enabled: 'always' });
  });

  it('holds with audio of its own', async () => {
    const { rostrum, id, legs } = await meeting(2);
    await confirmed(rostrum, id, 'participants.hold', { legs: [legs[1]], mediaName: 'wait' });
    expect(asked(rostrum, '/hold')).toEqual({ call_control_ids: [legs[1]], media_name: 'wait' });
  });

  it('lets somebody whisper, which a read bears out, and takes the role back', async () => {
    const { rostrum, id, legs } = await meeting(3);
    const [, coach = '', pupil = ''] = legs;
    const state = await confirmed(rostrum, id, 'participants.setRole', {
      ...{ legs: [coach], role: 'whisper', whisperTo: [pupil] },
    });
    const participant = participantOf(state, coach as CallControlId);
    expect(participant && roleOf(participant).value.role).toBe('whisper');
    const listed = await rostrum.carrier.participants(id);
    const row = listed.find((p) => p.call_control_id === coach);
    expect(row).toMatchObject({ whisper_call_control_ids: [pupil] });
    asked(rostrum, '/update');
    await rostrum.command(
      id,
      'participants.setRole',
      { legs: [coach], role: 'none' },
      'the-ending',
    );
    const after = await rostrum.until(id, (c) => phaseOf(c, 'the-ending') === 'accepted');
    const later = participantOf(after, coach as CallControlId);
    expect(later && roleOf(later).value.role).toBe('none');
  });

  it('changes what follows when somebody leaves', async () => {
    const { rostrum, id, legs } = await meeting(2);
    const leg = legs[1] as CallControlId;
    const state = await confirmed(rostrum, id, 'participants.update', {
      ...{ legs: [leg], endConferenceOnExit: true, softEndConferenceOnExit: true, beep: 'onExit' },
    });
    const participant = participantOf(state, leg);
    if (participant === undefined) throw new Error('Nobody is there');
    expect(factOf(participant, 'endConferenceOnExit', new Map())).toMatchObject({
      value: true,
      isSeen: true,
    });
    expect(isHost(state, participant)).toBe(true);
    const sent = rostrum.carrier.commands().at(-1);
    expect(sent?.method).toBe('PATCH');
    expect(sent?.body).toEqual({
      beep_enabled: 'on_exit',
      end_conference_on_exit: true,
      soft_end_conference_on_exit: true,
    });
    const problems = sent && contract?.validateRequest(sent.method, sent.path, sent.body);
    expect(problems ?? []).toEqual([]);
  });
});

describe('asking the carrier about somebody', () => {
  const askOf = (rostrum: TestCore, id: string, leg: string) =>
    rostrum.get(`/api/conferences/${id}/participants/${encodeURIComponent(leg)}`);

  it('tells what the carrier says of one participant', async () => {
    const { rostrum, id, legs } = await meeting(2);
    await rostrum.carrier.control('POST', `/participants/${legs[1]}`, { muted: true });
    const answer = await askOf(rostrum, id, legs[1] ?? '');
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      ...{ status: 'joined', muted: true, onHold: false, whisperTo: [], label: null },
    });
    const asked = rostrum.carrier.requests.filter(({ method }) => method === 'GET');
    expect(asked.map(({ path }) => path)).toContainEqual(
      expect.stringMatching(new RegExp(`^/conferences/${id}/participants/[\\w-]+$`)),
    );
    // Whoever asks is in doubt: what it says is known to everybody then.
    const muted = legs[1] as CallControlId;
    await rostrum.until(id, (c) => participantOf(c, muted)?.seen?.muted === true);
  });

  it('says so where it knows nobody, and where it does not answer', async () => {
    const { rostrum, id } = await meeting(1);
    const nobody = await askOf(rostrum, id, 'v3:nobody');
    expect([nobody.status, nobody.body.code]).toEqual([404, 'not-found']);
    rostrum.carrier.intercept((_, path) =>
      path.includes('/participants') ? { status: 500, body: {} } : null,
    );
    const silent = await askOf(rostrum, id, 'v3:nobody');
    expect([silent.status, silent.body.code]).toEqual([503, 'carrier-down']);
  });
});

describe('what is heard', () => {
  it('plays to the room, to some, and stops', async () => {
    const { rostrum, id, legs } = await meeting(2);
    const audioUrl = 'https://media.test/welcome.mp3';
    const played = { legs: 'everyone', audioUrl, loop: 'infinity' };
    const state = await confirmed(rostrum, id, 'audio.play', played);
    expect(state.playback?.value).toBe(true);
    expect(asked(rostrum, '/play')).toEqual({ audio_url: audioUrl, loop: 'infinity' });
    const some = { legs: [legs[1]], mediaName: 'hint', loop: 3 };
    await rostrum.command(id, 'audio.play', some, 'play-to-one');
    await rostrum.until(id, (c) => phaseOf(c, 'play-to-one') === 'confirmed');
    const stopped = await confirmed(rostrum, id, 'audio.stop', { legs: 'everyone' });
    expect(stopped.playback?.value).toBe(false);
    expect(asked(rostrum, '/stop')).toEqual({});
    const told = JSON.stringify(await typesOf(rostrum, id));
    expect(told).toContain('"audioUrl":"welcome.mp3"');
    expect(told).not.toContain('media.test');
  });

  it('speaks a text with a voice and its settings', async () => {
    const { rostrum, id, legs } = await meeting(2);
    const speech = {
      payload: '<speak>Hi</speak>',
      payloadType: 'ssml',
      voice: 'Telnyx.Natural.abbie',
    };
    const voiceSettings = { type: 'telnyx', voice_speed: 1.2 };
    await confirmed(rostrum, id, 'audio.speak', {
      ...{ legs: [legs[1]], ...speech, language: 'en-GB', voiceSettings },
    });
    expect(asked(rostrum, '/speak')).toMatchObject({
      ...{ call_control_ids: [legs[1]], payload_type: 'ssml', voice: 'Telnyx.Natural.abbie' },
      ...{ language: 'en-GB', voice_settings: voiceSettings },
    });
  });

  it('sends digits, which the carrier never reports', async () => {
    const { rostrum, id, legs } = await meeting(2);
    const digits = { legs: [legs[1]], digits: '12w#', durationMillis: 300 };
    await rostrum.command(id, 'digits.send', digits, 'the-digits');
    const { state } = await rostrum.conference(id);
    expect(phaseOf(state, 'the-digits')).toBe('accepted');
    expect(asked(rostrum, '/send_dtmf')).toEqual({
      ...{ call_control_ids: [legs[1]], digits: '12w#', duration_millis: 300 },
    });
  });

  it('asks somebody for keys, and tells them in the timeline', async () => {
    const { rostrum, id, legs } = await meeting(2);
    const question = {
      ...{ legs: [legs[1]], mediaName: 'enter-pin', invalidMediaName: 'wrong', gatherId: 'pin' },
      ...{ minimumDigits: 4, maximumDigits: 4, maximumTries: 2, timeoutMillis: 20_000 },
      ...{
        initialTimeoutMillis: 10_000,
        interDigitTimeoutMillis: 3_000,
        validDigits: '0123456789',
      },
    };
    await rostrum.command(id, 'digits.gather', question, 'the-question');
    expect((await rostrum.conference(id)).state.commands.at(-1)?.phase).toBe('accepted');
    asked(rostrum, '/gather_using_audio');
    await rostrum.carrier.control('POST', `/calls/${legs[1]}/digits`, { digits: '4711' });
    await rostrum.until(id, (c) => phaseOf(c, 'the-question') === 'confirmed');
    const gathered = (await typesOf(rostrum, id)).find(
      ({ type }) => type === 'participant.gathered',
    );
    expect(gathered?.data).toMatchObject({ digits: '4711', status: 'valid' });
  });

  it('records under a name of its own', async () => {
    const { rostrum, id } = await meeting(1);
    await rostrum.command(id, 'recording.start', { format: 'wav', fileName: 'board' });
    expect(asked(rostrum, '/record_start')).toMatchObject({ custom_file_name: 'board' });
  });

  it('leaves out of a recording what was paused, and goes on after', async () => {
    const { rostrum, id } = await meeting(1);
    const passing = (seconds: number) =>
      rostrum.carrier.control('POST', '/clock', { advanceMs: seconds * 1000 });
    const options = { format: 'wav', channels: 'dual' };
    await rostrum.command(id, 'recording.start', options);
    await passing(60);
    await rostrum.command(id, 'recording.pause');
    await passing(600);
    await rostrum.command(id, 'recording.resume');
    await passing(60);
    await confirmed(rostrum, id, 'recording.stop', {});
    const { data } = await rostrum.carrier.client.recordings.list();
    expect(data).toMatchObject([{ conference_id: id, channels: 'dual' }]);
    const seconds = (data[0]?.duration_millis ?? 0) / 1000;
    expect(seconds).toBeGreaterThanOrEqual(120);
    expect(seconds).toBeLessThan(180);
  });

  it('never writes a state onto a call that it did not dial', async () => {
    const { rostrum, id, legs } = await meeting(2);
    const digits = { legs: [legs[1]], digits: '1', clientState: 'mine' };
    const answer = await rostrum.command(id, 'digits.send', digits);
    expect([answer.status, answer.body.code]).toEqual([422, 'not-dialled-here']);
    expect(rostrum.carrier.commands('/send_dtmf')).toEqual([]);
  });
});

describe('an invitation', () => {
  it('calls each number, brings in who answers and says of each how it went', async () => {
    const { rostrum, id } = await meeting(1);
    const [answers, busy, refuses] = ['+13125550142', '+13125550001', '+13125550003'];
    const numbers = [{ to: answers, label: 'Grace' }, { to: busy }, { to: refuses }];
    const dialling = { from: ownNumber, clientState: 'ours', mute: true };
    await rostrum.command(id, 'participants.invite', { numbers, ...dialling }, 'the-invitation');
    const isOver = (c: Conference) =>
      valuesOf(c.invitations).every(({ phase }) => ['joined', 'busy', 'failed'].includes(phase));
    const state = await rostrum.until(id, (c) => valuesOf(c.invitations).length === 3 && isOver(c));
    const phases = Object.fromEntries(valuesOf(state.invitations).map((i) => [i.to, i.phase]));
    expect(phases).toEqual({ [answers]: 'joined', [busy]: 'busy', [refuses]: 'failed' });
    const leg = valuesOf(state.invitations).find(({ to }) => to === answers)?.callControlId;
    const guest = leg && participantOf(state, leg);
    expect(guest && isPresent(guest) && guest.label).toBe('Grace');
    const listed = await rostrum.carrier.participants(id);
    expect(listed.find((p) => p.call_control_id === leg)).toMatchObject({ muted: true });
    const dialled = rostrum.carrier.requests.filter(({ path }) => path === '/calls');
    expect(dialled).toHaveLength(3);
    for (const { method, path, body } of dialled)
      expect(contract?.validateRequest(method, path, body) ?? []).toEqual([]);
    const said = (await typesOf(rostrum, id)).filter(
      ({ type }) => type === 'invitation.progressed',
    );
    const steps = said
      .filter(({ data }) => data.callControlId === leg)
      .map(({ data }) => data.phase);
    expect(steps).toEqual(['dialling', 'answered', 'joined']);
    const digits = { legs: [leg], digits: '1', clientState: 'mine' };
    expect((await rostrum.command(id, 'digits.send', digits)).status).toBe(200);
  });

  it.each([
    ['03125550142', 'numbers.0.to: Give a number as +, country code and digits'],
    ['+1312', 'numbers.0.to: Give a number as +, country code and digits'],
  ])('says of %s what a number looks like', async (to, detail) => {
    const { rostrum, id } = await meeting(1);
    const answer = await rostrum.command(id, 'participants.invite', {
      ...{ numbers: [{ to }], from: ownNumber },
    });
    expect([answer.status, answer.body.code]).toEqual([422, 'bad-request']);
    expect(answer.body.detail).toContain(detail);
  });
});

describe('a new conference', () => {
  const settings = { name: 'Quarterly', maxParticipants: 40, durationMinutes: 90, beep: 'onEnter' };
  const create = (rostrum: TestCore, fields: object) =>
    rostrum.post('/api/conferences', {
      commandId: 'the-creation',
      command: { type: 'conference.create', fields: { ...settings, ...fields } },
    });

  it('is made around a live call, and remembers what it was made with', async () => {
    const { rostrum } = await meeting(1);
    const callControlId = await rostrum.carrier.caller();
    const made = await create(rostrum, { callControlId, region: 'Europe', holdMediaName: 'wait' });
    expect(made.status).toBe(200);
    const id = String(made.body.conferenceId);
    const state = await rostrum.until(id, (c) => peopleIn(c) === 1 && c.description !== null);
    expect(state.settings).toMatchObject({ maxParticipants: 40, region: 'Europe' });
    expect(asked(rostrum, '/conferences')).toMatchObject({
      ...{ name: 'Quarterly', region: 'Europe', duration_minutes: 90, beep_enabled: 'on_enter' },
      ...{ hold_media_name: 'wait', max_participants: 40 },
    });
    await confirmed(rostrum, id, 'participants.mute', { legs: [callControlId] });
    expect(asked(rostrum, '/mute')).toMatchObject({ region: 'Europe' });
    const again = await create(rostrum, { callControlId, region: 'Europe', holdMediaName: 'wait' });
    expect(again.body.conferenceId).toBe(id);
    expect(rostrum.carrier.commands().filter(({ path }) => path === '/conferences')).toHaveLength(
      1,
    );
  });

  it('whose name a live one has is refused before anybody is called, and the one made is answered again', async () => {
    const { rostrum } = await meeting(1);
    const callControlId = await rostrum.carrier.caller();
    const made = await create(rostrum, { callControlId });
    await vi.waitFor(async () => {
      const { body } = await rostrum.get('/api/conferences?status=live&q=Quarterly');
      expect(body.items).toMatchObject([{ id: made.body.conferenceId }]);
    });
    expect((await create(rostrum, { callControlId })).status).toBe(200);
    const calls = rostrum.carrier.requests.length;
    const other = await rostrum.post('/api/conferences', {
      commandId: 'another-creation',
      command: {
        type: 'conference.create',
        fields: { ...settings, to: '+13125550142', from: '+13125550100' },
      },
    });
    expect(other.status).toBe(422);
    expect(other.body.errors).toMatchObject([{ path: 'command.fields.name' }]);
    expect(rostrum.carrier.requests.slice(calls).filter(({ path }) => path === '/calls')).toEqual(
      [],
    );
  });

  it('is made when somebody who is dialled for it answers', async () => {
    const { rostrum } = await meeting(1);
    const asking = await create(rostrum, { to: '+13125550142', from: ownNumber });
    expect(asking.body).toMatchObject({
      conferenceId: null,
      callControlId: expect.any(String) as string,
    });
    const follow = async () =>
      (await rostrum.get('/api/conferences/creations/the-creation')).body.state;
    await expect.poll(follow).toMatchObject({ phase: 'created' });
    const watched = rostrum.socket().emitWithAck('watch', 'creation:the-creation', {});
    expect(await watched).toMatchObject({ ok: true, state: { phase: 'created' } });
    const { conferenceId } = (await follow()) as { conferenceId: string };
    const state = await rostrum.until(conferenceId, (c) => peopleIn(c) === 1);
    expect(state.settings?.name).toBe('Quarterly');
  });

  it('is not made when nobody answers, and says why', async () => {
    const { rostrum } = await meeting(1);
    await create(rostrum, { to: '+13125550001', from: ownNumber });
    const follow = async () =>
      (await rostrum.get('/api/conferences/creations/the-creation')).body.state;
    await expect.poll(follow).toMatchObject({ phase: 'failed', reason: 'user_busy' });
  });

  it('is told what is wrong with the wish for it', async () => {
    const { rostrum } = await meeting(1);
    const neither = await create(rostrum, {});
    expect(neither.body.detail).toContain('Give either callControlId or to');
    const many = await create(rostrum, { callControlId: 'v3:x', maxParticipants: 801 });
    expect(many.body.detail).toContain('maxParticipants');
  });
});

describe('what moderators say among themselves', () => {
  it('is told to everybody who watches, and never to the carrier', async () => {
    const { rostrum, id, legs } = await meeting(2);
    const before = rostrum.carrier.commands().length;
    const commands = [
      ['participants.label', { legs: [legs[1]], label: 'Grace', note: 'speaks at ten' }],
      ['participants.markHost', { legs: [legs[1]], isHost: true }],
      ['conference.setLobby', { queue: 'lobby' }],
      ['conference.setRegion', { region: 'US' }],
    ] as const;
    for (const [type, fields] of commands) {
      const answer = await rostrum.command(id, type, fields);
      expect(answer.body, type).toMatchObject({ state: 'accepted' });
    }
    const { state } = await rostrum.conference(id);
    const grace = participantOf(state, legs[1] as CallControlId);
    expect(grace).toMatchObject({ label: 'Grace', note: 'speaks at ten', hostMark: true });
    expect(state).toMatchObject({ lobby: 'lobby', regionSaid: 'US' });
    expect(rostrum.carrier.commands()).toHaveLength(before);
  });

  it('mutes who comes in after it was asked for, and nobody who was there', async () => {
    const { rostrum, id, legs } = await meeting(2);
    await rostrum.command(id, 'conference.muteOnEntry', { isOn: true });
    const late = await rostrum.carrier.caller();
    await rostrum.carrier.client.conferences.actions.join(id, { call_control_id: late });
    await expect
      .poll(async () => {
        const listed = await rostrum.carrier.participants(id);
        return Object.fromEntries(listed.map((p) => [String(p.call_control_id), p.muted]));
      })
      .toEqual({ [legs[0] ?? '']: false, [legs[1] ?? '']: false, [late]: true });
  });
});

it('undoes a mute of everybody for exactly those whom it muted', async () => {
  const { rostrum, id, legs } = await meeting(3);
  await confirmed(rostrum, id, 'participants.mute', { legs: [legs[1]] });
  await rostrum.command(id, 'participants.mute', { legs }, 'mute-all');
  const state = await rostrum.until(id, (c) => phaseOf(c, 'mute-all') === 'confirmed');
  const undo = undoOf(state, 'mute-all' as CommandId);
  if (undo === null) throw new Error('There is nothing to undo');
  await rostrum.command(id, undo.type, undo.fields, 'the-undoing');
  await rostrum.until(id, (c) => phaseOf(c, 'the-undoing') === 'confirmed');
  const listed = await rostrum.carrier.participants(id);
  const muted = listed.filter((p) => p.muted === true).map((p) => p.call_control_id);
  expect(muted).toEqual([legs[1]]);
});
