import type { ReactNode } from 'react';

/** A short message that goes away by itself. */
export interface Toast {
  readonly kind?: 'plain' | 'warning' | 'error';
  readonly title: ReactNode;
  readonly detail?: string;
  /** Something to do about it, offered while it stands. */
  readonly action?: { readonly label: string; readonly onClick: () => void };
}

const plainMs = 5000;
const troubleMs = 9000;

/** The code of toasts: it has to be there before anything can fail. */
export const loadToasts = () => import('sonner');

/** Shows a message in the corner of the page. */
export function showToast({ kind = 'plain', title, detail, action }: Toast): void {
  const options = {
    duration: kind === 'plain' ? plainMs : troubleMs,
    ...(detail !== undefined && { description: detail }),
    ...(action !== undefined && { action }),
  };
  void loadToasts().then(({ toast }) =>
    kind === 'plain' ? toast(title, options) : toast[kind](title, options),
  );
}
