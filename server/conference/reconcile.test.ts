import { describe, expect, it } from 'vitest';
import type { ConferenceEvent } from '@/lib/domain/conference/event';
import { factOf, peopleIn, presentIn, sentMarks } from '@/lib/domain/conference/view';
import { participantOf } from '@/lib/domain/conference/conference';
import type { Numbered } from '@/lib/domain/event';
import type { CallControlId } from '@/lib/domain/ids';
import { carrierForOneTest, openTestCore, type TestCore } from '@/server/testing/open-test-core';

async function meeting(people = 3) {
  const rostrum = await openTestCore();
  const { id, legs } = await rostrum.carrier.conference(people);
  await rostrum.until(id, (c) => peopleIn(c) === people && c.description !== null);
  await rostrum.carrier.settled();
  return { rostrum, id, legs };
}

async function eventsOf(rostrum: TestCore, id: string, types: string) {
  const { body } = await rostrum.get(`/api/conferences/${id}/events?types=${types}`);
  return body.items as Numbered<ConferenceEvent>[];
}

/** A command with evidence has the conference read back; this one changes nothing. */
async function askForARead(rostrum: TestCore, id: string, leg = ''): Promise<void> {
  const answer = await rostrum.command(id, 'participants.unmute', { legs: [leg] });
  expect(answer.status).toBe(200);
}

const readsOf = (rostrum: TestCore, part: string) =>
  rostrum.carrier.requests.filter(({ method, path }) => method === 'GET' && path.includes(part));

describe('at its start', () => {
  it('finds conferences that only the carrier knows, with everybody in them', async () => {
    const carrier = await carrierForOneTest();
    const known = await carrier.conference(3, 'Already on');
    await carrier.control('POST', `/participants/${known.legs[2]}`, { muted: true });
    await carrier.settled();
    const rostrum = await openTestCore({ carrier });
    const state = await rostrum.until(known.id, (c) => peopleIn(c) === 3);
    expect(state.description).toMatchObject({ name: 'Already on', status: 'in_progress' });
    const muted = participantOf(state, known.legs[2] as CallControlId);
    expect(muted && factOf(muted, 'muted', sentMarks(state))).toMatchObject({ value: true });
    const listed = await carrier.participants(known.id);
    const joinedAt = presentIn(state).map((p) => p.joined?.at);
    expect(joinedAt).toEqual(listed.map((p) => Date.parse(String(p.created_at)) * 1000));
  });

  it('reads a conference of 600 people to the last page', async () => {
    const carrier = await carrierForOneTest();
    const { id } = await carrier.conference(1, 'Town hall');
    const rows = Array.from({ length: 600 }, (_, i) => ({
      call_control_id: `v3:person-${i}`,
      call_leg_id: `leg-${i}`,
      status: 'joined',
      created_at: new Date(1_800_000_000_000 + i).toISOString(),
      muted: i % 2 === 0,
      on_hold: false,
    }));
    carrier.intercept((_, path) => {
      if (!path.includes('/participants')) return null;
      const query = new URL(path, carrier.url).searchParams;
      const [number, size] = [Number(query.get('page[number]')), Number(query.get('page[size]'))];
      const data = rows.slice((number - 1) * size, number * size);
      const meta = { page_number: number, page_size: size, total_pages: Math.ceil(600 / size) };
      return { status: 200, body: { data, meta: { ...meta, total_results: 600 } } };
    });
    const rostrum = await openTestCore({ carrier, hearsWebhooks: false });
    await rostrum.until(id, (c) => peopleIn(c) === 600);
    const pages = readsOf(rostrum, '/participants').map(({ path }) =>
      new URL(path, carrier.url).searchParams.get('page[number]'),
    );
    expect(pages.slice(0, 3)).toEqual(['1', '2', '3']);
    const [read] = await eventsOf(rostrum, id, 'participants.read');
    // All that are alike are one group: the event does not grow with the people.
    expect(read?.type === 'participants.read' && read.data.groups).toHaveLength(2);
  });
});

it('a conference of another region is found where that region is named, and commanded there', async () => {
  const carrier = await carrierForOneTest();
  const host = await carrier.caller();
  const asked = { call_control_id: host, name: 'Paris', region: 'Europe' } as const;
  const { data } = await carrier.client.conferences.create(asked);
  const id = data?.id ?? '';
  await carrier.settled();
  const rostrum = await openTestCore({ carrier, env: { CARRIER_REGIONS: 'US, europe' } });
  await rostrum.until(id, (c) => peopleIn(c) === 1 && c.description?.region === 'fr5');
  const answer = await rostrum.command(id, 'participants.mute', { legs: [host] });
  expect(answer.status).toBe(200);
  expect(carrier.commands('/actions/mute')[0]?.body).toMatchObject({ region: 'Europe' });
  await rostrum.until(id, (c) => c.commands[0]?.phase === 'confirmed');
});

describe('a webhook that was lost', () => {
  const lose = (rostrum: TestCore, count: number) =>
    rostrum.carrier.fault({ kind: 'drop', rate: 1, count });

  it('of somebody who joined is made good, by the carrier’s own time', async () => {
    const { rostrum, id, legs } = await meeting(2);
    const late = await rostrum.carrier.caller();
    await rostrum.carrier.settled();
    await lose(rostrum, 1);
    await rostrum.carrier.client.conferences.actions.join(id, { call_control_id: late });
    await askForARead(rostrum, id, legs[0]);
    const state = await rostrum.until(id, (c) => peopleIn(c) === 3);
    const [joined] = (await eventsOf(rostrum, id, 'participant.joined')).slice(-1);
    const listed = await rostrum.carrier.participants(id);
    const row = listed.find((p) => p.call_control_id === late);
    expect(joined).toMatchObject({
      source: 'reconcile',
      occurredAt: Date.parse(String(row?.created_at)) * 1000,
    });
    // The number is known from the call, which was heard of.
    const joiner = participantOf(state, late as CallControlId);
    expect(joiner?.party.from).toMatch(/^\+1212555/);
  });

  it('of somebody who left counts after two complete reads, and takes no clock of ours', async () => {
    const { rostrum, id, legs } = await meeting(3);
    const leaving = legs[2] as CallControlId;
    await lose(rostrum, 1);
    const before = readsOf(rostrum, '/participants').length;
    await rostrum.carrier.client.conferences.actions.leave(id, { call_control_id: leaving });
    await askForARead(rostrum, id, legs[0]);
    const state = await rostrum.until(id, (c) => peopleIn(c) === 2);
    expect(readsOf(rostrum, '/participants').length - before).toBeGreaterThanOrEqual(2);
    const left = participantOf(state, leaving);
    expect(left?.left?.at).toBe((left?.joined?.at ?? 0) + 1);
    const events = await eventsOf(rostrum, id, 'participant.left');
    expect(events.map(({ source }) => source)).toEqual(['reconcile']);
  });

  it('of the end counts after two reads', async () => {
    const { rostrum, id, legs } = await meeting(1);
    await lose(rostrum, 10);
    await rostrum.command(id, 'conference.end', {}, 'the-ending');
    const state = await rostrum.until(id, (c) => c.ended !== null);
    expect(state.ended?.at).toBeGreaterThan(
      participantOf(state, legs[0] as CallControlId)?.joined?.at ?? 0,
    );
    const [ended] = await eventsOf(rostrum, id, 'conference.ended');
    expect(ended?.source).toBe('reconcile');
    expect(state.commands[0]?.phase).toBe('confirmed');
    expect(state.description?.endReason).not.toBeNull();
  });

  it('of the end is made good where the carrier no longer knows the conference', async () => {
    const { rostrum, id, legs } = await meeting(2);
    const gone = { errors: [{ code: '90058', title: 'Invalid conference_id' }] };
    rostrum.carrier.intercept((method, path) =>
      method === 'GET' && path.includes(id) ? { status: 404, body: gone } : null,
    );
    await askForARead(rostrum, id, legs[0]);
    const state = await rostrum.until(id, (c) => c.ended !== null);
    const unknown = readsOf(rostrum, id).filter(({ status }) => status === 404);
    expect(unknown.length).toBeGreaterThanOrEqual(2);
    const joins = legs.map((leg) => participantOf(state, leg as CallControlId)?.joined?.at ?? 0);
    expect(state.ended?.at).toBeGreaterThan(Math.max(...joins));
  });
});

describe('what a read leaves alone', () => {
  it('is somebody absent from one read and present in the next', async () => {
    const { rostrum, id, legs } = await meeting(3);
    let lists = 0;
    rostrum.carrier.intercept((_, path) => {
      if (!path.includes('/participants')) return null;
      lists += 1;
      return lists === 1
        ? { status: 200, body: { data: [], meta: { page_number: 1, total_pages: 1 } } }
        : null;
    });
    await askForARead(rostrum, id, legs[0]);
    await rostrum.until(id, (c) => c.commands[0]?.phase === 'confirmed');
    expect(lists).toBeGreaterThanOrEqual(2);
    expect(await eventsOf(rostrum, id, 'participant.left')).toEqual([]);
  });

  it('is everything when it fails half-way', async () => {
    const { rostrum, id, legs } = await meeting(2);
    const { seq } = await rostrum.conference(id);
    const spoilt = { status: 500, body: { errors: [{ code: '10007', title: 'Unexpected' }] } };
    let pages = 0;
    rostrum.carrier.intercept((_, path) => {
      if (!path.includes('/participants')) return null;
      pages += 1;
      const meta = { page_number: 1, total_pages: 3 };
      return pages % 2 === 1 ? { status: 200, body: { data: [{}], meta } } : spoilt;
    });
    await askForARead(rostrum, id, legs[0]);
    await rostrum.until(id, () => pages >= 6);
    const events = await rostrum.get(`/api/conferences/${id}/events?after=${seq}`);
    const types = (events.body.items as { type: string }[]).map(({ type }) => type);
    expect(types).toEqual(['command.sent', 'command.accepted']);
    rostrum.carrier.intercept(null);
    await rostrum.until(id, (c) => c.commands[0]?.phase === 'confirmed');
  });
});

it('another client’s silent mute shows up', async () => {
  const { rostrum, id, legs } = await meeting(2);
  const muted = legs[1] as CallControlId;
  await rostrum.carrier.client.conferences.actions.mute(id, { call_control_ids: [muted] });
  await askForARead(rostrum, id, legs[0]);
  const state = await rostrum.until(id, (c) => participantOf(c, muted)?.seen?.muted === true);
  const participant = participantOf(state, muted);
  expect(participant && factOf(participant, 'muted', sentMarks(state))).toEqual({
    value: true,
    isSeen: true,
    mark: null,
  });
});

it('our own change of role is not taken for another client’s mute, nor is its end', async () => {
  const { rostrum, id, legs } = await meeting(2);
  const whisperer = legs[1] as CallControlId;
  const seenMuted = async (muted: boolean) => {
    await askForARead(rostrum, id, legs[0]);
    await rostrum.until(id, (c) => participantOf(c, whisperer)?.seen?.muted === muted);
  };
  const give = (role: string) =>
    rostrum.command(id, 'participants.setRole', { legs: [whisperer], role, whisperTo: [] });
  await seenMuted(false);
  await give('whisper');
  await seenMuted(true);
  await give('none');
  await seenMuted(false);
  const reads = await eventsOf(rostrum, id, 'participants.read');
  expect(
    reads.flatMap((read) => (read.type === 'participants.read' ? read.data.foreign : [])),
  ).toEqual([]);
});

it('a conference that is gone before anything was heard of it leaves no trace', async () => {
  const carrier = await carrierForOneTest();
  const { id } = await carrier.conference(1);
  await carrier.settled();
  const gone = { errors: [{ code: '90058', title: 'Invalid conference_id' }] };
  let reads = 0;
  carrier.intercept((_, path) => {
    if (!path.includes(id)) return null;
    reads += 1;
    return { status: 404, body: gone };
  });
  const rostrum = await openTestCore({ carrier });
  const other = await carrier.conference(1, 'Another');
  await rostrum.until(other.id, (c) => c.description !== null && reads > 0);
  // By the time this one has had its two reads, a second read of the first would be over.
  await carrier.fault({ kind: 'ignore', rate: 1, count: 1 });
  await rostrum.command(other.id, 'participants.mute', { legs: other.legs });
  await rostrum.until(other.id, (c) => c.commands[0]?.phase === 'contradicted');
  await expect(rostrum.conference(id)).rejects.toThrow('Nothing was heard');
  expect((await rostrum.get('/api/conferences?status=ended')).body.items).toEqual([]);
});

it('a conference that ended before it could be read is read once more, and has its name', async () => {
  const rostrum = await openTestCore();
  const { id, legs } = await rostrum.carrier.conference(1, 'Over in a moment');
  for (const leg of legs) await rostrum.carrier.control('POST', `/calls/${leg}/hangup`);
  const state = await rostrum.until(id, (c) => c.ended !== null && c.description !== null);
  expect(state.description).toMatchObject({ name: 'Over in a moment', endReason: 'all_left' });
  const { body } = await rostrum.get('/api/conferences?status=ended');
  expect(body.items).toMatchObject([{ id, name: 'Over in a moment' }]);
});

it('an end of unknown outcome that was not carried out is refused by two reads', async () => {
  const { rostrum, id } = await meeting();
  await rostrum.carrier.fault({ kind: '500', rate: 1, method: 'POST', count: 1 });
  expect((await rostrum.command(id, 'conference.end', {})).status).toBe(504);
  const state = await rostrum.until(id, (c) => c.commands.at(-1)?.phase === 'refused');
  expect(state.commands.at(-1)?.refusal?.code).toBe('not-carried-out');
  expect(peopleIn(state)).toBe(3);
});
