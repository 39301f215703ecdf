import { PhoneOutgoing } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Dialog } from '@/components/ui/dialog';
import { TextArea } from '@/components/ui/text-area';
import { TextField } from '@/components/ui/text-field';
import { usePreferences, useSetPreferences } from '@/lib/browser/use-preferences';
import { e164, limits } from '@/lib/contract/forms/limits';
import type { InviteFields } from '@/lib/domain/conference/command-fields';
import { useHands } from './hands';
import { InvitationList } from './invitation-list';
import { type LineTrouble, parseNumbers } from './parse-numbers';

type How = Omit<InviteFields, 'numbers' | 'from'>;

const usual: How = {
  timeoutSecs: 30,
  timeLimitSecs: 14_400,
  mute: false,
  hold: false,
  role: 'none',
  whisperTo: [],
  endConferenceOnExit: false,
  softEndConferenceOnExit: false,
  startConferenceOnEnter: false,
};

const mostTroubles = 4;

/** Calls people and brings them in: one number or a pasted list, and how each of them fares. */
export function InviteDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslations('desk.invite');
  const { run } = useHands();
  const prefer = useSetPreferences();
  const lastCallerId = usePreferences((preferences) => preferences.callerId);
  const [from, setFrom] = useState(lastCallerId);
  const [text, setText] = useState('');
  const [how, setHow] = useState(usual);
  const [isTried, setIsTried] = useState(false);
  const formId = useId();
  const { numbers, troubles, tooMany } = parseNumbers(text);
  const isFromWrong = !e164.test(from.trim());
  const isReady = !isFromWrong && numbers.length > 0 && troubles.length === 0 && tooMany === 0;
  const call = (those: InviteFields['numbers']) => {
    prefer({ callerId: from.trim() });
    return run({
      type: 'participants.invite',
      fields: { ...how, from: from.trim(), numbers: those },
    });
  };
  const invite = () => {
    setIsTried(true);
    if (!isReady) return;
    void call(numbers).then((answer) => {
      if (answer === null) return;
      setText('');
      setIsTried(false);
    });
  };
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={t('title')}
      description={t('about')}
      closeLabel={t('close')}
      footer={
        <>
          <Button onClick={onClose}>{t('close')}</Button>
          <Button type="submit" form={formId} look="primary" icon={<PhoneOutgoing size={15} />}>
            {t('call', { count: numbers.length })}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        noValidate
        className="flex flex-col gap-3.5"
        onSubmit={(event) => {
          event.preventDefault();
          invite();
        }}
      >
        <div>
          <TextArea
            label={t('numbers')}
            hint={t('numbersHint', { most: limits.numbers.max })}
            error={isTried && text.trim() === '' ? t('noNumbers') : undefined}
            rows={4}
            value={text}
            onChange={(event) => {
              setText(event.target.value);
            }}
          />
          <Troubles troubles={troubles} tooMany={tooMany} />
        </div>
        <TextField
          label={t('from')}
          hint={t('fromHint')}
          error={isTried && isFromWrong ? t('fromWrong') : undefined}
          type="tel"
          autoComplete="off"
          value={from}
          onChange={(event) => {
            setFrom(event.target.value);
          }}
        />
        <HowTheyEnter how={how} onChange={setHow} />
      </form>
      <InvitationList
        mayRetry={!isFromWrong}
        onRetry={(those) => {
          void call(those);
        }}
      />
    </Dialog>
  );
}

function Troubles({
  troubles,
  tooMany,
}: {
  readonly troubles: readonly LineTrouble[];
  readonly tooMany: number;
}) {
  const t = useTranslations('desk.invite');
  const wordsOf = (trouble: LineTrouble) => {
    const { line, kind, text } = trouble;
    if (kind === 'repeated') return t('repeated', { line, text, first: trouble.first });
    return t(kind, { line, text, most: limits.label.maxLength });
  };
  const rest = troubles.length - mostTroubles;
  return (
    <ul aria-live="polite" className="mt-1 text-sm text-bad">
      {troubles.slice(0, mostTroubles).map((trouble) => (
        <li key={trouble.line} className="wrap-anywhere">
          {wordsOf(trouble)}
        </li>
      ))}
      {rest > 0 && <li>{t('moreTroubles', { count: rest })}</li>}
      {tooMany > 0 && <li>{t('tooMany', { most: limits.numbers.max, count: tooMany })}</li>}
    </ul>
  );
}

function HowTheyEnter({
  how,
  onChange,
}: {
  readonly how: How;
  readonly onChange: (how: How) => void;
}) {
  const t = useTranslations('desk.invite');
  return (
    <>
      <Option
        label={t('mute')}
        isChecked={how.mute}
        onChange={(mute) => {
          onChange({ ...how, mute });
        }}
      />
      <details>
        <summary className="w-fit cursor-pointer rounded-sm text-sm font-medium text-ink-2">
          {t('more')}
        </summary>
        <div className="mt-2.5 flex flex-col gap-3">
          <Option
            label={t('hold')}
            isChecked={how.hold}
            onChange={(hold) => {
              onChange({ ...how, hold });
            }}
          />
          <Option
            label={t('ends')}
            isChecked={how.endConferenceOnExit}
            onChange={(endConferenceOnExit) => {
              onChange({ ...how, endConferenceOnExit });
            }}
          />
          <Option
            label={t('softEnds')}
            isChecked={how.softEndConferenceOnExit}
            onChange={(softEndConferenceOnExit) => {
              onChange({ ...how, softEndConferenceOnExit });
            }}
          />
          <Option
            label={t('starts')}
            isChecked={how.startConferenceOnEnter}
            onChange={(startConferenceOnEnter) => {
              onChange({ ...how, startConferenceOnEnter });
            }}
          />
          <TextField
            label={t('name')}
            hint={t('nameHint')}
            maxLength={limits.fromDisplayName.maxLength}
            value={how.fromDisplayName ?? ''}
            onChange={(event) => {
              onChange({ ...how, fromDisplayName: event.target.value || undefined });
            }}
          />
          <TextField
            label={t('rings')}
            type="number"
            min={limits.timeoutSecs.min}
            max={limits.timeoutSecs.max}
            value={how.timeoutSecs}
            onChange={(event) => {
              onChange({ ...how, timeoutSecs: event.target.valueAsNumber });
            }}
          />
        </div>
      </details>
    </>
  );
}

function Option({
  label,
  isChecked,
  onChange,
}: {
  readonly label: string;
  readonly isChecked: boolean;
  readonly onChange: (isChecked: boolean) => void;
}) {
  const id = useId();
  return (
    <span className="flex items-center gap-2">
      <Checkbox
        id={id}
        label={label}
        isChecked={isChecked}
        onChange={(event) => {
          onChange(event.target.checked);
        }}
      />
      <label htmlFor={id}>{label}</label>
    </span>
  );
}
