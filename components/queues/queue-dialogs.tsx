import { Trash2 } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useSending } from '@/components/desk/use-sending';
import { TroubleLine } from '@/components/shell/trouble-line';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { createQueue } from '@/lib/browser/create-queue';
import { useAttempt } from '@/lib/browser/use-attempt';
import { createQueueForm, queueForms } from '@/lib/contract/forms/queue-forms';
import type { QueueCommand } from '@/lib/domain/queue/command';
import { maxSizeOf } from '@/lib/domain/queue/view';
import { useBoardHands } from './board-hands';
import type { BoardQuestion } from './board-state';
import { useBoard } from './board-store';
import { FormQuestion } from './form-question';

/** Makes a queue. */
export function CreateQueueDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslations('queues.ask');
  const { isBusy, trouble, run } = useAttempt();
  return (
    <FormQuestion
      title={t('create.title')}
      about={t('create.about')}
      sendLabel={t('create.send')}
      fields={createQueueForm}
      isBusy={isBusy}
      problem={trouble}
      onSend={(fields) => {
        run(async () => {
          await createQueue(fields);
          onClose();
        });
      }}
      onClose={onClose}
    />
  );
}

/** Changes a queue's size, or connects the first who waits in it. */
export function QueueDialog({
  question: { command, queue },
  onClose,
}: {
  readonly question: Extract<BoardQuestion, { ask: 'queue' }>;
  readonly onClose: () => void;
}) {
  const t = useTranslations('queues.ask');
  const { isBusy, problem, told, send } = useSendingTo(queue);
  const state = useBoard((board) => board.lists.get(queue)?.queue);
  const size = state === undefined ? null : maxSizeOf(state);
  return (
    <FormQuestion
      title={t(`${command}.title`, { queue })}
      about={t(`${command}.about`)}
      sendLabel={t(`${command}.send`)}
      fields={queueForms[command]}
      given={size === null ? {} : { maxSize: String(size.value) }}
      {...{ isBusy, problem, told, onClose }}
      onSend={(fields) => {
        // The form has the fields of its command, which the server checks again.
        void send({ type: command, fields } as unknown as QueueCommand).then(
          ({ isTaken, isThere }) => {
            if (isTaken && isThere) onClose();
          },
        );
      }}
    />
  );
}

/** Asks before a queue is deleted, and stays, with the reason, when it is refused. */
export function DeleteQueueDialog({
  queue,
  onClose,
}: {
  readonly queue: string;
  readonly onClose: () => void;
}) {
  const t = useTranslations('queues.ask.delete');
  const common = useTranslations('common');
  const { isBusy, problem, send } = useSendingTo(queue);
  return (
    <ConfirmDialog
      isOpen
      onOpenChange={onClose}
      title={t('title', { queue })}
      description={t('about')}
      confirmLabel={isBusy ? common('busy') : t('send')}
      cancelLabel={common('cancel')}
      confirmIcon={<Trash2 size={15} />}
      isBusy={isBusy}
      onConfirm={() => {
        void send({ type: 'queue.delete', fields: {} }).then(({ isTaken, isThere }) => {
          if (isTaken && isThere) onClose();
        });
      }}
    >
      <div className="mt-3">
        <TroubleLine trouble={problem} />
      </div>
    </ConfirmDialog>
  );
}

function useSendingTo(queue: string) {
  const { run } = useBoardHands();
  return useSending<QueueCommand>((command, tell) => run(queue, command, tell));
}
