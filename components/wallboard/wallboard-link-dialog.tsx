'use client';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { CopyField } from '@/components/ui/copy-field';
import { Dialog } from '@/components/ui/dialog';
import type { WallboardLink } from '@/lib/contract/wallboard';

/** Shows the link of a wallboard, this once. */
export function WallboardLinkDialog({
  made: { wallboard, link },
  onClose,
}: {
  readonly made: WallboardLink;
  readonly onClose: () => void;
}) {
  const t = useTranslations('settings.wallboards.linkDialog');
  const common = useTranslations('common');
  const address = new URL(link, window.location.origin).href;
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={t('title', { name: wallboard.name })}
      description={t('about')}
      closeLabel={common('close')}
      footer={
        <>
          <a
            href={address}
            target="_blank"
            rel="noreferrer"
            className="mr-auto self-center font-[560] text-brand underline-offset-2 hover:underline"
          >
            {t('open')}
          </a>
          <Button look="primary" onClick={onClose}>
            {t('done')}
          </Button>
        </>
      }
    >
      <CopyField
        label={t('link')}
        value={address}
        copyLabel={t('copy')}
        copiedLabel={t('copied')}
      />
    </Dialog>
  );
}
