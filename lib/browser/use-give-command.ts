import { useCallback } from 'react';
import type { CommandAnswer } from '@/lib/contract/http';
import type { Problem } from '@/lib/contract/problem';
import type { DomainEvent } from '@/lib/domain/event';
import type { CommandId } from '@/lib/domain/ids';
import { ProblemError, UnreachableError } from './request';
import { useRostrum } from './rostrum-context';
import { newCommandId, sendCommand } from './send-command';
import type { StreamLive } from './stream-live';
import { useTeller } from './teller';

/** Hears of a problem; answers whether it has told the person, so that nobody else does. */
export type Tell = (problem: Problem, commandId: CommandId) => boolean;

/** What commands of one kind are given to: where they go, and the live store that shows them. */
export interface CommandTarget<E extends DomainEvent, C extends object> {
  readonly path: string;
  readonly live: Pick<StreamLive<unknown, E, C>, 'addPending' | 'dropPending' | 'take'>;
}

/**
 * Gives a command; null when it was not done or nobody knows, which the person has been told: by `tell`
 * where whoever asks says so themselves.
 */
export type GiveCommand = <E extends DomainEvent, C extends object>(
  target: CommandTarget<E, C>,
  command: C,
  tell?: Tell,
) => Promise<CommandAnswer<E> | null>;

/**
 * Gives commands to anything that has a stream. Each shows at once as pending, and until its own events
 * have been heard; a refusal takes it back and is told.
 */
export function useGiveCommand(): GiveCommand {
  const teller = useTeller();
  const { access } = useRostrum();
  return useCallback(
    async <E extends DomainEvent, C extends object>(
      { path, live }: CommandTarget<E, C>,
      command: C,
      tell?: Tell,
    ) => {
      const commandId = newCommandId();
      const { userId, name } = access.store.getState().me;
      live.addPending({ commandId, command, actor: { userId, name } });
      try {
        const answer = await sendCommand<E>(path, commandId, command);
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
    [teller, access],
  );
}
