import { Calendar, FileHeadphone, ShieldCheck, ListFilterPlus, X } from 'lucide-react';
import { type ReactElement, useId } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { CheckField } from '@/components/ui/check-field';
import { Menu, MenuChoice, type MenuOption } from '@/components/ui/menu';
import { Popover } from '@/components/ui/popover';
import { SearchField } from '@/components/ui/search-field';
import { SelectField } from '@/components/ui/select-field';
import { TextField } from '@/components/ui/text-field';
import { type RecordingChoice, recordingSpans } from '@/lib/browser/recording-query';
import { useQueueNames } from '@/lib/browser/use-queue-names';
import { recordingChannels, recordingFormats } from '@/lib/contract/recording';
import {
  anyRecording,
  askedStates,
  contradictionIn,
  countMore,
  queryOf,
} from './recording-address';

interface FiltersProps {
  readonly choice: RecordingChoice;
  readonly onChange: (choice: RecordingChoice) => void;
}

/** Chooses which recordings to show. */
export function RecordingFilters({
  choice,
  found,
  onChange,
}: FiltersProps & {
  /** How many fit, as far as they are loaded; null while nothing is. */
  readonly found: { readonly count: number; readonly hasMore: boolean } | null;
}) {
  const t = useTranslations('recordings.filters');
  const isAny = queryOf({ choice, play: null, at: null }).size === 0;
  const contradiction = contradictionIn(choice);
  return (
    <div
      role="search"
      aria-label={t('title')}
      className="flex shrink-0 flex-wrap items-center gap-1.5 border-b border-line bg-panel px-3 py-2.5 md:px-5"
    >
      <SearchField
        label={t('search')}
        clearLabel={t('clearSearch')}
        value={choice.q}
        className="min-w-0 basis-full sm:basis-[300px]"
        onChange={(q) => {
          onChange({ ...choice, q });
        }}
      />
      <div className="-my-1 flex max-w-full min-w-0 flex-wrap items-center gap-1.5 py-1 max-sm:flex-nowrap max-sm:overflow-x-auto">
        <TimeFilter choice={choice} onChange={onChange} />
        <FormatFilter choice={choice} onChange={onChange} />
        <StateFilter choice={choice} onChange={onChange} />
        <MoreFilters choice={choice} onChange={onChange} />
        {choice.conference !== '' && (
          <Button
            icon={<X aria-hidden size={14} />}
            onClick={() => {
              onChange({ ...choice, conference: '' });
            }}
          >
            {t('conference')}
          </Button>
        )}
        {!isAny && (
          <Button
            look="ghost"
            onClick={() => {
              onChange(anyRecording);
            }}
          >
            {t('clear')}
          </Button>
        )}
        {!isAny && found !== null && found.count > 0 && (
          <span role="status" className="text-sm whitespace-nowrap text-ink-3">
            {t(found.hasMore ? 'matchingMore' : 'matching', { count: found.count })}
          </span>
        )}
      </div>
      <p role="status" className="basis-full text-sm text-bad empty:hidden">
        {contradiction !== null && t(`contradiction.${contradiction}`)}
      </p>
    </div>
  );
}

/** A button that tells what is chosen, and opens the list of what can be. */
function ChoiceMenu<Value extends string>({
  label,
  icon,
  value,
  options,
  onChange,
}: {
  readonly label: string;
  readonly icon: ReactElement;
  readonly value: Value;
  readonly options: readonly (MenuOption & { readonly value: Value })[];
  readonly onChange: (value: Value) => void;
}) {
  const chosen = options.find((option) => option.value === value);
  const word = chosen?.label ?? '';
  return (
    <Menu
      align="start"
      trigger={
        <Button icon={icon} aria-label={`${label}: ${word}`} title={label}>
          {word}
        </Button>
      }
    >
      <MenuChoice
        label={label}
        value={value}
        options={options}
        onChange={(next) => {
          const found = options.find((option) => option.value === next);
          if (found !== undefined) onChange(found.value);
        }}
      />
    </Menu>
  );
}

function TimeFilter({ choice, onChange }: FiltersProps) {
  const t = useTranslations('recordings.filters');
  const day = (name: 'from' | 'to') => (
    <DayField
      label={t(name)}
      value={choice[name]}
      onChange={(value) => {
        onChange({ ...choice, [name]: value });
      }}
    />
  );
  return (
    <>
      <ChoiceMenu
        label={t('when')}
        icon={<Calendar aria-hidden size={14} />}
        value={choice.within}
        options={[
          { value: '' as const, label: t('within.any') },
          ...recordingSpans.map((value) => ({ value, label: t(`within.${value}`) })),
        ]}
        onChange={(within) => {
          onChange({ ...choice, within });
        }}
      />
      {choice.within === 'custom' && (
        <span className="flex flex-wrap items-center gap-1.5">
          {day('from')}
          {day('to')}
        </span>
      )}
    </>
  );
}

function DayField({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const id = useId();
  return (
    <span className="flex items-center gap-1.5">
      <label htmlFor={id} className="text-sm text-ink-3">
        {label}
      </label>
      <input
        id={id}
        type="date"
        value={value}
        onChange={(event) => {
          onChange(event.target.value);
        }}
        className="h-[30px] rounded-lg border border-line bg-panel px-2 text-ink"
      />
    </span>
  );
}

function FormatFilter({ choice, onChange }: FiltersProps) {
  const t = useTranslations('recordings.filters');
  const formats = useTranslations('recordings.formats');
  return (
    <ChoiceMenu
      label={t('format')}
      icon={<FileHeadphone aria-hidden size={14} />}
      value={choice.format}
      options={[
        { value: '' as const, label: t('anyFormat') },
        ...recordingFormats.map((value) => ({ value, label: formats(value) })),
      ]}
      onChange={(format) => {
        onChange({ ...choice, format });
      }}
    />
  );
}

function StateFilter({ choice, onChange }: FiltersProps) {
  const t = useTranslations('recordings.filters');
  const states = useTranslations('recordings.states');
  const word = (state: (typeof askedStates)[number]) => {
    switch (state) {
      case 'failed':
        return states('failedPlain');
      case 'retrying':
        return states('retryingPlain');
      case 'underway':
      case 'waiting':
      case 'archiving':
      case 'archived':
      case 'deleting':
      case 'deleted':
        return states(state);
    }
  };
  return (
    <ChoiceMenu
      label={t('state')}
      icon={<ShieldCheck aria-hidden size={14} />}
      value={choice.state}
      options={[
        { value: '' as const, label: t('anyState') },
        ...askedStates.map((value) => ({ value, label: word(value) })),
      ]}
      onChange={(state) => {
        onChange({ ...choice, state });
      }}
    />
  );
}

function MoreFilters({ choice, onChange }: FiltersProps) {
  const t = useTranslations('recordings.filters');
  const count = countMore(choice);
  return (
    <Popover
      title={t('moreTitle')}
      className="top-28 right-2 left-2 max-h-[calc(100dvh-130px)] md:right-auto md:left-[480px] md:w-[340px]"
      trigger={
        <Button icon={<ListFilterPlus aria-hidden size={14} />}>
          {count === 0 ? t('more') : t('moreCount', { count })}
        </Button>
      }
    >
      <MoreFields choice={choice} onChange={onChange} />
    </Popover>
  );
}

/** The filters that are wanted less; the queues are asked for once somebody looks. */
function MoreFields({ choice, onChange }: FiltersProps) {
  const t = useTranslations('recordings.filters');
  const channels = useTranslations('recordings.channels');
  const known = useQueueNames();
  const names =
    choice.queue === '' || known.includes(choice.queue) ? known : [choice.queue, ...known];
  const any: RecordingChoice['channels'] = '';
  const minutes = (name: 'min' | 'max') => (
    <div className="min-w-0 flex-1">
      <TextField
        label={t(`${name}Minutes`)}
        type="number"
        inputMode="decimal"
        min={0}
        max={9999}
        step="any"
        value={choice[name]}
        onChange={(event) => {
          onChange({ ...choice, [name]: event.target.value });
        }}
      />
    </div>
  );
  return (
    <div className="flex flex-col gap-3 px-4 pb-4">
      <SelectField
        label={t('channels')}
        value={choice.channels}
        options={[
          { value: any, label: t('anyChannels') },
          ...recordingChannels.map((value) => ({ value, label: channels(value) })),
        ]}
        onChange={(value) => {
          onChange({ ...choice, channels: value });
        }}
      />
      <div className="flex gap-3">
        {minutes('min')}
        {minutes('max')}
      </div>
      <SelectField
        label={t('queue')}
        value={choice.queue}
        options={[
          { value: '', label: t('anyQueue') },
          ...names.map((value) => ({ value, label: value })),
        ]}
        onChange={(queue) => {
          onChange({ ...choice, queue });
        }}
      />
      <CheckField
        label={t('hold')}
        hint={t('holdHint')}
        isChecked={choice.hold !== ''}
        onChange={(isChecked) => {
          onChange({ ...choice, hold: isChecked ? 'true' : '' });
        }}
      />
    </div>
  );
}
