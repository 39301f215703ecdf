import { useTranslations } from 'use-intl';
import { showToast } from '@/components/ui/toast';

/** Puts a text on the clipboard and says so; a browser that forbids it is told of too. */
export function useCopy(): (text: string) => void {
  const t = useTranslations('desk.actions');
  return (text) => {
    void copied(text).then((isCopied) => {
      if (isCopied) showToast({ title: t('copied', { value: text }) });
      else showToast({ kind: 'error', title: t('notCopied') });
    });
  };
}

// Without a secure context there is no clipboard at all.
async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
