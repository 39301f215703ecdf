import {
  type InfiniteData,
  type QueryClient,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import type { RowsMessage } from '@/lib/contract/hub';
import type {
  DeleteAnswer,
  RecordingDetail,
  RecordingRow,
  RecordingSummary,
  ZipLink,
} from '@/lib/contract/recording';
import type { Page } from '@/lib/contract/rows';
import { fitsChoice, type RecordingChoice, recordingQueryOf } from './recording-query';
import { recordingsIn, withFresh, withHeard } from './recording-rows';
import { deleteWith, getJson, postJson, putJson, withQuery } from './request';
import { useRostrum } from './rostrum-context';
import { type Paged, usePaged } from './use-paged';

/** Recordings as far back as was scrolled, the newest first, kept in step with the server. */
export interface RecordingList extends Paged<RecordingRow> {
  /** How many new ones there are that are not shown, because that would move what is looked at. */
  readonly freshCount: number;
  /** Whether something may have been missed in a long list: it shows what is there once it is asked anew. */
  readonly hasMissed: boolean;
  /** Back to the first page, with the new ones. */
  readonly showFresh: () => void;
}

type Loaded = InfiniteData<Page<RecordingRow>, string>;

const topic = 'recordings';
const base = '/api/recordings';
const limit = 100;
/** More pages than these are not asked for again by themselves. */
const mostAskedAgain = 5;
const summaryEveryMs = 3_000;

/** By what everything about recordings is known to the cache. */
export const recordingKeys = {
  lists: ['recordings', 'list'],
  list: (choice: RecordingChoice) => ['recordings', 'list', choice],
  summary: ['recordings', 'summary'],
  details: ['recordings', 'one'],
  detail: (path: string) => ['recordings', 'one', path],
  peaks: (path: string) => ['recordings', 'peaks', path],
  shares: (id: string) => ['recordings', 'shares', id],
} as const;

/** Where one recording is asked for. */
export function recordingPath(id: string): string {
  return `${base}/${encodeURIComponent(id)}`;
}

/** Where the same list is had as a file. */
export function recordingsFilePath(choice: RecordingChoice, now: number): string {
  return withQuery('/api/recordings.csv', recordingQueryOf(choice, now));
}

/**
 * Asks for recordings, and takes in what changes. `isAtTop` says whether new ones may stand on top without
 * moving what somebody looks at.
 */
export function useRecordings(choice: RecordingChoice, isAtTop: () => boolean): RecordingList {
  const queryClient = useQueryClient();
  const { clock } = useRostrum();
  const [fresh, setFresh] = useState<{ readonly of: RecordingChoice; readonly ids: Set<string> }>();
  const [missedOf, setMissedOf] = useState<RecordingChoice | null>(null);
  const key = recordingKeys.list(choice);
  const nowMs = () => clock.now() / 1000;
  const { rows, isLoading, error, hasMore, isLoadingMore, loadMore, refresh } =
    usePaged<RecordingRow>({
      key,
      ask: (cursor, signal) => {
        const query = { ...recordingQueryOf(choice, nowMs()), cursor, limit };
        return getJson<Page<RecordingRow>>(withQuery(base, query), signal);
      },
      isFresh: true,
    });
  useRecordingNews({
    heard: ({ upserted, removed }) => {
      const found = recordingsIn(upserted);
      patchDetails(queryClient, found);
      const before = queryClient.getQueryData<Loaded>(key);
      if (before === undefined) return;
      const { pages, fresh: above } = withHeard(before.pages, found, removed);
      const fitting = above.filter((row) => fitsChoice(row, choice, nowMs()));
      // In a list of one state a row that comes in would push away what somebody works through.
      const isQuiet = choice.state === '' && isAtTop();
      const after = isQuiet ? withFresh(pages, fitting) : pages;
      queryClient.setQueryData<Loaded>(key, { ...before, pages: [...after] });
      if (isQuiet || fitting.length === 0) return;
      setFresh((before) => {
        const known = before?.of === choice ? before.ids : [];
        return { of: choice, ids: new Set([...known, ...fitting.map(({ id }) => id)]) };
      });
    },
    missed: () => {
      const pages = queryClient.getQueryData<Loaded>(key)?.pages.length ?? 0;
      if (pages > mostAskedAgain) setMissedOf(choice);
      else void queryClient.invalidateQueries({ queryKey: key });
      void queryClient.invalidateQueries({ queryKey: recordingKeys.details });
    },
  });
  const askAnew = () => {
    setFresh(undefined);
    setMissedOf(null);
    refresh();
  };
  return {
    ...{ rows, isLoading, error, hasMore, isLoadingMore, loadMore },
    refresh: askAnew,
    freshCount: fresh?.of === choice ? fresh.ids.size : 0,
    hasMissed: missedOf === choice,
    showFresh: askAnew,
  };
}

/** Hears what changes about recordings while it is shown; `missed` when something may have been. */
function useRecordingNews({
  heard,
  missed,
}: {
  readonly heard: (message: RowsMessage) => void;
  readonly missed: () => void;
}): void {
  const { hub } = useRostrum();
  const queryClient = useQueryClient();
  const onHeard = useEffectEvent(heard);
  const onMissed = useEffectEvent(missed);
  useEffect(() => {
    let rev: number | null = null;
    let counting: ReturnType<typeof setTimeout> | undefined;
    const countAgain = () => {
      counting ??= setTimeout(() => {
        counting = undefined;
        void queryClient.invalidateQueries({ queryKey: recordingKeys.summary });
      }, summaryEveryMs);
    };
    const unfollow = hub.follow(topic, {
      after: () => null,
      take(answer) {
        if (!('rows' in answer)) return;
        if (rev !== null && rev !== answer.rows.rev) {
          onMissed();
          countAgain();
        }
        rev = answer.rows.rev;
      },
      rows(message) {
        if (rev !== null && message.rev <= rev) return;
        const isNext = rev === null || message.rev === rev + 1;
        // Until the answer tells what was missed, the number stays that of the last one heard.
        if (isNext) rev = message.rev;
        else hub.ask(topic);
        onHeard(message);
        countAgain();
      },
    });
    return () => {
      unfollow();
      clearTimeout(counting);
    };
  }, [hub, queryClient]);
}

/** How many recordings there are, and how they stand; null before it is known. */
export function useRecordingSummary(): RecordingSummary | null {
  const { data } = useQuery({
    queryKey: recordingKeys.summary,
    queryFn: ({ signal }) => getJson<RecordingSummary>(`${base}/summary`, signal),
    refetchOnMount: 'always',
  });
  return data ?? null;
}

/** What can be done with recordings; each throws as `postJson` does. */
export interface RecordingDeeds {
  readonly retry: (id: string) => Promise<void>;
  readonly hold: (id: string, reason: string) => Promise<void>;
  readonly lift: (id: string, reason: string) => Promise<void>;
  readonly remove: (ids: readonly string[], reason: string) => Promise<DeleteAnswer>;
  readonly zip: (ids: readonly string[]) => Promise<ZipLink>;
}

/** What can be done with recordings; what it makes of a row shows at once. */
export function useRecordingDeeds(): RecordingDeeds {
  const queryClient = useQueryClient();
  const show = async (answer: Promise<RecordingRow>) => {
    const row = await answer;
    patchLists(queryClient, [row]);
    patchDetails(queryClient, [row]);
  };
  return {
    retry: (id) => show(postJson(`${recordingPath(id)}/retry`, {})),
    hold: (id, reason) => show(putJson(`${recordingPath(id)}/hold`, { reason })),
    lift: (id, reason) => show(deleteWith(`${recordingPath(id)}/hold`, { reason })),
    remove: async (ids, reason) => {
      const [only, ...others] = ids;
      const answer = await (only !== undefined && others.length === 0
        ? deleteWith<DeleteAnswer>(recordingPath(only), { reason })
        : postJson<DeleteAnswer>(`${base}/delete`, { ids, reason }));
      const going = new Set(answer.deleting);
      for (const [, list] of queryClient.getQueriesData<Loaded>({
        queryKey: recordingKeys.lists,
      })) {
        const rows = list?.pages.flatMap(({ items }) => items) ?? [];
        const changed = rows.filter(({ id, state }) => going.has(id) && state !== 'deleted');
        patchLists(
          queryClient,
          changed.map((row) => ({ ...row, state: 'deleting' })),
        );
      }
      void queryClient.invalidateQueries({ queryKey: recordingKeys.summary });
      return answer;
    },
    zip: (ids) => postJson<ZipLink>(`${base}/zip`, { ids }),
  };
}

function patchLists(queryClient: QueryClient, rows: readonly RecordingRow[]): void {
  queryClient.setQueriesData<Loaded>({ queryKey: recordingKeys.lists }, (list) =>
    list === undefined ? list : { ...list, pages: [...withHeard(list.pages, rows, []).pages] },
  );
}

function patchDetails(queryClient: QueryClient, rows: readonly RecordingRow[]): void {
  const changed = new Map(rows.map((row) => [row.id, row]));
  queryClient.setQueriesData<RecordingDetail>({ queryKey: recordingKeys.details }, (detail) => {
    const recording = detail === undefined ? undefined : changed.get(detail.recording.id);
    return detail === undefined || recording === undefined ? detail : { ...detail, recording };
  });
}
