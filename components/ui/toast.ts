/** A short message that goes away by itself. */
export interface Toast {
  readonly kind?: 'plain' | 'warning' | 'error';
  readonly title: string;
  readonly detail?: string;
  /** Something to do about it, offered while it stands. */
  readonly action?: { readonly label: string; readonly onClick: () => void };
}

const plainMs = 5000;
const troubleMs = 9000;

/** Shows a message in the corner of the page. Its code is loaded when first needed. */
export function showToast({ kind = 'plain', title, detail, action }: Toast): void {
  const options = {
    duration: kind === 'plain' ? plainMs : troubleMs,
    ...(detail !== undefined && { description: detail }),
    ...(action !== undefined && { action }),
  };
  void import('sonner').then(({ toast }) =>
    kind === 'plain' ? toast(title, options) : toast[kind](title, options),
  );
}
