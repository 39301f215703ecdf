import { describe, expect, it, onTestFinished } from 'vitest';
import type { CallControlId, ConferenceId } from '@/lib/domain/ids';
import { participantOf } from '@/lib/domain/conference/conference';
import { valueAt } from '@/lib/domain/keyed';
import { waitedOf } from '@/lib/domain/conference/people';
import { waitingIn } from '@/lib/domain/queue/queue';
import { carrierEvent, type CarrierEventType, legFields } from '@/server/testing/carrier-events';
import { openTestDoor, type TestDoor } from '@/server/testing/open-test-door';

const ada = 'v3:ada' as CallControlId;
const number = '+13125550142';
const start = 1_789_000_000_000_000;

const said = (type: CarrierEventType, at: number, payload: object = {}, id = `${type} ${at}`) =>
  carrierEvent(type, { id, at: start + at, payload: { ...legFields(ada), ...payload } });
const joined = (at: number, room = 'board') =>
  said('conference.participant.joined', at, { conference_id: room });
const left = (at: number, room = 'board') =>
  said('conference.participant.left', at, { conference_id: room });
const enqueued = (at: number, queue = 'support') => said('call.enqueued', at, { queue });
const initiated = said('call.initiated', 0);
const hangUp = (at: number, cause = 'normal_clearing') =>
  said('call.hangup', at, { hangup_cause: cause });

type Event = ReturnType<typeof said>;

/** Opens a door and delivers: those of a list share a commit. */
async function after(...told: readonly (Event | readonly Event[])[]): Promise<TestDoor> {
  const door = await openTestDoor({ trustsAll: true });
  onTestFinished(() => door.close());
  for (const together of told) {
    const events = 'data' in together ? [together] : together;
    await Promise.all(events.map((event) => door.receive(door.post(event))));
  }
  expect(door.failures).toEqual([]);
  return door;
}

const inRoom = ({ log }: TestDoor, room = 'board') => {
  const view = log.peek(`conference:${room as ConferenceId}`);
  return view === undefined ? undefined : participantOf(view.state, ada);
};
const inQueue = ({ log }: TestDoor, queue = 'support') => {
  const view = log.peek(`queue:${queue}`);
  return view === undefined ? undefined : valueAt(view.state.calls, ada);
};
const logOf = async ({ store }: TestDoor, name: `conference:${string}`) =>
  (await store.readEvents(name, { limit: 100 })).map(({ type }) => type);

describe('a number', () => {
  it('known before the leg joins comes with it', async () => {
    expect(inRoom(await after(initiated, joined(1)))?.party.from).toBe(number);
  });

  it('heard of after the leg joined follows it', async () => {
    expect(inRoom(await after(joined(1), initiated))?.party.from).toBe(number);
  });

  it('comes along in one commit, whichever is first', async () => {
    expect(inRoom(await after([initiated, joined(1)]))?.party.from).toBe(number);
    expect(inRoom(await after([joined(1), initiated]))?.party.from).toBe(number);
  });

  it('reaches every conference the leg has been in', async () => {
    const door = await after(joined(1), left(2), joined(3, 'staff'), initiated);
    expect(inRoom(door)?.party.from).toBe(number);
    expect(inRoom(door, 'staff')?.party.from).toBe(number);
  });

  it('reaches every queue the call has been in', async () => {
    const door = await after(enqueued(1), enqueued(2, 'sales'), initiated);
    expect(inQueue(door)?.party.from).toBe(number);
    expect(inQueue(door, 'sales')?.party.from).toBe(number);
  });

  it('that says nothing new is told to nobody', async () => {
    const door = await after(initiated, joined(1), said('call.answered', 2));
    expect(await logOf(door, 'conference:board')).toEqual(['participant.joined']);
  });
});

describe('a hang-up', () => {
  const cause = (door: TestDoor, room?: string) => inRoom(door, room)?.hungUp?.value.cause;

  it('is told to the conference once, before or after the leg leaves or joins', async () => {
    for (const told of [
      [joined(1), hangUp(2), left(3)],
      [joined(1), left(3), hangUp(2)],
      [hangUp(2), joined(1), left(3)],
      [left(3), hangUp(2), joined(1)],
    ]) {
      const door = await after(...told);
      expect(cause(door)).toBe('normal_clearing');
      const log = await logOf(door, 'conference:board');
      expect(log.filter((type) => type === 'participant.hungUp')).toHaveLength(1);
    }
  });

  it('is told to the conference that the leg had left for another', async () => {
    const inOrder = await after(joined(1), joined(2, 'staff'), hangUp(3));
    expect([cause(inOrder), cause(inOrder, 'staff')]).toEqual([
      'normal_clearing',
      'normal_clearing',
    ]);
    const late = await after(joined(1), hangUp(3), joined(2, 'staff'));
    expect([cause(late), cause(late, 'staff')]).toEqual(['normal_clearing', 'normal_clearing']);
  });

  it('is told to the queue, even if it is heard before the call was enqueued', async () => {
    expect(inQueue(await after(enqueued(1), hangUp(2)))?.hungUp?.at).toBe(start + 2);
    expect(inQueue(await after(hangUp(2), enqueued(1)))?.hungUp?.at).toBe(start + 2);
  });

  it('takes nobody out of a queue: only a dequeue does', async () => {
    const door = await after(enqueued(1), hangUp(2));
    const waiting = () => waitingIn(door.log.peek('queue:support')!.state).length;
    expect(waiting()).toBe(1);
    await door.receive(door.post(said('call.dequeued', 3, { queue: 'support' })));
    expect(waiting()).toBe(0);
  });

  it('of which there are two: the later stands everywhere, whichever comes first', async () => {
    const [early, late] = [hangUp(2, 'timeout'), hangUp(3, 'user_busy')];
    expect(cause(await after(joined(1), early, late))).toBe('user_busy');
    expect(cause(await after(joined(1), late, early))).toBe('user_busy');
  });
});

describe('what a leg presses', () => {
  const digit = said('call.dtmf.received', 5, { digit: '5' });
  const gathered = said('call.gather.ended', 6, { digits: '42', status: 'valid' });

  it('is noted in the conference it is in, and in no other', async () => {
    const door = await after(initiated, joined(1), left(2), joined(3, 'staff'), digit, gathered);
    expect(await logOf(door, 'conference:staff')).toEqual([
      'participant.joined',
      'participant.pressed',
      'participant.gathered',
    ]);
    expect(await logOf(door, 'conference:board')).not.toContain('participant.pressed');
  });

  it('in no conference is kept with the call', async () => {
    const door = await after(initiated, digit);
    const events = await door.store.readEvents('call:v3:ada', { limit: 9 });
    expect(events.map(({ type }) => type)).toEqual(['call.initiated', 'call.dtmf.received']);
  });
});

describe('a wait in a queue', () => {
  const dequeued = (at: number, wait: number | null = 84) =>
    said('call.dequeued', at, { queue: 'support', reason: 'bridged', wait_time_secs: wait });
  const seconds = 1_000_000;

  it('is told to the conference that let the caller in, whichever is heard of first', async () => {
    for (const told of [
      [enqueued(1), dequeued(85), joined(86)],
      [joined(86), dequeued(85), enqueued(1)],
      [[enqueued(1), joined(86), dequeued(85)]],
    ]) {
      const door = await after(...told);
      expect(inRoom(door)?.waited).toMatchObject({
        at: start + 85,
        value: { queue: 'support', seconds: 84 },
      });
      const log = await logOf(door, 'conference:board');
      expect(log.filter((type) => type === 'participant.waited')).toHaveLength(1);
    }
  });

  it('that ended long before the leg joined, or after, is not how they came in', async () => {
    for (const told of [
      [dequeued(1), joined(31 * seconds)],
      [joined(1), left(2), dequeued(31 * seconds)],
    ]) {
      const person = inRoom(await after(...told));
      expect(person?.waited).toMatchObject({ value: { seconds: 84 } });
      expect(waitedOf(person!)).toBeNull();
    }
    expect(waitedOf(inRoom(await after(dequeued(1), joined(29 * seconds)))!)).not.toBeNull();
  });

  it('is told to every conference the leg was ever in, whichever is heard of first', async () => {
    const told = [joined(2), joined(3, 'staff'), dequeued(1)];
    for (const order of [told, [...told].reverse(), [[told[2]!, told[0]!, told[1]!]]]) {
      const door = await after(...order);
      for (const name of ['board', 'staff'] as const)
        expect(await logOf(door, `conference:${name}`)).toContain('participant.waited');
    }
  });

  it('of unknown length is not told', async () => {
    expect(inRoom(await after(dequeued(1, null), joined(2)))?.waited).toBeNull();
  });
});

describe('joining and leaving', () => {
  it('are told to the call as well', async () => {
    const { log } = await after(joined(1), left(2));
    expect(log.peek('call:v3:ada')?.state).toMatchObject({
      joined: { value: 'board', at: start + 1 },
      left: { value: 'board', at: start + 2 },
    });
  });

  it('carry the carrier’s ids and times into every stream', async () => {
    const { store } = await after(joined(1));
    for (const name of ['call:v3:ada', 'conference:board'] as const) {
      expect(await store.readEvents(name, { limit: 9 })).toMatchObject([
        {
          seq: 1,
          id: 'conference.participant.joined 1',
          source: 'carrier',
          occurredAt: start + 1,
          actor: null,
        },
      ]);
    }
  });
});
