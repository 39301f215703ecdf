import type { ReactNode } from 'react';

/** A key to press, as printed on a button. */
export function Kbd({ children }: { readonly children: ReactNode }) {
  return (
    <kbd className="ml-0.5 rounded border border-line px-1 font-mono text-2xs font-medium text-ink-3">
      {children}
    </kbd>
  );
}
