import { useId } from 'react';
import { useTranslations } from 'use-intl';
import { Checkbox } from '@/components/ui/checkbox';
import { SelectField } from '@/components/ui/select-field';
import { useFieldWords } from './field-words';
import type { ControlProps } from './control-props';

/** Yes or no; or, where a field left alone changes nothing, that too. */
export function SwitchControl({ field, value, error, onChange }: ControlProps) {
  const t = useTranslations('forms');
  const { label, help } = useFieldWords()(field);
  const id = useId();
  if (field.preset === null) {
    return (
      <SelectField
        label={label}
        hint={help}
        error={error}
        value={typeof value === 'string' ? value : ''}
        options={[
          { value: '', label: t('none') },
          { value: 'true', label: t('yes') },
          { value: 'false', label: t('no') },
        ]}
        onChange={(next) => {
          onChange({ [field.name]: next });
        }}
      />
    );
  }
  return (
    <div className="flex items-start gap-2">
      <span className="pt-0.5">
        <Checkbox
          id={id}
          label={label}
          isChecked={value === 'true'}
          onChange={(event) => {
            onChange({ [field.name]: String(event.target.checked) });
          }}
        />
      </span>
      <div>
        <label htmlFor={id} className="font-[530]">
          {label}
        </label>
        <p className={error === undefined ? 'text-xs text-ink-3' : 'text-xs text-bad'}>
          {error ?? help}
        </p>
      </div>
    </div>
  );
}
