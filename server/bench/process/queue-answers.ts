import type { LineUp, Waiter } from '@/server/bench/traffic/line-up';
import { legOf, partyOf, queueNameOf } from '@/server/bench/traffic/names';

const maxSize = 500;

/** What a read of queues is answered with: one thing, or a list to be cut into pages. */
export type QueueAnswer =
  | { readonly kind: 'one'; readonly body: { readonly data: unknown } }
  | { readonly kind: 'list'; readonly items: readonly unknown[] };

/** What the carrier answers at this moment to a read of one of its queues' paths (DOMAIN §1.4); null: 404. */
export function answerOfQueues(
  lineUp: LineUp | null,
  path: string,
  nowMs: number,
): QueueAnswer | null {
  const lines = lineUp?.at(nowMs) ?? [];
  const [, , , name = '', part, leg] = path.split('/').map(decodeURIComponent);
  if (name === '') {
    return { kind: 'list', items: lines.map((line, index) => queue(index, line, nowMs)) };
  }
  const index = lines.findIndex((_, i) => queueNameOf(i) === name);
  const line = lines[index];
  if (line === undefined) return null;
  if (part === undefined) return { kind: 'one', body: { data: queue(index, line, nowMs) } };
  const calls = line.map((waiter, place) => call(waiter, place, nowMs));
  if (leg === undefined) return { kind: 'list', items: calls };
  const found = calls.find(({ call_control_id: id }) => id === leg);
  return found === undefined ? null : { kind: 'one', body: { data: found } };
}

function queue(index: number, line: readonly Waiter[], nowMs: number) {
  const waited = line.reduce((sum, { sinceMs }) => sum + (nowMs - sinceMs), 0);
  return {
    record_type: 'queue',
    id: `d0000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
    name: queueNameOf(index),
    current_size: line.length,
    max_size: maxSize,
    average_wait_time_secs: line.length === 0 ? 0 : Math.round(waited / line.length / 1_000),
    created_at: '2026-01-01T00:00:00.000000Z',
    updated_at: '2026-01-01T00:00:00.000000Z',
  };
}

function call({ caller, sinceMs }: Waiter, place: number, nowMs: number) {
  return {
    record_type: 'queue_call',
    ...legOf(caller.queue, caller.number),
    ...partyOf(caller.queue, caller.number),
    enqueued_at: new Date(sinceMs).toISOString().replace('Z', '000Z'),
    is_alive: true,
    queue_id: `d0000000-0000-4000-8000-${String(caller.queue).padStart(12, '0')}`,
    queue_position: place + 1,
    wait_time_secs: Math.round((nowMs - sinceMs) / 1_000),
  };
}
