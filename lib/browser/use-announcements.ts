import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Announcement, AnnouncementRow } from '@/lib/contract/announcement';
import { deleteJson, getJson, postJson, putJson } from './request';

/** The saved announcements by key, and how to change them. */
export interface AnnouncementsView {
  readonly rows: readonly AnnouncementRow[];
  readonly isLoading: boolean;
  readonly error: Error | null;
  readonly refresh: () => void;
  /** Saves a new one, or one that is there anew. */
  readonly save: (id: string | null, announcement: Announcement) => Promise<AnnouncementRow>;
  readonly remove: (id: string) => Promise<void>;
}

const path = '/api/announcements';
const queryKey = ['announcements'] as const;

/** Asks for the announcements, and again when the page comes back into sight: others change them too. */
export function useAnnouncements(): AnnouncementsView {
  const queryClient = useQueryClient();
  const query = useQuery({
    queryKey,
    queryFn: ({ signal }) => getJson<{ items: readonly AnnouncementRow[] }>(path, signal),
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
    save: (id, announcement) =>
      thenRefresh(
        id === null
          ? postJson<AnnouncementRow>(path, announcement)
          : putJson<AnnouncementRow>(`${path}/${encodeURIComponent(id)}`, announcement),
      ),
    remove: (id) => thenRefresh(deleteJson(`${path}/${encodeURIComponent(id)}`)),
  };
}
