'use client';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { SelectField } from '@/components/ui/select-field';
import { TextField } from '@/components/ui/text-field';
import {
  type ActivityAction,
  activityActions,
  type ActivityOutcome,
  activityOutcomes,
} from '@/lib/contract/activity';
import type { ActivityFilter } from '@/lib/browser/use-activity';
import { noFilter, queryOf } from './activity-filter';

/** Chooses which lines of activity to show. */
export function ActivityFilters({
  filter,
  onChange,
}: {
  readonly filter: ActivityFilter;
  readonly onChange: (filter: ActivityFilter) => void;
}) {
  const t = useTranslations('activity');
  const anyAction: ActivityAction | '' = '';
  const anyOutcome: ActivityOutcome | '' = '';
  const text = (name: 'who' | 'conference' | 'q', className = 'min-w-0') => (
    <div className={className}>
      <TextField
        label={t(`filters.${name}`)}
        type="search"
        maxLength={200}
        placeholder={t('filters.any')}
        value={filter[name]}
        onChange={(event) => {
          onChange({ ...filter, [name]: event.target.value });
        }}
      />
    </div>
  );
  const day = (name: 'from' | 'to') => (
    <div className="min-w-0">
      <TextField
        label={t(`filters.${name}`)}
        type="date"
        value={filter[name]}
        onChange={(event) => {
          onChange({ ...filter, [name]: event.target.value });
        }}
      />
    </div>
  );
  return (
    <div
      role="search"
      aria-label={t('filters.title')}
      className="grid grid-cols-2 items-end gap-3 px-4 py-4 sm:grid-cols-4 md:px-5 xl:grid-cols-[repeat(5,minmax(0,1fr))_9rem_9rem]"
    >
      {text('q', 'col-span-2 min-w-0 xl:col-span-1')}
      {text('who')}
      {text('conference')}
      <SelectField
        label={t('filters.action')}
        value={filter.action}
        options={[
          { value: anyAction, label: t('filters.any') },
          ...activityActions.map((value) => ({ value, label: t(`actions.${value}`) })),
        ]}
        onChange={(action) => {
          onChange({ ...filter, action });
        }}
      />
      <SelectField
        label={t('filters.outcome')}
        value={filter.outcome}
        options={[
          { value: anyOutcome, label: t('filters.any') },
          ...activityOutcomes.map((value) => ({ value, label: t(`outcomes.${value}`) })),
        ]}
        onChange={(outcome) => {
          onChange({ ...filter, outcome });
        }}
      />
      {day('from')}
      {day('to')}
      {queryOf(filter).size > 0 && (
        <Button
          look="ghost"
          className="justify-self-start"
          onClick={() => {
            onChange(noFilter);
          }}
        >
          {t('filters.clear')}
        </Button>
      )}
    </div>
  );
}
