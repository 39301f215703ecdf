'use client';
import { useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { FileControl } from '@/components/forms/file-control';
import { TroubleLine } from '@/components/shell/trouble-line';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { ChoiceField } from '@/components/ui/choice-field';
import { Dialog } from '@/components/ui/dialog';
import { Form } from '@/components/ui/form';
import { SelectField } from '@/components/ui/select-field';
import { TextField } from '@/components/ui/text-field';
import { showToast } from '@/components/ui/toast';
import { useAttempt } from '@/lib/browser/use-attempt';
import type { InboundRulesView } from '@/lib/browser/use-inbound-rules';
import { useQueueNames } from '@/lib/browser/use-queue-names';
import { limits } from '@/lib/contract/forms/limits';
import { inboundActions, type InboundRuleRow } from '@/lib/contract/inbound-rule';
import { longestRuleName } from '@/lib/contract/limits';
import { fieldsOf, ruleOf, type RuleFields, takenBy, troublesOf } from './rule-fields';

const formId = 'inbound-rule';

interface PartProps {
  readonly fields: RuleFields;
  readonly error: string | undefined;
  readonly onChange: (changed: Partial<RuleFields>) => void;
}

/** Asks which calls a rule is for and what happens to them; changes `row` where there is one. */
export function RuleDialog({
  row,
  rules,
  onClose,
}: {
  readonly row: InboundRuleRow | null;
  readonly rules: Pick<InboundRulesView, 'rows' | 'save'>;
  readonly onClose: () => void;
}) {
  const t = useTranslations('settings.inbound.dialog');
  const inbound = useTranslations('settings.inbound');
  const common = useTranslations('common');
  const { isBusy, trouble, run } = useAttempt();
  const [fields, setFields] = useState(() => fieldsOf(row?.rule ?? null));
  const [isTried, setTried] = useState(false);
  const id = row?.id ?? null;
  const troubles = troublesOf(fields, id, rules.rows);
  const name = takenBy(fields, id, rules.rows)?.name ?? '';
  const wordsFor = (found: (typeof troubles)['number']) =>
    isTried && found !== null ? t(found, { name }) : undefined;
  const onChange = (changed: Partial<RuleFields>) => {
    setFields((before) => ({ ...before, ...changed }));
  };
  const save = () => {
    setTried(true);
    if (troubles.number !== null || troubles.music !== null) return;
    run(async () => {
      const rule = ruleOf(fields);
      await rules.save(id, rule);
      showToast({ title: t('done', { name: rule.name }) });
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
        <TextField
          label={t('name')}
          hint={t('nameHint')}
          value={fields.name}
          maxLength={longestRuleName}
          autoComplete="off"
          required
          onChange={(event) => {
            onChange({ name: event.target.value });
          }}
        />
        <NumberPart fields={fields} error={wordsFor(troubles.number)} onChange={onChange} />
        <SelectField
          label={t('action')}
          hint={inbound(`actionsAbout.${fields.action}`)}
          value={fields.action}
          options={inboundActions.map((value) => ({ value, label: inbound(`actions.${value}`) }))}
          onChange={(action) => {
            onChange({ action });
          }}
        />
        {fields.action === 'enqueue' && (
          <QueuePart fields={fields} error={wordsFor(troubles.music)} onChange={onChange} />
        )}
        {fields.action === 'join' && (
          <ConferencePart fields={fields} error={undefined} onChange={onChange} />
        )}
        <TroubleLine trouble={trouble} />
      </Form>
    </Dialog>
  );
}

function NumberPart({ fields, error, onChange }: PartProps) {
  const t = useTranslations('settings.inbound.dialog');
  const { which, number } = fields;
  return (
    <>
      <ChoiceField
        label={t('which')}
        value={which}
        choices={(['one', 'other'] as const).map((value) => ({
          value,
          label: t(`whichNumbers.${value}`),
        }))}
        onChange={(next) => {
          onChange({ which: next });
        }}
      />
      {which === 'one' && (
        <TextField
          label={t('number')}
          hint={t('numberHint')}
          error={error}
          type="tel"
          value={number}
          autoComplete="off"
          required
          onChange={(event) => {
            onChange({ number: event.target.value });
          }}
        />
      )}
      {which === 'other' && error !== undefined && (
        <p role="alert" className="text-xs text-bad">
          {error}
        </p>
      )}
    </>
  );
}

function QueuePart({ fields, error, onChange }: PartProps) {
  const t = useTranslations('settings.inbound.dialog');
  const id = useId();
  const names = useQueueNames();
  const { queue, musicFrom, file, link } = fields;
  const isKnown = names.includes(queue.trim());
  const hint = isKnown ? t('queueKnown') : t('queueNew');
  return (
    <>
      <TextField
        label={t('queue')}
        hint={hint}
        value={queue}
        list={`${id}-queues`}
        maxLength={limits.queue.maxLength}
        autoComplete="off"
        spellCheck={false}
        required
        onChange={(event) => {
          onChange({ queue: event.target.value });
        }}
      />
      <datalist id={`${id}-queues`}>
        {names.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <ChoiceField
        label={t('music')}
        value={musicFrom}
        choices={(['none', 'file', 'link'] as const).map((value) => ({
          value,
          label: t(`musicFrom.${value}`),
        }))}
        onChange={(next) => {
          onChange({ musicFrom: next });
        }}
      />
      <p className="-mt-1 text-xs text-ink-3">{t('musicHint')}</p>
      {musicFrom === 'file' && (
        <FileControl
          value={file}
          error={error}
          onChange={(name) => {
            onChange({ file: name });
          }}
        />
      )}
      {musicFrom === 'link' && (
        <TextField
          label={t('link')}
          hint={t('linkHint')}
          error={error}
          type="url"
          value={link}
          maxLength={limits.link.maxLength}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => {
            onChange({ link: event.target.value });
          }}
        />
      )}
    </>
  );
}

function ConferencePart({ fields, onChange }: PartProps) {
  const t = useTranslations('settings.inbound.dialog');
  const id = useId();
  return (
    <>
      <TextField
        label={t('conference')}
        hint={t('conferenceHint')}
        value={fields.conference}
        maxLength={limits.name.maxLength}
        autoComplete="off"
        required
        onChange={(event) => {
          onChange({ conference: event.target.value });
        }}
      />
      <div className="flex items-start gap-2">
        <span className="pt-0.5">
          <Checkbox
            id={id}
            label={t('waitsForHost')}
            isChecked={fields.waitsForHost}
            onChange={(event) => {
              onChange({ waitsForHost: event.target.checked });
            }}
          />
        </span>
        <div>
          <label htmlFor={id} className="font-[530]">
            {t('waitsForHost')}
          </label>
          <p className="text-xs text-ink-3">{t('waitsForHostHint')}</p>
        </div>
      </div>
    </>
  );
}
