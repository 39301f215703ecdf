import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CallControlId } from '../ids';
import type { EndedWait } from '../queue/wait';
import {
  countAfter,
  countInTimeAfter,
  type Ended,
  endedOf,
  findEnd,
  firstEndAfter,
  nobodyEnded,
  withEnded,
} from './ended';

const second = 1_000_000;
const anyWait: fc.Arbitrary<EndedWait> = fc
  .record({
    outcome: fc.constantFrom<EndedWait['outcome'][]>('answered', 'abandoned', 'other'),
    waitedMicros: fc.integer({ min: 0, max: 20 }).map((secs) => secs * second),
    endedAt: fc.integer({ min: 0, max: 30 }).map((secs) => secs * second),
    leg: fc.nat(),
  })
  .map(({ leg, ...wait }) => ({
    ...wait,
    callControlId: `leg-${leg}` as CallControlId,
    enqueuedAt: wait.endedAt - wait.waitedMicros,
    reason: null,
  }));
const anyWaits = fc.array(anyWait, { maxLength: 30 });
const anyMoment = fc.integer({ min: -1, max: 31 }).map((secs) => secs * second);

const counts = ({ outcome, waitedMicros }: EndedWait) =>
  outcome === 'answered' || (outcome === 'abandoned' && waitedMicros > 5 * second);
const plainCount = (waits: readonly EndedWait[]) => ({
  answered: waits.filter(({ outcome }) => outcome === 'answered').length,
  abandoned: waits.filter((wait) => counts(wait) && wait.outcome === 'abandoned').length,
});
const told = (waits: readonly EndedWait[]): Ended => waits.reduce(withEnded, nobodyEnded);

describe('the waits that have ended, counted up', () => {
  it('[SV4] come to what one counts who goes through all of them, in whatever order they are told', () => {
    fc.assert(
      fc.property(anyWaits, anyMoment, fc.nat({ max: 20 }), (waits, since, withinSeconds) => {
        const later = waits.filter(({ endedAt }) => endedAt > since);
        const inTime = later.filter(
          ({ outcome, waitedMicros }) =>
            outcome === 'answered' && waitedMicros <= withinSeconds * second,
        );
        for (const ended of [endedOf(waits), told(waits)]) {
          expect(countAfter(ended, since)).toEqual(plainCount(later));
          expect(countInTimeAfter(ended, since, withinSeconds)).toBe(inTime.length);
          const first = Math.min(...later.map(({ endedAt }) => endedAt));
          expect(firstEndAfter(ended, since)).toBe(later.length === 0 ? null : first);
        }
      }),
    );
  });

  it('are found by what is left when they have grown old', () => {
    fc.assert(
      fc.property(anyWaits, anyMoment, fc.nat({ max: 10 }), (waits, since, most) => {
        const ends = waits
          .filter((wait) => wait.endedAt > since && counts(wait))
          .map(({ endedAt }) => endedAt)
          .sort((a, b) => a - b);
        const found = ends.find((end) => {
          const { abandoned } = plainCount(waits.filter(({ endedAt }) => endedAt > end));
          return abandoned <= most;
        });
        const isSought = ({ abandoned }: { readonly abandoned: number }) => abandoned <= most;
        expect(findEnd(endedOf(waits), since, isSought)).toBe(found ?? null);
      }),
    );
  });

  it('stay as they are when one more is added to them, twice over', () => {
    fc.assert(
      fc.property(anyWaits, anyWait, anyWait, (waits, one, other) => {
        const before = told(waits);
        const [withOne, withOther] = [withEnded(before, one), withEnded(before, other)];
        expect(countAfter(before, -1)).toEqual(plainCount(waits));
        expect(countAfter(withOne, -1)).toEqual(plainCount([...waits, one]));
        expect(countAfter(withOther, -1)).toEqual(plainCount([...waits, other]));
        expect(countInTimeAfter(withOne, -1, 10)).toBe(
          countInTimeAfter(endedOf([...waits, one]), -1, 10),
        );
        expect(countInTimeAfter(withOther, -1, 10)).toBe(
          countInTimeAfter(endedOf([...waits, other]), -1, 10),
        );
      }),
    );
  });
});
