import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { MediaRow } from '@/lib/contract/media';
import { deleteJson, getJson, putJson, withQuery } from './request';
import { type Upload, uploadFile } from './upload-file';

/** The media library, and how to change it. */
export interface MediaView {
  readonly rows: readonly MediaRow[];
  readonly isLoading: boolean;
  readonly error: Error | null;
  readonly refresh: () => void;
  readonly upload: (
    file: Blob,
    as: { readonly name: string; readonly ttlSecs: number },
    onProgress: (part: number) => void,
  ) => Upload<MediaRow>;
  readonly keep: (name: string, ttlSecs: number) => Promise<void>;
  readonly remove: (name: string) => Promise<void>;
}

const path = '/api/media';
const queryKey = ['media'] as const;

/** Asks for the library, and again when the page comes back into sight: others change it too. */
export function useMedia(): MediaView {
  const queryClient = useQueryClient();
  const query = useQuery({
    queryKey,
    queryFn: ({ signal }) => getJson<{ items: readonly MediaRow[] }>(path, signal),
    refetchOnMount: 'always',
    refetchOnWindowFocus: 'always',
  });
  const refresh = () => void queryClient.invalidateQueries({ queryKey });
  const thenRefresh = async <T>(change: Promise<T>): Promise<T> => {
    try {
      return await change;
    } finally {
      refresh();
    }
  };
  return {
    rows: query.data?.items ?? [],
    isLoading: query.isLoading,
    error: query.error,
    refresh,
    upload: (file, as, onProgress) => {
      const { answer, stop } = uploadFile<MediaRow>(withQuery(path, as), file, onProgress);
      return { answer: thenRefresh(answer), stop };
    },
    keep: async (name, ttlSecs) => {
      await thenRefresh(putJson<MediaRow>(pathOf(name), { ttlSecs }));
    },
    remove: (name) => thenRefresh(deleteJson(pathOf(name))),
  };
}

/** Where a file can be heard. */
export function mediaAudioPath(name: string): string {
  return `${pathOf(name)}/audio`;
}

function pathOf(name: string): string {
  return `${path}/${encodeURIComponent(name)}`;
}
