import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Rehearsal, startRehearsal } from '../testing/rehearsal';

let rehearsal: Rehearsal;
beforeEach(async () => {
  rehearsal = await startRehearsal();
});
afterEach(() => rehearsal.close());

const make = (asked: object) => rehearsal.control('POST', '/recordings', asked);

it('a recording is there at once, and is told of unless it shall not be', async () => {
  const told = await make({ seconds: 5, channels: 'dual' });
  await make({ seconds: 5, announce: false });
  const { data } = await rehearsal.client.recordings.retrieve(String(told.id));
  expect(data).toMatchObject({ channels: 'dual', duration_millis: 5000 });
  expect(told.bytes).toBe(44 + 5 * 32_000);
  await rehearsal.settled();
  const saved = rehearsal.inbox.of('conference.recording.saved');
  expect(saved.map(({ payload }) => payload.recording_id)).toEqual([told.id]);
});

it('it belongs to the conference that is named, or to one that is over', async () => {
  const { id } = await rehearsal.conference('Board');
  const conferenceOf = async (asked: object) => {
    const { data } = await rehearsal.client.recordings.retrieve(String((await make(asked)).id));
    return data?.conference_id ?? '';
  };
  expect(await conferenceOf({ conferenceId: id })).toBe(id);
  expect(await conferenceOf({ conferenceName: 'Board' })).toBe(id);
  const past = await conferenceOf({ conferenceName: 'Staff' });
  const { data } = await rehearsal.client.conferences.retrieve(past);
  expect(data).toMatchObject({ name: 'Staff', status: 'completed' });
  expect(await conferenceOf({ conferenceId: 'kept-elsewhere' })).toBe('kept-elsewhere');
});

it('a WAV can be ordered in any size, and has it to the byte', async () => {
  for (const channels of ['single', 'dual']) {
    for (const bytes of [44, 64_001, 200_003]) {
      const made = await make({ bytes, channels });
      expect(made.bytes).toBe(bytes);
      const { data } = await rehearsal.client.recordings.retrieve(String(made.id));
      const response = await fetch(data?.download_urls?.wav ?? '');
      expect((await response.arrayBuffer()).byteLength).toBe(bytes);
    }
  }
  expect(await make({ bytes: 1000, format: 'mp3' })).toMatchObject({ status: 422 });
});

it('the hash of a recording that does not exist cannot be had', async () => {
  expect(await rehearsal.control('GET', '/recordings/none/sha256')).toMatchObject({ status: 404 });
});

it('a reset forgets the recordings', async () => {
  await make({ format: 'mp3' });
  await rehearsal.control('POST', '/reset');
  expect((await rehearsal.client.recordings.list()).data).toEqual([]);
});
