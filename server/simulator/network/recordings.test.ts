import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Rehearsal, startRehearsal } from '../testing/rehearsal';

let rehearsal: Rehearsal;
beforeEach(async () => {
  rehearsal = await startRehearsal();
});
afterEach(() => rehearsal.close());

it('a recording is saved some time after it stops, without what was paused', async () => {
  const { id } = await rehearsal.conference();
  const { actions } = rehearsal.client.conferences;
  await actions.recordStart(id, { format: 'mp3' });
  await rehearsal.advance(10_000);
  await actions.recordPause(id, {});
  await rehearsal.advance(20_000);
  await actions.recordResume(id, {});
  await rehearsal.advance(5000);
  await actions.recordStop(id, {});
  expect((await rehearsal.client.recordings.list()).data).toEqual([]);
  await rehearsal.advance(2000);
  await rehearsal.inbox.until((all) =>
    all.some(({ type }) => type === 'conference.recording.saved'),
  );
  const { payload } = rehearsal.inbox.of('conference.recording.saved')[0]!;
  const { data } = await rehearsal.client.recordings.retrieve(String(payload.recording_id));
  expect(data).toMatchObject({ conference_id: id, source: 'conference' });
  // The simulator's clock runs on by itself beside the steps it is moved by.
  const seconds = (data?.duration_millis ?? 0) / 1000;
  expect(seconds).toBeGreaterThanOrEqual(15);
  expect(seconds).toBeLessThan(30);
  expect(payload).not.toHaveProperty('call_leg_id');
});

it('the end of a conference ends and saves its recording', async () => {
  const { id } = await rehearsal.conference();
  await rehearsal.client.conferences.actions.recordStart(id, { format: 'wav' });
  await rehearsal.client.conferences.actions.endConference(id, {});
  await rehearsal.advance(2000);
  await rehearsal.settled();
  expect(rehearsal.inbox.types().slice(-2)).toEqual([
    'conference.ended',
    'conference.recording.saved',
  ]);
});

it('a recording that does not exist cannot be stopped', async () => {
  const { id } = await rehearsal.conference();
  await expect(rehearsal.client.conferences.actions.recordStop(id, {})).rejects.toMatchObject({
    status: 404,
    error: { errors: [{ code: '10005', source: { pointer: '/recording_id' } }] },
  });
});

it('record_start without a format, or with a wrong one, says which field is at fault', async () => {
  const { id } = await rehearsal.conference();
  const start = (body: object) =>
    rehearsal.client.conferences.actions.recordStart(id, body as { format: 'wav' });
  await expect(start({})).rejects.toMatchObject({
    error: { errors: [{ code: '10004', source: { pointer: '/format' } }] },
  });
  await expect(start({ format: 'ogg', channels: 'triple' })).rejects.toMatchObject({
    error: { errors: [{ code: '90000' }, { code: '90001', source: { pointer: '/channels' } }] },
  });
});
