import type { ReactNode } from 'react';

/** The title of a page, what it is about, and what can be done with all of it. */
export function PageHeader({
  title,
  about,
  children,
}: {
  readonly title: string;
  readonly about?: ReactNode;
  readonly children?: ReactNode;
}) {
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b border-line bg-panel px-4 pt-3.5 pb-3 md:px-5">
      <div className="min-w-0 flex-1">
        <h1 className="text-xl font-[620] tracking-[-0.015em]">{title}</h1>
        {about !== undefined && <p className="mt-0.5 text-sm text-ink-3">{about}</p>}
      </div>
      {children}
    </div>
  );
}
