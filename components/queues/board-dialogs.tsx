import { LogOut, PhoneOff } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { nobodyChosen } from '@/components/list/selection';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { useBoardHands } from './board-hands';
import type { BoardQuestion } from './board-state';
import { useBoard, useBoardStore } from './board-store';
import { CallersDialog } from './callers-dialog';
import { CreateQueueDialog, DeleteQueueDialog, QueueDialog } from './queue-dialogs';

/** The question of the page, while one is asked. */
export function BoardDialogs({ onClose }: { readonly onClose: () => void }) {
  const question = useBoard((board) => board.question);
  switch (question?.ask) {
    case undefined:
      return null;
    case 'create':
      return <CreateQueueDialog onClose={onClose} />;
    case 'callers':
      return <CallersDialog question={question} onClose={onClose} />;
    case 'queue':
      return <QueueDialog question={question} onClose={onClose} />;
    case 'delete':
      return <DeleteQueueDialog queue={question.queue} onClose={onClose} />;
    case 'remove':
    case 'hangUp':
      return <GoingDialog question={question} onClose={onClose} />;
  }
}

/** Asks before callers are taken out or hung up on, and says how many. */
function GoingDialog({
  question: { ask: what, rows },
  onClose,
}: {
  readonly question: Extract<BoardQuestion, { ask: 'remove' | 'hangUp' }>;
  readonly onClose: () => void;
}) {
  const t = useTranslations('queues.ask');
  const common = useTranslations('common');
  const board = useBoardStore();
  const { ask } = useBoardHands();
  const words = { count: rows.length, name: rows[0]?.name ?? '' };
  return (
    <ConfirmDialog
      isOpen
      onOpenChange={onClose}
      title={t(`${what}.title`, words)}
      description={t(`${what}.about`, words)}
      confirmLabel={t(`${what}.send`, words)}
      cancelLabel={common('cancel')}
      confirmIcon={what === 'remove' ? <LogOut size={15} /> : <PhoneOff size={15} />}
      onConfirm={() => {
        void ask(rows, { type: `queueCalls.${what}`, fields: {} });
        board.setState({ selection: nobodyChosen, question: null });
      }}
    />
  );
}
