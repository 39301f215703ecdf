import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { commandFrom, commandTroubles, shownFields } from '@/components/forms/command-rules';
import { FormFields } from '@/components/forms/form-fields';
import { SelectField } from '@/components/ui/select-field';
import { ProblemError, UnreachableError } from '@/lib/browser/request';
import { newCommandId, sendCommand } from '@/lib/browser/send-command';
import { useTeller } from '@/lib/browser/teller';
import { useOverview } from '@/lib/browser/use-overview';
import type { CallRow } from '@/lib/contract/rows';
import { callName } from './call-view';
import { FormWindow } from './form-window';
import { useCallForm } from './use-call-form';

const type = 'participants.join';
// Whom one who whispers is heard by is chosen at the desk, where the others are to be seen.
const unasked = new Set(['legs', 'whisperTo', 'clientState']);
const fields = shownFields(type).filter(({ name }) => !unasked.has(name));

/** Brings a call into a live conference. */
export function JoinDialog({
  row,
  onClose,
}: {
  readonly row: CallRow;
  readonly onClose: () => void;
}) {
  const t = useTranslations('calls.join');
  const forms = useTranslations('forms.troubles');
  const teller = useTeller();
  const conferences = useOverview((overview) => overview.conferences);
  const [chosen, setChosen] = useState<string | null>(null);
  const [isChecked, setChecked] = useState(false);
  const live = [...conferences.values()];
  const wanted = chosen ?? (live.length === 1 ? (live[0]?.id ?? '') : '');
  const form = useCallForm(
    fields,
    (values) => commandTroubles(type, withLeg(values, row.id)),
    onClose,
  );
  const { values, troubles, told, isBusy, problem } = form;
  const send = () => {
    setChecked(true);
    if (wanted === '') return;
    form.submit(async (tell) => {
      const command = commandFrom(type, withLeg(values, row.id), [row.id]);
      try {
        const path = `/api/conferences/${encodeURIComponent(wanted)}/commands`;
        await sendCommand(path, newCommandId(), command);
        return true;
      } catch (error) {
        if (error instanceof ProblemError) {
          if (!tell(error.problem)) teller.problem(error.problem);
        } else if (error instanceof UnreachableError) teller.unreachable();
        else throw error;
        return false;
      }
    });
  };
  return (
    <FormWindow
      title={t('title')}
      description={t('about', { name: callName(row) })}
      sendLabel={t('send')}
      {...{ isBusy, problem, onClose }}
      onSubmit={send}
    >
      <SelectField
        label={t('conference')}
        hint={live.length === 0 ? t('none') : t('help')}
        error={isChecked && wanted === '' ? forms('required') : undefined}
        value={wanted}
        options={[
          { value: '', label: t('choose') },
          ...live.map(({ id, name }) => ({ value: id, label: name ?? id })),
        ]}
        onChange={setChosen}
      />
      <FormFields {...{ fields, values, troubles, told }} onChange={form.change} />
    </FormWindow>
  );
}

function withLeg<T extends object>(
  values: T,
  leg: string,
): T & { readonly legs: readonly string[] } {
  return { ...values, legs: [leg] };
}
