'use client';
import { useFormatter, useTranslations } from 'use-intl';
import { LevelIcon } from '@/components/queues/level-icon';
import { levelTone } from '@/components/queues/queue-look';
import { useMeasureWords } from '@/components/queues/use-measure-words';
import { Pill } from '@/components/ui/pill';
import { Cell, Column, Row, RowTable } from '@/components/ui/row-table';
import type { AlertRow } from '@/lib/contract/alert';
import { useLength } from '@/lib/i18n/use-length';

/** Alerts that are over, one a row. */
export function EndedAlertTable({ rows }: { readonly rows: readonly AlertRow[] }) {
  const t = useTranslations('alertList');
  return (
    <RowTable
      caption={t('endedTitle')}
      isStackedOnPhones
      head={
        <>
          <Column className="w-44">{t('columns.raised')}</Column>
          <Column className="w-28">{t('columns.worst')}</Column>
          <Column className="w-56">{t('columns.queue')}</Column>
          <Column>{t('columns.what')}</Column>
          <Column className="w-28">{t('columns.lasted')}</Column>
          <Column className="w-52">{t('columns.by')}</Column>
        </>
      }
    >
      {rows.map((row) => (
        <EndedAlert key={row.id} alert={row} />
      ))}
    </RowTable>
  );
}

function EndedAlert({ alert }: { readonly alert: AlertRow }) {
  const t = useTranslations('alertList');
  const words = useTranslations('alerts');
  const levels = useTranslations('common.levels');
  const { dateTime } = useFormatter();
  const { value } = useMeasureWords();
  const length = useLength();
  const { worst, measure, raisedAt, resolvedAt, acknowledgedBy } = alert;
  const raised = dateTime(raisedAt / 1000, {
    ...{ dateStyle: 'medium', timeStyle: 'medium', hourCycle: 'h23' },
  });
  const what = t('what', {
    measure: words(`measures.${measure}`),
    value: value(measure, alert.value),
    threshold: value(measure, alert.threshold),
  });
  return (
    <Row className="max-md:grid max-md:h-auto max-md:grid-cols-[1fr_auto] max-md:gap-y-1 max-md:py-2">
      <Cell className="text-sm text-ink-2" title={raised}>
        {raised}
      </Cell>
      <Cell>
        <Pill tone={levelTone(worst)} icon={<LevelIcon level={worst} />}>
          {levels(worst)}
        </Pill>
      </Cell>
      <Cell className="font-[560] max-md:col-span-full max-md:pl-4" title={alert.queue}>
        {alert.queue}
      </Cell>
      <Cell
        className="text-ink-2 max-md:col-span-full max-md:pl-4 max-md:whitespace-normal"
        title={what}
      >
        {what}
      </Cell>
      <Cell className="text-ink-2 max-md:pl-4">
        {resolvedAt === null ? null : t('lasted', { length: length(resolvedAt - raisedAt) })}
      </Cell>
      <Cell className="text-ink-2 max-md:pr-4" title={acknowledgedBy?.name}>
        {acknowledgedBy === null ? t('nobodyDid') : t('by', { name: acknowledgedBy.name })}
      </Cell>
    </Row>
  );
}
