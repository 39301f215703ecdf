import { useCallback } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { ProblemError, UnreachableError } from '@/lib/browser/request';
import type { Problem } from '@/lib/contract/problem';

// Of these only the detail tells what it is about, in the carrier's words or by the name of a field.
const toldByDetail = new Set<string>(['bad-request', 'carrier-refused', 'not-carried-out']);

/**
 * One sentence in the reader's language for an error of `getJson` or `postJson`. The server writes its
 * details in English: who reads another language gets ours.
 */
export function useErrorSentence(): (error: Error) => string {
  const t = useTranslations('problems');
  const refusals = useTranslations('refusals');
  const isEnglish = useLocale() === 'en';
  return useCallback(
    (error: Error) => {
      if (error instanceof UnreachableError) return t('unreachableTitle');
      if (!(error instanceof ProblemError)) return error.message;
      return isEnglish ? error.problem.detail : refusals(error.problem.code);
    },
    [t, refusals, isEnglish],
  );
}

/** What to add to the sentence of a problem's code; empty where there is nothing to add. */
export function useProblemDetail(): (problem: Problem) => string {
  const isEnglish = useLocale() === 'en';
  return useCallback(
    ({ code, detail }: Problem) => (isEnglish || toldByDetail.has(code) ? detail : ''),
    [isEnglish],
  );
}
