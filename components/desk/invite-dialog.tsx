import { PhoneOutgoing } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { commandFrom, shownFields } from '@/components/forms/command-rules';
import { FormFields } from '@/components/forms/form-fields';
import {
  type FormTroubles,
  type FormValues,
  startingValues,
  troublesIn,
} from '@/components/forms/form-values';
import { TroubleLine } from '@/components/shell/trouble-line';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextArea } from '@/components/ui/text-area';
import { TextField } from '@/components/ui/text-field';
import { usePreferences, useSetPreferences } from '@/lib/browser/use-preferences';
import { useRunCommand } from '@/lib/browser/use-run-command';
import { bareNumber, e164, limits } from '@/lib/contract/forms/limits';
import type { InviteFields } from '@/lib/domain/conference/command-fields';
import { useConferenceId } from './desk-store';
import { InvitationList } from './invitation-list';
import { type LineTrouble, parseNumbers } from './parse-numbers';
import { useOthers } from './use-others';
import { useSending } from './use-sending';
import { WayInChoice } from './way-in-choice';

const type = 'participants.invite';
const own: ReadonlySet<string> = new Set(['numbers', 'from']);
/** How they are called and come in: whatever is not of this dialog's own. */
const fields = shownFields(type).filter(({ name }) => !own.has(name));
const noTroubles: FormTroubles = {};
const nobody: readonly string[] = [];
const mostTroubles = 4;

/** Calls people and brings them in: one number or a pasted list, and how each of them fares. */
export function InviteDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslations('deskForms.invite');
  const common = useTranslations('common');
  const formId = useId();
  const progress = useRef<HTMLDivElement>(null);
  const form = useInvitation(() => {
    progress.current?.scrollIntoView({ block: 'nearest' });
  });
  const { numbers, isTried, isBusy, told } = form;
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
          <Button
            type="submit"
            form={formId}
            look="primary"
            disabled={isBusy}
            icon={<PhoneOutgoing size={15} />}
          >
            {isBusy ? common('busy') : t('call', { count: numbers.length })}
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
          form.invite();
        }}
      >
        <WayInChoice way="invite" />
        <div>
          <TextArea
            label={t('numbers')}
            hint={t('numbersHint', { most: limits.numbers.max })}
            error={isTried && form.text.trim() === '' ? t('noNumbers') : told.numbers}
            rows={4}
            value={form.text}
            onChange={(event) => {
              form.setText(event.target.value);
            }}
          />
          <Troubles troubles={form.lineTroubles} tooMany={form.tooMany} />
        </div>
        <TextField
          label={t('from')}
          hint={t('fromHint')}
          error={isTried && form.isFromWrong ? t('fromWrong') : told.from}
          type="tel"
          autoComplete="off"
          value={form.from}
          onChange={(event) => {
            form.setFrom(event.target.value);
          }}
        />
        <FormFields
          {...{ fields, told }}
          values={form.values}
          troubles={isTried ? form.troubles : noTroubles}
          people={useOthers(nobody)}
          onChange={form.setValues}
        />
        <TroubleLine trouble={form.problem} />
      </form>
      <div ref={progress}>
        <InvitationList
          mayRetry={!form.isFromWrong && !isBusy}
          onRetry={(those) => {
            void form.call(those);
          }}
        />
      </div>
    </Dialog>
  );
}

/** What stands in the dialog, what is wrong with it, and the call it makes. */
function useInvitation(onTaken: () => void) {
  const prefer = useSetPreferences();
  const lastCallerId = usePreferences((preferences) => preferences.callerId);
  const [from, setFrom] = useState(lastCallerId);
  const [text, setText] = useState('');
  const [values, setValues] = useState<FormValues>(() => startingValues(fields));
  const [isTried, setIsTried] = useState(false);
  const { send, ...sending } = useSending(useRunCommand(useConferenceId()));
  const { numbers, troubles: lineTroubles, tooMany } = parseNumbers(text);
  const troubles = troublesIn(fields, values);
  const isFromWrong = !e164.test(bareNumber(from));
  const isReady =
    !isFromWrong &&
    numbers.length > 0 &&
    lineTroubles.length === 0 &&
    tooMany === 0 &&
    Object.keys(troubles).length === 0;
  const call = (those: InviteFields['numbers']) => {
    prefer({ callerId: from.trim() });
    const command = commandFrom(type, { ...values, from: bareNumber(from) }, 'everyone');
    return send({ type, fields: { ...command.fields, numbers: those } });
  };
  return {
    ...sending,
    ...{ from, setFrom, text, setText, values, setValues, isTried },
    ...{ numbers, lineTroubles, tooMany, troubles, isFromWrong, call },
    invite: () => {
      setIsTried(true);
      if (!isReady) return;
      void call(numbers).then(({ isTaken }) => {
        if (!isTaken) return;
        onTaken();
        setText('');
        setIsTried(false);
      });
    },
  };
}

function Troubles({
  troubles,
  tooMany,
}: {
  readonly troubles: readonly LineTrouble[];
  readonly tooMany: number;
}) {
  const t = useTranslations('deskForms.invite');
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
