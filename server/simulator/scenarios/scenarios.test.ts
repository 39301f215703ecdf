import { expect, it, onTestFinished, vi } from 'vitest';
import { createVirtualClock } from '../engine/clock';
import { createIds } from '../engine/ids';
import { hangUp, hungUpByUs } from '../network/departures';
import { pickUp, placeInboundCall } from '../network/legs';
import { enqueue, leaveQueue } from '../network/queues';
import { createWorld, type World } from '../network/world';
import { switchesSchema } from '../options';
import { connectionId, startRehearsal } from '../testing/rehearsal';
import { createDirector } from './director';
import { inventPeople } from './people';
import { createRandom } from '../engine/random';
import { quiet } from './quiet';
import { supportFloor } from './support-floor';
import { townHall } from './town-hall';

/** What was told: how long after the start, what, and by which caller. */
type Told = readonly [ms: number, type: string, who: string];

/** A world whose webhooks are written down instead of sent. */
function stage() {
  const clock = createVirtualClock();
  onTestFinished(() => {
    clock.close();
  });
  const told: Told[] = [];
  const left: string[] = [];
  const start = clock.now();
  const world: World = createWorld({
    clock,
    ids: createIds(),
    switches: switchesSchema.parse({}),
    connectionId,
    webhookUrls: ['http://127.0.0.1:9/webhooks'],
    emit(type, _, payload) {
      const leg = world.legs.get(String(payload.call_control_id));
      told.push([clock.now() - start, type, leg?.from ?? '']);
      if (type === 'call.dequeued') left.push(`${String(payload.queue)} ${String(payload.reason)}`);
    },
  });
  const director = createDirector(world, [quiet, townHall, supportFloor], 1);
  return { clock, world, director, told, left };
}

function played(name: string, seed: number, ms: number): Told[] {
  vi.useFakeTimers({ now: 1_800_000_000_000 });
  onTestFinished(() => {
    vi.useRealTimers();
  });
  const { clock, director, told } = stage();
  director.start({ name, seed });
  clock.advance(ms);
  return told;
}

const presentIn = (world: World) =>
  [...world.activeByName.values()].reduce((sum, each) => sum + each.present.size, 0);

it('the same seed tells the same story, another seed another one', () => {
  for (const name of ['town-hall', 'support-floor']) {
    const first = played(name, 7, 600_000);
    expect(first.length).toBeGreaterThan(400);
    expect(played(name, 7, 600_000)).toEqual(first);
    expect(played(name, 8, 600_000)).not.toEqual(first);
  }
});

it('the town hall fills as people do: forty at once, a crowd late, a hundred and twenty in all', () => {
  const { clock, world, director, told } = stage();
  director.start({ name: 'town-hall' });
  clock.advance(8000);
  expect(presentIn(world)).toBeGreaterThanOrEqual(40);
  clock.advance(65_000);
  const beforeCrowd = presentIn(world);
  clock.advance(7000);
  expect(presentIn(world) - beforeCrowd).toBeGreaterThan(20);
  clock.advance(10_000);
  expect(new Set(told.map(([, , who]) => who)).size).toBe(120);
  expect(presentIn(world)).toBeGreaterThan(105);
  const [conference] = world.activeByName.values();
  expect(conference).toMatchObject({ name: 'Q3 Town hall', maxParticipants: 500 });
  expect(conference?.owner.participant?.endOnExit).toBe(true);
});

it('in the town hall one speaks most, others ask, some leave and come back', () => {
  const { clock, world, director, told } = stage();
  director.start({ name: 'town-hall', seed: 3 });
  clock.advance(900_000);
  const floors = told.filter(([, type]) => type === 'conference.floor.changed');
  const turns = new Map<string, number>();
  for (const [, , who] of floors) turns.set(who, (turns.get(who) ?? 0) + 1);
  const host = [...world.activeByName.values()][0]?.owner.from ?? '';
  expect(Math.max(...turns.values())).toBe(turns.get(host));
  expect(turns.size).toBeGreaterThan(15);
  const gaps = floors.slice(1).map(([ms], at) => ms - (floors[at]?.[0] ?? 0));
  expect(gaps.filter((gap) => gap >= 3000).length).toBeGreaterThan(gaps.length * 0.9);
  const returned = told.filter(([ms, type]) => ms > 120_000 && type.endsWith('joined'));
  expect(returned.length).toBeGreaterThan(10);
  expect(presentIn(world)).toBeGreaterThan(100);
});

it('the story stops when its conference is ended, and moderators may send people away', () => {
  const { clock, world, director } = stage();
  director.start({ name: 'quiet' });
  clock.advance(20_000);
  expect(presentIn(world)).toBe(6);
  director.start({ name: 'town-hall' });
  expect([...world.activeByName.keys()]).toEqual([]);
  clock.advance(120_000);
  expect([...world.activeByName.keys()]).toEqual(['Q3 Town hall']);
  director.start({ name: 'quiet' });
  clock.advance(20_000);
  expect(world.aliveLegs.size).toBe(6);
  director.stop();
  expect(director.current()).toBeNull();
  expect(presentIn(world)).toBe(6);
});

const waitingIn = (world: World, queue: string) => world.queues.get(queue)?.entries.size ?? 0;
const share = (left: readonly string[], reason: string) =>
  left.filter((each) => each.endsWith(reason)).length / left.length;

it('on the support floor people wait within seconds, and are taken or give up', () => {
  const { clock, world, director, left } = stage();
  director.start({ name: 'support-floor' });
  clock.advance(6000);
  expect([...world.queues.keys()]).toEqual(['tier_1_support', 'billing', 'sales']);
  expect(waitingIn(world, 'tier_1_support')).toBeGreaterThan(8);
  expect(waitingIn(world, 'billing')).toBeGreaterThan(2);
  clock.advance(1_800_000);
  expect(share(left, ' bridged')).toBeGreaterThan(0.6);
  expect(share(left, ' hangup')).toBeGreaterThan(0.05);
  for (const queue of ['tier_1_support', 'billing', 'sales']) {
    expect(left).toContain(`${queue} bridged`);
  }
});

it('the support floor is as busy after ten hours as after one, and nothing piles up', () => {
  const { clock, world, director, left } = stage();
  director.start({ name: 'support-floor', seed: 4 });
  clock.advance(3_600_000);
  const afterOne = left.length;
  clock.advance(9 * 3_600_000);
  expect(left.length / 10 / afterOne).toBeGreaterThan(0.8);
  expect(left.length / 10 / afterOne).toBeLessThan(1.25);
  expect(world.aliveLegs.size).toBeLessThan(100);
  expect(world.legs.size).toBeLessThan(300);
});

it('told ten times as fast, the support floor has ten times as many calls', () => {
  const { clock, director, left } = stage();
  director.start({ name: 'support-floor', seed: 4 });
  clock.advance(3_600_000);
  const slow = left.length;
  director.start({ name: 'support-floor', seed: 4, speed: 10 });
  left.length = 0;
  clock.advance(360_000);
  expect(left.length / slow).toBeGreaterThan(0.8);
  expect(left.length / slow).toBeLessThan(1.25);
});

it('the support floor takes its queues with it, but for those where somebody else waits', () => {
  const { clock, world, director } = stage();
  director.start({ name: 'support-floor' });
  clock.advance(600_000);
  const other = placeInboundCall(world, {
    from: '+12125550199',
    to: '+13125550100',
    callerName: '',
  });
  pickUp(world, other);
  enqueue(world, other, { queueName: 'sales', keepAfterHangup: false });
  director.start({ name: 'quiet' });
  expect([...world.queues.keys()]).toEqual(['sales']);
  expect([...world.aliveLegs.values()].filter((leg) => leg.entry !== null)).toEqual([other]);
});

it('an agent of the support floor who is hung up comes back, and a caller sent away goes', () => {
  const { clock, world, director } = stage();
  director.start({ name: 'support-floor' });
  clock.advance(60_000);
  const agent = [...world.aliveLegs.values()].find((leg) => leg.direction === 'outgoing')!;
  const [entry] = world.queues.get('tier_1_support')!.entries.values();
  const caller = entry!.leg;
  hangUp(world, agent, hungUpByUs(agent));
  leaveQueue(world, caller);
  clock.advance(300_000);
  const hasCome = [...world.aliveLegs.values()].some(
    (leg) => leg.direction === 'outgoing' && leg.to === agent.to,
  );
  expect(hasCome).toBe(true);
  expect(caller.state).toBe('ended');
});

it('people are all different, some have no name, one is on a SIP phone', () => {
  const people = inventPeople(createRandom(1), 120);
  expect(new Set(people.map(({ number }) => number)).size).toBe(120);
  const named = people.filter(({ name }) => name !== '').map(({ name }) => name);
  expect(new Set(named).size).toBe(named.length);
  expect(named.length).toBeLessThan(118);
  const sip = people.filter(({ number }) => number.startsWith('sip:'));
  expect(sip).toHaveLength(1);
  for (const { number } of people) expect(number).toMatch(/^(\+[1-9]\d{6,14}|sip:\S+@\S+)$/);
});

it('a scenario is started, shown and stopped by the controls, faster when asked', async () => {
  const rehearsal = await startRehearsal({ scenario: 'quiet' });
  const { client } = rehearsal;
  onTestFinished(() => rehearsal.close());
  expect(await rehearsal.control('GET', '/scenarios')).toMatchObject({
    list: [
      { name: 'quiet', title: 'Weekly stand-up' },
      { name: 'town-hall' },
      { name: 'support-floor' },
    ],
  });
  expect(await rehearsal.control('GET', '/state')).toMatchObject({
    scenario: { name: 'quiet', speed: 1 },
  });
  await rehearsal.control('POST', '/scenario', { name: 'town-hall', seed: 5, speed: 50 });
  await rehearsal.advance(2000);
  const { data } = await client.conferences.list({ filter: { status: 'in_progress' } });
  expect(data.map(({ name }) => name)).toEqual(['Q3 Town hall']);
  const inside = await client.conferences.listParticipants(data[0]!.id);
  expect(inside.meta.total_pages).toBe(6);
  await rehearsal.control('DELETE', '/scenario');
  expect(await rehearsal.control('GET', '/state')).toMatchObject({
    scenario: null,
    conferences: 1,
  });
});
