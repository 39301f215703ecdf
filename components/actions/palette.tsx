'use client';
import { Search } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { classNames } from '@/components/ui/class-names';
import { Kbd } from '@/components/ui/kbd';
import { Modal } from '@/components/ui/modal';
import { usePreferences, useSetPreferences } from '@/lib/browser/use-preferences';
import type { Action } from './action';
import { useActionBoard } from './use-action-board';
import { useShownChord } from './use-chords';
import { paletteGroups, withRecent } from './palette-order';

/** Every command, conference and page, found by typing; what was possible when it was opened. */
export function Palette({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslations('actions.palette');
  const board = useActionBoard();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const recent = usePreferences((preferences) => preferences.recent);
  const set = useSetPreferences();
  const [actions] = useState(() => board.actions('palette'));
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const groups = useMemo(() => paletteGroups(actions, recent, text), [actions, recent, text]);
  const listed = useMemo(() => groups.flatMap((group) => group.actions), [groups]);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [active, groups]);

  const run = (action: Action | undefined) => {
    if (action === undefined) return;
    set({ recent: withRecent(recent, action.key) });
    onClose();
    // After the window is gone, so that what is run finds the focus where it was.
    setTimeout(() => {
      board
        .actions('palette')
        .find(({ key }) => key === action.key)
        ?.run();
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const to = nextOf(event, active, listed.length);
    if (event.key === 'Enter') run(listed[active]);
    else if (to !== null) setActive(to);
    else return;
    event.preventDefault();
  };
  return (
    <Modal
      labelledBy={`${id}-title`}
      initialFocus={field}
      onClose={onClose}
      className="mt-[12dvh] w-[min(600px,calc(100vw-24px))]"
    >
      <div className="flex max-h-[min(520px,76dvh)] flex-col">
        <h2 id={`${id}-title`} className="sr-only">
          {t('title')}
        </h2>
        <div className="flex items-center gap-2.5 border-b border-line px-4 text-ink-3">
          <Search aria-hidden size={16} className="shrink-0" />
          <input
            ref={field}
            type="text"
            role="combobox"
            aria-label={t('search')}
            aria-expanded
            aria-autocomplete="list"
            aria-controls={`${id}-list`}
            aria-activedescendant={listed.length === 0 ? undefined : `${id}-${active}`}
            aria-describedby={`${id}-hint`}
            placeholder={t('search')}
            value={text}
            onChange={(event) => {
              setText(event.target.value);
              setActive(0);
            }}
            onKeyDown={onKeyDown}
            className="h-12 min-w-0 flex-1 bg-transparent text-lg text-ink outline-none placeholder:text-ink-3"
          />
        </div>
        <p id={`${id}-hint`} className="sr-only">
          {t('hint')}
        </p>
        <p role="status" className="sr-only">
          {t('count', { count: listed.length })}
        </p>
        <div
          ref={list}
          id={`${id}-list`}
          role="listbox"
          aria-label={t('results')}
          className="min-h-0 flex-1 overflow-auto p-1.5 pointer-coarse:[&_kbd]:hidden"
        >
          {groups.map(({ head, actions: own }) => (
            <PaletteHead key={head} id={`${id}-${head}`} head={head}>
              {own.map((action) => {
                const index = listed.indexOf(action);
                return (
                  <PaletteLine
                    key={action.key}
                    id={`${id}-${index}`}
                    action={action}
                    isActive={index === active}
                    onPoint={() => {
                      setActive(index);
                    }}
                    onRun={() => {
                      run(action);
                    }}
                  />
                );
              })}
            </PaletteHead>
          ))}
        </div>
        {listed.length === 0 && (
          <p className="px-4 pt-1 pb-5 text-center text-ink-3">{t('none', { text })}</p>
        )}
      </div>
    </Modal>
  );
}

function PaletteHead({
  id,
  head,
  children,
}: {
  readonly id: string;
  readonly head: Action['group'] | 'recent';
  readonly children: React.ReactNode;
}) {
  const t = useTranslations('actions.groups');
  return (
    <div role="group" aria-labelledby={id} className="mb-1">
      <div id={id} className="px-2.5 pt-1.5 pb-1 text-xs font-medium text-ink-3">
        {t(head)}
      </div>
      {children}
    </div>
  );
}

function PaletteLine({
  id,
  action,
  isActive,
  onPoint,
  onRun,
}: {
  readonly id: string;
  readonly action: Action;
  readonly isActive: boolean;
  readonly onPoint: () => void;
  readonly onRun: () => void;
}) {
  const { icon: Icon, label, shortcut, isDangerous } = action;
  const keys = useShownChord(shortcut);
  return (
    <div
      id={id}
      role="option"
      aria-selected={isActive}
      tabIndex={-1}
      className={classNames(
        'flex h-9 cursor-pointer items-center gap-2.5 rounded-md px-2.5 select-none',
        isActive && 'bg-raise',
        isDangerous ? 'text-bad' : 'text-ink',
      )}
      onPointerMove={isActive ? undefined : onPoint}
      onClick={onRun}
      onKeyDown={undefined}
    >
      <Icon aria-hidden size={15} className="shrink-0" />
      <span className="min-w-0 flex-1 truncate">{label}</span>
      {keys !== undefined && <Kbd aria-hidden>{keys}</Kbd>}
    </div>
  );
}

function nextOf(event: KeyboardEvent, active: number, count: number): number | null {
  if (count === 0) return null;
  switch (event.key) {
    case 'ArrowDown':
      return (active + 1) % count;
    case 'ArrowUp':
      return (active + count - 1) % count;
    case 'PageDown':
      return Math.min(count - 1, active + 8);
    case 'PageUp':
      return Math.max(0, active - 8);
    case 'Home':
      return event.ctrlKey ? 0 : null;
    case 'End':
      return event.ctrlKey ? count - 1 : null;
    default:
      return null;
  }
}
