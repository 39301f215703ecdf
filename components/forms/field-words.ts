import { useTranslations } from 'use-intl';
import type { FormField } from '@/lib/contract/forms/field';
import type { FieldTrouble } from './form-values';

/** What the catalogue calls a field. */
type WordedField = Parameters<ReturnType<typeof useTranslations<'commands.fields'>>>[0];
type WordedOption = Parameters<ReturnType<typeof useTranslations<'commands.options'>>>[0];

/** The words of one field: its name, what to put there with its bounds, and its options. */
export interface FieldWords {
  readonly label: string;
  readonly help: string;
  readonly option: (value: string) => string;
  readonly trouble: (trouble: FieldTrouble | undefined) => string | undefined;
}

/** Gives the words of fields from the catalogue. */
export function useFieldWords(): (field: FormField) => FieldWords {
  const names = useTranslations('commands.fields');
  const options = useTranslations('commands.options');
  const t = useTranslations('forms');
  return ({ name, words = name, kind, min, max }) => {
    const help = names(`${words}.help` as WordedField);
    const isBound = kind === 'number' && min !== undefined && max !== undefined;
    return {
      label: names(`${words}.label` as WordedField),
      help: isBound ? `${help} ${t('limit', { min, max })}` : help,
      option: (value) => options(`${name}.${value}` as WordedOption),
      trouble: (trouble) =>
        trouble === undefined
          ? undefined
          : t(`troubles.${trouble.key}`, { min: trouble.min, max: trouble.max }),
    };
  };
}
