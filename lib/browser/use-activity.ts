import type { ActivityAction, ActivityOutcome, ActivityRow } from '@/lib/contract/activity';
import type { Page } from '@/lib/contract/rows';
import type { Micros } from '@/lib/domain/stamp';
import { getJson, withQuery } from './request';
import { useRostrum } from './rostrum-context';
import { type Paged, usePaged } from './use-paged';

/** Which lines of activity to show; empty lets everything pass. */
export interface ActivityFilter {
  readonly who: string;
  readonly action: ActivityAction | '';
  readonly outcome: ActivityOutcome | '';
  readonly conference: string;
  /** The first day, as `2026-11-21` where this browser is. */
  readonly from: string;
  /** The last day. */
  readonly to: string;
  readonly q: string;
}

/** Activity as far back as was asked, the newest first. */
export interface ActivityLines extends Paged<ActivityRow> {
  /** The server's clock when the newest were asked for; null before they came. */
  readonly asOf: Micros | null;
}

const limit = 50;

/** Asks for activity, and again when the page comes back into sight while only the newest show. */
export function useActivity(filter: ActivityFilter): ActivityLines {
  const { clock } = useRostrum();
  const { pages, ...list } = usePaged<ActivityRow, Page<ActivityRow> & { readonly asOf: Micros }>({
    key: ['activity', filter],
    ask: async (cursor, signal) => {
      const asOf = clock.now();
      const path = withQuery('/api/activity', { ...askedBy(filter), cursor, limit });
      return { ...(await getJson<Page<ActivityRow>>(path, signal)), asOf };
    },
    isFresh: true,
  });
  return { ...list, asOf: pages[0]?.asOf ?? null };
}

/** Where the same lines are had as a file. */
export function activityFilePath(filter: ActivityFilter): string {
  return withQuery('/api/activity.csv', askedBy(filter));
}

function askedBy({ from, to, who, q, ...filter }: ActivityFilter) {
  return {
    ...filter,
    who: who.trim(),
    q: q.trim(),
    from: startOf(from, 0),
    to: startOf(to, 1),
  };
}

/** The moment a day begins here, or one some days later. */
function startOf(day: string, later: number): string | undefined {
  const start = new Date(`${day}T00:00`);
  if (Number.isNaN(start.getTime())) return undefined;
  start.setDate(start.getDate() + later);
  return start.toISOString();
}
