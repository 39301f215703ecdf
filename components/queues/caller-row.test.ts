import { describe, expect, it } from 'vitest';
import { ada, bob } from '@/lib/domain/testing/conference-story';
import { QueueStory } from '@/lib/domain/testing/queue-story';
import { actionsFor, callerActionIds, obstacleOf, reachedBy } from './caller-actions';
import { type CallerRow, callersIn, markOfQueue } from './caller-row';
import { callersResultOf, partsOf } from './callers-bulk';

const second = 1_000_000;
const waiting = () => new QueueStory().enqueued(ada, second).enqueued(bob, 2 * second);
const rowsOf = (story: QueueStory) => callersIn(story.queue, new Map());
const rowOf = (story: QueueStory, id = ada): CallerRow => {
  const row = rowsOf(story).find((each) => each.id === id);
  if (row === undefined) throw new Error(`${id} does not wait`);
  return row;
};

describe('the row of a caller', () => {
  it('says how the newest command to them fares', () => {
    const story = waiting().sent('c1', { type: 'queueCalls.remove', fields: { legs: [ada, bob] } });
    expect(rowsOf(story).map(({ mark }) => mark?.phase)).toEqual(['sent', 'sent']);
    story.answered('c1', bob, 'refused');
    expect(rowOf(story, bob).mark).toMatchObject({ phase: 'refused', type: 'queueCalls.remove' });
  });

  it('says nothing of a command that was about an earlier stay', () => {
    const story = waiting().sent('c1', { type: 'queueCalls.hangUp', fields: { legs: [ada] } });
    story
      .answered('c1', ada, 'refused')
      .dequeued(ada, 5 * second)
      .enqueued(ada, 9 * second);
    expect(rowOf(story).mark).toBeNull();
  });

  it('says that the place is to be kept as soon as that was taken: nothing else will tell', () => {
    const story = waiting().sent('c1', {
      type: 'queueCalls.setKeepAfterHangup',
      fields: { legs: [ada], keepAfterHangup: true },
    });
    expect(rowOf(story).isKept).toBe(false);
    story.answered('c1', ada);
    expect(rowOf(story)).toMatchObject({ isKept: true, mark: { phase: 'confirmed' } });
  });

  it('of who hung up and is kept leaves what needs nobody on the line', () => {
    const row = rowOf(waiting().hungUp(ada, 7 * second));
    expect(row.isAlive).toBe(false);
    const possible = callerActionIds.filter((id) => obstacleOf(id, row) === null);
    expect(possible).toEqual(['askCarrier', 'copyNumber', 'copyId', 'remove']);
    expect(obstacleOf('admit', row)).toBe('hungUp');
    expect(reachedBy('admit', [row])).toEqual([]);
  });

  it('offers whoever may only watch nothing that changes anything', () => {
    const row = rowOf(waiting());
    expect(actionsFor(row, 'viewer')).toEqual(['copyId']);
    expect(actionsFor(row, 'moderator')).toContain('admit');
    expect(actionsFor(row, 'moderator')).not.toContain('move');
    expect(actionsFor(row, 'supervisor')).toContain('move');
  });
});

describe('the mark of a queue', () => {
  it('is the newest command to the queue itself', () => {
    const story = waiting().sent('c1', { type: 'queue.update', fields: { maxSize: 50 } });
    story.sent('c2', { type: 'queueCalls.remove', fields: { legs: [ada] } });
    expect(markOfQueue(story.queue)).toMatchObject({ type: 'queue.update', phase: 'sent' });
    expect(markOfQueue(waiting().queue)).toBeNull();
  });

  it('is not that somebody could not make what there is', () => {
    const story = waiting().sent('c1', { type: 'queue.update', fields: { maxSize: 50 } });
    story.sent('c2', { type: 'queue.create', fields: { maxSize: 300 } });
    story.ours('c2', {
      type: 'command.refused',
      data: { code: 'queue-exists', detail: 'There is one', carrierCode: null },
    });
    expect(markOfQueue(story.queue)).toMatchObject({ type: 'queue.update' });
  });
});

describe('a command to several callers', () => {
  it('goes to each queue apart, to no more at once than a command may name', () => {
    const rows = ['a', 'b', 'a', 'a'].map((queue, id) => ({ queue, id }));
    expect(partsOf(rows, 2).map(({ queue, rows: some }) => [queue, some.length])).toEqual([
      ['a', 2],
      ['a', 1],
      ['b', 1],
    ]);
  });

  it('is told caller by caller, and wholly failed where it was refused as a whole', () => {
    const story = waiting();
    const rows = rowsOf(story);
    story.sent('c1', { type: 'queueCalls.hangUp', fields: { legs: [ada, bob] } });
    const bulk = (commandId: string | null) => ({
      type: 'queueCalls.hangUp' as const,
      parts: [{ queue: 'support', commandId: commandId as never, rows }],
    });
    const result = (commandId: string | null) =>
      callersResultOf(new Map([['support', story.queue]]), bulk(commandId));
    expect(result('c1')).toMatchObject({ done: 0, open: 2, failed: [] });
    story.answered('c1', ada).answered('c1', bob, 'refused');
    expect(result('c1')).toMatchObject({ done: 1, open: 0, failed: [{ id: bob }] });
    expect(result(null).failed).toHaveLength(2);
  });
});
