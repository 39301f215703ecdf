import { useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { FormFields } from '@/components/forms/form-fields';
import {
  type FormTroubles,
  type FormValues,
  sentFields,
  startingValues,
  troublesIn,
} from '@/components/forms/form-values';
import { TroubleLine } from '@/components/shell/trouble-line';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import type { Trouble } from '@/lib/browser/use-attempt';
import type { FormField } from '@/lib/contract/forms/field';

const noTroubles: FormTroubles = {};

/** Asks in a window what a command needs, and stays with what the server finds wrong. */
export function FormQuestion({
  title,
  about,
  sendLabel,
  fields,
  given,
  isBusy,
  problem,
  told,
  onSend,
  onClose,
}: {
  readonly title: string;
  readonly about?: string;
  readonly sendLabel: string;
  readonly fields: readonly FormField[];
  /** What the form begins with, in place of the fields' own presets. */
  readonly given?: FormValues;
  readonly isBusy: boolean;
  /** Why the last was not done. */
  readonly problem: Trouble | null;
  readonly told?: Readonly<Record<string, string>>;
  /** Hears what was filled in, once nothing is wrong with it. */
  readonly onSend: (fields: Record<string, unknown>) => void;
  readonly onClose: () => void;
}) {
  const common = useTranslations('common');
  const formId = useId();
  const [values, setValues] = useState(() => startingValues(fields, given));
  const [isChecked, setChecked] = useState(false);
  const troubles = troublesIn(fields, values);
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={title}
      {...(about === undefined ? {} : { description: about })}
      closeLabel={common('close')}
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="submit" form={formId} look="primary" disabled={isBusy}>
            {isBusy ? common('busy') : sendLabel}
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
          setChecked(true);
          if (Object.keys(troubles).length === 0) onSend(sentFields(fields, values));
        }}
      >
        <FormFields
          fields={fields}
          values={values}
          troubles={isChecked ? troubles : noTroubles}
          {...(told === undefined ? {} : { told })}
          onChange={setValues}
        />
        <TroubleLine trouble={problem} />
      </form>
    </Dialog>
  );
}
