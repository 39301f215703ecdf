import { describe, expect, it } from 'vitest';
import type { StreamName } from '@/lib/domain/ids';
import { ada, bob } from '@/lib/domain/testing/conference-story';
import { QueueStory } from '@/lib/domain/testing/queue-story';
import type { Log } from '@/server/log/log';
import type { KeptSample } from './ports';
import { createSampler, readSamples } from './take-samples';

const second = 1_000_000;

/** A queue that a story tells of, looked at by a sampler; the clock is ours to move. */
function looking() {
  const clock = { now: 600 * second };
  const story = new QueueStory();
  const log = {
    liveNames: () => ['queue:support'],
    peek: (name: StreamName) =>
      name === 'queue:support' ? { seq: story.told.length, state: story.queue } : undefined,
  } as unknown as Log;
  const kept: KeptSample[] = [];
  const history = {
    saveSamples: (samples: readonly KeptSample[]) => {
      kept.push(...samples);
      return Promise.resolve();
    },
  };
  const now = () => clock.now;
  const sampler = createSampler(log, history, { now, carrierNow: now });
  return {
    story,
    /** Looks so many seconds later; what was kept then. */
    after: async (seconds: number) => {
      clock.now += seconds * second;
      kept.length = 0;
      await sampler.sample();
      return [...kept];
    },
  };
}

describe('how a queue stands', () => {
  it('is kept for an hour, a day and a week while something happens', async () => {
    const { story, after } = looking();
    story.enqueued(ada, 590 * second).enqueued(bob, 598 * second);
    const standing = { queue: 'support', depth: 2, longest: 12 * second, average: 8 * second };
    expect(await after(2)).toEqual([
      { ...standing, everySecs: 5, at: 600 * second },
      { ...standing, everySecs: 60, at: 600 * second },
      { ...standing, everySecs: 600, at: 600 * second },
    ]);
  });

  it('is kept on while somebody waits, though nothing happens: the wait grows', async () => {
    const { story, after } = looking();
    story.enqueued(ada, 600 * second);
    await after(0);
    expect(await after(5)).toMatchObject([{ longest: 5 * second }, {}, {}]);
  });

  it('is kept once more when it has become calm, and then let be until something happens', async () => {
    const { story, after } = looking();
    story.enqueued(ada, 600 * second);
    await after(0);
    story.dequeued(ada, 601 * second);
    expect((await after(5)).map(({ depth }) => depth)).toEqual([0, 0, 0]);
    const calm = [];
    for (let i = 0; i < 200; i += 1) calm.push(...(await after(5)));
    expect(calm.map(({ everySecs, at, depth }) => [everySecs, at / second, depth])).toEqual([
      [5, 610, 0],
      [60, 660, 0],
      [600, 1200, 0],
    ]);
    story.enqueued(bob, 1700 * second);
    expect((await after(5)).map(({ depth }) => depth)).toEqual([1, 1, 1]);
  });

  it('is read in the shortest stretches that are not too many', async () => {
    const asked: number[] = [];
    const history = {
      samples: (_: string, { everySecs }: { readonly everySecs: number }) => {
        asked.push(everySecs);
        return Promise.resolve([]);
      },
    };
    const hour = 3600 * second;
    for (const hours of [1, 24, 7 * 24])
      await readSamples(history, 'support', { from: 0, to: hours * hour });
    expect(asked).toEqual([5, 60, 600]);
  });
});
