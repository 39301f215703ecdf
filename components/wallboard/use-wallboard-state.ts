import { useConnection } from '@/lib/browser/use-connection';
import type { ConnectionPhase } from '@/lib/browser/connection';
import { useOverview } from '@/lib/browser/use-overview';
import type { Micros } from '@/lib/domain/stamp';

/** Whether what hangs on the wall can be believed. */
export interface WallboardState {
  readonly phase: ConnectionPhase;
  /** How old the truth is; null before anything was heard. */
  readonly age: Micros | null;
  /** Whether it may be otherwise by now. */
  readonly isStale: boolean;
}

/** How fresh the wallboard is, and whether to say that it is not. */
export function useWallboardState(): WallboardState {
  const { phase, age } = useConnection(null);
  const hasTrouble = useOverview((overview) => (overview.carrier?.troubles.length ?? 0) > 0);
  return { phase, age, isStale: phase === 'stale' || (phase === 'live' && hasTrouble) };
}
