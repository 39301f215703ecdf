import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  connectionId,
  ourNumber,
  type Rehearsal,
  startRehearsal,
  theirNumber,
} from '../testing/rehearsal';

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

describe('those who are in it', () => {
  it('wait on hold until somebody starts it', async () => {
    const host = await rehearsal.caller();
    const { data } = await rehearsal.client.conferences.create({
      call_control_id: host,
      name: 'Later',
      start_conference_on_create: false,
    });
    const id = data!.id;
    expect(data?.status).toBe('init');
    expect(await present(id)).toMatchObject([{ on_hold: true }]);
    await expect(
      rehearsal.client.conferences.actions.recordStart(id, { format: 'wav' }),
    ).rejects.toMatchObject(refusedWith(422, '90020'));
    const starter = await rehearsal.caller();
    await rehearsal.client.conferences.actions.join(id, {
      call_control_id: starter,
      start_conference_on_enter: true,
    });
    expect((await rehearsal.client.conferences.retrieve(id)).data?.status).toBe('in_progress');
    expect(await present(id)).toMatchObject([{ on_hold: false }, { on_hold: false }]);
  });

  it('cannot join twice, unanswered, after the end of their call, or beyond the limit', async () => {
    const { client } = rehearsal;
    const call_control_id = await rehearsal.caller();
    const made = await client.conferences.create({
      call_control_id,
      name: 'Two',
      max_participants: 2,
    });
    const id = made.data!.id;
    const join = (leg: string) => client.conferences.actions.join(id, { call_control_id: leg });
    await expect(join(call_control_id)).rejects.toMatchObject(refusedWith(422, '90044'));
    const ringing = await rehearsal.ring();
    await expect(join(ringing)).rejects.toMatchObject(refusedWith(422, '90034'));
    await rehearsal.control('POST', `/calls/${ringing}/hangup`);
    await expect(join(ringing)).rejects.toMatchObject(refusedWith(422, '90018'));
    await expect(join('v3:nobody')).rejects.toMatchObject(refusedWith(422, '90015'));
    await join(await rehearsal.caller());
    await expect(join(await rehearsal.caller())).rejects.toMatchObject(refusedWith(422, '90032'));
  });

  it('are all meant by mute and hold without names, and only those named otherwise', async () => {
    const { id, host } = await rehearsal.conference();
    const guest = await rehearsal.caller();
    const { actions } = rehearsal.client.conferences;
    await actions.join(id, { call_control_id: guest });
    await actions.mute(id, { call_control_ids: [guest] });
    await actions.hold(id, {});
    expect(await present(id)).toMatchObject([
      { call_control_id: host, muted: false, on_hold: true },
      { call_control_id: guest, muted: true, on_hold: true },
    ]);
    await expect(actions.unhold(id, { call_control_ids: [] })).rejects.toMatchObject({
      status: 422,
    });
    const other = await rehearsal.caller();
    await actions.unhold(id, { call_control_ids: [host, other] });
    expect(await present(id)).toMatchObject([{ on_hold: false }, { on_hold: true }]);
    expect((await news()).filter((type) => /mute|hold/.test(type))).toEqual([]);
  });

  it('are muted while they monitor, or whisper to nobody', async () => {
    const { id, host } = await rehearsal.conference();
    const guest = await rehearsal.caller();
    const { actions } = rehearsal.client.conferences;
    await actions.join(id, { call_control_id: guest, supervisor_role: 'monitor' });
    expect((await present(id))[1]).toMatchObject({ muted: true, whisper_call_control_ids: [] });
    await actions.update(id, {
      call_control_id: guest,
      supervisor_role: 'whisper',
      whisper_call_control_ids: [host],
    });
    expect((await present(id))[1]).toMatchObject({
      muted: false,
      whisper_call_control_ids: [host],
    });
    await actions.update(id, { call_control_id: guest, supervisor_role: 'whisper' });
    expect((await present(id))[1]).toMatchObject({ muted: true, whisper_call_control_ids: [] });
    await actions.update(id, { call_control_id: guest, supervisor_role: 'barge' });
    expect((await present(id))[1]).toMatchObject({ muted: false });
  });

  it('take the floor by speaking, unless nobody hears them', async () => {
    const { id } = await rehearsal.conference();
    const guest = await rehearsal.caller();
    const { actions } = rehearsal.client.conferences;
    await actions.join(id, { call_control_id: guest, mute: true });
    const talks = async () =>
      (await rehearsal.control('POST', `/calls/${guest}/talk`)).floorChanged;
    expect(await talks()).toBe(false);
    await actions.unmute(id, { call_control_ids: [guest] });
    expect(await talks()).toBe(true);
    expect(await talks()).toBe(false);
    await rehearsal.settled();
    expect(rehearsal.inbox.of('conference.floor.changed').at(-1)?.payload.call_control_id).toBe(
      guest,
    );
  });

  it('leave the other conference when they join this one', async () => {
    const one = await rehearsal.conference('One');
    const two = await rehearsal.conference('Two');
    await news();
    await rehearsal.client.conferences.actions.join(two.id, { call_control_id: one.host });
    expect(await news()).toEqual([
      'conference.participant.left',
      'conference.ended',
      'conference.participant.joined',
    ]);
  });

  it('enter by a dial before they answer, and take the conference with them when they do not', async () => {
    const { data } = await rehearsal.client.calls.dial({
      connection_id: connectionId,
      from: ourNumber,
      to: '+14155550001',
      conference_config: { conference_name: 'Dialled' },
    });
    expect(await news()).toEqual([
      'call.initiated',
      'conference.created',
      'conference.participant.joined',
    ]);
    await rehearsal.advance(3000);
    expect(await news()).toEqual([
      'call.hangup',
      'conference.participant.left',
      'conference.ended',
    ]);
    const call = await rehearsal.client.calls.retrieveStatus(data!.call_control_id);
    expect(call.data?.is_alive).toBe(false);
  });

  it('enter by a dial once they answer, when early media is off', async () => {
    const { id } = await rehearsal.conference();
    await news();
    await rehearsal.client.calls.dial({
      connection_id: connectionId,
      from: ourNumber,
      to: theirNumber,
      conference_config: { id, early_media: false, mute: true },
    });
    expect(await present(id)).toHaveLength(1);
    await rehearsal.advance(3000);
    expect(await present(id)).toMatchObject([{}, { muted: true }]);
    expect(await news()).toEqual([
      'call.initiated',
      'call.answered',
      'conference.participant.joined',
    ]);
  });
});
