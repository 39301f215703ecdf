'use client';
import { type ReactNode, useCallback, useId, useRef } from 'react';
import { Button } from './button';
import { Modal } from './modal';

interface ConfirmDialogProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly title: string;
  /** What will happen, and to how many people. */
  readonly description: string;
  readonly confirmLabel: string;
  readonly cancelLabel: string;
  readonly confirmIcon?: ReactNode;
  readonly isBusy?: boolean;
  readonly onConfirm: () => void;
  readonly children?: ReactNode;
}

/** Asks before something that cannot be undone; focus stands on Cancel, Escape means Cancel. */
export function ConfirmDialog({ isOpen, ...rest }: ConfirmDialogProps) {
  return isOpen ? <OpenConfirmDialog {...rest} /> : null;
}

function OpenConfirmDialog({
  onOpenChange,
  title,
  description,
  confirmLabel,
  cancelLabel,
  confirmIcon,
  isBusy = false,
  onConfirm,
  children,
}: Omit<ConfirmDialogProps, 'isOpen'>) {
  const id = useId();
  const cancel = useRef<HTMLButtonElement>(null);
  const close = useCallback(() => {
    onOpenChange(false);
  }, [onOpenChange]);
  return (
    <Modal
      role="alertdialog"
      labelledBy={`${id}-title`}
      describedBy={`${id}-about`}
      initialFocus={cancel}
      closesByPressBeside={false}
      onClose={close}
      className="w-[min(440px,calc(100vw-24px))]"
    >
      <div className="p-5">
        <h2 id={`${id}-title`} className="text-lg font-[620]">
          {title}
        </h2>
        <p id={`${id}-about`} className="mt-1.5 text-ink-2">
          {description}
        </p>
        {children}
        <div className="mt-5 flex flex-wrap justify-end gap-2">
          <Button ref={cancel} onClick={close}>
            {cancelLabel}
          </Button>
          <Button look="danger" icon={confirmIcon} disabled={isBusy} onClick={onConfirm}>
            {confirmLabel}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
