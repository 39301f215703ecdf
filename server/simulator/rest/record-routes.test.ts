import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Rehearsal, startRehearsal } from '../testing/rehearsal';

let rehearsal: Rehearsal;
beforeEach(async () => {
  rehearsal = await startRehearsal();
});
afterEach(() => rehearsal.close());

async function made(more: object = {}): Promise<string> {
  const answer = await rehearsal.control('POST', '/recordings', { seconds: 20, ...more });
  return String(answer.id);
}

async function listed(filter: object): Promise<(string | undefined)[]> {
  const { data } = await rehearsal.client.recordings.list({ filter });
  return data.map(({ id }) => id);
}

const ofCode = (status: number, code: string, source?: object) => ({
  status,
  error: { errors: [{ code, ...(source !== undefined && { source }) }] },
});

describe('the list of recordings', () => {
  it('can be narrowed by everything that a recording belongs to', async () => {
    const wanted = await made({ conferenceName: 'Board' });
    const { data } = await rehearsal.client.recordings.retrieve(wanted);
    const other = await made({ conferenceName: 'Staff' });
    const fields = {
      conference_id: data?.conference_id,
      call_control_id: data?.call_control_id,
      call_leg_id: data?.call_leg_id,
      call_session_id: data?.call_session_id,
      sip_call_id: data?.call_leg_id,
    };
    for (const [field, value] of Object.entries(fields)) {
      expect([field, await listed({ [field]: value })]).toEqual([field, [wanted]]);
      expect([field, await listed({ [field]: 'x' })]).toEqual([field, []]);
    }
    const shared = {
      conference_region: 'us',
      connection_id: data?.connection_id,
      from: data?.from,
      to: data?.to,
    };
    for (const [field, value] of Object.entries(shared)) {
      expect([field, await listed({ [field]: value })]).toEqual([field, [other, wanted]]);
      expect([field, await listed({ [field]: 'x' })]).toEqual([field, []]);
    }
  });

  it('can be narrowed by when they were made, began and ended', async () => {
    const early = await made();
    await rehearsal.advance(3_600_000);
    const late = await made();
    const { data } = await rehearsal.client.recordings.retrieve(late);
    const moments = {
      created_at: data!.created_at,
      start_time: data!.recording_started_at,
      end_time: data!.recording_ended_at,
    };
    for (const [field, moment] of Object.entries(moments)) {
      const before = new Date(Date.parse(moment!) - 1).toISOString();
      expect(await listed({ [field]: { gte: moment } })).toEqual([late]);
      expect(await listed({ [field]: { lte: before } })).toEqual([early]);
      expect(await listed({ [field]: { gte: before, lte: moment } })).toEqual([late]);
    }
  });

  it('comes in pages', async () => {
    const ids = [await made(), await made(), await made()].reverse();
    const { data, meta } = await rehearsal.client.recordings.list({ 'page[size]': 2 });
    expect(data.map(({ id }) => id)).toEqual(ids.slice(0, 2));
    expect(meta).toMatchObject({ page_number: 1, total_pages: 2, total_results: 3 });
  });

  it('refuses times that are none, and comparisons that it does not know', async () => {
    const wrong = { parameter: 'filter[created_at][gte]' };
    await expect(listed({ created_at: { gte: 'soon' } })).rejects.toMatchObject(
      ofCode(400, '10031', wrong),
    );
    await expect(listed({ end_time: { gt: '2026-11-30' } })).rejects.toMatchObject(
      ofCode(400, '10031', { parameter: 'filter[end_time][gt]' }),
    );
  });
});

describe('deletion', () => {
  it('gives the recording back for the last time', async () => {
    const id = await made();
    expect((await rehearsal.client.recordings.delete(id)).data).toMatchObject({ id });
    const { recordings } = rehearsal.client;
    await expect(recordings.retrieve(id)).rejects.toMatchObject(ofCode(404, '10005'));
    await expect(recordings.delete(id)).rejects.toMatchObject(ofCode(404, '10005'));
  });

  it('takes many at once', async () => {
    const ids = [await made(), await made()];
    const kept = await made();
    const answer: unknown = await rehearsal.client.recordings.actions.delete({ ids });
    expect(answer).toMatchObject({ status: 'ok' });
    expect(await listed({})).toEqual([kept]);
  });

  it('leaves all of them alone where one is unknown, unless the switch says otherwise', async () => {
    const id = await made();
    const remove = () => rehearsal.client.recordings.actions.delete({ ids: [id, 'no-such'] });
    await expect(remove()).rejects.toMatchObject(ofCode(404, '10005', { pointer: '/ids/1' }));
    expect(await listed({})).toEqual([id]);
    await rehearsal.control('POST', '/switches', { unknownDeletesFail: false });
    await remove();
    expect(await listed({})).toEqual([]);
  });

  it('wants to know which', async () => {
    const { actions } = rehearsal.client.recordings;
    const source = { pointer: '/ids' };
    await expect(actions.delete({} as { ids: string[] })).rejects.toMatchObject(
      ofCode(422, '10004', source),
    );
    await expect(actions.delete({ ids: [] })).rejects.toMatchObject(ofCode(422, '10033', source));
  });
});
