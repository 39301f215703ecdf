import { useFormatter, useTranslations } from 'use-intl';
import { TroubleLine } from '@/components/shell/trouble-line';
import { ProgressBar } from '@/components/ui/progress-bar';
import { SelectField } from '@/components/ui/select-field';
import { TextField } from '@/components/ui/text-field';
import { mediaNamePattern } from '@/lib/contract/limits';
import { useKeepOptions } from './keep-choice';
import type { UploadForm } from './use-upload';

/** What a file is to be called, how long it is kept, and how much of it has gone. */
export function UploadFields({
  form,
  nameError,
  onEnter,
}: {
  readonly form: UploadForm;
  /** What is wrong with the name, where the browser does not tell it itself. */
  readonly nameError?: string | undefined;
  /** What Enter does in place of sending the form around. */
  readonly onEnter?: () => void;
}) {
  const t = useTranslations('settings.media.upload');
  const { number } = useFormatter();
  const options = useKeepOptions();
  const { isBusy, part } = form;
  return (
    <>
      <TextField
        label={t('name')}
        hint={t('nameHint')}
        error={nameError}
        value={form.name}
        pattern={mediaNamePattern.source}
        maxLength={100}
        readOnly={isBusy}
        required
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || onEnter === undefined) return;
          event.preventDefault();
          onEnter();
        }}
        onChange={(event) => {
          form.setName(event.target.value);
        }}
      />
      <SelectField label={t('keep')} value={form.keep} options={options} onChange={form.setKeep} />
      {isBusy && (
        <ProgressBar
          label={part < 1 ? t('progress') : t('sent')}
          part={part}
          percent={number(part, { style: 'percent' })}
        />
      )}
      <TroubleLine trouble={form.trouble} words={{ 'body-too-large': t('tooLarge') }} />
    </>
  );
}
