import { expect, it, onTestFinished } from 'vitest';
import { type SimulatorOptions } from './options';
import { type Rehearsal, startRehearsal } from './testing/rehearsal';

async function rehearse(switches: SimulatorOptions['switches']): Promise<Rehearsal> {
  const rehearsal = await startRehearsal({ switches });
  onTestFinished(() => rehearsal.close());
  return rehearsal;
}

/** A conference with its creator and one guest. */
async function pair(rehearsal: Rehearsal, more: object = {}) {
  const { id, host } = await rehearsal.conference();
  const guest = await rehearsal.caller();
  const { actions } = rehearsal.client.conferences;
  await actions.join(id, { call_control_id: guest, ...more });
  return { id, host, guest, actions };
}

it('strangersFail: a group command that names someone from elsewhere is refused', async () => {
  const rehearsal = await rehearse({ strangersFail: true });
  const { id, actions } = await pair(rehearsal);
  const stranger = await rehearsal.caller();
  await expect(actions.mute(id, { call_control_ids: [stranger] })).rejects.toMatchObject({
    status: 404,
    error: { errors: [{ source: { pointer: '/call_control_ids/0' } }] },
  });
});

it('leftStayListed: those who left are listed as left', async () => {
  const rehearsal = await rehearse({ leftStayListed: true });
  const { id, guest, actions } = await pair(rehearsal);
  await actions.leave(id, { call_control_id: guest });
  const { data } = await rehearsal.client.conferences.listParticipants(id);
  expect(data.map(({ status }) => status)).toEqual(['left', 'joined']);
});

it('softEndAtOnce: the others are parked and the conference is over', async () => {
  const rehearsal = await rehearse({ softEndAtOnce: true });
  const { id, host, guest, actions } = await pair(rehearsal, { soft_end_conference_on_exit: true });
  await actions.leave(id, { call_control_id: guest });
  const { data } = await rehearsal.client.conferences.retrieve(id);
  expect(data).toMatchObject({ status: 'completed', end_reason: 'host_left' });
  expect((await rehearsal.client.calls.retrieveStatus(host)).data?.is_alive).toBe(true);
});

it('reasonAfterEnd and leftOnEnd: what is told of an end by command', async () => {
  const rehearsal = await rehearse({ reasonAfterEnd: 'ended_via_api', leftOnEnd: false });
  const { id, actions } = await pair(rehearsal);
  await actions.endConference(id, {});
  await rehearsal.settled();
  expect(rehearsal.inbox.of('conference.ended')[0]?.payload.reason).toBe('ended_via_api');
  expect(rehearsal.inbox.of('conference.participant.left')).toEqual([]);
  expect(rehearsal.inbox.of('call.hangup')).toHaveLength(2);
});

it('floorBeforeCreated: off, the first to speak takes the floor', async () => {
  const rehearsal = await rehearse({ floorBeforeCreated: false });
  const { host } = await rehearsal.conference();
  await rehearsal.settled();
  expect(rehearsal.inbox.of('conference.floor.changed')).toEqual([]);
  expect(await rehearsal.control('POST', `/calls/${host}/talk`)).toMatchObject({
    floorChanged: true,
  });
});

it('overlap: a second sound replaces the first', async () => {
  const rehearsal = await rehearse({ overlap: 'replace' });
  const { id, actions } = await pair(rehearsal);
  await actions.play(id, { media_name: 'one' });
  await actions.play(id, { media_name: 'two' });
  await rehearsal.settled();
  const sounds = rehearsal.inbox.types().filter((type) => type.includes('playback'));
  expect(sounds.map((type) => type.replace('conference.playback.', ''))).toEqual([
    'started',
    'ended',
    'started',
  ]);
});

it('stopEndsSpeak: off, speech goes on', async () => {
  const rehearsal = await rehearse({ stopEndsSpeak: false });
  const { id, actions } = await pair(rehearsal);
  await actions.speak(id, { payload: 'Hello', voice: 'female' });
  await actions.stop(id, {});
  await rehearsal.settled();
  expect(rehearsal.inbox.of('conference.speak.ended')).toEqual([]);
});

it('secondRecording: a second one beside the first, or none', async () => {
  const both = await rehearse({});
  const first = await pair(both);
  await first.actions.recordStart(first.id, { format: 'mp3' });
  await first.actions.recordStart(first.id, { format: 'wav' });
  await first.actions.recordStop(first.id, {});
  await both.advance(2000);
  expect((await both.client.recordings.list()).data).toHaveLength(2);
  const one = await rehearse({ secondRecording: 'refuse' });
  const second = await pair(one);
  await second.actions.recordStart(second.id, { format: 'mp3' });
  await expect(second.actions.recordStart(second.id, { format: 'mp3' })).rejects.toMatchObject({
    status: 422,
  });
});

it('supervisorsCount: off, a full conference still takes a supervisor', async () => {
  const rehearsal = await rehearse({ supervisorsCount: false });
  const { client } = rehearsal;
  const call_control_id = await rehearsal.caller();
  const made = await client.conferences.create({
    call_control_id,
    name: 'Two',
    max_participants: 2,
  });
  const id = made.data!.id;
  const { actions } = client.conferences;
  await actions.join(id, { call_control_id: await rehearsal.caller() });
  const supervisor = { call_control_id: await rehearsal.caller() };
  await expect(actions.join(id, supervisor)).rejects.toMatchObject({ status: 422 });
  await actions.join(id, { ...supervisor, supervisor_role: 'monitor' });
  const { data } = await client.conferences.listParticipants(id);
  expect(data).toHaveLength(3);
});

it('dequeueReason: what a bridge or a conference gives as the reason', async () => {
  const rehearsal = await rehearse({ dequeueReason: 'bridging-in-process' });
  const { id } = await rehearsal.conference();
  const leg = await rehearsal.caller();
  await rehearsal.client.calls.actions.enqueue(leg, { queue_name: 'q' });
  await rehearsal.client.conferences.actions.join(id, { call_control_id: leg });
  await rehearsal.settled();
  expect(rehearsal.inbox.of('call.dequeued')[0]?.payload.reason).toBe('bridging-in-process');
});

it('completedListedMs: how long an ended conference can be asked about', async () => {
  const rehearsal = await rehearse({ completedListedMs: 60_000 });
  const { id } = await rehearsal.conference();
  await rehearsal.client.conferences.actions.endConference(id, {});
  await rehearsal.advance(59_000);
  expect((await rehearsal.client.conferences.retrieve(id)).data?.status).toBe('completed');
  await rehearsal.advance(2000);
  await expect(rehearsal.client.conferences.retrieve(id)).rejects.toMatchObject({ status: 404 });
});
