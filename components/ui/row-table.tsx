import { type ReactNode, useId } from 'react';
import { classNames } from './class-names';

/** A titled part of the page. */
export function Section({
  title,
  about,
  children,
}: {
  readonly title: string;
  readonly about?: string;
  readonly children: ReactNode;
}) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="pt-4 pb-2">
      <h2 id={id} className="flex items-baseline gap-2 px-4 pb-1 text-lg font-[620] md:px-5">
        {title}
        {about !== undefined && <span className="text-sm font-normal text-ink-3">{about}</span>}
      </h2>
      {children}
    </section>
  );
}

/** A table of rows to look through; each row answers to the link in it. */
export function RowTable({
  caption,
  head,
  isStackedOnPhones = false,
  children,
}: {
  readonly caption: string;
  readonly head: ReactNode;
  /** Whether a narrow screen lays the cells of each row out by the row's own grid, without a head. */
  readonly isStackedOnPhones?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <table
      className={classNames(
        'w-full table-fixed border-collapse',
        isStackedOnPhones && 'max-md:block max-md:[&>tbody]:block',
      )}
    >
      <caption className="sr-only">{caption}</caption>
      <thead className={classNames(isStackedOnPhones && 'max-md:sr-only')}>
        <tr className="h-[30px] border-b border-line">{head}</tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}

/** The heading of a column. */
export function Column({
  className,
  children,
}: {
  readonly className?: string;
  readonly children: ReactNode;
}) {
  return (
    <th
      scope="col"
      className={classNames(
        'px-2 text-left text-xs font-medium text-ink-3 first:pl-4 last:pr-4 md:first:pl-5 md:last:pr-5',
        className,
      )}
    >
      {children}
    </th>
  );
}

/** A row. */
export function Row({
  className,
  children,
}: {
  readonly className?: string;
  readonly children: ReactNode;
}) {
  return (
    <tr
      className={classNames(
        'relative row-height border-b border-line-soft hover:bg-raise has-[a:focus-visible]:bg-raise',
        className,
      )}
    >
      {children}
    </tr>
  );
}

/** What stands in a column of a row. */
export function Cell({
  className,
  title,
  children,
}: {
  readonly className?: string;
  readonly title?: string | undefined;
  readonly children: ReactNode;
}) {
  return (
    <td
      title={title}
      className={classNames(
        'truncate px-2 first:pl-4 last:pr-4 md:first:pl-5 md:last:pr-5',
        className,
      )}
    >
      {children}
    </td>
  );
}
