import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

/** Says what went wrong, and what to do about it. */
export function ErrorState({
  title,
  isPage = false,
  detail,
  action,
}: {
  readonly title: string;
  /** Whether it is all there is on the page, and so its heading. */
  readonly isPage?: boolean;
  readonly detail?: string;
  readonly action?: ReactNode;
}) {
  const Title = isPage ? 'h1' : 'p';
  return (
    <div
      role="alert"
      className="mx-auto flex max-w-md flex-col items-center gap-2 px-5 py-12 text-center"
    >
      <span
        aria-hidden
        className="mb-1 grid size-10 place-items-center rounded-xl bg-bad-soft text-bad"
      >
        <TriangleAlert size={20} />
      </span>
      <Title className="text-lg font-[600]">{title}</Title>
      {detail !== undefined && <p className="text-ink-2">{detail}</p>}
      {action !== undefined && <div className="mt-2">{action}</div>}
    </div>
  );
}
