import type { ReactNode } from 'react';

/** What can be done with what is chosen, floating over the foot of its list. */
export function FloatingBar({
  label,
  children,
}: {
  readonly label: string;
  readonly children: ReactNode;
}) {
  return (
    <div className="pointer-events-none absolute inset-x-0 bottom-3 z-10 flex justify-center px-2">
      <div
        role="toolbar"
        aria-label={label}
        className="pointer-events-auto flex max-w-full animate-appear items-center gap-1 overflow-x-auto rounded-xl border border-line bg-raise py-[7px] pr-1.5 pl-3 shadow-float md:gap-1.5 md:pr-2 md:pl-3.5"
      >
        {children}
      </div>
    </div>
  );
}
