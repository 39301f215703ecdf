import { describe, expect, it } from 'vitest';
import { queueCallReading, queueReading } from '@/server/carrier/queue-wire';
import { createLineUp } from '@/server/bench/traffic/line-up';
import { legOf, queueNameOf } from '@/server/bench/traffic/names';
import { answerOfQueues } from './queue-answers';

const nowMs = 1_700_000_000_000;
const lineUp = createLineUp(2);
lineUp.expect(
  [20_000, 10_000].map((ago, number) => ({
    ...({ type: 'enqueued', position: number + 1 } as const),
    ...{ caller: { number, queue: 1 }, atMs: nowMs - ago },
  })),
);
const leg = (number: number) => legOf(1, number).call_control_id;
const ask = (path: string) => answerOfQueues(lineUp, `/v2/queues${path}`, nowMs);
const items = (path: string) => {
  const answer = ask(path);
  return answer?.kind === 'list' ? answer.items : [];
};

describe('what the carrier of the bench says of its queues', () => {
  it('is understood by Rostrum, who waits and how long', () => {
    const readings = items('').map(queueReading);
    expect(readings.map(({ name, facts }) => [name, facts.size, facts.averageWaitSecs])).toEqual([
      [queueNameOf(0), 0, 0],
      [queueNameOf(1), 2, 15],
    ]);
    const calls = items(`/${queueNameOf(1)}/calls`).map(queueCallReading);
    expect(calls.map((call) => [call.callControlId, call.position, call.waitedSecs])).toEqual([
      [leg(0), 1, 20],
      [leg(1), 2, 10],
    ]);
  });

  it('tells one queue and one caller alone', () => {
    expect(ask(`/${queueNameOf(1)}`)).toMatchObject({ body: { data: { current_size: 2 } } });
    const path = `/${queueNameOf(1)}/calls/${encodeURIComponent(leg(1))}`;
    expect(ask(path)).toMatchObject({ body: { data: { queue_position: 2 } } });
  });

  it('knows no other queue, no other caller, and none before it has any', () => {
    expect(ask('/other')).toBeNull();
    expect(ask(`/${queueNameOf(0)}/calls/${encodeURIComponent(leg(1))}`)).toBeNull();
    expect(answerOfQueues(null, '/v2/queues', nowMs)).toEqual({ kind: 'list', items: [] });
  });
});
