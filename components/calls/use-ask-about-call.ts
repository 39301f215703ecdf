import { useCallback } from 'react';
import { useTranslations } from 'use-intl';
import { showToast } from '@/components/ui/toast';
import { getJson, ProblemError, UnreachableError } from '@/lib/browser/request';
import { useTeller } from '@/lib/browser/teller';
import type { CallStatusAnswer } from '@/lib/contract/http';
import type { CallRow } from '@/lib/contract/rows';
import { clockOf } from '@/lib/format/duration';
import { callName } from './call-view';

const patienceMs = 30_000;

/** Asks the carrier for one call alone and tells what it says; the list follows by itself. */
export function useAskAboutCall(): (row: CallRow) => void {
  const t = useTranslations('calls.carrier');
  const teller = useTeller();
  return useCallback(
    (row) => {
      const name = callName(row);
      const path = `/api/calls/${encodeURIComponent(row.id)}/status`;
      getJson<CallStatusAnswer>(path, AbortSignal.timeout(patienceMs)).then(
        ({ isAlive, durationSecs }) => {
          const length = clockOf((durationSecs ?? 0) * 1_000_000);
          const detail = isAlive ? t('alive', { length }) : t('over', { length });
          showToast({ title: t('says', { name }), detail });
        },
        (error: unknown) => {
          if (error instanceof ProblemError && error.problem.code === 'not-found')
            showToast({ kind: 'warning', title: t('unknown', { name }) });
          else if (error instanceof ProblemError) teller.problem(error.problem);
          else if (error instanceof UnreachableError) teller.unreachable();
          else throw error;
        },
      );
    },
    [t, teller],
  );
}
