import { useMutation } from '@tanstack/react-query';
import type { CallControlId, CommandId, ConferenceId } from '@/lib/domain/ids';
import type { SupervisingValue, SupervisionCommand } from '@/lib/domain/supervision/command';
import { postJson, ProblemError } from './request';
import { newCommandId } from './send-command';
import { useTeller } from './teller';

/** Whom to supervise, how, and on which phone; what is left out, the server knows. */
export interface SupervisionWish extends SupervisingValue {
  readonly conferenceId?: ConferenceId | undefined;
  readonly whom: CallControlId;
  readonly to: string;
  readonly from?: string | undefined;
}

/** Begins to supervise; answers the session, whose stream tells the rest. Throws as `postJson` does. */
export async function startSupervision(fields: SupervisionWish): Promise<CommandId> {
  const commandId = newCommandId();
  await postJson('/api/supervisions', {
    ...{ commandId, command: { type: 'supervision.start', fields } },
  });
  return commandId;
}

/** Asks something of one's own session; whoever asks is told where it was not taken. */
export function useSessionCommands(id: CommandId) {
  const teller = useTeller();
  const { mutate, isPending } = useMutation({
    mutationFn: (command: Exclude<SupervisionCommand, { type: 'supervision.start' }>) =>
      postJson(`/api/supervisions/${encodeURIComponent(id)}/commands`, {
        ...{ commandId: newCommandId(), command },
      }),
    onError: (error) => {
      if (error instanceof ProblemError) teller.problem(error.problem);
      else teller.unreachable();
    },
  });
  return {
    isPending,
    switchRole: (fields: SupervisingValue) => {
      mutate({ type: 'supervision.switchRole', fields });
    },
    stop: () => {
      mutate({ type: 'supervision.stop', fields: {} });
    },
  };
}
