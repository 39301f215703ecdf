'use client';
import { Popover as Base } from '@base-ui/react/popover';
import type { ReactElement, ReactNode } from 'react';

/** A button that opens a panel beside it; the page behind stays in reach. */
export function Popover({
  trigger,
  title,
  description,
  side = 'bottom',
  children,
}: {
  readonly trigger: ReactElement;
  readonly title: string;
  readonly description?: string;
  readonly side?: 'top' | 'right' | 'bottom' | 'left';
  readonly children: ReactNode;
}) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner
          side={side}
          align="start"
          sideOffset={8}
          collisionPadding={8}
          className="z-40"
        >
          <Base.Popup className="max-h-(--available-height) w-[min(380px,calc(100vw-16px))] overflow-auto rounded-xl border border-line bg-panel shadow-float outline-none">
            <div className="px-4 pt-3.5 pb-2">
              <Base.Title className="text-lg font-[620]">{title}</Base.Title>
              {description !== undefined && (
                <Base.Description className="mt-0.5 text-sm text-ink-3">
                  {description}
                </Base.Description>
              )}
            </div>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
