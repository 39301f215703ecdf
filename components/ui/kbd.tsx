import type { ComponentProps } from 'react';

/** Keys as printed (`⇧M`, `Ctrl K`), as `aria-keyshortcuts` wants them. */
export function spokenKeys(printed: string | undefined): string | undefined {
  return printed
    ?.replace('⌘', 'Meta+')
    .replace('⌥', 'Alt+')
    .replace('⇧', 'Shift+')
    .replace('Ctrl ', 'Control+')
    .replace('Alt ', 'Alt+');
}

/** A key to press, as printed on a button; hidden where `aria-keyshortcuts` says it already. */
export function Kbd(props: Omit<ComponentProps<'kbd'>, 'className'>) {
  return (
    <kbd
      {...props}
      className="ml-0.5 rounded border border-line px-1 font-mono text-2xs font-medium text-ink-3"
    />
  );
}
