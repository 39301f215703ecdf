import { describe, expect, it } from 'vitest';
import type { CallControlId } from '@/lib/domain/ids';
import { emptyQueue } from '@/lib/domain/queue/queue';
import { unknownParty } from '@/lib/domain/party';
import { boardOf } from './board';

const topic = 'queue:sales';
const answers = new Map([
  ['overview', answered({ rows: { rev: 1, upserted: [row('sales', 0)], removed: [] } })],
  [topic, answered({ seq: 1, state: emptyQueue('sales') })],
]);

function answered(answer: object): string {
  return `431${JSON.stringify([{ ok: true, now: 0, ...answer }])}`;
}

function row(name: string, depth: number) {
  return { kind: 'queue', id: `row of ${name}`, name, depth };
}

function frame(...message: readonly unknown[]) {
  return { text: `42${JSON.stringify(message)}` };
}

function entered(seq: number, leg: string) {
  const data = { callControlId: leg as CallControlId, position: 1, connectionId: null };
  return {
    ...{ seq, id: `event ${seq}`, type: 'call.enqueued', occurredAt: seq, receivedAt: seq },
    data: { ...data, party: unknownParty },
  };
}

describe('the board of a socket', () => {
  it('is what its watches were answered, and every frame since', () => {
    const frames = [
      frame('events', topic, [entered(2, 'v3:one'), entered(3, 'v3:two')]),
      frame('rows', 'overview', { rev: 2, upserted: [row('sales', 2)], removed: [] }),
    ];
    expect(boardOf(answers, [])).toEqual({ sales: { depth: 0, legs: [] } });
    expect(boardOf(answers, frames)).toEqual({ sales: { depth: 2, legs: ['v3:one', 'v3:two'] } });
  });

  it('takes what is heard twice once, and shows no row that was removed', () => {
    const events = [entered(1, 'v3:before'), entered(2, 'v3:one')];
    const gone = { rev: 2, upserted: [], removed: ['row of sales'] };
    const frames = [frame('events', topic, events), frame('rows', 'overview', gone)];
    expect(boardOf(answers, frames)).toEqual({ sales: { depth: null, legs: ['v3:one'] } });
  });

  it('is refused where an event was skipped or nothing is known of its queue', () => {
    expect(() => boardOf(answers, [frame('events', topic, [entered(3, 'v3:one')])])).toThrow(
      'queue:sales skipped from event 1 to 3',
    );
    expect(() => boardOf(answers, [frame('events', 'queue:care', [])])).toThrow(
      'Events of queue:care were heard before its state',
    );
  });
});
