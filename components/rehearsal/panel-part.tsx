import { type ReactNode, useId } from 'react';

/** A titled part of the panel. */
export function PanelPart({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ReactNode;
}) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="flex flex-col gap-2 px-4 py-3">
      <h3 id={id} className="font-[600]">
        {title}
      </h3>
      {children}
    </section>
  );
}
