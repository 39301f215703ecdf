import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Rehearsal, startRehearsal } from '../testing/rehearsal';

let rehearsal: Rehearsal;
beforeEach(async () => {
  rehearsal = await startRehearsal();
});
afterEach(() => rehearsal.close());

const refusedWith = (status: number, code: string) => ({
  status,
  error: { errors: [expect.objectContaining({ code })] },
});

/** The types that came since the last look, by the carrier's time. */
async function news(): Promise<string[]> {
  await rehearsal.settled();
  const types = rehearsal.inbox.types();
  rehearsal.inbox.clear();
  return types;
}

async function present(id: string) {
  const { data } = await rehearsal.client.conferences.listParticipants(id);
  return data;
}

describe('the life of a conference', () => {
  it('tells of the floor before it tells of the conference and of its creator', async () => {
    await rehearsal.conference();
    expect(await news()).toEqual([
      'call.initiated',
      'call.answered',
      'conference.floor.changed',
      'conference.created',
      'conference.participant.joined',
    ]);
  });

  it('refuses a name that is taken, until that conference is over', async () => {
    const { id } = await rehearsal.conference('Board');
    await expect(rehearsal.conference('Board')).rejects.toMatchObject(refusedWith(422, '90033'));
    await rehearsal.client.conferences.actions.endConference(id, {});
    await expect(rehearsal.conference('Board')).resolves.toBeDefined();
  });

  it('ends when the last one leaves, who is parked and not hung up', async () => {
    const { id, host } = await rehearsal.conference();
    await news();
    await rehearsal.client.conferences.actions.leave(id, { call_control_id: host });
    expect(await news()).toEqual(['conference.participant.left', 'conference.ended']);
    const { data } = await rehearsal.client.conferences.retrieve(id);
    expect(data).toMatchObject({ status: 'completed', end_reason: 'all_left' });
    const call = await rehearsal.client.calls.retrieveStatus(host);
    expect(call.data?.is_alive).toBe(true);
  });

  it('hangs everybody up when a host leaves', async () => {
    const { id, host } = await rehearsal.conference();
    const guest = await rehearsal.caller();
    await rehearsal.client.conferences.actions.join(id, { call_control_id: guest });
    const [first] = await present(id);
    const flags = { id, end_conference_on_exit: true };
    await rehearsal.client.conferences.updateParticipant(first!.id, flags);
    await news();
    await rehearsal.control('POST', `/calls/${host}/hangup`);
    expect(await news()).toEqual([
      'call.hangup',
      'conference.participant.left',
      'call.hangup',
      'conference.participant.left',
      'conference.ended',
    ]);
    const { data } = await rehearsal.client.conferences.retrieve(id);
    expect(data).toMatchObject({ end_reason: 'host_left', ended_by: { call_control_id: host } });
  });

  it('lets those present stay after a soft end, but takes no one in', async () => {
    const { id, host } = await rehearsal.conference();
    const guest = await rehearsal.caller();
    const soft = { call_control_id: guest, soft_end_conference_on_exit: true };
    await rehearsal.client.conferences.actions.join(id, soft);
    await rehearsal.client.conferences.actions.leave(id, { call_control_id: guest });
    expect(await present(id)).toHaveLength(1);
    await expect(
      rehearsal.client.conferences.actions.join(id, { call_control_id: guest }),
    ).rejects.toMatchObject(refusedWith(422, '90019'));
    await rehearsal.client.conferences.actions.leave(id, { call_control_id: host });
    const { data } = await rehearsal.client.conferences.retrieve(id);
    expect(data).toMatchObject({ status: 'completed', end_reason: 'host_left' });
  });

  it('ends after its minutes, and after four hours at the latest', async () => {
    const call_control_id = await rehearsal.caller();
    const short = await rehearsal.client.conferences.create({
      call_control_id,
      name: 'Short',
      duration_minutes: 5,
    });
    const long = await rehearsal.conference('Long');
    await rehearsal.advance(5 * 60_000);
    const shortNow = await rehearsal.client.conferences.retrieve(short.data!.id);
    expect(shortNow.data).toMatchObject({ status: 'completed', end_reason: 'time_exceeded' });
    await rehearsal.advance(3.9 * 3_600_000);
    expect((await rehearsal.client.conferences.retrieve(long.id)).data?.status).toBe('in_progress');
    // The host's own call reaches its longest length first; somebody must outlast it.
    const guest = await rehearsal.caller();
    await rehearsal.client.conferences.actions.join(long.id, {
      call_control_id: guest,
    });
    await rehearsal.advance(0.1 * 3_600_000);
    const longNow = await rehearsal.client.conferences.retrieve(long.id);
    expect(longNow.data).toMatchObject({ end_reason: 'time_exceeded' });
  });

  it('tells the reason that the switch says after an end by command', async () => {
    const { id } = await rehearsal.conference();
    await rehearsal.client.conferences.actions.endConference(id, {});
    await rehearsal.inbox.until((received) =>
      received.some(({ type }) => type === 'conference.ended'),
    );
    expect(rehearsal.inbox.of('conference.ended')[0]?.payload.reason).toBe('all_left');
  });

  it('is not found in another region, nor after a wrong id', async () => {
    const call_control_id = await rehearsal.caller();
    const { data } = await rehearsal.client.conferences.create({
      call_control_id,
      name: 'Sydney',
      region: 'Australia',
    });
    const id = data!.id;
    await expect(rehearsal.client.conferences.retrieve(id)).rejects.toMatchObject(
      refusedWith(404, '90058'),
    );
    const found = await rehearsal.client.conferences.retrieve(id, { region: 'Australia' });
    expect(found.data?.region).toBe('sy1');
    expect((await rehearsal.client.conferences.list()).data).toEqual([]);
  });
});

describe('a command that is repeated', () => {
  it('with its command_id is ignored for a minute, and then done again', async () => {
    const { id } = await rehearsal.conference();
    const speak = () =>
      rehearsal.client.conferences.actions.speak(id, {
        payload: 'Hello',
        voice: 'female',
        command_id: 'one',
      });
    await speak();
    await speak();
    await rehearsal.advance(30_000);
    expect((await news()).filter((type) => type === 'conference.speak.started')).toHaveLength(1);
    await rehearsal.advance(31_000);
    await speak();
    expect(await news()).toContain('conference.speak.started');
  });

  it('answers a repeated create with the same conference', async () => {
    const call_control_id = await rehearsal.caller();
    const asked = { call_control_id, name: 'Once', command_id: 'create-once' };
    const first = await rehearsal.client.conferences.create(asked);
    const again = await rehearsal.client.conferences.create(asked);
    expect(again.data?.id).toBe(first.data?.id);
  });
});
