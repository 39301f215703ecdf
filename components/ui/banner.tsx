import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from './class-names';
import { softTone, type Tone } from './tone';

/** A strip over the page: what is wrong, and what to do. */
export function Banner({
  tone = 'warn',
  icon,
  title,
  children,
  action,
}: {
  readonly tone?: Tone;
  readonly icon?: ReactNode;
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}) {
  return (
    <div
      role="status"
      className={classNames(
        'flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-5 py-2',
        softTone[tone],
      )}
    >
      <span aria-hidden className="shrink-0">
        {icon ?? <TriangleAlert size={16} />}
      </span>
      <p className="min-w-0 flex-1 basis-64">
        <strong className="font-[620]">{title}</strong>{' '}
        <span className="text-ink-2">{children}</span>
      </p>
      {action}
    </div>
  );
}
