import { LogOut, PhoneOff } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { DialogLoading } from '@/components/shell/dialog-loading';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { later, useLoadedWhenIdle } from '@/components/ui/later';
import type { CallControlId } from '@/lib/domain/ids';
import type { DeskQuestion } from './desk-state';
import { useConferenceId, useDesk, useDeskStore } from './desk-store';
import { withNobodyChosen } from './roster-keys';
import { useLegCommands } from './use-leg-commands';
import { useConferenceCommands } from './use-room-commands';

const MuteDialog = later(async () => (await import('./mute-dialog')).MuteDialog, DialogLoading);
const InviteDialog = later(
  async () => (await import('./invite-dialog')).InviteDialog,
  DialogLoading,
);
const CommandDialog = later(
  async () => (await import('./command-dialog')).CommandDialog,
  DialogLoading,
);

const SupervisionDialog = later(
  async () => (await import('@/components/supervision/supervision-dialog')).SupervisionDialog,
  DialogLoading,
);

/** The questions of the desk, each shown while it is asked. */
export function DeskDialogs({ onClose: close }: { readonly onClose: () => void }) {
  const question = useDesk((now) => now.question);
  useLoadedWhenIdle(MuteDialog, InviteDialog, CommandDialog);
  return (
    <>
      <EndDialog isOpen={question?.ask === 'end'} onClose={close} />
      <LegDialog ask="remove" legs={legsOf(question, 'remove')} onClose={close} />
      <LegDialog ask="hangUp" legs={legsOf(question, 'hangUp')} onClose={close} />
      {question?.ask === 'muteAllBut' && <MuteDialog spared={question.spared} onClose={close} />}
      {question?.ask === 'invite' && <InviteDialog onClose={close} />}
      {question?.ask === 'command' && <CommandDialog question={question} onClose={close} />}
      {question?.ask === 'supervise' && <Supervise whom={question.whom} onClose={close} />}
    </>
  );
}

function Supervise({
  whom,
  onClose,
}: {
  readonly whom: CallControlId;
  readonly onClose: () => void;
}) {
  const conferenceId = useConferenceId();
  const name = useDesk((desk) => desk.roster.names.get(whom) ?? '');
  const [toSupervise] = useState({ conferenceId, whom, name });
  return <SupervisionDialog toSupervise={toSupervise} onClose={onClose} />;
}

const nobody: readonly CallControlId[] = [];

function legsOf(question: DeskQuestion | null, ask: 'remove' | 'hangUp') {
  return question?.ask === ask ? question.legs : nobody;
}

function EndDialog({
  isOpen,
  onClose,
}: {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}) {
  const t = useTranslations('deskForms.confirm');
  const { end } = useConferenceCommands();
  const count = useDesk((desk) => desk.roster.counts.all);
  return (
    <ConfirmDialog
      isOpen={isOpen}
      onOpenChange={onClose}
      title={t('endTitle')}
      description={t('endText', { count })}
      confirmLabel={t('end', { count })}
      cancelLabel={t('cancel')}
      confirmIcon={<PhoneOff size={15} />}
      onConfirm={() => {
        end();
        onClose();
      }}
    />
  );
}

function LegDialog({
  ask,
  legs,
  onClose,
}: {
  readonly ask: 'remove' | 'hangUp';
  readonly legs: readonly CallControlId[];
  readonly onClose: () => void;
}) {
  const t = useTranslations('deskForms.confirm');
  const desk = useDeskStore();
  const commands = useLegCommands();
  const rows = useDesk((now) => now.roster.rows);
  const count = legs.length;
  const name = legs[0] === undefined ? '' : (rows.get(legs[0])?.name ?? '');
  const ending = legs.filter((id) => rows.get(id)?.endsConference === true).length;
  return (
    <ConfirmDialog
      isOpen={count > 0}
      onOpenChange={onClose}
      title={t(`${ask}Title`, { count, name })}
      description={t(`${ask}Text`, { count, name })}
      confirmLabel={t(ask, { count })}
      cancelLabel={t('cancel')}
      confirmIcon={ask === 'remove' ? <LogOut size={15} /> : <PhoneOff size={15} />}
      onConfirm={() => {
        commands[ask](legs);
        desk.setState((now) => ({ ...withNobodyChosen(now), question: null }));
      }}
    >
      {ending > 0 && (
        <p className="mt-2 font-[560] text-bad">{t('endsConference', { count: ending })}</p>
      )}
    </ConfirmDialog>
  );
}
