'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { ProblemError } from '@/lib/browser/request';

/** Runs one way to sign in at a time, and goes on to the board when it has worked. */
export function useSignIn() {
  const t = useTranslations('problems');
  const [isBusy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const run = (work: () => Promise<'done' | 'more'>) => {
    setBusy(true);
    setTrouble(null);
    work()
      .then((outcome) => {
        // Everything that was loaded for nobody is loaded anew.
        if (outcome === 'done') window.location.assign('/');
        else setBusy(false);
      })
      .catch((error: unknown) => {
        setBusy(false);
        if (error instanceof ProblemError) setTrouble(error.problem.detail);
        else if (!(error instanceof DOMException)) setTrouble(t('unreachableTitle'));
      });
  };
  return { isBusy, trouble, run };
}

/** What `useSignIn` gives. */
export type SignInRun = ReturnType<typeof useSignIn>;
