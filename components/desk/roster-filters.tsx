import { ArrowDownWideNarrow, PanelRight } from 'lucide-react';
import type { RefObject } from 'react';
import { useTranslations } from 'use-intl';
import { useShownChord } from '@/components/actions/use-chords';
import { Button } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { IconButton } from '@/components/ui/icon-button';
import { Menu, MenuChoice, MenuSeparator } from '@/components/ui/menu';
import { SearchField } from '@/components/ui/search-field';
import { usePreferences, useSetPreferences } from '@/lib/browser/use-preferences';
import { withOrderAnew, withQuery } from './desk-state';
import { useDesk, useDeskStore } from './desk-store';
import { rosterSorts } from './roster-order';
import { type RosterFilter, rosterFilters } from './roster-row';

/** Search, filters with their counts, and the order of the roster. */
export function RosterFilters({
  searchRef,
}: {
  readonly searchRef: RefObject<HTMLInputElement | null>;
}) {
  const t = useTranslations('desk.roster');
  const desk = useDeskStore();
  const search = useDesk((now) => now.query.search);
  const isEnded = useDesk((now) => now.isEnded);
  return (
    <div className="flex shrink-0 flex-wrap items-center gap-x-1.5 gap-y-2 px-3 py-2.5 md:px-5 max-lg:[&_kbd]:hidden">
      <SearchField
        label={t('search')}
        clearLabel={t('clearSearch')}
        value={search}
        shortcut={useShownChord('search')}
        inputRef={searchRef}
        className="min-w-0 flex-1 basis-44 md:max-w-60"
        onChange={(text) => {
          desk.setState((now) => withQuery(now, { search: text }));
        }}
      />
      <div
        role="group"
        aria-label={t('filters')}
        className="order-last flex max-w-full gap-1.5 overflow-x-auto max-md:w-full md:order-none"
      >
        {rosterFilters
          .filter((filter) => !isEnded || filter === 'left')
          .map((filter) => (
            <FilterButton key={filter} filter={filter} />
          ))}
      </div>
      <span className="flex-1 max-md:hidden" />
      <SortMenu />
      <PanelButton />
    </div>
  );
}

function FilterButton({ filter }: { readonly filter: RosterFilter }) {
  const t = useTranslations('desk.roster');
  const desk = useDeskStore();
  const count = useDesk((now) => now.roster.counts[filter]);
  const isChosen = useDesk((now) => now.query.filter === filter);
  const isEnded = useDesk((now) => now.isEnded);
  return (
    <button
      type="button"
      aria-pressed={isChosen}
      className={classNames(
        'inline-flex h-[26px] shrink-0 items-center gap-1 rounded-full px-2.5 text-xs font-[550]',
        isChosen ? 'bg-brand-soft text-brand' : 'bg-raise text-ink-2 hover:text-ink',
      )}
      onClick={() => {
        desk.setState((now) => withQuery(now, { filter }));
      }}
    >
      {isEnded ? t('filterEnded') : t(`filter.${filter}`)}
      <span>{t('filterCount', { count })}</span>
    </button>
  );
}

function SortMenu() {
  const t = useTranslations('desk.roster');
  const desk = useDeskStore();
  const sort = useDesk((now) => now.query.sort);
  const density = usePreferences((preferences) => preferences.density);
  const prefer = useSetPreferences();
  const newcomers = useDesk((now) => now.newcomers);
  const options = rosterSorts.map((value) => ({ value, label: t(`orders.${value}`) }));
  return (
    <>
      {newcomers > 0 && (
        <Button
          size="sm"
          title={t('sortAgain')}
          onClick={() => {
            desk.setState(withOrderAnew);
          }}
        >
          {t('newcomers', { count: newcomers })}
        </Button>
      )}
      <span className="text-sm whitespace-nowrap text-ink-3 max-lg:hidden">
        {t('sortedBy', { order: t(`orders.${sort}`) })}
      </span>
      <Menu
        trigger={<IconButton label={t('sortAndRows')} icon={<ArrowDownWideNarrow size={15} />} />}
      >
        <MenuChoice
          label={t('sort')}
          value={sort}
          options={options}
          onChange={(value) => {
            const chosen = rosterSorts.find((known) => known === value);
            if (chosen !== undefined) desk.setState((now) => withQuery(now, { sort: chosen }));
          }}
        />
        <MenuSeparator />
        <MenuChoice
          label={t('rows')}
          value={density}
          options={[
            { value: 'comfortable', label: t('density.comfortable') },
            { value: 'dense', label: t('density.dense') },
          ]}
          onChange={(value) => {
            prefer({ density: value === 'dense' ? 'dense' : 'comfortable' });
          }}
        />
      </Menu>
    </>
  );
}

/** Opens timeline and participant where there is no room for them beside the list. */
function PanelButton() {
  const t = useTranslations('desk.panel');
  const desk = useDeskStore();
  return (
    <IconButton
      label={t('open')}
      icon={<PanelRight size={15} />}
      className="lg:hidden"
      onClick={() => {
        desk.setState({ panel: 'timeline' });
      }}
    />
  );
}
