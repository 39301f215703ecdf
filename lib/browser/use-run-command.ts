import { useCallback } from 'react';
import type { CommandAnswer } from '@/lib/contract/http';
import type { ConferenceCommand } from '@/lib/domain/conference/command';
import type { CommandId, ConferenceId } from '@/lib/domain/ids';
import { useConferenceLive } from './use-conference';
import type { Problem } from '@/lib/contract/problem';
import { ProblemError, UnreachableError } from './request';
import { newCommandId, sendCommand } from './send-command';
import { useTeller } from './teller';
import { useRostrum } from './rostrum-context';

/**
 * Runs a command; null when it was not done or nobody knows, which the person has been told: by
 * `tell` where whoever asks says so themselves, answering whether it did.
 */
export type RunCommand = (
  command: ConferenceCommand,
  tell?: (problem: Problem, commandId: CommandId) => boolean,
) => Promise<CommandAnswer | null>;

/**
 * Gives commands to the conference around. Each shows at once as pending, and until its own events
 * have been heard; a refusal takes it back and is told.
 */
export function useRunCommand(conferenceId: ConferenceId): RunCommand {
  const live = useConferenceLive();
  const teller = useTeller();
  const { access } = useRostrum();
  return useCallback(
    async (command, tell) => {
      const commandId = newCommandId();
      const { userId, name } = access.store.getState().me;
      live.addPending({ commandId, command, actor: { userId, name } });
      try {
        const answer = await sendCommand(conferenceId, commandId, command);
        // Its events drop it, once those before them have been heard too.
        live.take(answer.events);
        if (answer.events.length === 0) live.dropPending(commandId);
        return answer;
      } catch (error) {
        live.dropPending(commandId);
        if (error instanceof ProblemError) {
          if (tell?.(error.problem, commandId) !== true) teller.problem(error.problem);
        } else if (error instanceof UnreachableError) teller.unreachable();
        else throw error;
        return null;
      }
    },
    [conferenceId, live, teller, access],
  );
}
