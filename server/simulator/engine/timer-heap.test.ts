import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createTimerHeap, type Due } from './timer-heap';

it('gives back what was put in, by time and then by order, without the cancelled', () => {
  const moments = fc.array(
    fc.record({ at: fc.integer({ min: 0, max: 20 }), cancelled: fc.boolean() }),
  );
  fc.assert(
    fc.property(moments, (made) => {
      const dues = made.map((each, order): Due => ({ ...each, order, run: () => undefined }));
      const heap = createTimerHeap();
      for (const due of dues) heap.push(due);
      const out: Due[] = [];
      for (let due = heap.peek(); due !== null; due = heap.peek()) {
        out.push(due);
        heap.pop();
      }
      const expected = dues
        .filter((due) => !due.cancelled)
        .toSorted((a, b) => a.at - b.at || a.order - b.order);
      expect(out).toEqual(expected);
    }),
  );
});
