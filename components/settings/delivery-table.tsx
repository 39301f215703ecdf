'use client';
import { CircleAlert, CircleCheck, CircleDashed, CircleX } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { Pill } from '@/components/ui/pill';
import { Cell, Column, Row, RowTable } from '@/components/ui/row-table';
import type { DeliveryRow } from '@/lib/contract/rows';
import { useNow } from '@/lib/browser/use-now';
import { useLength } from '@/lib/i18n/use-length';
import { verdictTones } from './delivery-filter';

const icons: Record<'live' | 'neutral' | 'warn' | 'bad', ReactNode> = {
  live: <CircleCheck aria-hidden size={12} />,
  neutral: <CircleDashed aria-hidden size={12} />,
  warn: <CircleAlert aria-hidden size={12} />,
  bad: <CircleX aria-hidden size={12} />,
};

/** The posts to the webhook door, one a row. */
export function DeliveryTable({ rows }: { readonly rows: readonly DeliveryRow[] }) {
  const t = useTranslations('settings.deliveries');
  const caption = useTranslations('shell.sections')('deliveries');
  return (
    <RowTable
      caption={caption}
      isStackedOnPhones
      head={
        <>
          <Column className="w-28">{t('columns.received')}</Column>
          <Column className="w-32">{t('columns.verdict')}</Column>
          <Column className="w-64">{t('columns.type')}</Column>
          <Column className="w-20 max-lg:hidden">{t('columns.attempt')}</Column>
          <Column className="w-20">{t('columns.latency')}</Column>
          <Column className="w-52 max-xl:hidden">{t('columns.connection')}</Column>
          <Column className="max-lg:hidden">{t('columns.detail')}</Column>
        </>
      }
    >
      {rows.map((row) => (
        <Delivery key={row.id} row={row} />
      ))}
    </RowTable>
  );
}

const Delivery = memo(function Delivery({ row }: { readonly row: DeliveryRow }) {
  const t = useTranslations('settings.deliveries');
  const { dateTime, number } = useFormatter();
  const tone = verdictTones[row.verdict];
  const detail =
    row.detail ?? (tone === 'bad' || tone === 'warn' ? t(`verdictsAbout.${row.verdict}`) : null);
  const at = dateTime(row.receivedAt / 1000, {
    dateStyle: 'medium',
    timeStyle: 'medium',
    hourCycle: 'h23',
  });
  return (
    <Row className="max-md:grid max-md:h-auto max-md:grid-cols-[7rem_1fr_auto] max-md:items-center max-md:gap-y-1 max-md:py-2">
      <Cell className="text-sm text-ink-2" title={at}>
        <Age receivedAt={row.receivedAt} />
      </Cell>
      <Cell>
        <Pill tone={tone} icon={icons[tone]} title={t(`verdictsAbout.${row.verdict}`)}>
          {t(`verdicts.${row.verdict}`)}
        </Pill>
      </Cell>
      <Cell
        className="font-mono text-sm max-md:col-span-full max-md:row-start-2 max-md:px-4 max-md:wrap-anywhere max-md:whitespace-normal"
        title={row.eventId ?? undefined}
      >
        {row.eventType ?? <span className="font-sans text-ink-3">{t('noType')}</span>}
        {detail !== null && (
          <span className="block truncate font-sans text-xs text-ink-3 max-md:whitespace-normal lg:hidden">
            {detail}
          </span>
        )}
      </Cell>
      <Cell className="text-ink-2 max-lg:hidden">
        {row.attempt !== null && t('attempt', { attempt: row.attempt })}
      </Cell>
      <Cell className="text-ink-2 max-md:pr-4" title={t('bytes', { bytes: row.bytes })}>
        {t('latency', { ms: number(row.latencyMs, { maximumFractionDigits: 1 }) })}
      </Cell>
      <Cell className="max-xl:hidden" title={row.connectionId ?? undefined}>
        <span className="flex items-center gap-1.5">
          <span className="truncate font-mono text-sm text-ink-2">{row.connectionId}</span>
          {row.isOurs === false && <Pill size="sm">{t('other')}</Pill>}
        </span>
      </Cell>
      <Cell className="text-ink-2 max-lg:hidden" title={detail ?? undefined}>
        {detail}
      </Cell>
    </Row>
  );
});

function Age({ receivedAt }: { readonly receivedAt: number }) {
  const t = useTranslations('settings.deliveries');
  const length = useLength();
  const age = useNow() - receivedAt;
  return age < 1_000_000 ? t('now') : t('age', { age: length(age) });
}
