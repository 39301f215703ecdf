'use client';
import { Tabs as Base } from '@base-ui/react/tabs';
import type { ReactNode } from 'react';

/** One tab and what it shows. */
export interface Tab<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly badge?: ReactNode;
  readonly panel: ReactNode;
}

/** Several panels of which one is shown. */
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
  return (
    <Base.Root
      value={value}
      onValueChange={(next: Value) => {
        onChange(next);
      }}
      className="flex min-h-0 flex-1 flex-col"
    >
      <Base.List
        aria-label={label}
        className="flex h-[41px] shrink-0 items-stretch gap-4 border-b border-line px-4"
      >
        {tabs.map((tab) => (
          <Base.Tab
            key={tab.value}
            value={tab.value}
            className="flex items-center gap-1.5 border-b-2 border-transparent font-[530] text-ink-3 hover:text-ink data-active:border-ink data-active:text-ink"
          >
            {tab.label}
            {tab.badge}
          </Base.Tab>
        ))}
      </Base.List>
      {tabs.map((tab) => (
        <Base.Panel
          key={tab.value}
          value={tab.value}
          className="flex min-h-0 flex-1 flex-col data-hidden:hidden"
        >
          {tab.panel}
        </Base.Panel>
      ))}
    </Base.Root>
  );
}
