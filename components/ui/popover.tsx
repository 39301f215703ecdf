'use client';
import {
  cloneElement,
  type ComponentProps,
  type ReactElement,
  type ReactNode,
  useId,
  useState,
} from 'react';
import { classNames } from './class-names';

/**
 * A button that opens a panel over the page, which stays in reach; Escape and a press beside it close
 * it. `className` says where the panel stands.
 */
export function Popover({
  trigger,
  title,
  className,
  children,
}: {
  readonly trigger: ReactElement<ComponentProps<'button'>>;
  readonly title: string;
  readonly className: string;
  readonly children: ReactNode;
}) {
  const id = useId();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      {cloneElement(trigger, {
        popoverTarget: id,
        'aria-haspopup': 'dialog',
        'aria-expanded': isOpen,
      })}
      <div
        id={id}
        popover="auto"
        role="dialog"
        aria-labelledby={`${id}-title`}
        onToggle={(event) => {
          setIsOpen(event.newState === 'open');
        }}
        className={classNames(
          'fixed inset-auto overflow-auto rounded-xl border border-line bg-panel text-ink shadow-float',
          className,
        )}
      >
        {isOpen && (
          <>
            <h2 id={`${id}-title`} className="px-4 pt-3.5 pb-2 text-lg font-[620]">
              {title}
            </h2>
            {children}
          </>
        )}
      </div>
    </>
  );
}
