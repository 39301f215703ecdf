import { useId } from 'react';
import { useTranslations } from 'use-intl';
import { Modal } from '@/components/ui/modal';

/** Stands where a window will be as soon as it is loaded, so that keys typed ahead do nothing to the page. */
export function DialogLoading() {
  const t = useTranslations('common');
  const id = useId();
  return (
    <Modal
      labelledBy={id}
      onClose={stay}
      className="animate-[appear_120ms_ease-out_150ms_backwards] px-5 py-4"
    >
      <p id={id} className="text-ink-2">
        {t('busy')}
      </p>
    </Modal>
  );
}

function stay(): void {
  return undefined;
}
