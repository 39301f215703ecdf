'use client';
import { Link2, Pencil, Trash2 } from 'lucide-react';
import { useFormatter, useTranslations } from 'use-intl';
import { IconButton } from '@/components/ui/icon-button';
import { Cell, Column, Row, RowTable } from '@/components/ui/row-table';
import type { WallboardRow } from '@/lib/contract/wallboard';
import type { WallboardQuestion } from './wallboard-question';

/** The wallboards, by name. */
export function WallboardTable({
  rows,
  onAsk,
}: {
  readonly rows: readonly WallboardRow[];
  readonly onAsk: (question: WallboardQuestion) => void;
}) {
  const t = useTranslations('settings.wallboards');
  const caption = useTranslations('shell.sections')('wallboards');
  return (
    <RowTable
      caption={caption}
      isStackedOnPhones
      head={
        <>
          <Column>{t('columns.name')}</Column>
          <Column className="w-72">{t('columns.shows')}</Column>
          <Column className="w-56 max-lg:hidden">{t('columns.by')}</Column>
          <Column className="w-32">
            <span className="sr-only">{t('columns.actions')}</span>
          </Column>
        </>
      }
    >
      {rows.map((row) => (
        <Wallboard key={row.id} row={row} onAsk={onAsk} />
      ))}
    </RowTable>
  );
}

function Wallboard({
  row,
  onAsk,
}: {
  readonly row: WallboardRow;
  readonly onAsk: (question: WallboardQuestion) => void;
}) {
  const t = useTranslations('settings.wallboards');
  const { dateTime } = useFormatter();
  const { name, queues, conferences, tiles, rotateSeconds, updatedAt, updatedBy } = row;
  const shows = [
    queues === null ? t('allQueues') : t('queueCount', { count: queues.length }),
    conferences === null
      ? t('allConferences')
      : t('conferenceCount', { count: conferences.length }),
  ].join(' · ');
  const buttons = [
    { ask: 'edit', label: t('edit', { name }), Icon: Pencil },
    { ask: 'relink', label: t('relink', { name }), Icon: Link2 },
    { ask: 'remove', label: t('remove', { name }), Icon: Trash2 },
  ] as const;
  return (
    <Row className="h-12! max-md:grid max-md:h-auto! max-md:grid-cols-[1fr_auto] max-md:items-center max-md:gap-y-0.5 max-md:py-2">
      <Cell>
        <span className="block truncate font-[560]">{name}</span>
        <span className="block truncate text-sm text-ink-3">
          {t('turns', { tiles, seconds: rotateSeconds })}
        </span>
      </Cell>
      <Cell className="text-sm text-ink-2 max-md:row-start-2">{shows}</Cell>
      <Cell className="text-sm text-ink-2 max-lg:hidden">
        {t('saved', {
          name: updatedBy.name,
          date: dateTime(updatedAt / 1000, { dateStyle: 'medium' }),
        })}
      </Cell>
      <Cell className="text-right max-md:col-start-2 max-md:row-start-1">
        <span className="inline-flex gap-1">
          {buttons.map(({ ask, label, Icon }) => (
            <IconButton
              key={ask}
              label={label}
              icon={<Icon aria-hidden size={14} />}
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
