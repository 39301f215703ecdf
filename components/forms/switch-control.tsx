import { useTranslations } from 'use-intl';
import { CheckField } from '@/components/ui/check-field';
import { SelectField } from '@/components/ui/select-field';
import { useFieldWords } from './field-words';
import type { ControlProps } from './control-props';

/** Yes or no; or, where a field left alone changes nothing, that too. */
export function SwitchControl({ field, value, error, onChange }: ControlProps) {
  const t = useTranslations('forms');
  const { label, help } = useFieldWords()(field);
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
    <CheckField
      label={label}
      hint={help}
      error={error}
      isChecked={value === 'true'}
      onChange={(isChecked) => {
        onChange({ [field.name]: String(isChecked) });
      }}
    />
  );
}
