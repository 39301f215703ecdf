import { Download, ListFilter } from 'lucide-react';
import { memo } from 'react';
import { useTranslations } from 'use-intl';
import { IconButton } from '@/components/ui/icon-button';
import { Menu, MenuChecks, MenuItem, MenuSeparator } from '@/components/ui/menu';
import { SearchField } from '@/components/ui/search-field';
import { ActionItem } from './action-button';
import { useDesk, useDeskStore } from './desk-store';
import { isFiltering, lineKinds, withKind, wholeTimeline } from './timeline-filter';

/** What of the timeline is shown, and the way to take it along. */
export const TimelineBar = memo(function TimelineBar() {
  const t = useTranslations('desk.timeline');
  const desk = useDeskStore();
  const filter = useDesk((now) => now.timelineFilter);
  const kinds = lineKinds.map((value) => ({ value, label: t(`kinds.${value}`) }));
  const set = (timelineFilter: typeof filter) => {
    desk.setState({ timelineFilter });
  };
  return (
    <div className="flex shrink-0 items-center gap-1.5 border-b border-line-soft px-4 py-2">
      <SearchField
        label={t('person')}
        clearLabel={t('anybody')}
        value={filter.person}
        className="min-w-0 flex-1"
        onChange={(person) => {
          set({ ...filter, person });
        }}
      />
      <Menu
        trigger={
          <IconButton
            label={
              filter.kinds.size === 0 ? t('filter') : t('filterCount', { count: filter.kinds.size })
            }
            icon={<ListFilter size={15} />}
            className={filter.kinds.size === 0 ? '' : 'border-brand! text-brand'}
          />
        }
      >
        <MenuChecks
          label={t('only')}
          chosen={filter.kinds}
          options={kinds}
          onToggle={(value) => {
            const kind = lineKinds.find((known) => known === value);
            if (kind !== undefined) set(withKind(filter, kind));
          }}
        />
        <MenuSeparator />
        <MenuItem
          isDisabled={!isFiltering(filter)}
          onSelect={() => {
            set(wholeTimeline);
          }}
        >
          {t('everything')}
        </MenuItem>
      </Menu>
      <Menu trigger={<IconButton label={t('export')} icon={<Download size={15} />} />}>
        <ActionItem id="exportTimeline" />
        <ActionItem id="exportReport" />
      </Menu>
    </div>
  );
});
