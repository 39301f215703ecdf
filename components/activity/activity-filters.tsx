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

const half = 'w-[calc(50%-6px)] sm:w-36';

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
  const text = (name: 'who' | 'conference' | 'q', width: string) => (
    <div className={width}>
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
    <div className={half}>
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
      className="flex flex-wrap items-end gap-3 px-4 py-4 md:px-5"
    >
      {text('q', 'w-full sm:w-52')}
      {text('who', half)}
      {text('conference', half)}
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
