import type { ConferenceRow, Page } from '@/lib/contract/rows';
import type { EndedConference } from '@/server/log/folds';
import type { Store, StreamRecord } from '@/server/log/ports';

/** Conferences that are over, the last to end first; `q` searches their names. */
export async function listEnded(
  store: Pick<Store, 'endedStreams'>,
  page: {
    readonly q?: string | undefined;
    readonly cursor?: string | undefined;
    readonly limit: number;
  },
): Promise<Page<ConferenceRow>> {
  const { items, nextCursor } = await store.endedStreams('conference', page);
  return { items: items.flatMap(rowOf), nextCursor };
}

function rowOf({ name, summary }: StreamRecord): ConferenceRow[] {
  if (summary === null) return [];
  const { everIn, endReason, region, connectionId } = summary.row as EndedConference;
  return [
    {
      kind: 'conference',
      id: name.slice('conference:'.length),
      name: summary.title,
      status: 'completed',
      region,
      connectionId,
      startedAt: summary.startedAt,
      expiresAt: null,
      endedAt: summary.endedAt,
      endReason,
      people: 0,
      everIn,
      onHold: 0,
      floor: null,
      recording: 'off',
      heardAt: summary.endedAt ?? summary.startedAt ?? 0,
    },
  ];
}
