import { useMemo } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { ProblemError, UnreachableError } from '@/lib/browser/request';
import type { Problem } from '@/lib/contract/problem';

/** Says in the reader's language what a request failed of. */
export interface ErrorWords {
  /** One sentence for an error of `getJson` or `postJson`. */
  readonly sentence: (error: Error) => string;
  /** What to add to the sentence of a problem's code; empty where there is nothing to add. */
  readonly addition: (problem: Problem) => string;
}

// Of these only the detail tells what it is about, in the carrier's words or by the name of a field.
const toldByDetail = new Set<string>(['bad-request', 'carrier-refused', 'not-carried-out']);

/** Words for errors. The server writes its details in English: who reads another language gets ours. */
export function useErrorWords(): ErrorWords {
  const t = useTranslations('problems');
  const isEnglish = useLocale() === 'en';
  return useMemo(
    () => ({
      sentence(error) {
        if (error instanceof UnreachableError) return t('unreachableTitle');
        if (!(error instanceof ProblemError)) return error.message;
        return isEnglish ? error.problem.detail : t(`sentences.${error.problem.code}`);
      },
      addition: ({ code, detail }) => (isEnglish || toldByDetail.has(code) ? detail : ''),
    }),
    [t, isEnglish],
  );
}
