import type { Micros } from '@/lib/domain/stamp';
import type { WaitingWebhook } from './ports';

/** Which webhook may go next: of each lane one at a time, in the order in which they came. */
export interface Lanes {
  /** Takes what waits now in place of what it was told before. */
  offer(webhooks: readonly WaitingWebhook[]): void;
  /** How many wait in memory. */
  waiting(): number;
  /** How many are under way. */
  underWay(): number;
  /** The next one, which is under way from now on; null where none may go. */
  take(now: Micros): WaitingWebhook | null;
  /** It is no longer under way; its lane is held until then where others are to wait for it. */
  finish(webhook: WaitingWebhook, heldUntil: Micros): void;
  /** What became of these is written: the store no longer offers them as they were. */
  forget(numbers: readonly number[]): void;
}

/** Begins with nothing. */
export function createLanes(): Lanes {
  let waiting: readonly WaitingWebhook[] = [];
  const taken = new Set<number>();
  const busy = new Set<string>();
  const held = new Map<string, Micros>();
  return {
    offer: (webhooks) => {
      waiting = webhooks.filter(({ number }) => !taken.has(number));
    },
    waiting: () => waiting.length,
    underWay: () => busy.size,
    take: (now) => {
      for (const [lane, until] of held) if (until <= now) held.delete(lane);
      const next = waiting.find(({ lane }) => !busy.has(lane) && !held.has(lane));
      if (next === undefined) return null;
      waiting = waiting.filter((one) => one !== next);
      busy.add(next.lane);
      taken.add(next.number);
      return next;
    },
    finish: ({ lane }, heldUntil) => {
      busy.delete(lane);
      if (heldUntil > 0) held.set(lane, heldUntil);
    },
    forget: (numbers) => {
      for (const number of numbers) taken.delete(number);
    },
  };
}
