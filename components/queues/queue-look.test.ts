import { describe, expect, it } from 'vitest';
import { levelsOf, notJudged } from '@/lib/domain/target/judge';
import { firstTargets } from '@/lib/domain/target/targets';
import { queueLook, waitTone } from './queue-look';

const fine = levelsOf(notJudged);

describe('the look of a queue', () => {
  it('[TA9] is that of its worst measure', () => {
    const targets = firstTargets;
    expect(queueLook({ levels: fine, targets })).toMatchObject({ level: 'ok', tone: 'live' });
    expect(queueLook({ levels: { ...fine, depth: 'warning' }, targets })).toEqual({
      ...{ level: 'warning', measure: 'depth', threshold: 10, tone: 'warn' },
    });
    const bad = { ...fine, depth: 'warning', longestWait: 'critical' } as const;
    expect(queueLook({ levels: bad, targets })).toMatchObject({ tone: 'bad', threshold: 180 });
  });

  it('agrees with that of one caller’s wait', () => {
    expect([0, 120, 180].map((seconds) => waitTone(firstTargets, seconds))).toEqual([
      ...['neutral', 'warn', 'bad'],
    ]);
  });
});
