'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { TroubleLine } from '@/components/shell/trouble-line';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Form } from '@/components/ui/form';
import { showToast } from '@/components/ui/toast';
import { type Trouble, useAttempt } from '@/lib/browser/use-attempt';
import type { ApplicationChanges } from '@/lib/browser/use-applications';
import type { ApplicationChange, ApplicationRow } from '@/lib/contract/application';
import { ApplicationFields } from './application-fields';
import {
  type ApplicationField,
  changeIn,
  formOf,
  isApplicationField,
  settingsIn,
} from './application-form';
import { useApplicationTroubleWords } from './use-application-trouble-words';

const formId = 'application';

/** Asks what an application is to be like; changes `row` where there is one, and proposes `change` to it. */
export function ApplicationDialog({
  row,
  change,
  webhookUrl,
  changes,
  onClose,
}: {
  readonly row: ApplicationRow | null;
  readonly change: ApplicationChange;
  /** Where the webhooks for this Rostrum go, to be put in by a press; null where nobody knows. */
  readonly webhookUrl: string | null;
  readonly changes: ApplicationChanges;
  readonly onClose: () => void;
}) {
  const t = useTranslations('settings.carrier.dialog');
  const common = useTranslations('common');
  const { isBusy, trouble, run } = useAttempt();
  const [form, setForm] = useState(() => formOf(row, change));
  const words = useApplicationTroubleWords(trouble);
  const save = () => {
    run(async () => {
      const asked = row === null ? null : changeIn(row, form);
      if (row === null) await changes.create(settingsIn(form));
      else if (asked !== null) await changes.change(row.id, asked);
      showToast({ title: t('done', { name: form.name.trim() }) });
      onClose();
    });
  };
  const proposed = Object.keys(change).filter(isApplicationField);
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={row === null ? t('addTitle') : t('editTitle', { name: row.name })}
      {...(proposed.length > 0 && { description: t('proposed') })}
      closeLabel={common('close')}
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="submit" form={formId} look="primary" disabled={isBusy}>
            {isBusy ? common('busy') : t('save')}
          </Button>
        </>
      }
    >
      <Form id={formId} onSubmit={save}>
        <ApplicationFields
          form={form}
          proposed={proposed}
          wrong={wrongFields(trouble)}
          webhookUrl={webhookUrl}
          onChange={(part) => {
            setForm((before) => ({ ...before, ...part }));
          }}
        />
        <TroubleLine trouble={trouble} words={words} />
      </Form>
    </Dialog>
  );
}

function wrongFields(trouble: Trouble | null): readonly ApplicationField[] {
  if (trouble === null || trouble === 'unreachable') return [];
  return (trouble.errors ?? []).map(({ path }) => path).filter(isApplicationField);
}
