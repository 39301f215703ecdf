import { MicOff } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import type { CallControlId } from '@/lib/domain/ids';
import { planMute } from './bulk';
import { useDesk } from './desk-store';
import { useRunForMany } from './use-run-for-many';

const mostNames = 8;

/** Says whom a mute of many reaches and whom it spares, before it is sent. */
export function MuteDialog({
  spared,
  onClose,
}: {
  /** Who is spared; null for the hosts. */
  readonly spared: readonly CallControlId[] | null;
  readonly onClose: () => void;
}) {
  const t = useTranslations('deskForms.muteOthers');
  const common = useTranslations('common');
  const runForMany = useRunForMany();
  const { legs, open, skipped } = planMute(useDesk((desk) => desk.roster.rows).values(), spared);
  const names = skipped.slice(0, mostNames).map(({ name }) => name);
  const what = spared === null ? 'hosts' : 'chosen';
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={t(`${what}Title`)}
      closeLabel={common('close')}
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button
            look="primary"
            icon={<MicOff size={15} />}
            disabled={legs.length === 0}
            onClick={() => {
              runForMany('participants.mute', legs);
              onClose();
            }}
          >
            {t('mute', { count: open })}
          </Button>
        </>
      }
    >
      <p className="text-md font-[560]">
        {legs.length === 0
          ? t('nobody')
          : t(`${what}Preview`, { count: open, skipped: skipped.length })}
      </p>
      {legs.length > open && (
        <p className="mt-1 text-ink-2">{t('already', { count: legs.length - open })}</p>
      )}
      {names.length > 0 && (
        <p className="mt-1 text-ink-2">
          {t('spared', { names: names.join(', '), more: skipped.length - names.length })}
        </p>
      )}
      {names.length === 0 && spared === null && <p className="mt-1 text-ink-2">{t('noHosts')}</p>}
    </Dialog>
  );
}
