import { describe, expect, it } from 'vitest';
import type { Board } from '@/server/bench/load/board';
import { legOf, queueNameOf } from '@/server/bench/traffic/names';
import { firstDifference } from './first-difference';

const waiter = (number: number, queue: number) => ({ caller: { number, queue }, sinceMs: number });
const legs = (queue: number, ...numbers: number[]) =>
  numbers.map((number) => legOf(queue, number).call_control_id);
const carrier = [[waiter(1, 0), waiter(2, 0)], [waiter(3, 1)]];
const right: Board = {
  [queueNameOf(0)]: { depth: 2, legs: legs(0, 1, 2) },
  [queueNameOf(1)]: { depth: 1, legs: legs(1, 3) },
};
const wrong = (queue: Partial<Board[string]>) =>
  firstDifference('The board', carrier, {
    ...right,
    [queueNameOf(0)]: { depth: 2, legs: legs(0, 1, 2), ...queue },
  });

describe('the first difference between a board and the carrier', () => {
  it('is none where they are equal', () => {
    expect(firstDifference('The board', carrier, right)).toBeNull();
  });

  it('is a queue that is missing', () => {
    expect(firstDifference('The board', carrier, {})).toBe(
      'The board does not show bench-queue-0, in which 2 wait',
    );
  });

  it('is a depth', () => {
    expect(wrong({ depth: 3 })).toBe('The board says that 3 wait in bench-queue-0, where 2 do');
    expect(wrong({ depth: null })).toContain('nobody knows how many');
  });

  it('is somebody who stands elsewhere, is missing, or is too many', () => {
    const [first = '', second = ''] = legs(0, 1, 2);
    expect(wrong({ legs: [second, first] })).toBe(
      `The board has ${second} at place 1 of bench-queue-0, where ${first} waits`,
    );
    expect(wrong({ legs: [first] })).toBe(
      `The board has nobody at place 2 of bench-queue-0, where ${second} waits`,
    );
    expect(wrong({ legs: [first, second, 'v3:third'] })).toBe(
      'The board has v3:third at place 3 of bench-queue-0, where nobody waits',
    );
  });

  it('is that nobody tells who waits', () => {
    expect(wrong({ legs: null })).toBe('The board does not tell who waits in bench-queue-0');
  });
});
