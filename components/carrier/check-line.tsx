import { CircleAlert, CircleCheck, CircleDashed, CircleX } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Pill } from '@/components/ui/pill';
import type { Check } from './application-checks';

const icons: Record<Check['tone'], ReactNode> = {
  live: <CircleCheck aria-hidden size={12} />,
  neutral: <CircleDashed aria-hidden size={12} />,
  warn: <CircleAlert aria-hidden size={12} />,
  bad: <CircleX aria-hidden size={12} />,
};

/** One thing that was checked: how it stands, in words, and what can be done. */
export function CheckLine({
  title,
  tone,
  action,
  children,
}: {
  readonly title: string;
  /** Null while nobody knows yet. */
  readonly tone: Check['tone'] | null;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}) {
  const t = useTranslations('settings.carrier.tones');
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b border-line-soft px-4 py-2.5 last:border-b-0">
      <span className="flex w-60 items-center gap-2 max-md:w-full">
        {tone !== null && (
          <Pill tone={tone} icon={icons[tone]}>
            {t(tone)}
          </Pill>
        )}
        <span className="font-[560]">{title}</span>
      </span>
      <span className="min-w-0 flex-1 basis-60 wrap-anywhere text-ink-2">{children}</span>
      {action}
    </li>
  );
}
