import { useQueryClient } from '@tanstack/react-query';
import {
  type ApplicationChange,
  applicationLimits,
  type ApplicationRow,
  type ApplicationSettings,
} from '@/lib/contract/application';
import type { Page } from '@/lib/contract/rows';
import { deleteJson, getJson, patchJson, postJson, withQuery } from './request';
import { type Paged, usePaged } from './use-paged';

/** How the applications are changed; each answers with the application as the carrier has it then. */
export interface ApplicationChanges {
  readonly create: (settings: ApplicationSettings) => Promise<ApplicationRow>;
  readonly change: (id: string, change: ApplicationChange) => Promise<ApplicationRow>;
  readonly remove: (id: string) => Promise<void>;
}

/** Where applications are asked for. */
export const applicationsPath = '/api/applications';
/** What is known of applications is known by this. */
export const applicationsKey = ['applications'] as const;

const limit = 50;

/** The applications of the account, the newest first; a search is asked for once it is long enough. */
export function useApplications(search: string): Paged<ApplicationRow> {
  const asked = search.trim();
  const q = asked.length < applicationLimits.shortestSearch ? '' : asked;
  return usePaged<ApplicationRow>({
    key: [...applicationsKey, 'list', q],
    ask: (cursor, signal) =>
      getJson<Page<ApplicationRow>>(withQuery(applicationsPath, { q, cursor, limit }), signal),
    isFresh: true,
  });
}

/** Changes applications, and asks again for those on screen: a refused change may have been of old ones. */
export function useApplicationChanges(): ApplicationChanges {
  const queryClient = useQueryClient();
  const thenRefresh = async <T>(change: Promise<T>): Promise<T> => {
    try {
      return await change;
    } finally {
      void queryClient.invalidateQueries({ queryKey: applicationsKey });
    }
  };
  const pathOf = (id: string) => `${applicationsPath}/${encodeURIComponent(id)}`;
  return {
    create: (settings) => thenRefresh(postJson<ApplicationRow>(applicationsPath, settings)),
    change: (id, change) => thenRefresh(patchJson<ApplicationRow>(pathOf(id), change)),
    remove: (id) => thenRefresh(deleteJson(pathOf(id))),
  };
}
