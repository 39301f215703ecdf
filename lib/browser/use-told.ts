import { useCallback } from 'react';
import { ProblemError, UnreachableError } from './request';
import { useTeller } from './teller';

/** Does something whose failure the person is told of in a corner of the page. */
export function useTold(): (work: () => Promise<void>) => void {
  const teller = useTeller();
  return useCallback(
    (work) => {
      work().catch((error: unknown) => {
        if (error instanceof ProblemError) teller.problem(error.problem);
        else if (error instanceof UnreachableError) teller.unreachable();
        else throw error;
      });
    },
    [teller],
  );
}
