import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { OwnCallContext } from '@/components/forms/call-control';
import { FormFields } from '@/components/forms/form-fields';
import { ChoiceField } from '@/components/ui/choice-field';
import { showToast } from '@/components/ui/toast';
import { useRunCallCommand } from '@/lib/browser/use-run-call-command';
import { callForms } from '@/lib/contract/forms/call-forms';
import type { CallRow } from '@/lib/contract/rows';
import { callCommands } from '@/lib/domain/call/command';
import type { AskedCallCommand } from './call-actions';
import { type BridgeTarget, callCommandFrom, callFields, callTroubles } from './call-form-rules';
import { callName } from './call-view';
import { FormWindow } from './form-window';
import { useCallForm } from './use-call-form';

/** Asks what a command to a call needs, sends it, and stays with what the server finds wrong. */
export function CallCommandDialog({
  type,
  row,
  onClose,
}: {
  readonly type: AskedCallCommand;
  readonly row: CallRow;
  readonly onClose: () => void;
}) {
  const t = useTranslations('calls.ask');
  const words = useTranslations('calls.command');
  const run = useRunCallCommand();
  const [target, setTarget] = useState<BridgeTarget>('call');
  const fields = callFields(type, target);
  const name = shortName(type);
  const isReported = callCommands[type].evidence === 'webhook';
  const form = useCallForm(
    callForms[type],
    (values) => callTroubles(type, fields, values),
    () => {
      if (!isReported) showToast({ title: words(`${name}.sent`), detail: t('unreported') });
      onClose();
    },
  );
  const { values, troubles, told, isBusy, problem } = form;
  return (
    <FormWindow
      title={words(`${name}.title`)}
      description={t('about', { name: callName(row) })}
      sendLabel={words(`${name}.send`)}
      {...{ isBusy, problem, onClose }}
      onSubmit={() => {
        form.submit((tell) => run(row.id, callCommandFrom(type, fields, values), tell));
      }}
    >
      {type === 'call.bridge' && (
        <ChoiceField
          label={t('with')}
          value={target}
          choices={(['call', 'queue'] as const).map((value) => ({
            value,
            label: t(`targets.${value}`),
          }))}
          onChange={setTarget}
        />
      )}
      <OwnCallContext value={row.id}>
        <FormFields
          {...{ fields, values, troubles, told }}
          sound={type === 'call.playStart' ? 'required' : 'usual'}
          onChange={form.change}
        />
      </OwnCallContext>
    </FormWindow>
  );
}

/** The name of a command's words in the catalogue. */
function shortName(type: AskedCallCommand) {
  return type.slice('call.'.length) as
    | 'reject'
    | 'transfer'
    | 'bridge'
    | 'refer'
    | 'sendSipInfo'
    | 'enqueue'
    | 'playStart'
    | 'switchSupervisorRole';
}
