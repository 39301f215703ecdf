import type { RowsMessage } from '@/lib/contract/hub';
import type { RecordingRow } from '@/lib/contract/recording';
import type { RecordingRecord } from './ports';

// At most four a second (ARCHITECTURE §5), however much happens.
const everyMs = 250;

/** Tells whoever watches the list of recordings what changed in it. */
export interface RecordingNews {
  readonly tell: (record: RecordingRecord) => void;
  /** How much of one that is being fetched is here. */
  readonly tellProgress: (id: string, doneBytes: number) => void;
  /** No rows: a list of this length is asked for by page. */
  all(): RowsMessage;
  /** Hears what changed, at most four times a second, while `isHeard` says that somebody listens. */
  follow(listener: (message: RowsMessage) => void, isHeard: () => boolean): () => void;
  stop(): void;
}

/** Makes the news; `rowOf` makes a list's row of a record. */
export function createRecordingNews(
  rowOf: (record: RecordingRecord) => RecordingRow,
): RecordingNews {
  const listeners = new Map<(message: RowsMessage) => void, () => boolean>();
  const changed = new Map<string, RecordingRow>();
  const beingFetched = new Map<string, RecordingRow>();
  let rev = 0;
  const timer = setInterval(() => {
    if (changed.size === 0) return;
    const upserted = [...changed.values()];
    changed.clear();
    if (![...listeners.values()].some((isHeard) => isHeard())) return;
    rev += 1;
    for (const listener of listeners.keys()) listener({ rev, upserted, removed: [] });
  }, everyMs);
  return {
    tell: (record) => {
      const row = rowOf(record);
      changed.set(row.id, row);
      if (row.state === 'archiving') beingFetched.set(row.id, row);
      else beingFetched.delete(row.id);
    },
    tellProgress: (id, doneBytes) => {
      const row = beingFetched.get(id);
      if (row !== undefined) changed.set(id, { ...row, doneBytes });
    },
    all: () => ({ rev, upserted: [], removed: [] }),
    follow: (listener, isHeard) => {
      listeners.set(listener, isHeard);
      return () => listeners.delete(listener);
    },
    stop: () => {
      clearInterval(timer);
    },
  };
}
