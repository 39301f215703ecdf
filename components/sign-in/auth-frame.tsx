'use client';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Logo } from '@/components/shell/logo';
import { classNames } from '@/components/ui/class-names';

const card = 'flex min-w-0 flex-col gap-4 rounded-xl border border-line bg-panel p-5';

/** The frame of the pages on which nobody is signed in yet. */
export function AuthFrame({
  title,
  about,
  first,
  second,
  children,
}: {
  readonly title: string;
  readonly about?: ReactNode;
  /** A card of its own before this one, or after it. */
  readonly first?: ReactNode;
  readonly second?: ReactNode;
  readonly children: ReactNode;
}) {
  const t = useTranslations('common');
  const isAlone = first === undefined && second === undefined;
  return (
    <main
      className={classNames(
        'mx-auto flex min-h-dvh w-full max-w-[420px] flex-col justify-center gap-4 px-4 py-8',
        !isAlone && 'lg:max-w-[868px]',
      )}
    >
      <p className="flex items-center gap-[9px] text-lg font-[650] tracking-[-0.01em]">
        <Logo />
        {t('product')}
      </p>
      <div className={classNames('grid items-start gap-4', !isAlone && 'lg:grid-cols-2')}>
        {first !== undefined && <div className={card}>{first}</div>}
        <div className={card}>
          <div>
            <h1 className="text-xl font-[620] tracking-[-0.015em]">{title}</h1>
            {about !== undefined && <p className="mt-1 text-ink-2">{about}</p>}
          </div>
          {children}
        </div>
        {second !== undefined && <div className={card}>{second}</div>}
      </div>
    </main>
  );
}
