import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { SelectField } from '@/components/ui/select-field';
import { TextField } from '@/components/ui/text-field';
import { useQueueNames } from '@/lib/browser/use-queue-names';
import { useFieldWords } from './field-words';
import type { ControlProps } from './control-props';

const another = '\0another';
/** Stands where another queue was chosen and its name is still to be typed: no name, and not none. */
const unnamed = ' ';

/** A queue: one of those known, another that is typed, or none. */
export function QueueControl({ field, value, error, onChange }: ControlProps) {
  const t = useTranslations('forms.queues');
  const { label, help } = useFieldWords()(field);
  const known = useQueueNames();
  const [isAnother, setAnother] = useState(false);
  const chosen = typeof value === 'string' ? value : '';
  const names = chosen === '' || isAnother || known.includes(chosen) ? known : [chosen, ...known];
  return (
    <div className="flex flex-col gap-3">
      <SelectField
        label={label}
        hint={help}
        error={isAnother ? undefined : error}
        value={isAnother ? another : chosen}
        options={[
          { value: '', label: t(field.isRequired ? 'choose' : 'none') },
          ...names.map((name) => ({ value: name, label: name })),
          { value: another, label: t('another') },
        ]}
        onChange={(next) => {
          setAnother(next === another);
          onChange({ [field.name]: next === another ? unnamed : next });
        }}
      />
      {isAnother && (
        <TextField
          label={t('name')}
          hint={t('nameHelp')}
          error={error}
          value={chosen === unnamed ? '' : chosen}
          maxLength={field.maxLength}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => {
            onChange({ [field.name]: event.target.value || unnamed });
          }}
        />
      )}
    </div>
  );
}
