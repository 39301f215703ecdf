import { useCallback, useState } from 'react';
import type { Problem } from '@/lib/contract/problem';
import { ProblemError } from './request';

/** Why something somebody tried was not done. */
export type Trouble = Problem | 'unreachable';

/** One thing tried at a time, and what went wrong with the last. */
export interface Attempt {
  readonly isBusy: boolean;
  readonly trouble: Trouble | null;
  /** Runs it; busy until it is over. Who turns away from a passkey is in no trouble. */
  readonly run: (work: () => Promise<void>) => void;
  readonly forget: () => void;
}

/** Runs what a form asks for, one at a time. */
export function useAttempt(): Attempt {
  const [isBusy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const run = useCallback((work: () => Promise<void>) => {
    setBusy(true);
    setTrouble(null);
    work()
      .catch((error: unknown) => {
        if (error instanceof ProblemError) setTrouble(error.problem);
        else if (!(error instanceof DOMException)) setTrouble('unreachable');
      })
      .finally(() => {
        setBusy(false);
      });
  }, []);
  const forget = useCallback(() => {
    setTrouble(null);
  }, []);
  return { isBusy, trouble, run, forget };
}
