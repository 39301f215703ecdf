'use client';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { ConferenceRow } from '@/lib/contract/rows';

/** The name of a conference as the link to it, which the whole row answers to, and its short id. */
export function ConferenceName({
  row,
  children,
}: {
  readonly row: ConferenceRow;
  readonly children?: ReactNode;
}) {
  const t = useTranslations('conferences');
  const id = row.id.slice(0, 8);
  return (
    <>
      <Link
        href={`/conferences/${encodeURIComponent(row.id)}`}
        className="block truncate leading-[1.3] font-[560] after:absolute after:inset-0"
      >
        {row.name ?? t('unnamed', { id })}
      </Link>
      <span className="block truncate text-xs leading-[1.3] text-ink-3">
        <span className="font-mono">{id}</span>
        {children}
      </span>
    </>
  );
}
