import type { ComponentType } from 'react';
import { useTranslations } from 'use-intl';
import { ChoiceField } from '@/components/ui/choice-field';
import { SelectField } from '@/components/ui/select-field';
import { TextArea } from '@/components/ui/text-area';
import { TextField } from '@/components/ui/text-field';
import { useLanguageName } from '@/components/announcements/use-language-name';
import type { FieldKind } from '@/lib/contract/forms/field';
import { CallControl } from './call-control';
import { ConferenceControl } from './conference-control';
import { useFieldWords } from './field-words';
import type { ControlProps } from './control-props';
import type { FieldTrouble } from './form-values';
import { PeopleControl } from './people-control';
import { QueueControl } from './queue-control';
import { SwitchControl } from './switch-control';
import { VoiceControl } from './voice-control';

const inputTypes: Partial<Record<string, string>> = { link: 'url', phone: 'tel' };
const mostSideBySide = 4;
/** What it means to choose nothing, where that can be said. */
const withoutChoice: Partial<Record<string, 'anyLanguage' | 'none' | 'ownRegion'>> = {
  language: 'anyLanguage',
  beep: 'none',
  region: 'ownRegion',
};

/** What each kind is drawn as; the others are a line of text. */
const controls: Partial<Record<FieldKind, ComponentType<ControlProps>>> = {
  longText: LongTextControl,
  phones: LongTextControl,
  voiceSettings: LongTextControl,
  number: NumberControl,
  switch: SwitchControl,
  choice: ChoiceControl,
  voice: VoiceControl,
  people: PeopleControl,
  person: PeopleControl,
  call: CallControl,
  conference: ConferenceControl,
  queue: QueueControl,
};

/** One field, drawn by its kind. */
export function FieldControl({
  trouble,
  told,
  control: Own,
  ...given
}: Omit<ControlProps, 'error'> & {
  readonly trouble: FieldTrouble | undefined;
  readonly told: string | undefined;
  readonly control: ComponentType<ControlProps> | undefined;
}) {
  const error = useFieldWords()(given.field).trouble(trouble) ?? told;
  const props = { ...given, error };
  if (Own !== undefined) return <Own {...props} />;
  const Control = controls[given.field.kind] ?? TextControl;
  return <Control {...props} />;
}

function TextControl({ field, value, error, onChange }: ControlProps) {
  const { label, help } = useFieldWords()(field);
  return (
    <TextField
      label={label}
      hint={help}
      error={error}
      type={inputTypes[field.kind] ?? 'text'}
      value={typeof value === 'string' ? value : ''}
      required={field.isRequired}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => {
        onChange({ [field.name]: event.target.value });
      }}
    />
  );
}

function LongTextControl({ field, value, error, onChange }: ControlProps) {
  const t = useTranslations('forms');
  const { label, help } = useFieldWords()(field);
  const text = typeof value === 'string' ? value : '';
  const count =
    field.maxLength === undefined ? '' : t('count', { count: text.length, most: field.maxLength });
  return (
    <TextArea
      label={label}
      hint={`${help} ${field.kind === 'voiceSettings' ? t('settingsExample') : count}`}
      error={error}
      rows={field.kind === 'voiceSettings' ? 2 : 4}
      value={text}
      required={field.isRequired}
      onChange={(event) => {
        onChange({ [field.name]: event.target.value });
      }}
    />
  );
}

function NumberControl(props: ControlProps) {
  const t = useTranslations('forms');
  const { field, value, error, onChange } = props;
  const { label, help } = useFieldWords()(field);
  const { name, orElse, min } = field;
  const isElse = orElse !== undefined && value === orElse;
  return (
    <div className="flex flex-col gap-2">
      <TextField
        label={label}
        hint={help}
        error={error}
        inputMode="numeric"
        disabled={isElse}
        value={typeof value !== 'string' || isElse ? '' : value}
        autoComplete="off"
        onChange={(event) => {
          onChange({ [name]: event.target.value.trim() });
        }}
      />
      {orElse !== undefined && (
        <label className="flex w-fit items-center gap-2">
          <input
            type="checkbox"
            className="size-[15px] accent-brand"
            checked={isElse}
            onChange={(event) => {
              onChange({ [name]: event.target.checked ? orElse : String(min ?? 1) });
            }}
          />
          {t('without')}
        </label>
      )}
    </div>
  );
}

function ChoiceControl({ field, value, error, onChange }: ControlProps) {
  const t = useTranslations('forms');
  const { label, help, option } = useFieldWords()(field);
  const languageName = useLanguageName();
  const isLanguage = field.name === 'language';
  const none = t(withoutChoice[field.name] ?? 'leftOut');
  const options = (field.options ?? []).map((each) => ({
    value: each,
    label: isLanguage ? languageName(each) : option(each),
  }));
  const isAlwaysGiven = field.preset !== null || field.isRequired;
  const choices = isAlwaysGiven ? options : [{ value: '', label: none }, ...options];
  const chosen = typeof value === 'string' ? value : '';
  const change = (next: string) => {
    onChange({ [field.name]: next });
  };
  if (isAlwaysGiven && choices.length <= mostSideBySide) {
    return (
      <div>
        <ChoiceField label={label} value={chosen} choices={choices} onChange={change} />
        <p className={error === undefined ? 'mt-1 text-xs text-ink-3' : 'mt-1 text-xs text-bad'}>
          {error ?? help}
        </p>
      </div>
    );
  }
  return (
    <SelectField
      label={label}
      hint={help}
      error={error}
      value={chosen}
      options={choices}
      onChange={change}
    />
  );
}
