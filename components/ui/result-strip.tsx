import { CheckCheck, TriangleAlert, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from './icon-button';

/** What became of something done to many, over what it was done to; stays until it is put away. */
export function ResultStrip({
  isTrouble,
  title,
  dismissLabel,
  action,
  onDismiss,
  children,
}: {
  readonly isTrouble: boolean;
  readonly title: string;
  readonly dismissLabel: string;
  readonly action?: ReactNode;
  readonly onDismiss: () => void;
  readonly children?: ReactNode;
}) {
  const Icon = isTrouble ? TriangleAlert : CheckCheck;
  return (
    <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1.5 border-b border-line bg-warn-soft px-3 py-2 md:px-5">
      <Icon aria-hidden size={15} className="shrink-0 text-warn" />
      <p className="min-w-0 flex-1">
        <strong className="font-[560]">{title}</strong> {children}
      </p>
      {action}
      <IconButton look="ghost" label={dismissLabel} icon={<X size={15} />} onClick={onDismiss} />
    </div>
  );
}
