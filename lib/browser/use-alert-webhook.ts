import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { AlertWebhook, SavedAlertWebhook, WebhookAttempt } from '@/lib/contract/alert';
import { deleteJson, getJson, postJson, putJson } from './request';

/** Where alerts are posted, and how to change it. */
export interface AlertWebhookView {
  readonly webhook: AlertWebhook | null;
  readonly error: Error | null;
  readonly refresh: () => void;
  /** Answers the secret where one was made. */
  readonly save: (url: string, renewsSecret: boolean) => Promise<string | null>;
  readonly remove: () => Promise<void>;
  readonly attempt: () => Promise<WebhookAttempt>;
}

const path = '/api/alert-webhook';
const queryKey = ['alert-webhook'] as const;

/** Asks where alerts are posted. */
export function useAlertWebhook(): AlertWebhookView {
  const queryClient = useQueryClient();
  const query = useQuery({
    queryKey,
    queryFn: ({ signal }) => getJson<AlertWebhook>(path, signal),
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
    webhook: query.data ?? null,
    error: query.error,
    refresh,
    save: async (url, renewsSecret) => {
      const change = putJson<SavedAlertWebhook>(path, { url, renewsSecret });
      return (await thenRefresh(change)).secret;
    },
    remove: () => thenRefresh(deleteJson(path)),
    attempt: () => thenRefresh(postJson<WebhookAttempt>(`${path}/trial`, {})),
  };
}
