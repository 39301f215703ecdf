'use client';
import { X } from 'lucide-react';
import { type ReactNode, type RefObject, useCallback, useId } from 'react';
import { IconButton } from './icon-button';
import { Modal } from './modal';

interface DialogProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly title: string;
  readonly description?: string;
  readonly closeLabel: string;
  readonly footer?: ReactNode;
  readonly initialFocus?: RefObject<HTMLElement | null>;
  readonly children?: ReactNode;
}

/** A window over the page; focus goes in, stays in, and comes back to where it was. */
export function Dialog({ isOpen, ...rest }: DialogProps) {
  return isOpen ? <OpenDialog {...rest} /> : null;
}

function OpenDialog({
  onOpenChange,
  title,
  description,
  closeLabel,
  footer,
  initialFocus,
  children,
}: Omit<DialogProps, 'isOpen'>) {
  const id = useId();
  const close = useCallback(() => {
    onOpenChange(false);
  }, [onOpenChange]);
  return (
    <Modal
      labelledBy={`${id}-title`}
      describedBy={description === undefined ? undefined : `${id}-about`}
      initialFocus={initialFocus}
      onClose={close}
      className="w-[min(480px,calc(100vw-24px))]"
    >
      <div className="flex max-h-[90dvh] flex-col">
        <div className="flex items-start gap-3 px-5 pt-4 pb-2">
          <div className="min-w-0 flex-1">
            <h2 id={`${id}-title`} className="text-lg font-[620]">
              {title}
            </h2>
            {description !== undefined && (
              <p id={`${id}-about`} className="mt-1 text-ink-2">
                {description}
              </p>
            )}
          </div>
          <IconButton look="ghost" label={closeLabel} icon={<X size={16} />} onClick={close} />
        </div>
        {children !== undefined && <div className="overflow-auto px-5 py-2">{children}</div>}
        {footer !== undefined && (
          <div className="flex flex-wrap justify-end gap-2 px-5 pt-2 pb-4">{footer}</div>
        )}
      </div>
    </Modal>
  );
}
