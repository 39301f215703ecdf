'use client';
import { Pencil, Trash2 } from 'lucide-react';
import { useFormatter, useTranslations } from 'use-intl';
import { IconButton } from '@/components/ui/icon-button';
import { Cell, Column, Row, RowTable } from '@/components/ui/row-table';
import type { RetentionRule } from '@/lib/contract/recording';
import { retentionKinds } from './retention-fields';
import type { RetentionQuestion } from './retention-question';
import { useRetentionName } from './use-retention-name';

/** The rules in the order in which they go: of conferences, of queues, of all others. */
export function RetentionTable({
  rows,
  onAsk,
}: {
  readonly rows: readonly RetentionRule[];
  readonly onAsk: (question: RetentionQuestion) => void;
}) {
  const t = useTranslations('settings.retention');
  const caption = useTranslations('shell.sections')('retention');
  const ordered = retentionKinds.flatMap((kind) => rows.filter(({ of }) => of === kind));
  return (
    <RowTable
      caption={caption}
      isStackedOnPhones
      head={
        <>
          <Column>{t('columns.of')}</Column>
          <Column className="w-96">{t('columns.does')}</Column>
          <Column className="w-56 max-lg:hidden">{t('columns.by')}</Column>
          <Column className="w-24">
            <span className="sr-only">{t('columns.actions')}</span>
          </Column>
        </>
      }
    >
      {ordered.map((row) => (
        <Rule key={row.id} row={row} onAsk={onAsk} />
      ))}
    </RowTable>
  );
}

function Rule({
  row,
  onAsk,
}: {
  readonly row: RetentionRule;
  readonly onAsk: (question: RetentionQuestion) => void;
}) {
  const t = useTranslations('settings.retention');
  const { dateTime } = useFormatter();
  const nameOf = useRetentionName();
  const { of, days, updatedAt, updatedBy } = row;
  const name = nameOf(row);
  const buttons = [
    { ask: 'edit', Icon: Pencil },
    { ask: 'delete', Icon: Trash2 },
  ] as const;
  return (
    <Row className="h-12! max-md:grid max-md:h-auto! max-md:grid-cols-[1fr_auto] max-md:items-center max-md:gap-y-0.5 max-md:py-2">
      <Cell className="max-md:px-4">
        <span className="block truncate font-[560]">{name}</span>
        {of !== 'all' && (
          <span className="block truncate text-sm text-ink-3">{t(`ofKinds.${of}`)}</span>
        )}
      </Cell>
      <Cell className="max-md:col-span-2 max-md:row-start-2 max-md:px-4">
        {days === null ? (
          t('keeps')
        ) : (
          <>
            {t('does', { days })}
            <span className="text-ink-3"> · {t('never')}</span>
          </>
        )}
      </Cell>
      <Cell className="text-sm text-ink-2 max-lg:hidden">
        {t('saved', {
          name: updatedBy.name,
          date: dateTime(updatedAt / 1000, { dateStyle: 'medium' }),
        })}
      </Cell>
      <Cell className="text-right max-md:col-start-2 max-md:row-start-1">
        <span className="inline-flex gap-1">
          {buttons.map(({ ask, Icon }) => (
            <IconButton
              key={ask}
              look="ghost"
              label={t(ask, { name })}
              icon={<Icon aria-hidden size={15} />}
              onClick={() => {
                onAsk({ ask, row });
              }}
            />
          ))}
        </span>
      </Cell>
    </Row>
  );
}
