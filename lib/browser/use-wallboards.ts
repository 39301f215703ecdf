import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { WallboardLink, WallboardRow, WallboardSettings } from '@/lib/contract/wallboard';
import { deleteJson, getJson, postJson, putJson } from './request';

/** The wallboards by name, and how to change them. */
export interface WallboardsView {
  readonly rows: readonly WallboardRow[];
  readonly isLoading: boolean;
  readonly error: Error | null;
  readonly refresh: () => void;
  readonly add: (settings: WallboardSettings) => Promise<WallboardLink>;
  readonly change: (id: string, settings: WallboardSettings) => Promise<WallboardRow>;
  /** Another link; the one before opens nothing any more. */
  readonly relink: (id: string) => Promise<WallboardLink>;
  readonly remove: (id: string) => Promise<void>;
}

const path = '/api/wallboards';
const queryKey = ['wallboards'] as const;

/** Asks for the wallboards, and again when the page comes back into sight: others change them too. */
export function useWallboards(): WallboardsView {
  const queryClient = useQueryClient();
  const query = useQuery({
    queryKey,
    queryFn: ({ signal }) => getJson<{ items: readonly WallboardRow[] }>(path, signal),
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
  const pathOf = (id: string) => `${path}/${encodeURIComponent(id)}`;
  return {
    rows: query.data?.items ?? [],
    isLoading: query.isLoading,
    error: query.error,
    refresh,
    add: (settings) => thenRefresh(postJson<WallboardLink>(path, settings)),
    change: (id, settings) => thenRefresh(putJson<WallboardRow>(pathOf(id), settings)),
    relink: (id) => thenRefresh(postJson<WallboardLink>(`${pathOf(id)}/link`, {})),
    remove: (id) => thenRefresh(deleteJson(pathOf(id))),
  };
}
