'use client';
import { Check } from 'lucide-react';
import {
  cloneElement,
  type ComponentProps,
  type ReactElement,
  type ReactNode,
  useRef,
  useState,
} from 'react';
import { classNames } from './class-names';
import { Kbd, spokenKeys } from './kbd';
import { later, useLoadedWhenIdle } from './later';
import { useMenuParts } from './menu-parts';

/** An open list; a menu's code outweighs the rest of a page, so it comes when all else is there. */
export const LaterMenuPopup = later(async () => (await import('./menu-popup')).MenuPopup);

/** A button that opens a list of things to do. */
export function Menu({
  trigger,
  align = 'end',
  side = 'bottom',
  children,
}: {
  readonly trigger: ReactElement<ComponentProps<'button'>>;
  readonly align?: 'start' | 'center' | 'end';
  readonly side?: 'top' | 'bottom';
  readonly children: ReactNode;
}) {
  const [home, setHome] = useState<HTMLElement | null>(null);
  const anchor = useRef<HTMLButtonElement>(null);
  useLoadedWhenIdle(LaterMenuPopup);
  return (
    <>
      {cloneElement(trigger, {
        ref: anchor,
        'aria-haspopup': 'menu',
        'aria-expanded': home !== null,
        onClick: ({ currentTarget }) => {
          setHome(currentTarget.closest('main') ?? document.body);
        },
      })}
      {home !== null && (
        <LaterMenuPopup
          anchor={anchor}
          home={home}
          align={align}
          side={side}
          onClose={() => {
            setHome(null);
          }}
        >
          {children}
        </LaterMenuPopup>
      )}
    </>
  );
}

/** One thing to do. */
export function MenuItem({
  icon,
  shortcut,
  isDangerous = false,
  isDisabled = false,
  about,
  onSelect,
  children,
}: {
  readonly icon?: ReactNode;
  readonly shortcut?: string | undefined;
  readonly isDangerous?: boolean;
  readonly isDisabled?: boolean;
  /** What there is to say of it, in a line below: why it cannot be done now. */
  readonly about?: string | undefined;
  readonly onSelect: () => void;
  readonly children: ReactNode;
}) {
  const { Item } = useMenuParts();
  return (
    <Item
      disabled={isDisabled}
      aria-keyshortcuts={spokenKeys(shortcut)}
      onClick={onSelect}
      className={classNames(
        'flex min-h-8 cursor-pointer items-center gap-2.5 rounded-md px-2.5 outline-none select-none data-disabled:cursor-not-allowed data-highlighted:bg-raise',
        isDisabled && about === undefined && 'opacity-50',
        isDangerous ? 'text-bad' : 'text-ink',
      )}
    >
      {icon}
      <span className="flex-1">
        <span className={isDisabled && about !== undefined ? 'opacity-60' : undefined}>
          {children}
        </span>
        {about !== undefined && (
          <span className="block max-w-64 pb-1 text-xs text-ink-2">{about}</span>
        )}
      </span>
      {shortcut !== undefined && <Kbd aria-hidden>{shortcut}</Kbd>}
    </Item>
  );
}

/** One of several values; used inside `MenuChoice`. */
export interface MenuOption {
  readonly value: string;
  readonly label: string;
}

/** A group of values of which one is chosen, and marked. */
export function MenuChoice({
  label,
  value,
  options,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly options: readonly MenuOption[];
  readonly onChange: (value: string) => void;
}) {
  const { RadioGroup, RadioItem, RadioItemIndicator } = useMenuParts();
  return (
    <RadioGroup aria-label={label} value={value} onValueChange={onChange}>
      {options.map((option) => (
        <RadioItem
          key={option.value}
          value={option.value}
          closeOnClick
          className="flex h-8 cursor-pointer items-center gap-2 rounded-md px-2.5 outline-none select-none data-highlighted:bg-raise"
        >
          <span aria-hidden className="w-3">
            <RadioItemIndicator className="block size-1.5 rounded-full bg-brand" />
          </span>
          {option.label}
        </RadioItem>
      ))}
    </RadioGroup>
  );
}

/** A group of values of which any may be chosen; the menu stays open while one chooses. */
export function MenuChecks({
  label,
  chosen,
  options,
  onToggle,
}: {
  readonly label: string;
  readonly chosen: ReadonlySet<string>;
  readonly options: readonly MenuOption[];
  readonly onToggle: (value: string) => void;
}) {
  const { Group, GroupLabel, CheckboxItem, CheckboxItemIndicator } = useMenuParts();
  return (
    <Group>
      <GroupLabel className="px-2.5 pt-1.5 pb-1 text-xs text-ink-3">{label}</GroupLabel>
      {options.map((option) => (
        <CheckboxItem
          key={option.value}
          checked={chosen.has(option.value)}
          onCheckedChange={() => {
            onToggle(option.value);
          }}
          className="flex h-8 cursor-pointer items-center gap-2 rounded-md px-2.5 outline-none select-none data-highlighted:bg-raise"
        >
          <span aria-hidden className="w-3.5 text-brand">
            <CheckboxItemIndicator>
              <Check size={13} strokeWidth={2.5} />
            </CheckboxItemIndicator>
          </span>
          {option.label}
        </CheckboxItem>
      ))}
    </Group>
  );
}

/** A line between groups. */
export function MenuSeparator() {
  return <div role="separator" className="my-1 h-px bg-line" />;
}
