import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Rehearsal, startRehearsal } from '../testing/rehearsal';

let rehearsal: Rehearsal;
let leg: string;
beforeEach(async () => {
  rehearsal = await startRehearsal();
  leg = await rehearsal.caller();
});
afterEach(() => rehearsal.close());

const play = (name: string, more: object = {}) =>
  rehearsal.client.calls.actions.startPlayback(leg, { media_name: name, ...more });

/** What was told of the sounds, in the order of the carrier's times. */
async function heard(): Promise<string[]> {
  await rehearsal.settled();
  return rehearsal.inbox.received
    .filter(({ type }) => /^call\.(playback|speak)/.test(type))
    .toSorted((a, b) => ((a.occurredAt ?? '') < (b.occurredAt ?? '') ? -1 : 1))
    .map(({ type, payload }) =>
      [type.slice('call.'.length), payload.media_name, payload.status].filter(Boolean).join(' '),
    );
}

it('music without end goes on while a caller waits, until it is stopped', async () => {
  await rehearsal.client.calls.actions.enqueue(leg, { queue_name: 'sales' });
  await play('waltz', { loop: 'infinity' });
  await rehearsal.advance(3_600_000);
  expect(await heard()).toEqual(['playback.started waltz']);
  await rehearsal.client.calls.actions.stopPlayback(leg, {});
  expect(await heard()).toEqual(['playback.started waltz', 'playback.ended waltz cancelled']);
});

it('to stop what plays now lets the next begin; to stop all does not', async () => {
  await play('first', { loop: 'infinity' });
  await play('second', { loop: 'infinity' });
  await play('third');
  const { actions } = rehearsal.client.calls;
  await actions.stopPlayback(leg, { stop: 'current' });
  const sofar = [
    'playback.started first',
    'playback.ended first cancelled',
    'playback.started second',
  ];
  expect(await heard()).toEqual(sofar);
  await actions.stopPlayback(leg, { stop: 'all' });
  expect(await heard()).toEqual([...sofar, 'playback.ended second cancelled']);
});

it('speech ends by itself, and whatever is heard ends with the call', async () => {
  const { actions } = rehearsal.client.calls;
  await actions.speak(leg, { payload: 'Please hold the line.', voice: 'female' });
  await rehearsal.advance(5000);
  await play('waltz', { loop: 'infinity' });
  await rehearsal.control('POST', `/calls/${leg}/hangup`);
  expect(await heard()).toEqual([
    'speak.started',
    'speak.ended completed',
    'playback.started waltz',
    'playback.ended waltz call_hangup',
  ]);
});

it('nothing is played to a call that rings', async () => {
  leg = await rehearsal.ring();
  await expect(play('waltz')).rejects.toMatchObject({ error: { errors: [{ code: '90034' }] } });
});
