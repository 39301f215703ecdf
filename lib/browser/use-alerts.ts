import { useMemo } from 'react';
import type { AlertRow } from '@/lib/contract/alert';
import type { Page } from '@/lib/contract/rows';
import { getJson, postJson, withQuery } from './request';
import { useOverview } from './use-overview';
import { type Paged, usePaged } from './use-paged';

const limit = 50;

/** The open alerts, as the server pushes them: critical ones first, then the newest. */
export function useOpenAlerts(): readonly AlertRow[] {
  const alerts = useOverview((overview) => overview.alerts);
  return useMemo(
    () =>
      [...alerts.values()].sort((a, b) =>
        a.level === b.level ? b.raisedAt - a.raisedAt : a.level === 'critical' ? -1 : 1,
      ),
    [alerts],
  );
}

/** The alerts that are over, the newest first; asked for anew as soon as one ends. */
export function useEndedAlerts(openIds: string): Paged<AlertRow> {
  return usePaged<AlertRow>({
    key: ['alerts', 'resolved', openIds],
    ask: (cursor, signal) =>
      getJson<Page<AlertRow>>(
        withQuery('/api/alerts', { state: 'resolved', cursor, limit }),
        signal,
      ),
    isFresh: true,
  });
}

/** Takes an alert on, in the name of whoever is signed in; throws as `postJson` does. */
export async function acknowledgeAlert(id: string): Promise<void> {
  await postJson<AlertRow>(`/api/alerts/${encodeURIComponent(id)}/acknowledge`, {});
}
