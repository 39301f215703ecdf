import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CallControlId } from '../ids';
import type { EndedWait } from '../queue/wait';
import type { Micros } from '../stamp';
import { endedOf } from './ended';
import { type Figures, figuresAt, type Watched } from './figures';
import { type Judgement, judgedAt, levelsOf, nextLook, notJudged } from './judge';
import {
  firstTargets,
  isWorse,
  type Level,
  measures,
  standingOf,
  type Targets,
  waitLevel,
} from './targets';

const second: Micros = 1_000_000;
const nothing: Figures = { longestWait: null, depth: 0, averageWait: null, abandonment: null };
const ofDepth = (depth: number): Figures => ({ ...nothing, depth });
const targets: Targets = firstTargets;

/** The levels of the depth, looked at each second. */
function levelsOverTime(depths: readonly number[], held: Targets = targets): Level[] {
  let judgement: Judgement = notJudged;
  return depths.map((depth, i) => {
    judgement = judgedAt(judgement, held, ofDepth(depth), i * second);
    return levelsOf(judgement).depth;
  });
}

const ended = (endedAt: Micros, outcome: EndedWait['outcome'], waited = 60): EndedWait => ({
  callControlId: `leg-${endedAt}` as CallControlId,
  enqueuedAt: endedAt - waited * second,
  endedAt,
  waitedMicros: waited * second,
  outcome,
  reason: null,
});

/** A queue in which they wait who came at these moments. */
const of = (came: readonly Micros[], waits: readonly EndedWait[] = []): Watched => ({
  waiting: {
    alive: came.length,
    oldestSince: came.length === 0 ? null : Math.min(...came),
    meanSince: came.length === 0 ? null : came.reduce((sum, at) => sum + at, 0) / came.length,
  },
  ended: endedOf(waits),
});

const anyDepths = fc.array(fc.nat({ max: 30 }), { minLength: 1, maxLength: 200 });

describe('a queue against its targets', () => {
  it('[TA1] reaches a threshold with the figure that equals it, at once', () => {
    expect(levelsOverTime([9, 10, 19, 20])).toEqual(['ok', 'warning', 'warning', 'critical']);
    expect(judgedAt(notJudged, targets, nothing, 0)).toBe(notJudged);
  });

  it('[TA2] never reaches a threshold that is off, and leaves one that is turned off', () => {
    const off: Targets = {
      ...targets,
      thresholds: { ...targets.thresholds, depth: { warning: null, critical: 25 } },
    };
    expect(levelsOverTime([20, 25], off)).toEqual(['ok', 'critical']);
    const raised = judgedAt(notJudged, targets, ofDepth(15), 0);
    expect(levelsOf(judgedAt(raised, off, ofDepth(15), second)).depth).toBe('ok');
  });

  it('[TA3] leaves a threshold when it was below nine tenths of it for thirty seconds without a break', () => {
    const near = Array.from({ length: 60 }, () => 9);
    expect(new Set(levelsOverTime([10, ...near]))).toEqual(new Set(['warning']));
    const below = (seconds: number) => Array.from({ length: seconds }, () => 8);
    expect(levelsOverTime([10, ...below(31)]).slice(-2)).toEqual(['warning', 'ok']);
    expect(levelsOverTime([10, ...below(29), 9, ...below(30)]).at(-1)).toBe('warning');
    expect(levelsOverTime([20, ...below(31)]).at(-1)).toBe('ok');
  });

  it('[TA4] does not flap: however a figure jumps, thirty seconds lie between two of its alerts', () => {
    fc.assert(
      fc.property(anyDepths, (depths) => {
        const all = levelsOverTime(depths);
        const rises = all.flatMap((level, i) => (level !== 'ok' && all[i - 1] === 'ok' ? [i] : []));
        for (const [i, rise] of rises.entries()) {
          expect(rise - (rises[i - 1] ?? -Infinity)).toBeGreaterThanOrEqual(30);
        }
      }),
    );
  });

  it('[TA5] is never better off with more of a figure', () => {
    const more = anyDepths.chain((depths) =>
      fc.tuple(
        fc.constant(depths),
        fc.array(fc.nat({ max: 9 }), { minLength: depths.length, maxLength: depths.length }),
      ),
    );
    fc.assert(
      fc.property(more, ([depths, added]) => {
        const less = levelsOverTime(depths);
        const most = levelsOverTime(depths.map((depth, i) => depth + (added[i] ?? 0)));
        for (const [i, level] of less.entries()) expect(isWorse(level, most[i]!)).toBe(false);
      }),
      { numRuns: 200 },
    );
  });

  it('[TA6] looked at when something happens and when `nextLook` says, is as if looked at always', () => {
    // Who comes and goes at which second; the wall is half a second off, so that no two coincide.
    const history = fc.array(
      fc.record({ after: fc.integer({ min: 1, max: 90 }), comes: fc.boolean() }),
      { minLength: 1, maxLength: 25 },
    );
    fc.assert(
      fc.property(history, (steps) => {
        const tight: Targets = {
          ...targets,
          thresholds: {
            longestWait: { warning: 40, critical: 90 },
            depth: { warning: 2, critical: 4 },
            averageWait: { warning: 30, critical: 60 },
            abandonment: { warning: 30, critical: 60 },
          },
        };
        let came: readonly Micros[] = [];
        let waits: readonly EndedWait[] = [];
        let watched = of([]);
        let always: Judgement = notJudged;
        let seldom: Judgement = notJudged;
        let looks = 0;
        let at: Micros = 0;
        for (const { after, comes } of steps) {
          const until = at + after * second;
          let next = nextLook(seldom, tight, watched, at);
          for (let now = at + second / 10; now <= until; now += second / 10) {
            while (next !== null && next <= now) {
              seldom = judgedAt(seldom, tight, figuresAt(watched, next), next);
              next = nextLook(seldom, tight, watched, next);
              looks += 1;
            }
            always = judgedAt(always, tight, figuresAt(watched, now), now);
          }
          expect(levelsOf(seldom)).toEqual(levelsOf(always));
          at = until;
          const isLeaving = !comes && came.length > 0;
          came = isLeaving ? came.slice(1) : [...came, at];
          waits = [...waits, ...(isLeaving ? [ended(at, 'abandoned')] : [])];
          watched = of(came, waits);
          seldom = judgedAt(seldom, tight, figuresAt(watched, at), at);
          always = judgedAt(always, tight, figuresAt(watched, at), at);
        }
        expect(looks).toBeLessThan(12 * steps.length + 12);
      }),
      { numRuns: 30 },
    );
  });

  it('[TA7] judges abandonment by the half hour, from five callers on', () => {
    const four = [1, 2, 3, 4].map((n) => ended(n * second, 'abandoned'));
    expect(figuresAt(of([], four), 5 * second).abandonment).toBeNull();
    const five = [...four, ended(5 * second, 'answered')];
    expect(figuresAt(of([], five), 5 * second).abandonment).toBe(80);
    const later = 1802 * second;
    expect(figuresAt(of([], five), later).abandonment).toBeNull();
    const raised = judgedAt(notJudged, targets, figuresAt(of([], five), 5 * second), 5 * second);
    expect(levelsOf(raised).abandonment).toBe('critical');
    expect(nextLook(raised, targets, of([], five), 5 * second)).toBe(1801 * second);
    // Ten are answered, then one gives up: that is a tenth as soon as the first of them is too old to count.
    const eleven = Array.from({ length: 11 }, (_, n) =>
      ended((n + 1) * second, n < 10 ? 'answered' : 'abandoned'),
    );
    expect(nextLook(notJudged, targets, of([], eleven), 11 * second)).toBe(1801 * second);
  });

  it('[TA6] knows beforehand when waits that grow old take abandonment over a line', () => {
    const history = fc.array(
      fc.record({ after: fc.integer({ min: 20, max: 200 }), isAnswered: fc.boolean() }),
      { minLength: 5, maxLength: 40 },
    );
    fc.assert(
      fc.property(history, (steps) => {
        let at: Micros = 0;
        const waits = steps.map(({ after, isAnswered }) => {
          at += after * second;
          return ended(at, isAnswered ? 'answered' : 'abandoned');
        });
        const watched = of([], waits);
        let always = judgedAt(notJudged, targets, figuresAt(watched, at), at);
        let seldom = always;
        let next = nextLook(seldom, targets, watched, at);
        for (let now = at; now <= at + 2000 * second; now += second) {
          while (next !== null && next <= now) {
            seldom = judgedAt(seldom, targets, figuresAt(watched, next), next);
            next = nextLook(seldom, targets, watched, next);
          }
          always = judgedAt(always, targets, figuresAt(watched, now), now);
          expect(levelsOf(seldom)).toEqual(levelsOf(always));
        }
      }),
      { numRuns: 10 },
    );
  });

  it('[TA8] tells the waits of those who wait now', () => {
    const waiting = [10 * second, 40 * second];
    expect(figuresAt(of(waiting), 100 * second)).toMatchObject({
      depth: 2,
      longestWait: 90,
      averageWait: 75,
    });
    // The carrier's clock may run a little ahead of ours.
    expect(figuresAt(of(waiting), 5 * second).longestWait).toBe(0);
    expect(nextLook(notJudged, targets, of(waiting), 41 * second)).toBe(85 * second);
  });

  it('[TA9] is called by its worst measure, and by the first of those that are as bad', () => {
    const fine = levelsOf(notJudged);
    expect(standingOf(fine, targets)).toEqual({ level: 'ok', measure: null, threshold: null });
    const bad = { ...fine, depth: 'warning', averageWait: 'critical', abandonment: 'critical' };
    expect(standingOf(bad as typeof fine, targets)).toEqual({
      ...{ level: 'critical', measure: 'averageWait', threshold: 120 },
    });
    expect([119, 120, 180].map((waited) => waitLevel(targets, waited))).toEqual([
      ...['ok', 'warning', 'critical'],
    ]);
    expect(measures).toHaveLength(4);
  });
});
