import { useStore } from 'zustand';
import type { Trouble } from '@/lib/contract/rows';
import type { Micros } from '@/lib/domain/stamp';
import type { ConnectionPhase } from './connection';
import type { Overview } from './overview';
import { useRostrum } from './rostrum-context';
import { useNow } from './use-now';
import { useOverview } from './use-overview';

/** Whether what is on screen can be trusted, and how old it is. */
export interface ConnectionView {
  readonly phase: ConnectionPhase;
  /** Time since the newest verified webhook or completed read of what is shown; null if unknown. */
  readonly age: Micros | null;
}

const none: readonly Trouble[] = [];
const freshEnough: Micros = 30_000_000;

/** How fresh the screen is: of one conference where one is shown, else of all. */
export function useConnection(conferenceId: string | null): ConnectionView {
  const phase = useStore(useRostrum().hub.connection, (connection) => connection.phase);
  const heardAt = useOverview((overview) => heardAtOf(overview, conferenceId));
  const troubles = useOverview((overview) => overview.carrier?.troubles ?? none);
  const isAnyLive = useOverview(
    ({ conferences, queues }) =>
      conferences.size > 0 || [...queues.values()].some(({ depth }) => depth > 0),
  );
  const now = useNow();
  const age = heardAt === null || now === 0 ? null : Math.max(0, now - heardAt);
  const isBlind = isAnyLive && isBlinded(troubles, age);
  return { phase: phase === 'live' && isBlind ? 'stale' : phase, age };
}

/**
 * Whether more may have happened than is shown: nothing can be kept, or something is wrong with the
 * carrier and nothing was heard of it for half a minute.
 */
export function isBlinded(troubles: readonly Trouble[], age: Micros | null): boolean {
  if (troubles.includes('store')) return true;
  return troubles.length > 0 && (age === null || age > freshEnough);
}

// Of the conference on screen while it is live, else of anything.
function heardAtOf(overview: Overview, conferenceId: string | null): Micros | null {
  const row = conferenceId === null ? undefined : overview.conferences.get(conferenceId);
  if (row !== undefined) return row.heardAt;
  const heard = [overview.carrier?.lastWebhookAt ?? null, overview.carrier?.lastReadAt ?? null];
  return heard.reduce((a, b) => (a === null || (b !== null && b > a) ? b : a), null);
}
