import { classNames } from './class-names';

/** A grey shape where something will stand once it has been heard. */
export function Skeleton({ className }: { readonly className?: string }) {
  return (
    <span aria-hidden className={classNames('block animate-pulse rounded bg-raise', className)} />
  );
}
