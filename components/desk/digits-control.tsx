import { useTranslations } from 'use-intl';
import type { ControlProps } from '@/components/forms/control-props';
import { useFieldWords } from '@/components/forms/field-words';
import { textIn } from '@/components/forms/form-values';
import { TextField } from '@/components/ui/text-field';

const keys = ['1', '2', '3', 'A', '4', '5', '6', 'B', '7', '8', '9', 'C', '*', '0', '#', 'D'];

/** Keys of a telephone: typed, or pressed on a keypad. */
export function DigitsControl({ field, values, error, onChange }: ControlProps) {
  const t = useTranslations('forms');
  const { label, help } = useFieldWords()(field);
  const digits = textIn(values, field.name);
  return (
    <div className="flex flex-col gap-3">
      <TextField
        label={label}
        hint={help}
        error={error}
        value={digits}
        autoComplete="off"
        required={field.isRequired}
        onChange={(event) => {
          onChange({ [field.name]: event.target.value });
        }}
      />
      <div role="group" aria-label={t('keypad')} className="mx-auto grid w-56 grid-cols-4 gap-1.5">
        {keys.map((key) => (
          <button
            key={key}
            type="button"
            aria-label={t('key', { key })}
            onClick={() => {
              onChange({ [field.name]: `${digits}${key}` });
            }}
            className="h-11 rounded-lg border border-line bg-panel font-mono text-lg hover:bg-raise"
          >
            {key}
          </button>
        ))}
      </div>
    </div>
  );
}
