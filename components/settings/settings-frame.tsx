'use client';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { PageHeader } from '@/components/shell/page-header';
import { classNames } from '@/components/ui/class-names';
import { useMe } from '@/lib/browser/use-may';
import { settingsSectionsFor } from './settings-sections';

/** The settings: those sections that one may open, and the one that is open. */
export function SettingsFrame({ children }: { readonly children: ReactNode }) {
  const t = useTranslations('settings');
  const shell = useTranslations('shell');
  const pathname = usePathname();
  const { role } = useMe();
  const nav = useRef<HTMLElement>(null);
  useEffect(() => {
    nav.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [pathname]);
  return (
    <>
      <PageHeader title={shell('settings')}>
        <nav
          ref={nav}
          aria-label={t('sections')}
          className="-mx-1 flex max-w-full gap-1 overflow-x-auto px-1 max-md:basis-full"
        >
          {settingsSectionsFor(role).map((section) => {
            const href = `/settings/${section}`;
            const isHere = pathname === href;
            return (
              <Link
                key={section}
                href={href}
                aria-current={isHere ? 'page' : undefined}
                className={classNames(
                  'shrink-0 rounded-lg px-2.5 py-1.5 font-[530] -outline-offset-2',
                  isHere ? 'bg-raise text-ink' : 'text-ink-2 hover:bg-raise hover:text-ink',
                )}
              >
                {shell(`sections.${section}`)}
              </Link>
            );
          })}
        </nav>
      </PageHeader>
      {children}
    </>
  );
}
