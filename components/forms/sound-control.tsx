import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { ChoiceField } from '@/components/ui/choice-field';
import { TextField } from '@/components/ui/text-field';
import type { FormField } from '@/lib/contract/forms/field';
import { useFieldWords } from './field-words';
import { FileControl } from './file-control';
import { type FormTroubles, type FormValues, textIn } from './form-values';

/** Whether a sound must be chosen, or what is heard without one: the carrier's usual, or nothing. */
export type SoundNeed = 'required' | 'usual' | 'optional';

type Source = 'none' | 'file' | 'link';

/** One sound: a file of the library, which one can be added to, or a link. */
export function SoundControl({
  link,
  media,
  need,
  values,
  troubles,
  told,
  onChange,
}: {
  readonly link: FormField;
  readonly media: FormField;
  readonly need: SoundNeed;
  readonly values: FormValues;
  readonly troubles: FormTroubles;
  readonly told: Readonly<Record<string, string>>;
  readonly onChange: (changed: FormValues) => void;
}) {
  const t = useTranslations('forms');
  const wordsOf = useFieldWords();
  const [source, setSource] = useState(sourceIn(values, link, media, need));
  const isRequired = need === 'required';
  const sources = (isRequired ? ['file', 'link'] : ['none', 'file', 'link']) as readonly Source[];
  const label = link.onlyWith?.name === 'hold' ? t('holdSound') : t('sound');
  const errorOf = (field: FormField) =>
    wordsOf(field).trouble(troubles[field.name]) ?? told[field.name];
  return (
    <div className="flex flex-col gap-2">
      <ChoiceField
        label={link.name === 'audioUrl' ? label : wordsOf(media).label}
        value={source}
        choices={sources.map((value) => ({
          value,
          label: t(`soundFrom.${value === 'none' && need === 'optional' ? 'nothing' : value}`),
        }))}
        onChange={(next) => {
          setSource(next);
          onChange({ [link.name]: '', [media.name]: '' });
        }}
      />
      {source === 'link' && (
        <TextField
          label={wordsOf(link).label}
          hint={wordsOf(link).help}
          error={errorOf(link)}
          type="url"
          value={textIn(values, link.name)}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => {
            onChange({ [link.name]: event.target.value.trim() });
          }}
        />
      )}
      {source === 'file' && (
        <FileControl
          value={textIn(values, media.name)}
          error={errorOf(media)}
          onChange={(name) => {
            onChange({ [media.name]: name });
          }}
        />
      )}
    </div>
  );
}

function sourceIn(values: FormValues, link: FormField, media: FormField, need: SoundNeed): Source {
  if (textIn(values, link.name) !== '') return 'link';
  return textIn(values, media.name) !== '' || need === 'required' ? 'file' : 'none';
}
