'use client';
import { useState } from 'react';
import { useErrorWords } from '@/components/shell/use-error-words';

/** Runs one way to sign in at a time, and goes on to the board when it has worked. */
export function useSignIn() {
  const words = useErrorWords();
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
        if (error instanceof Error && !(error instanceof DOMException)) {
          setTrouble(words.sentence(error));
        }
      });
  };
  return { isBusy, trouble, run };
}

/** What `useSignIn` gives. */
export type SignInRun = ReturnType<typeof useSignIn>;
