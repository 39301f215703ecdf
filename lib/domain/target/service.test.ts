import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CallControlId } from '../ids';
import type { EndedWait } from '../queue/wait';
import { type Day, dayOf } from './day';
import { endedOf } from './ended';
import { serviceAt, serviceChangesAt, serviceSince } from './service';

const second = 1_000_000;
const at = Date.UTC(2026, 2, 10, 12) * 1000;
const day: Day = { start: at - 12 * 3600 * second, end: at + 12 * 3600 * second };

let legs = 0;
function wait(outcome: EndedWait['outcome'], waited: number, endedAt = at): EndedWait {
  legs += 1;
  return {
    callControlId: `leg-${legs}` as CallControlId,
    enqueuedAt: endedAt - waited * second,
    endedAt,
    waitedMicros: waited * second,
    outcome,
    reason: null,
  };
}

const anyWait = fc
  .record({
    outcome: fc.constantFrom<EndedWait['outcome'][]>('answered', 'abandoned', 'other'),
    waited: fc.integer({ min: 0, max: 60 }),
    ago: fc.integer({ min: 0, max: 4000 }),
  })
  .map(({ outcome, waited, ago }) => wait(outcome, waited, at - ago * second));

describe('how a queue serves its callers', () => {
  it('[SV1] is who was answered in time, of those answered or abandoned', () => {
    const waits = [
      ...[wait('answered', 20), wait('answered', 21), wait('abandoned', 40), wait('other', 3)],
    ];
    expect(serviceSince(endedOf(waits), 0, 20)).toEqual({
      ...{ answered: 2, answeredInTime: 1, abandoned: 1 },
      level: 100 / 3,
      abandonment: 100 / 3,
    });
    expect(serviceSince(endedOf([wait('other', 9)]), 0, 20)).toMatchObject({
      level: null,
      abandonment: null,
    });
  });

  it('[SV2] leaves out who gave up within five seconds', () => {
    const waits = [wait('abandoned', 5), wait('abandoned', 6), wait('answered', 1)];
    expect(serviceSince(endedOf(waits), 0, 20)).toMatchObject({
      abandoned: 1,
      level: 50,
      abandonment: 50,
    });
  });

  it('[SV3] is told for the last five minutes, the last half hour, and the day so far', () => {
    const waits = [299, 300, 1799, 1800, 12 * 3600, 12 * 3600 + 1].map((ago) =>
      wait('answered', 10, at - ago * second),
    );
    const { now, halfHour, today } = serviceAt(endedOf(waits), at, day, 20);
    expect([now, halfHour, today].map(({ answered }) => answered)).toEqual([1, 3, 5]);
    expect(serviceChangesAt(endedOf(waits), at, day)).toBe(at + second);
    expect(serviceChangesAt(endedOf([]), at, day)).toBe(day.end);
  });

  it('[SV4] does not depend on the order in which waits were heard of', () => {
    fc.assert(
      fc.property(
        fc
          .array(anyWait, { maxLength: 30 })
          .chain((waits) =>
            fc.tuple(fc.constant(waits), fc.shuffledSubarray(waits, { minLength: waits.length })),
          ),
        ([waits, shuffled]) => {
          expect(serviceAt(endedOf(shuffled), at, day, 20)).toEqual(
            serviceAt(endedOf(waits), at, day, 20),
          );
        },
      ),
    );
  });

  it('[SV5] changes by itself at no other moment than was said', () => {
    fc.assert(
      fc.property(fc.array(anyWait, { maxLength: 30 }), fc.nat({ max: 999 }), (waits, part) => {
        const change = serviceChangesAt(endedOf(waits), at, day);
        const between = at + Math.floor(((change - at) * part) / 1000);
        expect(serviceAt(endedOf(waits), between, day, 20)).toEqual(
          serviceAt(endedOf(waits), at, day, 20),
        );
      }),
    );
  });
});

describe('a day', () => {
  const iso = (text: string) => Date.parse(text) * 1000;

  it.each([
    ['UTC', '2026-03-10T12:00:00Z', '2026-03-10T00:00:00Z', 24],
    ['Europe/Berlin', '2026-03-29T12:00:00Z', '2026-03-28T23:00:00Z', 23],
    ['Europe/Berlin', '2026-10-25T22:30:00Z', '2026-10-24T22:00:00Z', 25],
    ['America/New_York', '2026-11-01T05:30:00Z', '2026-11-01T04:00:00Z', 25],
    ['Asia/Kolkata', '2026-01-01T18:29:59Z', '2025-12-31T18:30:00Z', 24],
    // There the clock is put forward at midnight: this day begins at one o'clock.
    ['Africa/Cairo', '2026-04-24T12:00:00Z', '2026-04-23T22:00:00Z', 23],
    // Half an hour of difference only.
    ['Australia/Lord_Howe', '2026-10-03T20:00:00Z', '2026-10-03T13:30:00Z', 23.5],
    // Samoa left out the thirtieth of December.
    ['Pacific/Apia', '2011-12-30T12:00:00Z', '2011-12-30T10:00:00Z', 24],
  ])('[SV6] in %s around %s begins at %s and has %d hours', (timeZone, moment, start, hours) => {
    const found = dayOf(iso(moment), timeZone);
    expect(new Date(found.start / 1000).toISOString()).toBe(new Date(start).toISOString());
    expect((found.end - found.start) / second / 3600).toBe(hours);
  });

  it('[SV6] holds every moment of it, and follows the one before', () => {
    const zone = fc.constantFrom('Europe/Berlin', 'America/Sao_Paulo', 'Asia/Shanghai', 'UTC');
    const moment = fc.integer({ min: iso('2000-01-01'), max: iso('2040-01-01') });
    fc.assert(
      fc.property(zone, moment, (timeZone, time) => {
        const { start, end } = dayOf(time, timeZone);
        expect(start).toBeLessThanOrEqual(time);
        expect(end).toBeGreaterThan(time);
        expect(dayOf(start, timeZone)).toEqual({ start, end });
        expect(dayOf(start - 1, timeZone).end).toBe(start);
        expect(dayOf(end - 1, timeZone)).toEqual({ start, end });
      }),
      { numRuns: 40 },
    );
  });
});
