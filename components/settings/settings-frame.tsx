'use client';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { PageHeader } from '@/components/shell/page-header';
import { classNames } from '@/components/ui/class-names';

const sections = ['deliveries', 'appearance'] as const;

/** The settings: their sections, and the one that is open. */
export function SettingsFrame({ children }: { readonly children: ReactNode }) {
  const t = useTranslations('settings');
  const pathname = usePathname();
  return (
    <>
      <PageHeader title={t('title')}>
        <nav aria-label={t('sections')} className="flex gap-1">
          {sections.map((section) => {
            const href = `/settings/${section}`;
            const isHere = pathname === href;
            return (
              <Link
                key={section}
                href={href}
                aria-current={isHere ? 'page' : undefined}
                className={classNames(
                  'rounded-lg px-2.5 py-1.5 font-[530]',
                  isHere ? 'bg-raise text-ink' : 'text-ink-2 hover:bg-raise hover:text-ink',
                )}
              >
                {t(`${section}.title`)}
              </Link>
            );
          })}
        </nav>
      </PageHeader>
      {children}
    </>
  );
}
