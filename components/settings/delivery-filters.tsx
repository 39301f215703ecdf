'use client';
import { useTranslations } from 'use-intl';
import { SelectField } from '@/components/ui/select-field';
import { TextField } from '@/components/ui/text-field';
import { type Verdict, verdicts } from '@/lib/contract/rows';
import type { DeliveryFilter } from '@/lib/browser/use-deliveries';

/** Chooses which deliveries to show. */
export function DeliveryFilters({
  filter,
  onChange,
}: {
  readonly filter: DeliveryFilter;
  readonly onChange: (filter: DeliveryFilter) => void;
}) {
  const t = useTranslations('settings.deliveries');
  const anyVerdict: Verdict | '' = '';
  const anyApplication: DeliveryFilter['application'] = '';
  return (
    <div role="search" className="flex flex-wrap items-end gap-3">
      <SelectField
        label={t('verdict')}
        value={filter.verdict}
        options={[
          { value: anyVerdict, label: t('any') },
          ...verdicts.map((value) => ({ value, label: t(`verdicts.${value}`) })),
        ]}
        onChange={(verdict) => {
          onChange({ ...filter, verdict });
        }}
      />
      <SelectField
        label={t('application')}
        value={filter.application}
        options={[
          { value: anyApplication, label: t('any') },
          { value: 'ours', label: t('applications.ours') },
          { value: 'other', label: t('applications.other') },
        ]}
        onChange={(application) => {
          onChange({ ...filter, application });
        }}
      />
      <div className="w-56">
        <TextField
          label={t('type')}
          type="search"
          maxLength={100}
          placeholder={t('any')}
          value={filter.type}
          onChange={(event) => {
            onChange({ ...filter, type: event.target.value });
          }}
        />
      </div>
    </div>
  );
}
