import { describe, expect, it } from 'vitest';
import type { AlertRecord, StoreTransaction } from '@/server/log/ports';
import { createAlertBook } from './alert-book';

const alertIn = (queue: string): AlertRecord => ({
  ...{ kind: 'alert', id: `alert of ${queue}`, queue, measure: 'depth', level: 'warning' },
  ...{ worst: 'warning', value: 3, threshold: 3, raisedAt: 1, escalatedAt: null },
  ...{ acknowledgedAt: null, acknowledgedBy: null, resolvedAt: null },
  ...{ warningCalmSince: null, criticalCalmSince: null, told: 1 },
});

/** A book over a table that answers with new objects each time, as a database does. */
function bookOver(table: readonly AlertRecord[]) {
  const kept = new Map(table.map((alert) => [alert.id, alert]));
  const openIn = (queue: string) =>
    structuredClone([...kept.values()].filter((one) => one.queue === queue));
  const tx = {
    lockStreams: ([name]: readonly string[]) => Promise.resolve([{ name, seq: 0 }]),
    openAlerts: (queue: string) => Promise.resolve(openIn(queue)),
    saveAlerts: (alerts: readonly AlertRecord[]) => {
      for (const alert of alerts) kept.set(alert.id, alert);
      return Promise.resolve();
    },
    addJobs: () => Promise.resolve(),
    notifyMoved: () => Promise.resolve(),
  } as unknown as StoreTransaction;
  return createAlertBook({
    store: { transact: (work) => work(tx) },
    reads: {
      open: () => Promise.resolve(structuredClone([...kept.values()])),
      page: () => Promise.resolve({ items: [], nextCursor: null }),
    },
    now: () => 1,
  });
}

const nothing = { changed: [], happened: [] };

describe('the book of alerts', () => {
  it('gives the same objects while nothing about them changes, however often a queue is looked at', async () => {
    const book = bookOver([alertIn('support'), alertIn('sales')]);
    await book.refresh();
    const before = {
      rows: book.rows(),
      support: book.openOf('support'),
      care: book.openOf('care'),
    };
    expect(before.rows).toHaveLength(2);
    for (const queue of ['support', 'care']) await book.change(queue, () => nothing);
    expect(await book.refresh()).toEqual([]);
    expect(book.rows()).toBe(before.rows);
    expect(book.openOf('support')).toBe(before.support);
    expect(book.openOf('care')).toBe(before.care);
  });

  it('gives another row for the alert that changed, and the same for all others', async () => {
    const book = bookOver([alertIn('support'), alertIn('sales')]);
    await book.refresh();
    const [support, sales] = book.rows();
    const worse = { ...alertIn('support'), level: 'critical', worst: 'critical' } as const;
    await book.change('support', () => ({ changed: [worse], happened: [] }));
    expect(book.rows()).toMatchObject([{ id: support!.id, level: 'critical' }, { id: sales!.id }]);
    expect(book.rows()[1]).toBe(sales);
  });
});
