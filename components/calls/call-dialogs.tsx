import { ListX, PhoneOff } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import { SupervisionDialog, type ToSupervise } from '@/components/supervision/supervision-dialog';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import type { CallRow } from '@/lib/contract/rows';
import type { CallQuestion } from './call-actions';
import type { CallCommand } from '@/lib/domain/call/command';
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

interface AboutRow {
  readonly row: CallRow;
  readonly onClose: () => void;
}

function SuperviseDialog({ row, onClose }: AboutRow) {
  // As it stood when it was asked: the call may move on meanwhile, and the carrier then says so.
  const [toSupervise] = useState<ToSupervise>(() => ({
    ...(row.place.kind === 'conference' && { conferenceId: row.place.id as ConferenceId }),
    ...{ whom: row.id as CallControlId, name: callName(row) },
  }));
  return <SupervisionDialog toSupervise={toSupervise} onClose={onClose} />;
}

function LeaveQueueDialog({ row, onClose }: AboutRow) {
  const t = useTranslations('calls.leaveQueue');
  return (
    <SureDialog
      {...{ row, onClose }}
      command={{ type: 'call.leaveQueue', fields: {} }}
      title={t('title', { name: callName(row) })}
      description={t('about')}
      confirmLabel={t('confirm')}
      icon={<ListX size={15} />}
    />
  );
}

function HangUpDialog({ row, onClose }: AboutRow) {
  const t = useTranslations('calls.hangUp');
  return (
    <SureDialog
      {...{ row, onClose }}
      command={{ type: 'call.hangUp', fields: {} }}
      title={t('title', { name: callName(row) })}
      description={t(row.place.kind === 'nowhere' ? 'about' : `aboutIn.${row.place.kind}`)}
      confirmLabel={t('confirm')}
      icon={<PhoneOff size={15} />}
    />
  );
}

/** Asks whether it is meant, and only then gives the command. */
function SureDialog({
  row,
  command,
  title,
  description,
  confirmLabel,
  icon,
  onClose,
}: AboutRow & {
  readonly command: CallCommand;
  readonly title: string;
  readonly description: string;
  readonly confirmLabel: string;
  readonly icon: ReactNode;
}) {
  const common = useTranslations('common');
  const { run } = useCallHands();
  return (
    <ConfirmDialog
      isOpen
      onOpenChange={onClose}
      {...{ title, description, confirmLabel }}
      cancelLabel={common('cancel')}
      confirmIcon={icon}
      onConfirm={() => {
        run(row, command);
        onClose();
      }}
    />
  );
}
