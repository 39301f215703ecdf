import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Numbered } from '../event';
import type { CallControlId, ConferenceId } from '../ids';
import { sizeOf, valueAt, valuesOf } from '../keyed';
import { ada, bob } from '../testing/conference-story';
import { caller as party, QueueStory } from '../testing/queue-story';
import { queueAggregate } from './aggregate';
import type { QueueEvent } from './event';
import { isAlive, isWaiting, keptLeft, keptStays, type Queue, waitingIn } from './queue';
import { countWaiting, exists, isOver } from './view';
import { endedWaits } from './wait';

const anyFact: fc.Arbitrary<QueueEvent> = fc
  .constantFrom(ada, bob)
  .chain((callControlId) =>
    fc.constantFrom<QueueEvent>(
      { type: 'call.enqueued', data: { callControlId, position: 1, connectionId: 'app', party } },
      { type: 'call.enqueued', data: { callControlId, position: 2, connectionId: null, party } },
      { type: 'call.dequeued', data: { callControlId, reason: 'leave', waitedSeconds: 3 } },
      { type: 'call.dequeued', data: { callControlId, reason: 'bridged', waitedSeconds: null } },
      { type: 'queueCall.identified', data: { callControlId, party } },
      { type: 'queueCall.hungUp', data: { callControlId, cause: 'normal_clearing' } },
    ),
  );
const heard = (event: QueueEvent, at: number, id: string): Numbered<QueueEvent> => ({
  ...{ seq: 1, id, version: 1, source: 'carrier', actor: null, commandId: null },
  ...{ occurredAt: at, receivedAt: at },
  ...event,
});
const fold = (events: readonly Numbered<QueueEvent>[]): Queue =>
  events.reduce<Queue>(queueAggregate.evolve, queueAggregate.initial('lobby'));
const legsOf = (queue: Queue) => waitingIn(queue).map(({ callControlId }) => callControlId);
const waitsOf = (queue: Queue, leg: CallControlId) => {
  const call = valueAt(queue.calls, leg);
  return call === undefined ? [] : endedWaits(call);
};

describe('a queue', () => {
  it('[FA3] is the same whatever the order and repetition of what was heard', () => {
    const history = fc
      .array(fc.tuple(anyFact, fc.nat({ max: 9 })), { minLength: 1, maxLength: 20, size: 'max' })
      .map((told) => told.map(([event, at], i) => heard(event, at, `e${i}`)));
    const retelling = history.chain((told) =>
      fc.tuple(
        fc.constant(told),
        fc.shuffledSubarray([...told, ...told], { minLength: told.length * 2 }),
      ),
    );
    fc.assert(
      fc.property(retelling, ([told, retold]) => {
        expect(fold(retold)).toEqual(fold(told));
      }),
      { numRuns: 500 },
    );
  });

  it('[FA3] has one order of those of whom only the numbers are known', () => {
    const named = [ada, bob].map((callControlId, i) =>
      heard({ type: 'queueCall.identified', data: { callControlId, party } }, 8 - i, `e${i}`),
    );
    expect(fold(named.toReversed())).toEqual(fold(named));
  });

  it('[FA2] keeps its reference when a fact is heard again', () => {
    const { queue, told } = new QueueStory().enqueued(ada, 1).dequeued(ada, 2).hungUp(ada, 3);
    for (const event of told) expect(queueAggregate.evolve(queue, event)).toBe(queue);
  });

  it('[QU1] keeps a caller who hung up until a dequeue, and says that they are not on the line', () => {
    const story = new QueueStory().enqueued(bob, 5).enqueued(ada, 3).hungUp(ada, 7);
    expect(legsOf(story.queue)).toEqual([ada, bob]);
    expect(waitingIn(story.queue).map(isAlive)).toEqual([false, true]);
    expect(countWaiting(story.queue)).toMatchObject({ depth: 2, alive: 1, oldestSince: 5 });
    expect(legsOf(story.dequeued(ada, 8, 'hangup').queue)).toEqual([bob]);
  });

  it('[QU2] has each stay of a caller who comes twice, in whatever order it is told', () => {
    const { told } = new QueueStory()
      .enqueued(ada, 10)
      .dequeued(ada, 40, 'timeout')
      .enqueued(ada, 50)
      .dequeued(ada, 90, 'bridged');
    const both = [
      { enqueuedAt: 50, endedAt: 90, waitedMicros: 40, outcome: 'answered' },
      { enqueuedAt: 10, endedAt: 40, waitedMicros: 30, outcome: 'abandoned' },
    ];
    for (const order of [told, told.toReversed(), [told[2]!, told[0]!, told[3]!, told[1]!]])
      expect(waitsOf(fold(order), ada)).toMatchObject(both);
    const early = [told[0]!, told[1]!, told[2]!];
    for (const order of [early, early.toReversed()]) {
      expect(legsOf(fold(order))).toEqual([ada]);
      expect(waitsOf(fold(order), ada)).toMatchObject([both[1]]);
    }
  });

  it('[QU2] takes an entry that a read and a webhook tell at two times for one stay', () => {
    const story = new QueueStory().enqueued(ada, 10).enqueued(ada, 12);
    expect(countWaiting(story.queue)).toMatchObject({ depth: 1, oldestSince: 10 });
    expect(waitsOf(story.dequeued(ada, 40, 'bridged').queue, ada)).toMatchObject([
      { enqueuedAt: 10, endedAt: 40, outcome: 'answered' },
    ]);
  });

  it('[QU3] forgets all but the last who left, and none of those who wait', () => {
    const leg = (i: number) => `v3:caller-${i}` as CallControlId;
    const story = new QueueStory();
    const many = keptLeft + 50;
    for (let i = 0; i < many; i += 1) story.enqueued(leg(i), i);
    expect(countWaiting(story.queue).depth).toBe(many);
    for (let i = 0; i < many - 10; i += 1) story.dequeued(leg(i), 10_000 + i);
    expect(countWaiting(story.queue).depth).toBe(10);
    expect(sizeOf(story.queue.calls)).toBe(keptLeft + 10);
    expect(valuesOf(story.queue.calls).filter((call) => !isWaiting(call))).toHaveLength(keptLeft);
    expect(valueAt(story.queue.calls, leg(0))).toBeUndefined();
    // Word of somebody long forgotten makes nobody wait, and pushes nobody out.
    const before = story.queue;
    expect(story.hungUp(leg(0), 3).queue.left).toEqual(before.left);
    for (let i = 0; i < 20; i += 1) story.enqueued(ada, 50_000 + i);
    expect(valueAt(story.queue.calls, ada)?.entries).toHaveLength(keptStays);
  });

  it('[QU4] counts a moved caller’s wait from where it began, once', () => {
    const story = new QueueStory();
    const moved: QueueEvent = {
      type: 'queueCall.moved',
      data: { callControlId: ada, from: 'sales', since: 10 },
    };
    story.ours('c1', moved).enqueued(ada, 60);
    expect(countWaiting(story.queue)).toMatchObject({ oldestSince: 10, meanSince: 10 });
    story.dequeued(ada, 100, 'bridged').enqueued(ada, 200);
    expect(countWaiting(story.queue).oldestSince).toBe(200);
    expect(waitsOf(story.queue, ada)).toMatchObject([{ enqueuedAt: 60, waitedMicros: 90 }]);
  });

  it('[QU5] is gone when a read found none, until somebody waits in it', () => {
    const story = new QueueStory().enqueued(ada, 1).dequeued(ada, 2).read();
    expect([exists(story.queue), isOver(story.queue)]).toEqual([true, false]);
    story.read({ facts: null });
    expect([exists(story.queue), isOver(story.queue)]).toEqual([false, true]);
    story.enqueued(bob, 5);
    expect([exists(story.queue), isOver(story.queue)]).toEqual([true, false]);
  });
});

describe('a wait that ended', () => {
  const one = (...[reason, also]: [string | null, ((story: QueueStory) => QueueStory)?]) => {
    const story = new QueueStory().enqueued(ada, 10);
    const [wait] = waitsOf((also?.(story) ?? story).dequeued(ada, 70, reason).queue, ada);
    return wait;
  };

  it('[QU6] was answered, abandoned, or neither, as the carrier’s reason says', () => {
    expect(one('bridged')?.outcome).toBe('answered');
    expect(one('bridging-in-process')?.outcome).toBe('answered');
    expect(one('hangup')?.outcome).toBe('abandoned');
    expect(one('timeout')?.outcome).toBe('abandoned');
    expect(one('leave')?.outcome).toBe('other');
    expect(one(null)?.outcome).toBe('other');
  });

  it('[QU6] by a leave was answered where we let the caller into a conference', () => {
    const data = { callControlId: ada, conferenceId: 'board' as ConferenceId };
    const admitted = { type: 'queueCall.admitted', data } as const;
    expect(one('leave', (story) => story.ours('c1', admitted))?.outcome).toBe('answered');
    const late = new QueueStory().enqueued(ada, 10).dequeued(ada, 70).ours('c1', admitted);
    expect(waitsOf(late.queue, ada)[0]?.outcome).toBe('answered');
    expect(waitsOf(late.enqueued(ada, 80).dequeued(ada, 90).queue, ada)).toMatchObject([
      { enqueuedAt: 80, outcome: 'other' },
      { enqueuedAt: 10, outcome: 'answered' },
    ]);
  });

  it('[QU7] of who hung up and is kept was given up at the hang-up, whatever becomes of the place', () => {
    const kept = new QueueStory().enqueued(ada, 10).hungUp(ada, 40);
    const given = { endedAt: 40, waitedMicros: 30, outcome: 'abandoned', reason: 'hangup' };
    expect(waitsOf(kept.queue, ada)).toMatchObject([given]);
    expect(waitsOf(kept.dequeued(ada, 99, 'bridged').queue, ada)).toMatchObject([given]);
  });

  it('[QU7] before the hang-up is told by its own reason', () => {
    const story = new QueueStory().enqueued(ada, 10).dequeued(ada, 40, 'bridged').hungUp(ada, 80);
    expect(waitsOf(story.queue, ada)).toMatchObject([{ endedAt: 40, outcome: 'answered' }]);
  });

  it('[QU8] by a repair is corrected by the true word, whichever comes first', () => {
    const { told } = new QueueStory()
      .enqueued(ada, 10)
      .dequeued(ada, 11, null)
      .dequeued(ada, 70, 'bridged');
    for (const order of [told, told.toReversed()])
      expect(waitsOf(fold(order), ada)).toMatchObject([{ endedAt: 70, outcome: 'answered' }]);
  });
});
