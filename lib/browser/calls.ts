import { createStore, type StoreApi } from 'zustand/vanilla';
import type { RowsMessage } from '@/lib/contract/hub';
import type { CallRow } from '@/lib/contract/rows';
import type { Hub } from './hub';

/** The calls that have not ended, as the server pushes them. */
export interface Calls {
  /** The number of the last message; null before the first word. */
  readonly rev: number | null;
  readonly rows: ReadonlyMap<string, CallRow>;
}

const topic = 'calls';
const nothing: Calls = { rev: null, rows: new Map() };

/** A live store of the calls, and how to keep it in step with the hub. */
export interface CallsLive {
  readonly store: StoreApi<Calls>;
  follow: (hub: Hub) => () => void;
}

/** A list of calls that nobody has told anything about yet. */
export function createCallsLive(): CallsLive {
  const store = createStore<Calls>(() => nothing);
  return {
    store,
    follow: (hub) =>
      hub.follow(topic, {
        after: () => null,
        take(answer) {
          if ('rows' in answer) store.setState(withRows(nothing, answer.rows));
        },
        rows(message) {
          const { rev } = store.getState();
          if (rev !== null && message.rev <= rev) return;
          if (rev !== null && message.rev === rev + 1) {
            store.setState((calls) => withRows(calls, message));
          } else {
            hub.ask(topic);
          }
        },
      }),
  };
}

function withRows(calls: Calls, { rev, upserted, removed }: RowsMessage): Calls {
  const rows = new Map(calls.rows);
  for (const id of removed) rows.delete(id);
  for (const row of upserted) if (row.kind === 'call') rows.set(row.id, row);
  return { rev, rows };
}
