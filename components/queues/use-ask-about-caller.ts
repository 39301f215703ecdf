import { useCallback } from 'react';
import { useTranslations } from 'use-intl';
import { showToast } from '@/components/ui/toast';
import { getJson, ProblemError, UnreachableError } from '@/lib/browser/request';
import { useTeller } from '@/lib/browser/teller';
import type { QueueCallAnswer } from '@/lib/contract/http';
import { clockOf } from '@/lib/format/duration';
import type { CallerRow } from './caller-row';

const patienceMs = 30_000;

/** Asks the carrier for one caller alone and tells what it says; the table follows by itself. */
export function useAskAboutCaller(): (row: CallerRow) => void {
  const t = useTranslations('queues.carrier');
  const teller = useTeller();
  return useCallback(
    ({ id, queue, name }) => {
      const path = `/api/queues/${encodeURIComponent(queue)}/calls/${encodeURIComponent(id)}`;
      getJson<QueueCallAnswer>(path, AbortSignal.timeout(patienceMs)).then(
        ({ position, waitedSecs, isAlive }) => {
          const waited = clockOf(waitedSecs * 1_000_000);
          const detail = t(isAlive ? 'waits' : 'kept', { position, waited });
          showToast({ title: t('says', { name }), detail });
        },
        (error: unknown) => {
          if (error instanceof ProblemError && error.problem.code === 'not-found') {
            showToast({ kind: 'warning', title: t('knowsNobody', { name }) });
          } else if (error instanceof ProblemError) teller.problem(error.problem);
          else if (error instanceof UnreachableError) teller.unreachable();
          else throw error;
        },
      );
    },
    [t, teller],
  );
}
