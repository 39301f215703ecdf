import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Rehearsal, startRehearsal } from '../testing/rehearsal';

let rehearsal: Rehearsal;
let id: string;
let host: string;
beforeEach(async () => {
  rehearsal = await startRehearsal();
  ({ id, host } = await rehearsal.conference());
  await rehearsal.settled();
  rehearsal.inbox.clear();
});
afterEach(() => rehearsal.close());

const file = { audio_url: 'https://media.example.com/a.mp3' };

async function heard(): Promise<string[]> {
  await rehearsal.settled();
  return rehearsal.inbox.types().map((type) => type.replace('conference.', ''));
}

it('a second sound to the room waits for the first', async () => {
  await rehearsal.client.conferences.actions.play(id, file);
  await rehearsal.client.conferences.actions.speak(id, { payload: 'Hello', voice: 'female' });
  expect(await heard()).toEqual(['playback.started']);
  await rehearsal.advance(30_000);
  expect(await heard()).toEqual([
    'playback.started',
    'playback.ended',
    'speak.started',
    'speak.ended',
  ]);
});

it('a sound to some starts and ends for each of them', async () => {
  const guest = await rehearsal.caller();
  await rehearsal.client.conferences.actions.join(id, { call_control_id: guest });
  await rehearsal.settled();
  rehearsal.inbox.clear();
  await rehearsal.client.conferences.actions.play(id, { ...file, call_control_ids: [host, guest] });
  await rehearsal.advance(11_000);
  const pair = ['participant.playback.started', 'participant.playback.ended'];
  expect((await heard()).sort()).toEqual([...pair, ...pair].sort());
});

it('what plays without end stops by command, or with the conference', async () => {
  const endless = { ...file, loop: 'infinity' };
  await rehearsal.client.conferences.actions.play(id, endless);
  await rehearsal.advance(3_600_000);
  expect(await heard()).toEqual(['playback.started']);
  await rehearsal.client.conferences.actions.stop(id, {});
  expect(await heard()).toEqual(['playback.started', 'playback.ended']);
  rehearsal.inbox.clear();
  await rehearsal.client.conferences.actions.play(id, endless);
  await rehearsal.client.conferences.actions.endConference(id, {});
  expect((await heard()).slice(-2)).toEqual(['playback.ended', 'ended']);
});

it('needs one kind of media and a number of rounds that makes sense', async () => {
  const play = (body: object) => rehearsal.client.conferences.actions.play(id, body);
  await expect(play({})).rejects.toMatchObject({ error: { errors: [{ code: '10004' }] } });
  await expect(play({ ...file, media_name: 'x' })).rejects.toMatchObject({ status: 422 });
  await expect(play({ ...file, loop: 101 })).rejects.toMatchObject({
    error: { errors: [{ code: '90009', source: { pointer: '/loop' } }] },
  });
});
