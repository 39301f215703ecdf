import type { ReactNode } from 'react';

/** Says why there is nothing, and what to do about it. */
export function EmptyState({
  icon,
  title,
  children,
  action,
}: {
  readonly icon?: ReactNode;
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}) {
  return (
    <div className="mx-auto flex max-w-md flex-col items-center gap-2 px-5 py-12 text-center">
      {icon !== undefined && (
        <span
          aria-hidden
          className="mb-1 grid size-10 place-items-center rounded-xl bg-raise text-ink-2"
        >
          {icon}
        </span>
      )}
      <p className="text-lg font-[600]">{title}</p>
      {children !== undefined && <div className="text-ink-2">{children}</div>}
      {action !== undefined && (
        <div className="mt-2 flex flex-wrap justify-center gap-2">{action}</div>
      )}
    </div>
  );
}
