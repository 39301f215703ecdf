import { useTranslations } from 'use-intl';
import { useFieldWords } from './field-words';
import type { ControlProps } from './control-props';

/** Some of those who are in, or one of them. */
export function PeopleControl({ field, value, error, people, onChange }: ControlProps) {
  const t = useTranslations('forms');
  const { label, help } = useFieldWords()(field);
  const chosen = new Set(typeof value === 'string' ? [] : value);
  const isOne = field.max === 1;
  const toggle = (id: string, isChosen: boolean) => {
    const others = isOne ? [] : [...chosen].filter((each) => each !== id);
    onChange({ [field.name]: isChosen ? [...others, id] : others });
  };
  return (
    <fieldset className="flex min-w-0 flex-col gap-1">
      <legend className="mb-1 text-sm font-medium text-ink-2">{label}</legend>
      <div className="max-h-40 overflow-auto rounded-lg border border-line">
        {people.length === 0 && <p className="px-2.5 py-2 text-ink-3">{t('nobody')}</p>}
        {people.map(({ id, name }) => (
          <label key={id} className="flex items-center gap-2 px-2.5 py-1.5 hover:bg-raise">
            <input
              type={isOne ? 'radio' : 'checkbox'}
              className="size-[15px] accent-brand"
              checked={chosen.has(id)}
              onChange={(event) => {
                toggle(id, event.target.checked);
              }}
            />
            <span className="truncate">{name}</span>
          </label>
        ))}
      </div>
      <p className={error === undefined ? 'text-xs text-ink-3' : 'text-xs text-bad'}>
        {error ?? help}
      </p>
    </fieldset>
  );
}
