import { ChevronDown } from 'lucide-react';
import type { RefObject } from 'react';
import { useTranslations } from 'use-intl';
import { useShownChord } from '@/components/actions/use-chords';
import { classNames } from '@/components/ui/class-names';
import { Menu, MenuChoice } from '@/components/ui/menu';
import { SearchField } from '@/components/ui/search-field';
import type { QueueRow } from '@/lib/contract/rows';
import { countHungUp, withQuery } from './board-state';
import { useBoard, useBoardStore } from './board-store';

const mostChips = 6;

/** Whose callers are shown, and who among them is looked for. */
export function CallerFilters({
  rows,
  searchRef,
}: {
  readonly rows: readonly QueueRow[];
  readonly searchRef: RefObject<HTMLInputElement | null>;
}) {
  const t = useTranslations('queues');
  const board = useBoardStore();
  const { queue, isHungUp, search } = useBoard((now) => now.query);
  const hungUp = useBoard(countHungUp);
  // Chips stay where they are while queues empty and fill; with more of them the rest is in a menu.
  const first = rows.slice(0, mostChips);
  const rest = rows.slice(mostChips);
  return (
    <div className="flex shrink-0 flex-wrap items-center gap-x-2.5 gap-y-2 px-3 py-2.5 md:px-5 max-lg:[&_kbd]:hidden">
      <h2 className="font-[580] max-md:sr-only">{t('callers')}</h2>
      <div
        role="group"
        aria-label={t('filters')}
        className="order-last flex max-w-full min-w-0 gap-1.5 overflow-x-auto max-md:w-full md:order-none md:flex-1"
      >
        <Chip
          isChosen={queue === null && !isHungUp}
          onChoose={() => {
            board.setState((now) => withQuery(now, { queue: null, isHungUp: false }));
          }}
        >
          {t('allQueues')}
        </Chip>
        {first.map(({ id, name }) => (
          <Chip
            key={id}
            isChosen={queue === name}
            onChoose={() => {
              board.setState((now) => withQuery(now, { queue: name, isHungUp: false }));
            }}
          >
            {name}
          </Chip>
        ))}
        {rest.length > 0 && (
          <Menu
            align="start"
            trigger={
              <button type="button" className={chipLook(rest.some(({ name }) => name === queue))}>
                {rest.find(({ name }) => name === queue)?.name ??
                  t('moreQueues', { count: rest.length })}
                <ChevronDown aria-hidden size={12} />
              </button>
            }
          >
            <MenuChoice
              label={t('moreQueues', { count: rest.length })}
              value={queue ?? ''}
              options={rest.map(({ name }) => ({ value: name, label: name }))}
              onChange={(name) => {
                board.setState((now) => withQuery(now, { queue: name, isHungUp: false }));
              }}
            />
          </Menu>
        )}
        {(hungUp > 0 || isHungUp) && (
          <Chip
            isChosen={isHungUp}
            onChoose={() => {
              board.setState((now) => withQuery(now, { isHungUp: !isHungUp }));
            }}
          >
            {t('hungUp', { count: hungUp })}
          </Chip>
        )}
      </div>
      <SearchField
        label={t('search')}
        clearLabel={t('clearSearch')}
        value={search}
        shortcut={useShownChord('search')}
        inputRef={searchRef}
        className="min-w-0 flex-1 basis-44 md:max-w-60"
        onChange={(text) => {
          board.setState((now) => withQuery(now, { search: text }));
        }}
      />
    </div>
  );
}

function Chip({
  isChosen,
  onChoose,
  children,
}: {
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  readonly children: string;
}) {
  return (
    <button type="button" aria-pressed={isChosen} className={chipLook(isChosen)} onClick={onChoose}>
      <span className="max-w-44 truncate">{children}</span>
    </button>
  );
}

function chipLook(isChosen: boolean): string {
  return classNames(
    'inline-flex h-[26px] shrink-0 items-center gap-1 rounded-full px-2.5 text-xs font-[550]',
    isChosen ? 'bg-brand-soft text-brand' : 'bg-raise text-ink-2 hover:text-ink',
  );
}
