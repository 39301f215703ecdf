import { Square, Volume2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { ChoiceField } from '@/components/ui/choice-field';
import { SelectField } from '@/components/ui/select-field';
import { TextField } from '@/components/ui/text-field';
import { showToast } from '@/components/ui/toast';
import { useListening } from '@/lib/browser/use-listening';
import { mediaAudioPath, useMedia } from '@/lib/browser/use-media';
import type { FormField } from '@/lib/contract/forms/field';
import { useFieldWords } from './field-words';
import { type FormTroubles, type FormValues, textIn } from './form-values';

type Source = 'none' | 'file' | 'link';

/** One sound: a file of the library, which can be listened to first, or a link. */
export function SoundControl({
  link,
  media,
  isRequired,
  values,
  troubles,
  told,
  onChange,
}: {
  readonly link: FormField;
  readonly media: FormField;
  readonly isRequired: boolean;
  readonly values: FormValues;
  readonly troubles: FormTroubles;
  readonly told: Readonly<Record<string, string>>;
  readonly onChange: (changed: FormValues) => void;
}) {
  const t = useTranslations('forms');
  const wordsOf = useFieldWords();
  const [source, setSource] = useState(sourceIn(values, link, media, isRequired));
  const sources = (isRequired ? ['file', 'link'] : ['none', 'file', 'link']) as readonly Source[];
  const errorOf = (field: FormField) =>
    wordsOf(field).trouble(troubles[field.name]) ?? told[field.name];
  return (
    <div className="flex flex-col gap-2">
      <ChoiceField
        label={link.name === 'audioUrl' ? t('sound') : wordsOf(media).label}
        value={source}
        choices={sources.map((value) => ({ value, label: t(`soundFrom.${value}`) }))}
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
        <FileChoice
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

function sourceIn(values: FormValues, link: FormField, media: FormField, isRequired: boolean) {
  if (textIn(values, link.name) !== '') return 'link' as Source;
  return textIn(values, media.name) !== '' || isRequired ? 'file' : 'none';
}

function FileChoice({
  value,
  error,
  onChange,
}: {
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (name: string) => void;
}) {
  const t = useTranslations('forms');
  const { rows, isLoading } = useMedia();
  const listening = useListening((name) => {
    showToast({ kind: 'error', title: t('cannotListen', { name }) });
  });
  const isHeard = listening.name === value && value !== '';
  if (rows.length === 0 && !isLoading) return <p className="text-ink-2">{t('noFiles')}</p>;
  return (
    <div className="flex items-end gap-2">
      <div className="min-w-0 flex-1">
        <SelectField
          label={t('soundFile')}
          error={error}
          value={value}
          options={[
            { value: '', label: t('chooseFile') },
            ...rows.map(({ name }) => ({ value: name, label: name })),
          ]}
          onChange={onChange}
        />
      </div>
      <Button
        className={error === undefined ? '' : 'mb-5'}
        disabled={value === ''}
        icon={isHeard ? <Square size={14} /> : <Volume2 size={14} />}
        onClick={() => {
          if (isHeard) listening.stop();
          else listening.start(value, mediaAudioPath(value));
        }}
      >
        {isHeard ? t('silence') : t('listen')}
      </Button>
    </div>
  );
}
