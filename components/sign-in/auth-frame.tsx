'use client';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Logo } from '@/components/shell/logo';

/** The frame of the pages on which nobody is signed in yet. */
export function AuthFrame({
  title,
  about,
  children,
}: {
  readonly title: string;
  readonly about?: ReactNode;
  readonly children: ReactNode;
}) {
  const t = useTranslations('common');
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-[420px] flex-col justify-center gap-4 px-4 py-8">
      <p className="flex items-center gap-[9px] text-lg font-[650] tracking-[-0.01em]">
        <Logo />
        {t('product')}
      </p>
      <div className="flex flex-col gap-4 rounded-xl border border-line bg-panel p-5">
        <div>
          <h1 className="text-xl font-[620] tracking-[-0.015em]">{title}</h1>
          {about !== undefined && <p className="mt-1 text-ink-2">{about}</p>}
        </div>
        {children}
      </div>
    </main>
  );
}
