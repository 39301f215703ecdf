import { useId } from 'react';
import { useTranslations } from 'use-intl';
import { TextField } from '@/components/ui/text-field';
import { useVoices } from '@/lib/browser/use-voices';
import { useFieldWords } from './field-words';
import type { ControlProps } from './control-props';
import { textIn } from './form-values';

/** A voice, offered from those that speak the language chosen beside it. */
export function VoiceControl({ field, value, values, error, onChange }: ControlProps) {
  const t = useTranslations('forms');
  const { label, help } = useFieldWords()(field);
  const id = useId();
  const language = textIn(values, 'language');
  const voices = useVoices(language === '' ? null : language);
  return (
    <>
      <TextField
        label={label}
        hint={`${help} ${t('voices', { count: voices.length })}`}
        error={error}
        list={`${id}-voices`}
        value={typeof value === 'string' ? value : ''}
        required={field.isRequired}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => {
          onChange({ [field.name]: event.target.value.trim() });
        }}
      />
      <datalist id={`${id}-voices`}>
        {voices.map(({ voice, name, gender }) => (
          <option key={voice} value={voice}>
            {gender === null ? name : `${name} · ${gender}`}
          </option>
        ))}
      </datalist>
    </>
  );
}
