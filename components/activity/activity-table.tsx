'use client';
import { CircleAlert, CircleCheck, CircleHelp, CircleX } from 'lucide-react';
import Link from 'next/link';
import { memo, type ReactNode } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { classNames } from '@/components/ui/class-names';
import { Pill } from '@/components/ui/pill';
import { Cell, Column, Row, RowTable } from '@/components/ui/row-table';
import type { ActivityOutcome, ActivityRow } from '@/lib/contract/activity';
import { shortId } from '@/lib/format/person';
import { outcomeTones } from './activity-filter';
import { useActivityWords } from './use-activity-words';

const icons: Record<ActivityOutcome, ReactNode> = {
  done: <CircleCheck aria-hidden size={12} />,
  refused: <CircleAlert aria-hidden size={12} />,
  failed: <CircleX aria-hidden size={12} />,
  unknown: <CircleHelp aria-hidden size={12} />,
};

// Who reads this reads whole sentences: a cell grows rather than cut one.
const wraps = 'whitespace-normal wrap-anywhere';

/** Who did what, one a row. */
export function ActivityTable({ rows }: { readonly rows: readonly ActivityRow[] }) {
  const t = useTranslations('activity');
  return (
    <RowTable
      caption={t('title')}
      isStackedOnPhones
      head={
        <>
          <Column className="w-36">{t('columns.at')}</Column>
          <Column className="w-36">{t('columns.who')}</Column>
          <Column>{t('columns.what')}</Column>
          <Column>{t('columns.target')}</Column>
          <Column className="w-32 max-lg:hidden">{t('columns.conference')}</Column>
          <Column className="w-44">{t('columns.outcome')}</Column>
          <Column className="w-36 max-xl:hidden">{t('columns.from')}</Column>
        </>
      }
    >
      {rows.map((row) => (
        <ActivityLine key={row.id} row={row} />
      ))}
    </RowTable>
  );
}

const ActivityLine = memo(function ActivityLine({ row }: { readonly row: ActivityRow }) {
  const t = useTranslations('activity');
  const roles = useTranslations('roles.names');
  const format = useFormatter();
  const words = useActivityWords();
  const { actor, role, conference, outcome, requestId } = row;
  const at = new Date(row.at / 1000);
  const time = format.dateTime(at, {
    ...{ day: '2-digit', month: 'short', hour: '2-digit', minute: '2-digit', second: '2-digit' },
    hourCycle: 'h23',
  });
  const target = words.target(row);
  const note = words.note(row);
  const why = words.why(row);
  const took =
    row.roundTripMs === null
      ? null
      : t('took', { ms: format.number(row.roundTripMs, { maximumFractionDigits: 0 }) });
  const request = requestId === null ? undefined : t('request', { id: requestId });
  const room = conference === null ? null : (conference.name ?? shortId(conference.id));
  const where = [room, took, row.address].filter((text) => text !== null).join(' · ');
  return (
    <Row className="max-md:grid max-md:h-auto max-md:grid-cols-[1fr_auto] max-md:items-center max-md:gap-y-1 max-md:py-2">
      <Cell className="text-sm text-ink-2 max-md:order-2 max-md:px-4 max-md:text-right">
        <time
          dateTime={at.toISOString()}
          title={format.dateTime(at, { dateStyle: 'full', timeStyle: 'long' })}
        >
          {time}
        </time>
      </Cell>
      <Cell className={classNames(wraps, 'py-1 max-md:order-1 max-md:px-4')}>
        {actor === null ? (
          <span className="text-ink-3">{t('somebody')}</span>
        ) : (
          <span className="font-medium">{actor.name}</span>
        )}
        {role !== null && <span className="block text-xs text-ink-3">{roles(role)}</span>}
      </Cell>
      <Cell className={classNames(wraps, 'py-1 max-md:order-3 max-md:px-4')}>
        {t(`actions.${row.action}`)}
        {note !== null && <span className="block text-sm text-ink-2">{note}</span>}
        {target !== null && <span className="block text-sm text-ink-2 md:hidden">{target}</span>}
      </Cell>
      <Cell className={classNames(wraps, 'py-1 text-sm text-ink-2 max-md:hidden')}>{target}</Cell>
      <Cell className={classNames(wraps, 'py-1 text-sm max-lg:hidden')}>
        {conference !== null && (
          <Link
            href={`/conferences/${encodeURIComponent(conference.id)}`}
            title={conference.id}
            className="text-ink-2 underline-offset-2 hover:underline"
          >
            {room}
          </Link>
        )}
      </Cell>
      <Cell className={classNames(wraps, 'py-1 max-md:order-4 max-md:px-4 max-md:text-right')}>
        <Pill tone={outcomeTones[outcome]} icon={icons[outcome]}>
          {t(`outcomes.${outcome}`)}
        </Pill>
        {why !== null && <span className="block text-xs text-ink-3 max-md:hidden">{why}</span>}
      </Cell>
      <Cell className={classNames(wraps, 'py-1 text-sm text-ink-2 max-xl:hidden')} title={request}>
        <span className="font-mono">{row.address}</span>
        {took !== null && <span className="block text-xs text-ink-3">{took}</span>}
      </Cell>
      <Cell className="col-span-full text-xs text-ink-3 max-md:order-5 max-md:px-4 max-md:whitespace-normal md:hidden">
        {[why, where].filter((text) => text !== null && text !== '').join(' · ')}
      </Cell>
    </Row>
  );
});
