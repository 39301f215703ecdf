import { describe, expect, it } from 'vitest';
import { problemSchema } from '@/lib/contract/problem';
import type { Conference } from '@/lib/domain/conference/conference';
import { peopleIn, recordingOf } from '@/lib/domain/conference/view';
import { loadCarrierContract } from '@/server/simulator/testing/carrier-contract';
import { openTestCore, type TestCore } from '@/server/testing/open-test-core';

/** A conference of three that Rostrum knows all about. */
async function meeting(people = 3): Promise<{ rostrum: TestCore; id: string; legs: string[] }> {
  const rostrum = await openTestCore();
  const { id, legs } = await rostrum.carrier.conference(people);
  await rostrum.until(id, (c) => peopleIn(c) === people && c.description !== null);
  return { rostrum, id, legs };
}

const phaseOf = (conference: Conference, commandId: string) =>
  conference.commands.find((record) => record.commandId === commandId)?.phase;

describe('a command to participants', () => {
  const facts = [
    ['participants.mute', { muted: true, on_hold: false }],
    ['participants.unmute', { muted: false, on_hold: true }],
    ['participants.hold', { muted: false, on_hold: true }],
    ['participants.unhold', { muted: true, on_hold: false }],
  ] as const;

  it.each(facts)('%s reaches the legs it names and is confirmed by a read', async (type, shown) => {
    const { rostrum, id, legs } = await meeting();
    const [named = '', spared = ''] = legs;
    const isTakenBack = type.includes('un');
    const before = { muted: isTakenBack, onHold: isTakenBack };
    for (const leg of [named, spared])
      await rostrum.carrier.control('POST', `/participants/${leg}`, before);
    const answer = await rostrum.command(id, type, { legs: [named] }, 'the-command');
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ commandId: 'the-command', state: 'accepted' });
    await rostrum.until(id, (c) => phaseOf(c, 'the-command') === 'confirmed');
    const listed = await rostrum.carrier.participants(id);
    const factsOf = (leg: string) => listed.find((p) => p.call_control_id === leg);
    expect(factsOf(named)).toMatchObject(shown);
    expect(factsOf(spared)).toMatchObject({ muted: isTakenBack, on_hold: isTakenBack });
  });

  it('takes legs out of the conference and leaves their calls alone', async () => {
    const { rostrum, id, legs } = await meeting();
    const [first = '', second = '', third = ''] = legs;
    await rostrum.command(id, 'participants.remove', { legs: [second, third] }, 'the-removal');
    await rostrum.until(id, (c) => phaseOf(c, 'the-removal') === 'confirmed');
    const listed = await rostrum.carrier.participants(id);
    expect(listed.map((p) => p.call_control_id)).toEqual([first]);
    const { data } = await rostrum.carrier.client.calls.retrieveStatus(second);
    expect(data?.is_alive).toBe(true);
  });

  it('hangs their calls up', async () => {
    const { rostrum, id, legs } = await meeting();
    await rostrum.command(id, 'participants.hangUp', { legs: [legs[1]] }, 'the-hang-up');
    await rostrum.until(id, (c) => phaseOf(c, 'the-hang-up') === 'confirmed');
    const { data } = await rostrum.carrier.client.calls.retrieveStatus(legs[1] ?? '');
    expect(data?.is_alive).toBe(false);
  });

  it('goes to those who are still there when others it names have left', async () => {
    const { rostrum, id, legs } = await meeting();
    const [, stays = '', leaves = ''] = legs;
    await rostrum.carrier.control('POST', `/calls/${leaves}/hangup`);
    await rostrum.until(id, (c) => peopleIn(c) === 2);
    await rostrum.command(id, 'participants.mute', { legs: [stays, leaves] });
    const [sent] = rostrum.carrier.commands('/actions/mute');
    expect(sent?.body).toEqual({ call_control_ids: [stays] });
  });

  it('names a leg once that was named twice', async () => {
    const { rostrum, id, legs } = await meeting();
    await rostrum.command(id, 'participants.mute', { legs: [legs[1], legs[1]] });
    const [sent] = rostrum.carrier.commands('/actions/mute');
    expect(sent?.body).toEqual({ call_control_ids: [legs[1]] });
  });

  it('is superseded by a newer one about the same fact', async () => {
    const { rostrum, id, legs } = await meeting();
    const commands = [
      rostrum.command(id, 'participants.mute', { legs: [legs[1]] }, 'the-mute'),
      rostrum.command(id, 'participants.unmute', { legs: [legs[1]] }, 'the-unmute'),
    ];
    await Promise.all(commands);
    const isSettled = (c: Conference) =>
      ['the-mute', 'the-unmute'].every((command) => phaseOf(c, command) !== 'accepted');
    const { commands: records } = await rostrum.until(id, isSettled);
    const phases = records.map(({ phase }) => phase);
    expect(phases.filter((phase) => phase === 'superseded')).toHaveLength(1);
  });
});

describe('a command to the room', () => {
  it('starts, pauses and resumes a recording; what the carrier never tells stays accepted', async () => {
    const { rostrum, id } = await meeting(1);
    const steps = [
      ['recording.start', 'recording'],
      ['recording.pause', 'paused'],
      ['recording.resume', 'recording'],
    ] as const;
    for (const [type, phase] of steps) {
      const fields = type === 'recording.start' ? { format: 'wav', channels: 'dual' } : {};
      expect(
        (await rostrum.command(id, type, fields, `the-${type}`.replace('.', '-'))).status,
      ).toBe(200);
      const { state } = await rostrum.conference(id);
      expect(recordingOf(state).phase).toBe(phase);
    }
    const { state } = await rostrum.conference(id);
    expect(state.commands.map(({ phase }) => phase)).toEqual(['accepted', 'accepted', 'accepted']);
    const paths = rostrum.carrier
      .commands('/actions/record')
      .map(({ path }) => path.split('/').at(-1));
    expect(paths).toEqual(['record_start', 'record_pause', 'record_resume']);
  });

  it('stops a recording, which counts when it is saved', async () => {
    const { rostrum, id } = await meeting(1);
    await rostrum.command(id, 'recording.start');
    await rostrum.command(id, 'recording.stop', {}, 'the-stop');
    const state = await rostrum.until(id, (c) => phaseOf(c, 'the-stop') === 'confirmed');
    expect(recordingOf(state).phase).toBe('off');
    const { data } = await rostrum.carrier.client.recordings.list();
    expect(data).toHaveLength(1);
  });

  it('ends it for everybody', async () => {
    const { rostrum, id, legs } = await meeting();
    await rostrum.command(id, 'conference.end', {}, 'the-ending');
    const state = await rostrum.until(id, (c) => phaseOf(c, 'the-ending') === 'confirmed');
    expect(peopleIn(state)).toBe(0);
    const { data } = await rostrum.carrier.client.calls.retrieveStatus(legs[0] ?? '');
    expect(data?.is_alive).toBe(false);
  });

  it('is refused with the carrier’s own code where the carrier refuses', async () => {
    const { rostrum, id } = await meeting(1);
    const code = '90053';
    const refusal = { errors: [{ code, title: 'Recording is already in progress' }] };
    rostrum.carrier.intercept((method) =>
      method === 'POST' ? { status: 422, body: refusal } : null,
    );
    const answer = await rostrum.command(id, 'recording.start', {}, 'the-start');
    expect(answer.status).toBe(409);
    expect(answer.body).toMatchObject({ code: 'carrier-refused', carrierCode: code });
    const { state } = await rostrum.conference(id);
    expect(phaseOf(state, 'the-start')).toBe('refused');
  });
});

describe('a command that cannot be taken', () => {
  it('is 404 for a conference nobody has heard of', async () => {
    const rostrum = await openTestCore();
    const answer = await rostrum.command('nowhere', 'conference.end');
    expect(answer.status).toBe(404);
    expect(problemSchema.parse(answer.body).code).toBe('not-found');
  });

  it('is 409 once the conference has ended, and asks nothing of the carrier', async () => {
    const { rostrum, id, legs } = await meeting(1);
    await rostrum.carrier.control('POST', `/calls/${legs[0]}/hangup`);
    await rostrum.until(id, (c) => c.ended !== null);
    const answer = await rostrum.command(id, 'participants.mute', { legs }, 'too-late-now');
    expect(answer.status).toBe(409);
    expect(answer.body.code).toBe('conference-ended');
    expect(rostrum.carrier.commands()).toEqual([]);
    const again = await rostrum.command(id, 'participants.mute', { legs }, 'too-late-now');
    expect([again.status, again.body.code]).toEqual([409, 'conference-ended']);
  });

  it('is 409 when none of those it names is there any more', async () => {
    const { rostrum, id, legs } = await meeting(2);
    await rostrum.carrier.control('POST', `/calls/${legs[1]}/hangup`);
    await rostrum.until(id, (c) => peopleIn(c) === 1);
    const answer = await rostrum.command(id, 'participants.mute', { legs: [legs[1]] });
    expect([answer.status, answer.body.code]).toEqual([409, 'not-in-conference']);
    expect(rostrum.carrier.commands()).toEqual([]);
  });

  const wrong: [string, object][] = [
    ['an empty selection', { type: 'participants.mute', fields: { legs: [] } }],
    ['an unknown type', { type: 'participants.bless', fields: {} }],
    ['an extra field', { type: 'conference.end', fields: { now: true } }],
    ['an extra word beside the fields', { type: 'conference.end', fields: {}, path: '/v2' }],
    ['legs that are no strings', { type: 'participants.mute', fields: { legs: [1] } }],
  ];
  it.each(wrong)('is 422 with %s, and names what is wrong', async (_, command) => {
    const { rostrum, id } = await meeting(1);
    const body = { commandId: 'wrong-command', command };
    const answer = await rostrum.post(`/api/conferences/${id}/commands`, body);
    expect(answer.status).toBe(422);
    const problem = problemSchema.parse(answer.body);
    expect(problem.errors?.length).toBeGreaterThan(0);
    expect(answer.headers.get('x-request-id')).toBe(problem.requestId);
    expect(rostrum.carrier.commands()).toEqual([]);
    expect((await rostrum.conference(id)).state.commands).toEqual([]);
  });

  it('is 400 when the body is no JSON, 413 when it is too large, 403 from another site', async () => {
    const { rostrum, id } = await meeting(1);
    const path = `/api/conferences/${id}/commands`;
    const command = { type: 'conference.end', fields: {} };
    const body = { commandId: 'from-elsewhere', command };
    const answers = [
      await rostrum.post(path, 'end it'),
      await rostrum.post(path, Buffer.alloc(600 * 1024, 'x')),
      await rostrum.post(path, body, { origin: 'https://elsewhere.example' }),
      await rostrum.post(path, body, { origin: 'null' }),
      await rostrum.post(path, body, { 'sec-fetch-site': 'cross-site' }),
    ];
    const said = answers.map((answer) => [answer.status, problemSchema.parse(answer.body).code]);
    expect(said).toEqual([
      [400, 'bad-json'],
      [413, 'body-too-large'],
      [403, 'cross-origin'],
      [403, 'cross-origin'],
      [403, 'cross-origin'],
    ]);
    expect(rostrum.carrier.commands()).toEqual([]);
    const own = await rostrum.post(path, body, { origin: rostrum.url });
    expect(own.status).toBe(200);
  });
});

describe('the same command id', () => {
  it('answers the same again, and the carrier is asked once', async () => {
    const { rostrum, id, legs } = await meeting(2);
    const ask = () => rostrum.command(id, 'participants.mute', { legs: [legs[1]] }, 'only-once');
    const first = await ask();
    const again = await ask();
    expect([again.status, again.body]).toEqual([first.status, first.body]);
    expect(rostrum.carrier.commands('/actions/mute')).toHaveLength(1);
  });

  it('asked five times at once reaches the carrier once', async () => {
    const { rostrum, id, legs } = await meeting(2);
    const ask = () => rostrum.command(id, 'participants.mute', { legs: [legs[1]] }, 'only-once');
    const answers = await Promise.all([ask(), ask(), ask(), ask(), ask()]);
    // Those that come while it runs are told so.
    expect(answers.every(({ status }) => status === 200 || status === 202)).toBe(true);
    expect(answers.filter(({ body }) => body.state === 'accepted').length).toBeGreaterThan(0);
    expect(rostrum.carrier.commands('/actions/mute')).toHaveLength(1);
  });

  it('answers a refusal of ours with the same refusal', async () => {
    const { rostrum, id, legs } = await meeting(2);
    await rostrum.carrier.control('POST', `/calls/${legs[1]}/hangup`);
    await rostrum.until(id, (c) => peopleIn(c) === 1);
    const ask = () => rostrum.command(id, 'participants.mute', { legs: [legs[1]] }, 'refused-once');
    const first = await ask();
    const again = await ask();
    expect([again.status, again.body.code]).toEqual([first.status, first.body.code]);
  });

  it('answers a refusal of the carrier’s with the same refusal', async () => {
    const { rostrum, id } = await meeting(1);
    const refusal = { errors: [{ code: '90033', title: 'Unable to execute command' }] };
    rostrum.carrier.intercept((method) =>
      method === 'POST' ? { status: 422, body: refusal } : null,
    );
    const first = await rostrum.command(id, 'recording.start', {}, 'refused-once');
    rostrum.carrier.intercept(null);
    const again = await rostrum.command(id, 'recording.start', {}, 'refused-once');
    const said = ({ status, body }: typeof first) => [status, body.code, body.detail];
    expect(said(again)).toEqual(said(first));
    expect(rostrum.carrier.commands('/actions/record_start')).toHaveLength(1);
  });

  it('is 422 with another body, or for another conference', async () => {
    const { rostrum, id, legs } = await meeting(2);
    const other = await rostrum.carrier.conference(1, 'Another');
    await rostrum.until(other.id, (c) => peopleIn(c) === 1);
    await rostrum.command(id, 'participants.mute', { legs: [legs[1]] }, 'used-before');
    const answers = [
      await rostrum.command(id, 'participants.unmute', { legs: [legs[1]] }, 'used-before'),
      await rostrum.command(id, 'participants.mute', { legs }, 'used-before'),
      await rostrum.command(other.id, 'conference.end', {}, 'used-before'),
    ];
    for (const answer of answers)
      expect([answer.status, answer.body.code]).toEqual([422, 'command-id-reused']);
    expect(rostrum.carrier.commands('/actions/')).toHaveLength(1);
  });
});

const contract = loadCarrierContract();
if (contract === null)
  process.stdout.write('Requests to the carrier are not held to its contract\n');

it.skipIf(contract === null)('every request to the carrier is as its contract says', async () => {
  const { rostrum, id, legs } = await meeting(3);
  const ofLegs = ['mute', 'unmute', 'hold', 'unhold', 'remove'].map(
    (name) => `participants.${name}`,
  );
  for (const type of ofLegs) await rostrum.command(id, type, { legs: [legs[1]] });
  await rostrum.command(id, 'participants.hangUp', { legs: [legs[2]] });
  const options = { format: 'mp3', channels: 'dual', playBeep: true, trimSilence: true };
  await rostrum.command(id, 'recording.start', options);
  for (const type of ['recording.pause', 'recording.resume', 'recording.stop', 'conference.end'])
    await rostrum.command(id, type);
  const sent = rostrum.carrier.commands();
  expect(sent).toHaveLength(11);
  expect(sent.map(({ status }) => status)).toEqual(Array(11).fill(200));
  const problems = sent.flatMap((r) => contract?.validateRequest(r.method, r.path, r.body) ?? []);
  expect(problems).toEqual([]);
});
