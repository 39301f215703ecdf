import { afterEach, beforeEach, expect, it } from 'vitest';
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

async function bridged(): Promise<[customer: string, agent: string]> {
  const legs = [await rehearsal.caller(), await rehearsal.caller()] as [string, string];
  await rehearsal.client.calls.actions.bridge(legs[0], { call_control_id_to_bridge_with: legs[1] });
  return legs;
}

async function supervisorOf(leg: string, more: object = {}): Promise<string> {
  const { data } = await rehearsal.client.calls.dial({
    connection_id: connectionId,
    from: ourNumber,
    to: theirNumber,
    supervise_call_control_id: leg,
    ...more,
  });
  return data!.call_control_id;
}

const supervises = async (leg: string) =>
  (await rehearsal.control('GET', `/calls/${leg}`)).supervises;
const isAlive = async (leg: string) =>
  (await rehearsal.client.calls.retrieveStatus(leg)).data?.is_alive;

it('a supervisor barges in unless another role is said, from when the call is answered', async () => {
  const [, agent] = await bridged();
  const supervisor = await supervisorOf(agent);
  expect(await supervises(supervisor)).toBeNull();
  await rehearsal.advance(3000);
  expect(await supervises(supervisor)).toEqual({ callControlId: agent, role: 'barge' });
  const listener = await supervisorOf(agent, { supervisor_role: 'monitor' });
  await rehearsal.advance(3000);
  expect(await supervises(listener)).toEqual({ callControlId: agent, role: 'monitor' });
});

it('a role is switched without another call', async () => {
  const [, agent] = await bridged();
  const supervisor = await supervisorOf(agent, { supervisor_role: 'monitor' });
  await rehearsal.advance(3000);
  const { actions } = rehearsal.client.calls;
  await actions.switchSupervisorRole(supervisor, { role: 'whisper' });
  expect(await supervises(supervisor)).toEqual({ callControlId: agent, role: 'whisper' });
  await expect(actions.switchSupervisorRole(agent, { role: 'barge' })).rejects.toMatchObject({
    error: { errors: [{ code: '90033' }] },
  });
});

it('a supervisor goes with the call that is supervised, and not the other way round', async () => {
  const [customer, agent] = await bridged();
  const [one, other] = [await supervisorOf(agent), await supervisorOf(agent)];
  await rehearsal.advance(3000);
  await rehearsal.client.calls.actions.hangup(one, {});
  expect([await isAlive(agent), await isAlive(other)]).toEqual([true, true]);
  await rehearsal.client.calls.actions.hangup(customer, {});
  expect([await isAlive(agent), await isAlive(other)]).toEqual([false, false]);
});

it('a supervisor stays parked where the switch says so', async () => {
  await rehearsal.control('POST', '/switches', { supervisorStays: true });
  const [, agent] = await bridged();
  const supervisor = await supervisorOf(agent);
  await rehearsal.advance(3000);
  await rehearsal.client.calls.actions.hangup(agent, {});
  expect(await isAlive(supervisor)).toBe(true);
  expect(await supervises(supervisor)).toBeNull();
});

it('a supervisor who answers too late finds nobody, and is hung up', async () => {
  const [, agent] = await bridged();
  const supervisor = await supervisorOf(agent);
  await rehearsal.client.calls.actions.hangup(agent, {});
  await rehearsal.advance(3000);
  expect(await isAlive(supervisor)).toBe(false);
});

it('only a call that was answered can be supervised', async () => {
  await expect(supervisorOf(await rehearsal.ring())).rejects.toMatchObject({
    error: { errors: [{ code: '90034' }] },
  });
  await expect(supervisorOf('v3:none')).rejects.toMatchObject({
    error: { errors: [{ code: '90015', source: { pointer: '/supervise_call_control_id' } }] },
  });
});

it('an update of a role in a conference may be answered and do nothing', async () => {
  const { id, host } = await rehearsal.conference();
  const coach = await rehearsal.caller();
  const { actions } = rehearsal.client.conferences;
  await actions.join(id, { call_control_id: coach, supervisor_role: 'monitor' });
  await rehearsal.control('POST', '/switches', { roleUpdates: false });
  const whisper = { supervisor_role: 'whisper' as const, whisper_call_control_ids: [host] };
  await actions.update(id, { call_control_id: coach, ...whisper });
  const coached = async () =>
    (await rehearsal.client.conferences.listParticipants(id)).data.find(
      ({ call_control_id: leg }) => leg === coach,
    );
  expect(await coached()).toMatchObject({ muted: true, whisper_call_control_ids: [] });
  await actions.leave(id, { call_control_id: coach });
  await actions.join(id, { call_control_id: coach, ...whisper });
  expect(await coached()).toMatchObject({ muted: false, whisper_call_control_ids: [host] });
});
