'use client';
import { useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { TroubleLine } from '@/components/shell/trouble-line';
import { Button } from '@/components/ui/button';
import { ChoiceField } from '@/components/ui/choice-field';
import { Dialog } from '@/components/ui/dialog';
import { Form } from '@/components/ui/form';
import { TextField } from '@/components/ui/text-field';
import { showToast } from '@/components/ui/toast';
import { useAttempt } from '@/lib/browser/use-attempt';
import { useQueueNames } from '@/lib/browser/use-queue-names';
import type { RetentionRulesView } from '@/lib/browser/use-retention-rules';
import { retentionLimits, type RetentionRule } from '@/lib/contract/recording';
import {
  areDays,
  fieldsOf,
  type RetentionFields,
  retentionKinds,
  ruleOf,
  troublesOf,
} from './retention-fields';
import { useRetentionName } from './use-retention-name';

const formId = 'retention-rule';

/** Asks which recordings a rule is about and how long they are kept; changes `row` where there is one. */
export function RetentionDialog({
  row,
  rules,
  onClose,
}: {
  readonly row: RetentionRule | null;
  readonly rules: Pick<RetentionRulesView, 'rows' | 'save'>;
  readonly onClose: () => void;
}) {
  const t = useTranslations('settings.retention.dialog');
  const common = useTranslations('common');
  const nameOf = useRetentionName();
  const { isBusy, trouble, run } = useAttempt();
  const [fields, setFields] = useState(() => fieldsOf(row));
  const [isTried, setTried] = useState(false);
  const id = row?.id ?? null;
  const troubles = troublesOf(fields, id, rules.rows);
  const wordsFor = (found: (typeof troubles)['name']) =>
    isTried && found !== null ? t(`troubles.${found}`, retentionLimits) : undefined;
  const change = (changed: Partial<RetentionFields>) => {
    setFields((before) => ({ ...before, ...changed }));
  };
  const save = () => {
    setTried(true);
    if (troubles.name !== null || troubles.days !== null) return;
    run(async () => {
      const rule = ruleOf(fields);
      await rules.save(id, rule);
      showToast({ title: t('done', { name: nameOf(rule) }) });
      onClose();
    });
  };
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={t(row === null ? 'addTitle' : 'editTitle')}
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
        <ChoiceField
          label={t('of')}
          value={fields.of}
          choices={retentionKinds.map((value) => ({ value, label: t(`ofChoices.${value}`) }))}
          onChange={(of) => {
            change({ of });
          }}
        />
        {fields.of !== 'all' ? (
          <NameField
            of={fields.of}
            value={fields.name}
            error={wordsFor(troubles.name)}
            onChange={(name) => {
              change({ name });
            }}
          />
        ) : (
          isTried &&
          troubles.name !== null && (
            <p role="alert" className="text-xs text-bad">
              {wordsFor(troubles.name)}
            </p>
          )
        )}
        <ChoiceField
          label={t('keep')}
          value={fields.keep}
          choices={(['days', 'ever'] as const).map((value) => ({
            value,
            label: t(`keeps.${value}`),
          }))}
          onChange={(keep) => {
            change({ keep });
          }}
        />
        {fields.keep === 'days' && (
          <TextField
            label={t('days')}
            hint={t('daysHint', retentionLimits)}
            error={wordsFor(troubles.days)}
            type="number"
            inputMode="numeric"
            min={retentionLimits.least}
            max={retentionLimits.most}
            value={fields.days}
            required
            onChange={(event) => {
              change({ days: event.target.value });
            }}
          />
        )}
        <Will fields={fields} />
        <TroubleLine trouble={trouble} />
      </Form>
    </Dialog>
  );
}

function NameField({
  of,
  value,
  error,
  onChange,
}: {
  readonly of: 'conference' | 'queue';
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (value: string) => void;
}) {
  const t = useTranslations('settings.retention.dialog');
  const id = useId();
  const names = useQueueNames();
  return (
    <>
      <TextField
        label={t(`${of}Name`)}
        hint={t(`${of}Hint`)}
        error={error}
        value={value}
        maxLength={200}
        autoComplete="off"
        spellCheck={false}
        required
        {...(of === 'queue' && { list: `${id}-queues` })}
        onChange={(event) => {
          onChange(event.target.value);
        }}
      />
      {of === 'queue' && (
        <datalist id={`${id}-queues`}>
          {names.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      )}
    </>
  );
}

/** What the rule will do, in a sentence, as soon as that can be told. */
function Will({ fields }: { readonly fields: RetentionFields }) {
  const t = useTranslations('settings.retention.dialog');
  const { of, days, name } = ruleOf(fields);
  if (days === null) return <p className="text-ink-2">{t('willKeep')}</p>;
  if (!areDays(fields.days)) return null;
  const sentence = {
    conference: () => t('willConference', { days, name: name ?? '' }),
    queue: () => t('willQueue', { days, name: name ?? '' }),
    all: () => t('willAll', { days }),
  }[of]();
  return (
    <div className="rounded-lg bg-warn-soft px-3 py-2" aria-live="polite">
      <p className="text-warn">{sentence}</p>
      <p className="text-ink-2">{t('willAlready')}</p>
    </div>
  );
}
