import type { Micros } from '@/lib/domain/stamp';
import type { Store } from '@/server/log/ports';

/** Our clock in a test: the real one, moved on by hand, or by itself to the next job. */
export interface TestClock {
  now(): Micros;
  advance(ms: number): void;
}

/** The real clock, until it is moved on. */
export function createTestClock(): TestClock {
  let ahead: Micros = 0;
  return {
    now: () => Date.now() * 1000 + ahead,
    advance: (ms) => {
      ahead += ms * 1000;
    },
  };
}

// Beyond any pause before a retry that a test waits for, and well within a job's lease.
const longestJump: Micros = 20_000_000;

/**
 * The store as it is, but when all that is left to do is to wait for a job that falls due soon, the
 * clock moves on to it: tests of what happens a second later need not wait a second.
 */
export function withoutWaiting(store: Store, clock: TestClock): Store {
  return changed(store, {
    nextJobDueAt: async (kinds) => {
      const dueAt = await store.nextJobDueAt(kinds);
      const wait = (dueAt ?? 0) - clock.now();
      if (wait > 0 && wait < longestJump) clock.advance(wait / 1000);
      // Answered as due already, so that whoever asks looks again within milliseconds.
      return 0;
    },
  });
}

/** A store with some of its methods replaced. */
export function changed(store: Store, methods: Partial<Store>): Store {
  return new Proxy(store, {
    get: (target, name): unknown => {
      const own: unknown = Reflect.get(methods, name);
      if (own !== undefined) return own;
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}
