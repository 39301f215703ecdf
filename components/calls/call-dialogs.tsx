import { ListX, PhoneOff } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { SupervisionDialog, type ToSupervise } from '@/components/supervision/supervision-dialog';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import type { CallRow } from '@/lib/contract/rows';
import type { CallQuestion } from './call-actions';
import type { CallControlId, ConferenceId } from '@/lib/domain/ids';
import { CallCommandDialog } from './call-command-dialog';
import { callName } from './call-view';
import { DialDialog } from './dial-dialog';
import { useCallHands } from './hands';
import { JoinDialog } from './join-dialog';

/** The window that the page of calls asks in. */
export function CallDialogs({
  question,
  onClose,
}: {
  readonly question: CallQuestion;
  readonly onClose: () => void;
}) {
  switch (question.ask) {
    case 'dial':
      return <DialDialog onClose={onClose} />;
    case 'join':
      return <JoinDialog row={question.row} onClose={onClose} />;
    case 'supervise':
      return <SuperviseDialog row={question.row} onClose={onClose} />;
    case 'leaveQueue':
      return <LeaveQueueDialog row={question.row} onClose={onClose} />;
    case 'hangUp':
      return <HangUpDialog row={question.row} onClose={onClose} />;
    case 'command':
      return <CallCommandDialog type={question.type} row={question.row} onClose={onClose} />;
  }
}

function SuperviseDialog({
  row,
  onClose,
}: {
  readonly row: CallRow;
  readonly onClose: () => void;
}) {
  // As it stood when it was asked: the call may move on meanwhile, and the carrier then says so.
  const [toSupervise] = useState<ToSupervise>(() => ({
    ...(row.place.kind === 'conference' && { conferenceId: row.place.id as ConferenceId }),
    ...{ whom: row.id as CallControlId, name: callName(row) },
  }));
  return <SupervisionDialog toSupervise={toSupervise} onClose={onClose} />;
}

function LeaveQueueDialog({
  row,
  onClose,
}: {
  readonly row: CallRow;
  readonly onClose: () => void;
}) {
  const t = useTranslations('calls.leaveQueue');
  const common = useTranslations('common');
  const { run } = useCallHands();
  return (
    <ConfirmDialog
      isOpen
      onOpenChange={onClose}
      title={t('title', { name: callName(row) })}
      description={t('about')}
      confirmLabel={t('confirm')}
      cancelLabel={common('cancel')}
      confirmIcon={<ListX size={15} />}
      onConfirm={() => {
        run(row, { type: 'call.leaveQueue', fields: {} });
        onClose();
      }}
    />
  );
}

function HangUpDialog({ row, onClose }: { readonly row: CallRow; readonly onClose: () => void }) {
  const t = useTranslations('calls.hangUp');
  const common = useTranslations('common');
  const { run } = useCallHands();
  return (
    <ConfirmDialog
      isOpen
      onOpenChange={onClose}
      title={t('title', { name: callName(row) })}
      description={t(row.place.kind === 'nowhere' ? 'about' : `aboutIn.${row.place.kind}`)}
      confirmLabel={t('confirm')}
      cancelLabel={common('cancel')}
      confirmIcon={<PhoneOff size={15} />}
      onConfirm={() => {
        run(row, { type: 'call.hangUp', fields: {} });
        onClose();
      }}
    />
  );
}
