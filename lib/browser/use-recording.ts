import { useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  MadeShare,
  PeaksAnswer,
  RecordingDetail,
  RecordingNote,
  RecordingPeaks,
  RecordingShare,
  shareHours,
} from '@/lib/contract/recording';
import { deleteJson, getJson, isWorthRetrying, postJson } from './request';
import { recordingKeys, recordingPath } from './use-recordings';

/** One recording, as far as it has come. */
export interface RecordingView {
  readonly detail: RecordingDetail | null;
  readonly error: Error | null;
  readonly refresh: () => void;
}

/** Where one recording is asked for by whoever was given a link to it. */
export function sharedRecordingPath(token: string): string {
  return `/api/shared-recordings/${encodeURIComponent(token)}`;
}

/** Asks for what there is to one recording, by the path that it has for whoever asks. */
export function useRecording(path: string): RecordingView {
  const { data, error, refetch } = useQuery({
    queryKey: recordingKeys.detail(path),
    queryFn: ({ signal }) => getJson<RecordingDetail>(path, signal),
    refetchOnMount: 'always',
  });
  return { detail: data ?? null, error, refresh: () => void refetch() };
}

/** The shape of a sound: there, still being computed, or not to be had. */
export type PeaksView =
  | { readonly phase: 'ready'; readonly peaks: RecordingPeaks }
  | { readonly phase: 'drawing' | 'failed' };

const longestWaitMs = 10_000;

/** Asks for the shape of a sound, again and again while it is being drawn, less and less often. */
export function usePeaks(path: string, isWanted: boolean): PeaksView {
  const { data, error } = useQuery({
    queryKey: recordingKeys.peaks(path),
    queryFn: ({ signal }) => getJson<PeaksAnswer>(`${path}/peaks`, signal),
    enabled: isWanted,
    staleTime: Infinity,
    refetchInterval: ({ state }) =>
      state.data?.peaks === null && Math.min(longestWaitMs, 700 * 1.5 ** state.dataUpdateCount),
    retry: (tries, failure) => isWorthRetrying(failure) && tries < 3,
  });
  if (data?.peaks != null) return { phase: 'ready', peaks: data.peaks };
  return { phase: error === null ? 'drawing' : 'failed' };
}

/** Writes and deletes notes on a recording; each throws as `postJson` does. */
export function useNotes(id: string): {
  readonly add: (atMs: number, text: string) => Promise<void>;
  readonly remove: (noteId: string) => Promise<void>;
} {
  const queryClient = useQueryClient();
  const path = recordingPath(id);
  const queryKey = recordingKeys.detail(path);
  const change = (notes: (known: readonly RecordingNote[]) => readonly RecordingNote[]) => {
    queryClient.setQueryData<RecordingDetail>(queryKey, (detail) =>
      detail === undefined ? detail : { ...detail, notes: notes(detail.notes) },
    );
  };
  return {
    add: async (atMs, text) => {
      const note = await postJson<RecordingNote>(`${path}/notes`, { atMs, text });
      change((known) => [...known, note].sort((a, b) => a.atMs - b.atMs));
    },
    remove: async (noteId) => {
      await deleteJson(`${path}/notes/${encodeURIComponent(noteId)}`);
      change((known) => known.filter((note) => note.id !== noteId));
    },
  };
}

/** The links that were made to a recording, and how to make and revoke one. */
export interface SharesView {
  readonly shares: readonly RecordingShare[];
  readonly isLoading: boolean;
  readonly error: Error | null;
  readonly refresh: () => void;
  readonly make: (asked: {
    readonly hours: (typeof shareHours)[number];
    readonly mayDownload: boolean;
  }) => Promise<MadeShare>;
  readonly revoke: (shareId: string) => Promise<void>;
}

/** Asks for the links that were made to a recording. */
export function useShares(id: string): SharesView {
  const queryClient = useQueryClient();
  const queryKey = recordingKeys.shares(id);
  const path = `${recordingPath(id)}/shares`;
  const { data, isLoading, error } = useQuery({
    queryKey,
    queryFn: ({ signal }) => getJson<{ items: readonly RecordingShare[] }>(path, signal),
    refetchOnMount: 'always',
  });
  const refresh = () => void queryClient.invalidateQueries({ queryKey });
  return {
    shares: data?.items ?? [],
    isLoading,
    error,
    refresh,
    make: async (asked) => {
      const made = await postJson<MadeShare>(path, asked);
      refresh();
      return made;
    },
    revoke: async (shareId) => {
      await deleteJson(`${path}/${encodeURIComponent(shareId)}`);
      refresh();
    },
  };
}
