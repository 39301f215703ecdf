import { describe, expect, it } from 'vitest';
import { createCarrierReader } from '@/server/carrier/carrier-reader';
import { createFloor, type Step, stepsOfTurn } from './floor';
import { createLineUp } from './line-up';
import { createTraffic } from './traffic';

const queues = 4;
const turnsPerSecond = 100;
const beganMs = 1_700_000_000_000;

function dayOnTheFloor(turns: number) {
  const floor = createFloor({ queues, turnsPerSecond });
  const came = floor.fill(40, beganMs);
  return { came, steps: floor.turns(turns, beganMs) };
}

function countIn(lines: readonly { readonly length: number }[]): number {
  return lines.reduce((sum, { length }) => sum + length, 0);
}

describe('callers that come to queues and leave them', () => {
  it('are as many after any turn as before it', () => {
    const { came, steps } = dayOnTheFloor(500);
    const lineUp = createLineUp(queues);
    lineUp.expect([...came, ...steps]);
    for (const turns of [0, 1, 250, 500]) {
      expect(countIn(lineUp.at(beganMs - 1 + (turns * 1_000) / turnsPerSecond))).toBe(40);
    }
  });

  it('come and go at the pace that is asked for', () => {
    const { steps } = dayOnTheFloor(200);
    expect(steps).toHaveLength(200 * stepsOfTurn);
    expect(steps.map(({ atMs }) => atMs)).toEqual(
      steps.map((_, i) => beganMs + (i * 1_000) / turnsPerSecond / stepsOfTurn),
    );
  });

  it('wait in queues of different lengths, are served in their turn and give up wherever they stand', () => {
    const { came, steps } = dayOnTheFloor(500);
    const lineUp = createLineUp(queues);
    lineUp.expect([...came, ...steps]);
    expect(new Set(lineUp.at(beganMs).map(({ length }) => length)).size).toBeGreaterThan(1);
    const left = steps.filter((step) => step.type === 'dequeued');
    const places = (reason: string) =>
      new Set(left.filter((step) => step.reason === reason).map(({ position }) => position));
    expect([...places('bridged')]).toEqual([1]);
    expect(places('hangup').size).toBeGreaterThan(5);
  });

  it('are the same in every run', () => {
    expect(dayOnTheFloor(50)).toEqual(dayOnTheFloor(50));
  });

  it('are told to the door so that it understands each step, at the time it has', () => {
    const { came, steps } = dayOnTheFloor(20);
    const all = [...came, ...steps];
    const reader = createCarrierReader([]);
    const readings = createTraffic(1)
      .told(all)
      .map((body) => reader.read(JSON.parse(body), 0));
    const told = readings.map((reading) =>
      reading.kind === 'read' ? [reading.verdict, reading.eventType, reading.occurredAt] : [],
    );
    const names: Readonly<Record<Step['type'], string>> = {
      initiated: 'call.initiated',
      answered: 'call.answered',
      enqueued: 'call.enqueued',
      dequeued: 'call.dequeued',
      hungUp: 'call.hangup',
    };
    expect(told).toEqual(all.map(({ type, atMs }) => ['stored', names[type], atMs * 1_000]));
  });
});

describe('the book of who waits', () => {
  const caller = { number: 0, queue: 1 };
  const enqueued: Step = { type: 'enqueued', caller, atMs: 1_000, position: 1 };

  it('knows nothing before it happens', () => {
    const lineUp = createLineUp(2);
    lineUp.expect([enqueued]);
    expect(lineUp.at(999)).toEqual([[], []]);
    expect(lineUp.at(1_000)).toEqual([[], [{ caller, sinceMs: 1_000 }]]);
  });

  it('refuses that somebody leaves who does not wait', () => {
    const lineUp = createLineUp(2);
    const left = { position: 1, reason: 'bridged', waitedMs: 0 } as const;
    lineUp.expect([{ type: 'dequeued', caller, atMs: 1_000, ...left }]);
    expect(() => lineUp.at(1_000)).toThrow('Caller 0 does not wait');
  });
});
