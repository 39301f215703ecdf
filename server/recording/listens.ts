import type { Micros } from '@/lib/domain/stamp';

// A browser asks for a file in many parts, and again when somebody jumps: that is one listening.
const sameListening: Micros = 1_800_000_000;
const mostRemembered = 10_000;

/** Tells one listening from the many requests that it is made of. */
export interface Listens {
  /** Whether this is the beginning of one, by this person of this recording. */
  isNew(userId: string, recordingId: string): boolean;
}

/** Remembers who listens to what, for half an hour after each request. */
export function createListens(now: () => Micros): Listens {
  const last = new Map<string, Micros>();
  return {
    isNew: (userId, recordingId) => {
      const key = JSON.stringify([userId, recordingId]);
      const before = last.get(key);
      last.delete(key);
      last.set(key, now());
      const [oldest] = last.keys();
      if (last.size > mostRemembered && oldest !== undefined) last.delete(oldest);
      return before === undefined || now() - before > sameListening;
    },
  };
}
