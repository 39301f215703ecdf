import { describe, expect, it } from 'vitest';
import { countAfter } from '@/lib/domain/target/ended';
import { ada, bob } from '@/lib/domain/testing/conference-story';
import { QueueStory } from '@/lib/domain/testing/queue-story';
import type { Announcement } from '@/server/log/log';
import { createWaitBook } from './wait-book';

const second = 1_000_000;
const noon = Date.UTC(2026, 2, 10, 12) * 1000;

/** A book that hears each event of a story as it is told. */
function bookOf(story: QueueStory) {
  const book = createWaitBook({
    log: { peek: () => undefined },
    history: { waits: () => Promise.resolve([]) },
    carrierNow: () => noon + 60 * second,
    timeZone: 'UTC',
  });
  let heard = 0;
  return {
    /** The waits that have ended, once the book has heard all that was told. */
    ended: () => {
      const events = story.told.slice(heard);
      heard = story.told.length;
      const news = { name: 'queue:support', events, state: story.queue };
      book.follow(news as unknown as Announcement);
      return book.of('support');
    },
  };
}

describe('the book of waits that ended', () => {
  it('counts one more when a wait ends, and is the same while none does', () => {
    const story = new QueueStory();
    const { ended } = bookOf(story);
    story.enqueued(ada, noon).dequeued(ada, noon + 10 * second, 'bridged');
    const one = ended();
    expect(countAfter(one, 0)).toEqual({ answered: 1, abandoned: 0 });
    story.enqueued(bob, noon + 11 * second).hungUp(ada, noon + 12 * second);
    expect(ended()).toBe(one);
    story.dequeued(bob, noon + 20 * second, 'hangup');
    expect(countAfter(ended(), 0)).toEqual({ answered: 1, abandoned: 1 });
    expect(countAfter(one, 0)).toEqual({ answered: 1, abandoned: 0 });
  });

  it('[SV4] counts a wait as it was heard of last', () => {
    const story = new QueueStory();
    const { ended } = bookOf(story);
    story.enqueued(ada, noon).dequeued(ada, noon + 10 * second, 'bridged');
    ended();
    story.dequeued(ada, noon + 11 * second, 'hangup');
    expect(countAfter(ended(), 0)).toEqual({ answered: 0, abandoned: 1 });
  });

  it('[SV4] counts a wait once whose beginning turns out to have been earlier', () => {
    const story = new QueueStory();
    const { ended } = bookOf(story);
    story.enqueued(ada, noon + 6 * second).dequeued(ada, noon + 10 * second, 'hangup');
    expect(countAfter(ended(), 0)).toEqual({ answered: 0, abandoned: 0 });
    story.enqueued(ada, noon);
    expect(countAfter(ended(), 0)).toEqual({ answered: 0, abandoned: 1 });
    expect(ended().count).toBe(1);
  });
});
