import { SearchX, Users } from 'lucide-react';
import type { RefObject } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { later, useLoadedWhenIdle } from '@/components/ui/later';
import { withQuery } from './desk-state';
import { useDesk, useDeskStore } from './desk-store';
import { RosterFilters } from './roster-filters';
import { RosterList } from './roster-list';

const SelectionBar = later(async () => (await import('./selection-bar')).SelectionBar);

/** Who is in the conference, and everything that can be done with them. */
export function Roster({ searchRef }: { readonly searchRef: RefObject<HTMLInputElement | null> }) {
  const isEmpty = useDesk((desk) => desk.order.length === 0);
  const isAnybodyChosen = useDesk((desk) => desk.selection.chosen.size > 0);
  useLoadedWhenIdle(SelectionBar);
  return (
    <section className="relative flex min-h-0 min-w-0 flex-1 flex-col">
      <RosterFilters searchRef={searchRef} />
      {isEmpty ? <NobodyHere /> : <RosterList />}
      {isAnybodyChosen && <SelectionBar />}
    </section>
  );
}

function NobodyHere() {
  const t = useTranslations('desk.roster');
  const desk = useDeskStore();
  const isEnded = useDesk((now) => now.isEnded);
  const isAnybody = useDesk((now) => now.roster.counts.all + now.roster.counts.left > 0);
  const isFiltered = useDesk((now) => now.query.search !== '' || now.query.filter !== 'all');
  if (isEnded && !isAnybody)
    return <EmptyState icon={<Users size={18} />} title={t('nobodyEver')} />;
  if (isFiltered) {
    return (
      <EmptyState
        icon={<SearchX size={18} />}
        title={t('noMatch')}
        action={
          <Button
            onClick={() => {
              desk.setState((now) =>
                withQuery(now, { search: '', filter: isEnded ? 'left' : 'all' }),
              );
            }}
          >
            {t('showAll')}
          </Button>
        }
      >
        {t('noMatchText')}
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={<Users size={18} />} title={t('empty')}>
      {t('emptyText')}
    </EmptyState>
  );
}
