'use client';
import { X } from 'lucide-react';
import { type ReactNode, useCallback, useId, useLayoutEffect, useRef } from 'react';
import { IconButton } from './icon-button';
import { Modal } from './modal';

const fields = ':is(input:checked, input:not([type=radio]), select, textarea):not([data-aside] *)';

interface DialogProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly title: string;
  readonly description?: string;
  readonly closeLabel: string;
  readonly footer?: ReactNode;
  readonly children?: ReactNode;
}

/**
 * A window over the page; focus goes to its first field that is not aside, else to its main action, else to its text,
 * stays in, and comes back to where it was.
 */
export function Dialog({ isOpen, ...rest }: DialogProps) {
  return isOpen ? <OpenDialog {...rest} /> : null;
}

function OpenDialog({
  onOpenChange,
  title,
  description,
  closeLabel,
  footer,
  children,
}: Omit<DialogProps, 'isOpen'>) {
  const id = useId();
  const body = useRef<HTMLDivElement>(null);
  const actions = useRef<HTMLDivElement>(null);
  // Runs after the window has opened, which puts the focus on the button that closes it.
  useLayoutEffect(() => {
    const field = body.current?.querySelector<HTMLElement>(fields);
    const action = actions.current?.querySelector<HTMLElement>(':scope > button:last-of-type');
    (field ?? action ?? body.current)?.focus();
  }, []);
  const close = useCallback(() => {
    onOpenChange(false);
  }, [onOpenChange]);
  return (
    <Modal
      labelledBy={`${id}-title`}
      describedBy={description === undefined ? undefined : `${id}-about`}
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
        {children !== undefined && (
          <div ref={body} tabIndex={-1} className="relative overflow-auto px-5 py-2 outline-none">
            {children}
          </div>
        )}
        {footer !== undefined && (
          <div ref={actions} className="flex flex-wrap justify-end gap-2 px-5 pt-2 pb-4">
            {footer}
          </div>
        )}
      </div>
    </Modal>
  );
}
