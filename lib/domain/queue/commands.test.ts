import { describe, expect, it } from 'vitest';
import type { CallControlId, ConferenceId } from '../ids';
import { valueAt } from '../keyed';
import { ada, bob } from '../testing/conference-story';
import { facts, QueueStory } from '../testing/queue-story';
import { queueAggregate } from './aggregate';
import type { QueueCommand } from './command';
import { decide } from './decide';
import { isSettled } from './settle';
import { countWaiting, exists, maxSizeOf } from './view';

const resize: QueueCommand = { type: 'queue.update', fields: { maxSize: 50 } };
const create: QueueCommand = { type: 'queue.create', fields: { maxSize: 50 } };
const remove: QueueCommand = { type: 'queueCalls.remove', fields: { legs: [ada] } };
const hangUp: QueueCommand = { type: 'queueCalls.hangUp', fields: { legs: [ada] } };
const bridgeNext: QueueCommand = { type: 'queue.bridgeNext', fields: { callControlId: bob } };
const transfer: QueueCommand = {
  type: 'queueCalls.transfer',
  fields: { legs: [ada, bob], to: '+13125550100', timeoutSecs: 30 },
};
const entrance = {
  ...{ mute: false, hold: false, whisperTo: [], startConferenceOnEnter: false },
  role: 'none',
  ...{ endConferenceOnExit: false, softEndConferenceOnExit: false },
} as const;
const admitting = (...legs: readonly CallControlId[]): QueueCommand => ({
  type: 'queueCalls.admit',
  fields: { legs, conferenceId: 'board' as ConferenceId, ...entrance },
});
const admit = admitting(ada, bob);

const accepted = { type: 'command.accepted', data: {} } as const;
const unknown = { type: 'command.unknown', data: { detail: '' } } as const;
const refused = {
  type: 'command.refused',
  data: { code: 'carrier-refused', carrierCode: '90050', detail: 'Only empty queues' },
} as const;
const waiting = () => new QueueStory().enqueued(ada, 1).enqueued(bob, 2).read();

describe('a command to a queue itself', () => {
  it('[CM1] [CM2] [CM3] shows its size when it is accepted, and is confirmed by a read', () => {
    const story = waiting().sent('c1', resize);
    expect(maxSizeOf(story.queue)).toEqual({ value: 100, isSeen: true });
    story.ours('c1', accepted);
    expect(maxSizeOf(story.queue)).toEqual({ value: 50, isSeen: false });
    expect(story.read({ asOf: 4 }).phaseOf('c1')).toBe('accepted');
    story.read({ facts: { ...facts, maxSize: 50 } });
    expect(story.phaseOf('c1')).toBe('confirmed');
    expect(maxSizeOf(story.queue)).toEqual({ value: 50, isSeen: true });
  });

  it('[CM4] is contradicted by two reads that disagree, and the carrier’s word is shown', () => {
    const story = waiting().sent('c1', resize).ours('c1', accepted).read();
    expect(story.phaseOf('c1')).toBe('accepted');
    expect(story.read().phaseOf('c1')).toBe('contradicted');
    expect(maxSizeOf(story.queue)).toEqual({ value: 100, isSeen: true });
  });

  it('[CM5] [CM6] [CM7] is superseded by a newer one, refused, or of unknown outcome', () => {
    const story = waiting().sent('c1', resize).ours('c1', accepted);
    story.sent('c2', { type: 'queue.update', fields: { maxSize: 70 } }).ours('c2', unknown);
    expect([story.phaseOf('c1'), story.phaseOf('c2')]).toEqual(['superseded', 'unknown']);
    expect(maxSizeOf(story.queue)).toEqual({ value: 100, isSeen: true });
    expect(story.read().read().phaseOf('c2')).toBe('refused');
    expect(story.sent('c3', resize).ours('c3', refused).phaseOf('c3')).toBe('refused');
  });

  it('makes a queue, and deletes it, as reads bear out', () => {
    const story = new QueueStory().sent('c1', create).ours('c1', accepted);
    expect([exists(story.queue), maxSizeOf(story.queue)?.value]).toEqual([true, 50]);
    story.read({ facts: { ...facts, maxSize: 50 } });
    expect(story.phaseOf('c1')).toBe('confirmed');
    story.sent('c2', { type: 'queue.delete', fields: {} }).ours('c2', accepted);
    expect(exists(story.queue)).toBe(false);
    expect(story.read({ facts: null }).phaseOf('c2')).toBe('confirmed');
    story.sent('c3', create).ours('c3', accepted);
    expect(exists(story.queue)).toBe(true);
  });

  it('deletes nothing that somebody has come into since', () => {
    const story = new QueueStory().read().sent('c1', { type: 'queue.delete', fields: {} });
    story.ours('c1', accepted).enqueued(ada, 5);
    expect([exists(story.queue), story.phaseOf('c1')]).toEqual([true, 'superseded']);
  });

  it('[CM8] connects the next: whoever is heard to be connected confirms it', () => {
    const story = waiting().sent('c1', bridgeNext).ours('c1', accepted);
    expect(story.phaseOf('c1')).toBe('accepted');
    expect(story.dequeued(ada, 9, 'bridged').phaseOf('c1')).toBe('confirmed');
    const early = waiting().sent('c1', bridgeNext).dequeued(ada, 9, 'bridged');
    expect(early.phaseOf('c1')).toBe('sent');
    expect(early.ours('c1', accepted).phaseOf('c1')).toBe('confirmed');
    const silent = waiting().sent('c1', bridgeNext).ours('c1', accepted).read().read();
    expect(silent.phaseOf('c1')).toBe('contradicted');
  });
});

describe('a command about callers', () => {
  it('[CM8] [QU9] tells of each what became of them', () => {
    const story = waiting().sent('c1', admit).answered('c1', ada);
    expect(story.phaseOf('c1')).toBe('sent');
    story.dequeued(ada, 7, 'bridged').answered('c1', bob, 'refused');
    const [record] = story.queue.commands;
    expect(record).toMatchObject({
      phase: 'confirmed',
      callers: [
        { callControlId: ada, phase: 'confirmed' },
        { callControlId: bob, phase: 'refused', refusal: { code: 'not-carried-out' } },
      ],
    });
    expect(countWaiting(story.queue).depth).toBe(1);
  });

  it('[CM8] is confirmed by who has gone before the carrier’s answer came', () => {
    const story = waiting().sent('c1', admitting(ada));
    expect(story.dequeued(ada, 7, 'bridged').answered('c1', ada).phaseOf('c1')).toBe('confirmed');
  });

  it('[CM2] [CM4] takes a removed caller out at once, and back if two reads find them there', () => {
    const story = waiting().sent('c1', remove).answered('c1', ada);
    expect(countWaiting(story.queue).depth).toBe(1);
    story.read({ listed: [ada] });
    expect([countWaiting(story.queue).depth, story.phaseOf('c1')]).toEqual([1, 'accepted']);
    story.read({ listed: [ada] });
    expect([countWaiting(story.queue).depth, story.phaseOf('c1')]).toEqual([2, 'contradicted']);
    expect(story.queue.left).toEqual([]);
  });

  it('[CM3] confirms a removal by a read that does not list them', () => {
    const story = waiting().sent('c1', remove).answered('c1', ada).read({ listed: [] });
    expect([countWaiting(story.queue).depth, story.phaseOf('c1')]).toEqual([1, 'confirmed']);
    expect(countWaiting(story.dequeued(ada, 2, null).enqueued(ada, 50).queue).depth).toBe(2);
  });

  it('[CM7] of unknown outcome changes nobody, and is not carried out if two reads say so', () => {
    const story = waiting().sent('c1', remove).answered('c1', ada, 'unknown');
    expect(countWaiting(story.queue).depth).toBe(2);
    story.read({ listed: [ada] }).read({ listed: [ada] });
    expect(story.queue.commands[0]).toMatchObject({
      phase: 'refused',
      callers: [{ refusal: { code: 'not-carried-out' } }],
    });
  });

  it('hangs up, which a hang-up or a read of a kept place confirms', () => {
    const heard = waiting().sent('c1', hangUp).answered('c1', ada).hungUp(ada, 9);
    expect(heard.phaseOf('c1')).toBe('confirmed');
    const read = waiting().sent('c1', hangUp).answered('c1', ada);
    expect(read.read({ listed: [ada], dead: [ada] }).phaseOf('c1')).toBe('confirmed');
    expect(countWaiting(read.queue)).toMatchObject({ depth: 2, alive: 1 });
  });

  it('lets a telephone ring before reads may say that nothing came of a transfer', () => {
    const second = 1_000_000;
    const story = waiting().sent('c1', transfer).answered('c1', ada).answered('c1', bob);
    const listed = [ada, bob];
    story.read({ listed }, 20 * second).read({ listed }, 30 * second);
    expect(story.phaseOf('c1')).toBe('accepted');
    story.read({ listed }, 41 * second).read({ listed }, 43 * second);
    expect(story.phaseOf('c1')).toBe('contradicted');
  });

  it('[CM9] remembers whom to keep after a hang-up: the carrier never tells', () => {
    const keep: QueueCommand = {
      type: 'queueCalls.setKeepAfterHangup',
      fields: { legs: [ada], keepAfterHangup: true },
    };
    const story = waiting().sent('c1', keep).answered('c1', ada).read().read();
    expect(story.phaseOf('c1')).toBe('accepted');
    expect(story.queue.commands.map(isSettled)).toEqual([true]);
    expect(valueAt(story.queue.calls, ada)?.keep).toMatchObject({
      enteredAt: 1,
      value: { value: true, phase: 'accepted' },
    });
  });

  it('[CM10] keeps fifty settled commands, and every open one', () => {
    const story = waiting().sent('open', resize);
    for (let i = 0; i < 60; i += 1) story.sent(`c${i}`, resize).ours(`c${i}`, refused);
    expect(story.queue.commands.length).toBeLessThanOrEqual(52);
    expect(story.phaseOf('open')).toBe('sent');
    expect(story.phaseOf('c0')).toBeUndefined();
  });

  it('[FO5] that is pending shows at once', () => {
    const { queue } = waiting();
    const pending = { commandId: 'c1' as never, command: remove, actor: null };
    const [record] = queueAggregate.foresee(queue, pending).commands;
    expect(record).toMatchObject({ phase: 'sent', callers: [{ callControlId: ada }] });
  });
});

describe('deciding', () => {
  const judged = (story: QueueStory, command: QueueCommand) => decide(story.queue, command);
  const code = (story: QueueStory, command: QueueCommand) => {
    const decision = judged(story, command);
    return decision.ok ? 'ok' : decision.code;
  };
  const deletion: QueueCommand = { type: 'queue.delete', fields: {} };

  it('[QU10] deletes a queue only when nobody waits in it, those who are kept included', () => {
    expect(code(waiting(), deletion)).toBe('queue-not-empty');
    expect(code(waiting().dequeued(ada, 5).hungUp(bob, 6), deletion)).toBe('queue-not-empty');
    expect(code(waiting().dequeued(ada, 5).dequeued(bob, 6), deletion)).toBe('ok');
  });

  it('makes none that is there, and asks nothing of one that is gone', () => {
    expect(code(waiting(), create)).toBe('queue-exists');
    const gone = new QueueStory().read({ facts: null });
    expect([code(gone, create), code(gone, resize), code(gone, deletion)]).toEqual([
      'ok',
      'queue-gone',
      'queue-gone',
    ]);
  });

  it('[DE2] [DE3] names only callers who wait, and refuses an empty list and nobody', () => {
    const none: QueueCommand = { type: 'queueCalls.hangUp', fields: { legs: [] } };
    expect(code(waiting(), none)).toBe('nobody-selected');
    expect(judged(waiting().dequeued(bob, 5), admit)).toMatchObject({
      ok: true,
      command: { fields: { legs: [ada] } },
    });
    expect(code(waiting().dequeued(ada, 5), hangUp)).toBe('not-in-queue');
    expect(code(new QueueStory().read(), bridgeNext)).toBe('queue-empty');
  });

  it('[QU11] of who hung up and is kept, only the place can be taken away', () => {
    const kept = waiting().hungUp(ada, 5);
    expect([code(kept, hangUp), code(kept, remove)]).toEqual(['caller-hung-up', 'ok']);
    expect(judged(kept, admit)).toMatchObject({ command: { fields: { legs: [bob] } } });
  });

  it('moves nobody to where they are', () => {
    const fields = { legs: [ada], queue: 'support', keepAfterHangup: false };
    expect(code(waiting(), { type: 'queueCalls.move', fields })).toBe('same-queue');
  });
});
