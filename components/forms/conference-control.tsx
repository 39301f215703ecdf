import { useId, useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { liveRows } from '@/components/conferences/live-rows';
import { useOverview } from '@/lib/browser/use-overview';
import type { ControlProps } from './control-props';
import { useFieldWords } from './field-words';

/** One of the live conferences, each with how many are in. */
export function ConferenceControl({ field, value, error, onChange }: ControlProps) {
  const t = useTranslations('forms.conferences');
  const { label, help } = useFieldWords()(field);
  const id = useId();
  const conferences = useOverview((overview) => overview.conferences);
  const rows = useMemo(() => liveRows(conferences.values(), ''), [conferences]);
  const about = rows.length === 0 ? t('none') : (error ?? help);
  return (
    <fieldset aria-describedby={`${id}-about`} className="min-w-0">
      <legend className="mb-1 text-sm font-medium text-ink-2">{label}</legend>
      {rows.length > 0 && (
        <div className="max-h-60 overflow-auto rounded-lg border border-line">
          {rows.map((row) => (
            <label
              key={row.id}
              className="flex min-h-9 items-center gap-2.5 border-b border-line-soft px-3 py-1.5 last:border-b-0 hover:bg-raise has-checked:bg-brand-soft"
            >
              <input
                type="radio"
                name={id}
                className="size-[15px] shrink-0 accent-brand"
                checked={value === row.id}
                onChange={() => {
                  onChange({ [field.name]: row.id });
                }}
              />
              <span className="min-w-0 flex-1 truncate font-[530]">{row.name ?? row.id}</span>
              <span className="text-sm text-ink-3">{t('people', { count: row.people })}</span>
            </label>
          ))}
        </div>
      )}
      <p
        id={`${id}-about`}
        className={error === undefined ? 'mt-1 text-xs text-ink-3' : 'mt-1 text-xs text-bad'}
      >
        {about}
      </p>
    </fieldset>
  );
}
