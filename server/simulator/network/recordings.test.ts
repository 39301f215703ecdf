import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Rehearsal, startRehearsal } from '../testing/rehearsal';
import { readWav, type Wav } from '../testing/wav';

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

/** Ends a recording and listens to it. */
async function stopAndListen(id: string): Promise<Wav> {
  await rehearsal.client.conferences.actions.recordStop(id, {});
  await rehearsal.advance(2000);
  const { data } = await rehearsal.client.recordings.list({ filter: { conference_id: id } });
  const response = await fetch(data[0]?.download_urls?.wav ?? '');
  const wav = readWav(Buffer.from(await response.arrayBuffer()));
  expect(Math.round(wav.seconds * 1000)).toBe(data[0]?.duration_millis);
  return wav;
}

/** The share of the whole seconds of a channel in which anybody is heard. */
function heardShare(wav: Wav, channel: number): number {
  const whole = Array.from({ length: Math.floor(wav.seconds) }, (_, at) => at);
  return whole.filter((at) => wav.loudness(channel, at, at + 1) > 300).length / whole.length;
}

it('the webhook has a link to the sound, in the format that was asked for alone', async () => {
  const { id } = await rehearsal.conference();
  await rehearsal.client.conferences.actions.recordStart(id, { format: 'mp3' });
  await rehearsal.advance(5000);
  await rehearsal.client.conferences.actions.endConference(id, {});
  await rehearsal.advance(2000);
  await rehearsal.settled();
  const { payload } = rehearsal.inbox.of('conference.recording.saved')[0]!;
  const urls = payload.recording_urls as Record<string, string | null>;
  expect(urls.wav).toBeNull();
  const response = await fetch(urls.mp3 ?? '');
  expect(response.headers.get('content-type')).toBe('audio/mpeg');
  expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(10_000);
});

it('who talks is heard until they fall silent, are muted or leave; a pause is cut out', async () => {
  const { id, host } = await rehearsal.conference();
  const guest = await rehearsal.caller();
  const { actions } = rehearsal.client.conferences;
  await actions.join(id, { call_control_id: guest });
  await actions.recordStart(id, { format: 'wav', channels: 'dual' });
  await rehearsal.advance(60_000);
  await rehearsal.control('POST', `/calls/${host}/silence`);
  await rehearsal.advance(60_000);
  await rehearsal.control('POST', `/calls/${guest}/talk`);
  await rehearsal.advance(60_000);
  await actions.mute(id, { call_control_ids: [guest] });
  await rehearsal.advance(60_000);
  await actions.unmute(id, { call_control_ids: [guest] });
  await rehearsal.advance(60_000);
  await actions.recordPause(id, {});
  await rehearsal.control('POST', `/calls/${host}/talk`);
  await rehearsal.advance(600_000);
  await actions.recordResume(id, {});
  await rehearsal.advance(60_000);
  await actions.leave(id, { call_control_id: host });
  await rehearsal.advance(60_000);
  const wav = await stopAndListen(id);
  expect(wav.seconds).toBeGreaterThanOrEqual(420);
  expect(wav.seconds).toBeLessThan(480);
  // The clock runs on by itself between the steps: the middle of each is looked at.
  const heard = Array.from({ length: 7 }, (_, at) =>
    [0, 1].map((channel) => wav.loudness(channel, at * 60 + 30, at * 60 + 50) > 300),
  );
  expect(heard).toEqual([
    [true, false],
    [false, false],
    [false, true],
    [false, false],
    [false, true],
    [true, false],
    [false, false],
  ]);
});

it('trim-silence cuts the silence off both ends, and none in between', async () => {
  const { id, host } = await rehearsal.conference();
  const say = (what: string) => rehearsal.control('POST', `/calls/${host}/${what}`);
  await say('silence');
  const trimmed = { format: 'wav', trim: 'trim-silence' } as const;
  await rehearsal.client.conferences.actions.recordStart(id, trimmed);
  for (const wait of [30_000, 40_000]) {
    await rehearsal.advance(wait);
    await say('talk');
    await rehearsal.advance(5000);
    await say('silence');
  }
  await rehearsal.advance(30_000);
  const wav = await stopAndListen(id);
  expect(wav.seconds).toBeGreaterThanOrEqual(50);
  expect(wav.seconds).toBeLessThan(80);
  expect(wav.loudness(0, 0, 1)).toBeGreaterThan(300);
  expect(wav.loudness(0, 15, 35)).toBe(0);
});

it('a recording of the town hall has the host and many others, and moments of silence', async () => {
  await rehearsal.control('POST', '/scenario', { name: 'town-hall' });
  await rehearsal.advance(60_000);
  const { data } = await rehearsal.client.conferences.list();
  const { id } = data[0]!;
  const dual = { format: 'wav', channels: 'dual' } as const;
  await rehearsal.client.conferences.actions.recordStart(id, dual);
  await rehearsal.advance(300_000);
  const wav = await stopAndListen(id);
  const [host, others] = [heardShare(wav, 0), heardShare(wav, 1)];
  expect(host).toBeGreaterThan(0.2);
  expect(others).toBeGreaterThan(0.2);
  expect(host + others).toBeLessThan(0.98);
});
