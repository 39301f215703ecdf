import type { Micros } from '@/lib/domain/stamp';
import { useNow } from './use-now';
import { useOverview } from './use-overview';

/**
 * The time by the clock that stamps conferences, in whole seconds of ours, new each second; 0 before
 * the first. It is the server's, but for a simulated carrier that has been moved on.
 */
export function useCarrierNow(): Micros {
  const now = useNow();
  const ahead = useOverview((overview) => overview.carrier?.clockAhead ?? 0);
  return now === 0 ? 0 : now + ahead;
}
