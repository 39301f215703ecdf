'use client';
import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import { TroubleLine } from '@/components/shell/trouble-line';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Form } from '@/components/ui/form';
import { TextField } from '@/components/ui/text-field';
import { showToast } from '@/components/ui/toast';
import { useAttempt } from '@/lib/browser/use-attempt';
import type { TargetsView } from '@/lib/browser/use-targets';
import { measures, type Targets } from '@/lib/domain/target/targets';
import { limitsOf, type ReadTargets, readTargets, type TargetField } from './target-fields';

const formId = 'targets';

/** Asks what a queue is held against, or with null all that have no targets of their own. */
export function TargetsDialog({
  queue,
  targets,
  onSave,
  onClose,
}: {
  readonly queue: string | null;
  readonly targets: Targets;
  readonly onSave: TargetsView['save'];
  readonly onClose: () => void;
}) {
  const t = useTranslations('settings.targets.dialog');
  const common = useTranslations('common');
  const words = useTranslations('alerts.measures');
  const { isBusy, trouble, run } = useAttempt();
  const [troubles, setTroubles] = useState<ReadTargets['troubles']>({});
  const save = (typed: (name: string) => string) => {
    const read = readTargets(typed);
    setTroubles(read.troubles);
    const { targets: given } = read;
    if (given === null) return;
    run(async () => {
      await onSave(queue, given);
      showToast({ title: queue === null ? t('doneForAll') : t('done', { queue }) });
      onClose();
    });
  };
  const field = (name: TargetField, label: string, value: number | null, hint?: string) => {
    const said = troubles[name];
    const { least, most } = limitsOf(name);
    return (
      <TextField
        name={name}
        label={label}
        defaultValue={value === null ? '' : String(value)}
        inputMode="numeric"
        autoComplete="off"
        {...(hint !== undefined && { hint })}
        error={said && (said === 'order' ? t('order') : t('number', { least, most }))}
      />
    );
  };
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={queue === null ? t('titleForAll') : t('title', { queue })}
      description={t('about')}
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
        <Group title={t('service')} about={t('serviceAbout')}>
          {field('percent', t('percent'), targets.service.percent)}
          {field('withinSeconds', t('withinSeconds'), targets.service.withinSeconds)}
        </Group>
        {measures.map((measure) => (
          <Group key={measure} title={words(measure)} about={t(`explained.${measure}`)}>
            {field(
              `${measure}.warning`,
              t('warning', { unit: t(`units.${measure}`) }),
              targets.thresholds[measure].warning,
            )}
            {field(
              `${measure}.critical`,
              t('critical', { unit: t(`units.${measure}`) }),
              targets.thresholds[measure].critical,
            )}
          </Group>
        ))}
        <p className="text-sm text-ink-3">{t('calm')}</p>
        <TroubleLine trouble={trouble} />
      </Form>
    </Dialog>
  );
}

function Group({
  title,
  about,
  children,
}: {
  readonly title: string;
  readonly about: string;
  readonly children: ReactNode;
}) {
  return (
    <fieldset className="min-w-0 border-t border-line-soft pt-2.5">
      <legend className="float-left w-full font-[600]">{title}</legend>
      <p className="clear-left mb-2 text-sm text-ink-3">{about}</p>
      <div className="grid grid-cols-2 gap-3">{children}</div>
    </fieldset>
  );
}
