'use client';
import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react';
import { classNames } from './class-names';

/** One tab and what it shows. */
export interface Tab<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly badge?: ReactNode;
  readonly panel: ReactNode;
}

/** Several panels of which one is shown; arrows, Home and End move between the tabs. */
export function Tabs<Value extends string>({
  label,
  value,
  onChange,
  tabs,
}: {
  readonly label: string;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly tabs: readonly Tab<Value>[];
}) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const shown = tabs.find((tab) => tab.value === value);
  function move(event: KeyboardEvent) {
    const at = tabs.findIndex((tab) => tab.value === value);
    const to = tabs[nextIndex(event.key, at, tabs.length) ?? -1];
    if (to === undefined) return;
    event.preventDefault();
    onChange(to.value);
    list.current?.querySelector<HTMLElement>(`[data-tab="${to.value}"]`)?.focus();
  }
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div
        ref={list}
        role="tablist"
        aria-label={label}
        className="flex h-[41px] shrink-0 items-stretch gap-4 border-b border-line px-4"
      >
        {tabs.map((tab) => (
          <button
            key={tab.value}
            type="button"
            role="tab"
            data-tab={tab.value}
            id={`${id}-${tab.value}`}
            aria-selected={tab.value === value}
            aria-controls={tab.value === value ? `${id}-panel` : undefined}
            tabIndex={tab.value === value ? 0 : -1}
            onKeyDown={move}
            onClick={() => {
              onChange(tab.value);
            }}
            className={classNames(
              'flex items-center gap-1.5 border-b-2 font-[530]',
              tab.value === value
                ? 'border-ink text-ink'
                : 'border-transparent text-ink-3 hover:text-ink',
            )}
          >
            {tab.label}
            {tab.badge}
          </button>
        ))}
      </div>
      <div
        key={value}
        role="tabpanel"
        id={`${id}-panel`}
        aria-labelledby={`${id}-${value}`}
        className="flex min-h-0 flex-1 flex-col"
      >
        {shown?.panel}
      </div>
    </div>
  );
}

/** Where a key moves to from a place among `count`; null when it is no key to move by. */
function nextIndex(key: string, at: number, count: number): number | null {
  if (key === 'ArrowRight') return (at + 1) % count;
  if (key === 'ArrowLeft') return (at + count - 1) % count;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : null;
}
