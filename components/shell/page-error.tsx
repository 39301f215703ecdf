'use client';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { ErrorState } from '@/components/ui/error-state';

/** What stands in place of a page that could not be drawn. */
export function PageError({ onRetry }: { readonly onRetry: () => void }) {
  const t = useTranslations('shell.error');
  return (
    <ErrorState
      isPage
      title={t('title')}
      detail={t('detail')}
      action={<Button onClick={onRetry}>{t('retry')}</Button>}
    />
  );
}
