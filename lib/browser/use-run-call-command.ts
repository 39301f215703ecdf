import { useCallback } from 'react';
import type { Problem } from '@/lib/contract/problem';
import type { CallCommand } from '@/lib/domain/call/command';
import { ProblemError, UnreachableError } from './request';
import { newCommandId, sendCallCommand } from './send-command';
import { useTeller } from './teller';

/**
 * Gives a command to one call; whether the carrier took it. Why it did not, the person has been told:
 * by `tell` where whoever asks says so themselves, answering whether it did.
 */
export type RunCallCommand = (
  id: string,
  command: CallCommand,
  tell?: (problem: Problem) => boolean,
) => Promise<boolean>;

/** Gives commands to calls; how each fares stands in the call's row. */
export function useRunCallCommand(): RunCallCommand {
  const teller = useTeller();
  return useCallback(
    async (id, command, tell) => {
      try {
        await sendCallCommand(id, newCommandId(), command);
        return true;
      } catch (error) {
        if (error instanceof ProblemError) {
          if (tell?.(error.problem) !== true) teller.problem(error.problem);
        } else if (error instanceof UnreachableError) teller.unreachable();
        else throw error;
        return false;
      }
    },
    [teller],
  );
}
