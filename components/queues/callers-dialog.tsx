import { useTranslations } from 'use-intl';
import { liveRows } from '@/components/conferences/live-rows';
import { nobodyChosen } from '@/components/list/selection';
import { useSending } from '@/components/desk/use-sending';
import type { FormValues } from '@/components/forms/form-values';
import { useRostrum } from '@/lib/browser/rostrum-context';
import { queueForms } from '@/lib/contract/forms/queue-forms';
import type { CallersAsk } from './board-action';
import { useBoardHands } from './board-hands';
import type { BoardQuestion } from './board-state';
import { useBoardStore } from './board-store';
import { FormQuestion } from './form-question';

/** Asks what a command about callers needs: a conference, a number, a call or another queue. */
export function CallersDialog({
  question: { command, rows },
  onClose,
}: {
  readonly question: Extract<BoardQuestion, { ask: 'callers' }>;
  readonly onClose: () => void;
}) {
  const t = useTranslations('queues.ask');
  const board = useBoardStore();
  const { ask } = useBoardHands();
  const given = useGiven();
  const { isBusy, problem, told, send } = useSending<CallersAsk>((asked, tell) =>
    ask(rows, asked, tell),
  );
  const sendTyped = async (fields: Record<string, unknown>) => {
    // The form has the fields of its command, which the server checks again.
    const { isTaken, isThere } = await send({ type: command, fields } as unknown as CallersAsk);
    if (!isTaken) return;
    board.setState({ selection: nobodyChosen });
    if (typeof fields.conferenceId === 'string') {
      board.setState({ lastConference: fields.conferenceId });
    }
    if (isThere) onClose();
  };
  const count = rows.length;
  const name = rows[0]?.name ?? '';
  return (
    <FormQuestion
      title={t(`${command}.title`, { count, name })}
      about={t(`${command}.about`, { count })}
      sendLabel={t(`${command}.send`, { count })}
      fields={queueForms[command]}
      given={given}
      {...{ isBusy, problem, told, onClose }}
      onSend={(fields) => {
        void sendTyped(fields);
      }}
    />
  );
}

/** The conference that is chosen to begin with: where somebody was let in last, else the first. */
function useGiven(): FormValues {
  const { overview } = useRostrum();
  const { lastConference } = useBoardStore().getState();
  const { conferences } = overview.store.getState();
  const isStillThere = lastConference !== null && conferences.has(lastConference);
  const [first] = liveRows(conferences.values(), '');
  return { conferenceId: isStillThere ? lastConference : (first?.id ?? '') };
}
