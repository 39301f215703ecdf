import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Numbered } from '../event';
import { unknownParty } from '../party';
import { ada, bob } from '../testing/conference-story';
import { queueAggregate } from './aggregate';
import type { QueueEvent } from './event';
import { type Queue, waitingIn } from './queue';

const party = { ...unknownParty, from: '+13125550142' };
const anyEvent: fc.Arbitrary<QueueEvent> = fc
  .constantFrom(ada, bob)
  .chain((callControlId) =>
    fc.constantFrom<QueueEvent>(
      { type: 'call.enqueued', data: { callControlId, position: 1, connectionId: 'app', party } },
      { type: 'call.dequeued', data: { callControlId, reason: 'leave', waitedSeconds: 3 } },
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

describe('a queue', () => {
  it('[FA3] is the same whatever the order and repetition of what was heard', () => {
    const history = fc
      .array(fc.tuple(anyEvent, fc.nat({ max: 9 })), { minLength: 1, maxLength: 20 })
      .map((told) => told.map(([event, at], i) => heard(event, at, `e${i}`)));
    fc.assert(
      fc.property(
        history.chain((told) =>
          fc.tuple(
            fc.constant(told),
            fc.shuffledSubarray([...told, ...told], { minLength: told.length * 2 }),
          ),
        ),
        ([told, retold]) => {
          expect(fold(retold)).toEqual(fold(told));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('keeps a caller who hung up until a dequeue, the longest waiting first', () => {
    const enqueued = (callControlId: typeof ada, at: number) =>
      heard(
        { type: 'call.enqueued', data: { callControlId, position: 1, connectionId: null, party } },
        at,
        `q${at}`,
      );
    const hungUp = heard(
      { type: 'queueCall.hungUp', data: { callControlId: ada, cause: null } },
      7,
      'h',
    );
    const gone = heard(
      { type: 'call.dequeued', data: { callControlId: ada, reason: 'hangup', waitedSeconds: 1 } },
      8,
      'd',
    );
    const waiting = fold([enqueued(bob, 5), enqueued(ada, 3), hungUp]);
    expect(waitingIn(waiting).map((call) => call.callControlId)).toEqual([ada, bob]);
    expect(waitingIn(queueAggregate.evolve(waiting, gone)).map((c) => c.callControlId)).toEqual([
      bob,
    ]);
  });
});
