import type { AlertRow } from '@/lib/contract/alert';
import type { Overview } from './overview';

/** An alert that this page has not told of yet: raised, or become worse since. */
export interface AlertNews {
  readonly alert: AlertRow;
  readonly isWorse: boolean;
}

/**
 * Tells what is new about alerts from one overview to the next. Those that were open when the page began are
 * no news; of those that came while the connection was lost it tells once it is back.
 */
export function createAlertNews(): (overview: Pick<Overview, 'rev' | 'alerts'>) => AlertNews[] {
  let known: Map<string, AlertRow['level']> | null = null;
  return ({ rev, alerts }) => {
    if (rev === null) return [];
    const before = known;
    known = new Map([...alerts.values()].map(({ id, level }) => [id, level]));
    if (before === null) return [];
    return [...alerts.values()].flatMap((alert) => {
      const level = before.get(alert.id);
      const isWorse = level === 'warning' && alert.level === 'critical';
      return level === undefined || isWorse ? { alert, isWorse } : [];
    });
  };
}
