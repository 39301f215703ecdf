'use client';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { classNames } from '@/components/ui/class-names';
import { softTone, type Tone } from '@/components/ui/tone';

/** One place to go; its word gives way to the icon on small screens. */
export function RailLink({
  href,
  icon,
  label,
  count = null,
  countLabel = '',
  tone = 'neutral',
}: {
  readonly href: string;
  readonly icon: ReactNode;
  readonly label: string;
  readonly count?: number | null;
  /** What the number counts, read aloud in its place. */
  readonly countLabel?: string;
  /** What the number means, where it means more than how many. */
  readonly tone?: Tone;
}) {
  const pathname = usePathname();
  const isHere = pathname === href || pathname.startsWith(`${href}/`);
  return (
    <Link
      href={href}
      title={label}
      aria-current={isHere ? 'page' : undefined}
      className={classNames(
        'flex min-h-[30px] items-center gap-2.5 rounded-lg px-2 py-[5px] font-medium',
        isHere ? 'bg-raise text-ink' : 'text-ink-2 hover:bg-raise hover:text-ink',
      )}
    >
      <span aria-hidden>{icon}</span>
      <span className="max-md:sr-only">{label}</span>
      {count !== null && (
        <span
          className={classNames(
            'ml-auto text-xs',
            tone === 'neutral'
              ? 'text-ink-3'
              : classNames('rounded-full px-1.5 py-px font-[550]', softTone[tone]),
          )}
        >
          <span aria-hidden>{count}</span>
          <span className="sr-only">{countLabel}</span>
        </span>
      )}
    </Link>
  );
}
