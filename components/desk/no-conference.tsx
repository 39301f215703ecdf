import { SearchX } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { EmptyState } from '@/components/ui/empty-state';

/** What stands where a conference would, at the address of one that nobody knows. */
export function NoConference() {
  const t = useTranslations('deskForms.notFound');
  return (
    <div className="grid flex-1 place-items-center">
      <EmptyState
        icon={<SearchX size={18} />}
        title={t('title')}
        action={
          <Link
            href="/conferences"
            className="inline-flex h-[30px] items-center rounded-lg border border-line bg-panel px-[11px] font-[530] hover:bg-raise"
          >
            {t('back')}
          </Link>
        }
      >
        {t('text')}
      </EmptyState>
    </div>
  );
}
