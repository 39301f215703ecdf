import { type ReactNode, useId } from 'react';

/** One part of the account: its title, what it is about, and what can be done. */
export function AccountPart({
  title,
  about,
  children,
}: {
  readonly title: string;
  readonly about?: ReactNode;
  readonly children?: ReactNode;
}) {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className="flex flex-col gap-3 rounded-xl border border-line bg-panel p-4 md:p-5"
    >
      <div>
        <h2 id={id} className="text-lg font-[620]">
          {title}
        </h2>
        {about !== undefined && <p className="mt-0.5 text-ink-2">{about}</p>}
      </div>
      {children}
    </section>
  );
}
