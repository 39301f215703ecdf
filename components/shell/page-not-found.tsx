'use client';
import { Compass } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { EmptyState } from '@/components/ui/empty-state';

/** What stands at an address that leads nowhere. */
export function PageNotFound() {
  const t = useTranslations('shell.notFound');
  return (
    <EmptyState
      icon={<Compass size={20} />}
      isPage
      title={t('title')}
      action={
        <Link href="/conferences" className="font-medium text-brand underline">
          {t('back')}
        </Link>
      }
    >
      {t('detail')}
    </EmptyState>
  );
}
