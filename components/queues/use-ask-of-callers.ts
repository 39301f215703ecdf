import { useCallback } from 'react';
import { useRunQueueCommand } from '@/lib/browser/use-queues';
import { limits } from '@/lib/contract/forms/limits';
import type { CommandId } from '@/lib/domain/ids';
import type { QueueCommand } from '@/lib/domain/queue/command';
import type { BoardHands } from './board-action';
import { useBoardStore } from './board-store';
import { partsOf } from './callers-bulk';

/** Gives commands to callers, queue by queue, and watches what becomes of each where there are several. */
export function useAskOfCallers(): BoardHands['ask'] {
  const board = useBoardStore();
  const run = useRunQueueCommand();
  return useCallback(
    async (rows, { type, fields }, tell) => {
      const parts = partsOf(rows, limits.legs.max);
      const answers = await Promise.all(
        parts.map(async (part) => {
          const legs = part.rows.map(({ id }) => id);
          // The fields are those of this type of command, whose callers stood beside them.
          const command = { type, fields: { ...fields, legs } } as QueueCommand;
          const answer = await run(part.queue, command, tell);
          const commandId = answer === null ? null : (answer.commandId as CommandId);
          return { ...part, commandId };
        }),
      );
      const taken = answers.filter(({ commandId }) => commandId !== null);
      if (rows.length > 1 && taken.length > 0) board.setState({ bulk: { type, parts: answers } });
      return taken.length === 0 ? null : taken;
    },
    [board, run],
  );
}
