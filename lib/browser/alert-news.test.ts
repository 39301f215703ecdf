import { describe, expect, it } from 'vitest';
import type { AlertRow } from '@/lib/contract/alert';
import { createAlertNews } from './alert-news';

function alertOf(id: string, level: AlertRow['level'] = 'warning'): AlertRow {
  return {
    ...{ kind: 'alert', id, queue: 'support', measure: 'depth', level, worst: level },
    ...{ value: 10, threshold: 10, raisedAt: 1, escalatedAt: null, acknowledgedAt: null },
    ...{ acknowledgedBy: null, resolvedAt: null },
  };
}
const overviewOf = (...alerts: AlertRow[]) => ({
  rev: 1,
  alerts: new Map(alerts.map((alert) => [alert.id, alert])),
});

describe('news of alerts', () => {
  it('are those raised after the page began, each once, and each that becomes worse', () => {
    const news = createAlertNews();
    expect(news({ rev: null, alerts: new Map() })).toEqual([]);
    expect(news(overviewOf(alertOf('old')))).toEqual([]);
    expect(news(overviewOf(alertOf('old'), alertOf('new')))).toMatchObject([
      { alert: { id: 'new' }, isWorse: false },
    ]);
    expect(news(overviewOf(alertOf('old'), alertOf('new')))).toEqual([]);
    expect(news(overviewOf(alertOf('old', 'critical'), alertOf('new')))).toMatchObject([
      { alert: { id: 'old' }, isWorse: true },
    ]);
    expect(news(overviewOf(alertOf('old', 'warning')))).toEqual([]);
  });
});
