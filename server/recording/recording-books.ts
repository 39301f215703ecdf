import type { RecordingState } from '@/lib/contract/recording';
import {
  callStream,
  type CallControlId,
  type ConferenceId,
  conferenceStream,
} from '@/lib/domain/ids';
import type { Micros } from '@/lib/domain/stamp';
import type { Log } from '@/server/log/log';
import type { JobRecord, Store } from '@/server/log/ports';
import type { RecordingChange, RecordingRecord, RecordingTable } from './ports';
import type { RecordingNews } from './recording-news';

/** What everything about recordings shares. */
export interface RecordingBooks {
  readonly table: RecordingTable;
  readonly now: () => Micros;
  /** Changes it as the table does, and tells whoever watches. */
  change(
    id: string,
    change: RecordingChange,
    where: { readonly states: readonly RecordingState[]; readonly isFree?: boolean },
  ): Promise<RecordingRecord | null>;
  tellProgress(id: string, doneBytes: number): void;
  addJobs(jobs: readonly Omit<JobRecord, 'tries'>[]): Promise<void>;
  /** The name of a conference; null where nobody knows it. */
  conferenceName(id: string): Promise<string | null>;
  /** The queue a call came through; null where it came through none. */
  queueOf(callControlId: string): Promise<string | null>;
}

/** Makes the books. */
export function createRecordingBooks(parts: {
  readonly table: RecordingTable;
  readonly store: Pick<Store, 'transact'>;
  readonly log: Pick<Log, 'read'>;
  readonly nameAtCarrier: (conferenceId: string) => Promise<string | null>;
  readonly news: RecordingNews;
  readonly now: () => Micros;
  readonly onJobs: () => void;
}): RecordingBooks {
  const { table, store, log, nameAtCarrier, news, now, onJobs } = parts;
  return {
    table,
    now,
    change: async (id, change, where) => {
      const changed = await table.change(id, change, where);
      if (changed !== null) news.tell(changed);
      return changed;
    },
    tellProgress: news.tellProgress,
    addJobs: async (jobs) => {
      await store.transact((tx) => tx.addJobs(jobs.map((job) => ({ ...job, tries: 0 }))));
      onJobs();
    },
    conferenceName: async (id) => {
      const view = await log.read(conferenceStream(id as ConferenceId));
      const known = view?.state.description?.name ?? view?.state.settings?.name;
      // It ended before Rostrum heard of it, or is not described yet. A sound is kept without a name
      // rather than not at all.
      return known ?? nameAtCarrier(id).catch(() => null);
    },
    queueOf: async (callControlId) => {
      const view = await log.read(callStream(callControlId as CallControlId));
      return view?.state.enqueued?.value.queue ?? null;
    },
  };
}
