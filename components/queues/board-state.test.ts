import { describe, expect, it } from 'vitest';
import { allChosen } from '@/components/list/selection';
import { ada, bob } from '@/lib/domain/testing/conference-story';
import type { CallControlId } from '@/lib/domain/ids';
import { QueueStory } from '@/lib/domain/testing/queue-story';
import type { Queue } from '@/lib/domain/queue/queue';
import { newBoard, withHeld, withQuery, withQueues } from './board-state';

const both = () => new QueueStory().enqueued(ada, 1).enqueued(bob, 2);
const named = (...queues: readonly Queue[]) => new Map(queues.map((queue) => [queue.name, queue]));

describe('the table of all who wait', () => {
  it('holds everybody of every queue, the longest wait first', () => {
    const later = new QueueStory().enqueued(bob, 5).queue;
    const sooner = { ...new QueueStory().enqueued(ada, 3).queue, name: 'billing' };
    const { order, rows } = withQueues(newBoard, named(later, sooner));
    expect(order).toEqual([ada, bob]);
    expect(rows.get(ada)).toMatchObject({ queue: 'billing', position: 1 });
  });

  it('tells somebody who is between two queues once, where they came in last', () => {
    const left = new QueueStory().enqueued(ada, 1).queue;
    const right = { ...new QueueStory().enqueued(ada, 9).queue, name: 'billing' };
    const { order, rows } = withQueues(newBoard, named(left, right));
    expect(order).toEqual([ada]);
    expect(rows.get(ada)?.queue).toBe('billing');
  });

  it('draws nobody again about whom nothing is new', () => {
    const story = both();
    const before = withQueues(newBoard, named(story.queue));
    const after = withQueues(before, named(story.dequeued(bob, 9).queue));
    expect(after.rows.get(ada)).toBe(before.rows.get(ada));
    expect(after.order).toEqual([ada]);
  });

  it('keeps rows where they are while the pointer is on them, and says how they went', () => {
    const story = both();
    const held = withHeld(withQueues(newBoard, named(story.queue)), true);
    const after = withQueues(held, named(story.dequeued(ada, 9).queue));
    expect(after.order).toEqual([ada, bob]);
    expect(after.rows.get(ada)?.going).toBe('left');
    expect(after.rows.get(bob)?.position).toBe(1);
    expect(withHeld(after, false).order).toEqual([bob]);
  });

  it('keeps no more than twenty who went, and drops who went first', () => {
    const legs = Array.from({ length: 30 }, (_, i) => `v3:leg-${String(i).padStart(2, '0')}`);
    const story = new QueueStory();
    for (const [i, leg] of legs.entries()) story.enqueued(leg as CallControlId, i + 1);
    let board = withHeld(withQueues(newBoard, named(story.queue)), true);
    for (const leg of legs.slice(0, 25)) {
      board = withQueues(board, named(story.dequeued(leg as CallControlId, 99).queue));
    }
    expect(board.order).toHaveLength(25);
    expect(board.order[0]).toBe('v3:leg-05');
  });

  it('forgets that somebody was chosen who is gone', () => {
    const story = both();
    const board = withQueues(newBoard, named(story.queue));
    const chosen = { ...board, selection: allChosen(board.order) };
    const after = withQueues(chosen, named(story.dequeued(ada, 9).queue));
    expect([...after.selection.chosen]).toEqual([bob]);
  });

  it('shows of one queue, of those who hung up, or of those who are looked for', () => {
    const story = both().hungUp(bob, 7);
    const board = withQueues(newBoard, named(story.queue));
    expect(withQuery(board, { queue: 'billing' }).order).toEqual([]);
    expect(withQuery(board, { isHungUp: true }).order).toEqual([bob]);
    expect(withQuery(board, { search: '555 0142' }).order).toEqual([ada, bob]);
    expect(withQuery(board, { search: 'nobody' }).order).toEqual([]);
  });
});
