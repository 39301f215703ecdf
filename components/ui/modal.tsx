'use client';
import { type ReactNode, type RefObject, useLayoutEffect, useRef } from 'react';
import { classNames } from './class-names';

/**
 * The browser's own modal window: what is behind cannot be reached, Escape and a press beside it ask
 * to close, and when it is taken away the focus goes back to where it was.
 */
export function Modal({
  role = 'dialog',
  labelledBy,
  describedBy,
  initialFocus,
  closesByPressBeside = true,
  onClose,
  className,
  children,
}: {
  readonly role?: 'dialog' | 'alertdialog';
  readonly labelledBy: string;
  readonly describedBy?: string | undefined;
  readonly initialFocus?: RefObject<HTMLElement | null> | undefined;
  readonly closesByPressBeside?: boolean;
  readonly onClose: () => void;
  readonly className?: string;
  readonly children: ReactNode;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  // Closed before it leaves the document, for only then does the browser give the focus back.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    initialFocus?.current?.focus();
    return () => {
      element?.close();
    };
  }, [initialFocus]);
  useLayoutEffect(() => {
    const element = dialog.current;
    if (element === null || !closesByPressBeside) return;
    const pressedBeside = (event: PointerEvent) => {
      if (event.target === element) onClose();
    };
    element.addEventListener('pointerdown', pressedBeside);
    return () => {
      element.removeEventListener('pointerdown', pressedBeside);
    };
  }, [closesByPressBeside, onClose]);
  return (
    <dialog
      ref={dialog}
      role={role === 'dialog' ? undefined : role}
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      className={classNames(
        'm-auto max-h-[90dvh] max-w-none rounded-xl border border-line bg-panel p-0 text-ink shadow-float backdrop:bg-shade',
        className,
      )}
    >
      {children}
    </dialog>
  );
}
