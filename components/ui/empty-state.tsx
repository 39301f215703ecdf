import type { ReactNode } from 'react';

/** Says why there is nothing, and what to do about it. */
export function EmptyState({
  icon,
  title,
  isPage = false,
  children,
  action,
}: {
  readonly icon?: ReactNode;
  readonly title: string;
  /** Whether it is all there is on the page, and so its heading. */
  readonly isPage?: boolean;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}) {
  const Title = isPage ? 'h1' : 'p';
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
      <Title className="text-lg font-[600]">{title}</Title>
      {children !== undefined && <div className="text-ink-2">{children}</div>}
      {action !== undefined && (
        <div className="mt-2 flex flex-wrap justify-center gap-2">{action}</div>
      )}
    </div>
  );
}
