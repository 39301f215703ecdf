import type { Micros } from '@/lib/domain/stamp';
import type { OutboundAnswer } from '@/server/outbound/create-outbound';

const atOnce = 16;
const firstPauseMs = 1_000;
const longestPauseMs = 15_000;
const troubleAfter = 8;

/**
 * What an answer means for its webhook, as the carrier itself takes answers (DOMAIN §3.4): any 2xx takes it,
 * a 4xx refuses it for good, but for 408 and 429; all else may be otherwise later.
 */
export function verdictOf(answer: OutboundAnswer): 'taken' | 'refused' | 'later' {
  if (answer.kind !== 'answered') return 'later';
  const { status } = answer;
  if (status >= 200 && status < 300) return 'taken';
  return status >= 400 && status < 500 && status !== 408 && status !== 429 ? 'refused' : 'later';
}

/** How long to wait after so many failures, in microseconds. */
export function pauseAfter(failures: number): Micros {
  return Math.min(longestPauseMs, firstPauseMs * 2 ** Math.min(failures, 10)) * 1_000;
}

/** Whether the other application can be reached at all, told from its answers. */
export interface AddressHealth {
  learn(answer: OutboundAnswer): void;
  /** How many may be under way now: one while it is away, and none until it is tried again. */
  room(): number;
  /** When it is tried again. */
  pausedUntil(): Micros;
}

/** Begins with an address of which nothing is known yet. */
export function createAddressHealth(now: () => Micros): AddressHealth {
  let refusedInARow = 0;
  let pauses = 0;
  let pausedUntil: Micros = 0;
  return {
    learn: (answer) => {
      if (verdictOf(answer) !== 'later') {
        refusedInARow = 0;
        pauses = 0;
        pausedUntil = 0;
        return;
      }
      refusedInARow += 1;
      // It answers: one webhook's trouble is not all of theirs, until it is that of many.
      if (answer.kind === 'answered' && refusedInARow < troubleAfter) return;
      // Those that were under way together fail together: that is one failure.
      if (now() < pausedUntil) return;
      pausedUntil = now() + pauseAfter(pauses);
      pauses += 1;
    },
    room: () => {
      if (now() < pausedUntil) return 0;
      return pauses > 0 ? 1 : atOnce;
    },
    pausedUntil: () => pausedUntil,
  };
}
