'use client';
import { Pencil, Undo2 } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { CapacityBar } from '@/components/queues/capacity-bar';
import { queueLook } from '@/components/queues/queue-look';
import { QueuePill } from '@/components/queues/queue-pill';
import { ServiceFigure } from '@/components/queues/service-figure';
import { EmptyState } from '@/components/ui/empty-state';
import { IconButton } from '@/components/ui/icon-button';
import { Cell, Column, Row, RowTable } from '@/components/ui/row-table';
import { useOverview } from '@/lib/browser/use-overview';
import type { QueueRow } from '@/lib/contract/rows';
import type { TargetsAnswer, TargetsRow } from '@/lib/contract/target';
import type { Targets } from '@/lib/domain/target/targets';

/** Every queue: how it stands and serves now, and whose targets it is held against. */
export function QueueTargetTable({
  answer: { standard, queues, known },
  onEdit,
  onRemove,
}: {
  readonly answer: TargetsAnswer;
  readonly onEdit: (queue: string, targets: Targets) => void;
  readonly onRemove: (queue: string) => void;
}) {
  const t = useTranslations('settings.targets');
  const live = useOverview((overview) => overview.queues);
  const rows = useMemo(() => new Map([...live.values()].map((row) => [row.name, row])), [live]);
  const own = new Map(queues.map((row) => [row.queue, row]));
  const names = [
    ...new Set([...known, ...rows.keys(), ...queues.flatMap(({ queue }) => queue ?? [])]),
  ].sort((a, b) => a.localeCompare(b));
  if (names.length === 0) return <EmptyState title={t('none')}>{t('noneAbout')}</EmptyState>;
  return (
    <RowTable
      caption={t('queues')}
      isStackedOnPhones
      head={
        <>
          <Column className="w-60">{t('columns.queue')}</Column>
          <Column className="w-44">{t('columns.state')}</Column>
          <Column className="w-36">{t('columns.now')}</Column>
          <Column className="w-36">{t('columns.halfHour')}</Column>
          <Column className="w-36">{t('columns.today')}</Column>
          <Column>{t('columns.targets')}</Column>
          <Column className="w-24 text-right">{t('columns.actions')}</Column>
        </>
      }
    >
      {names.map((name) => (
        <QueueTargets
          key={name}
          name={name}
          row={rows.get(name)}
          own={own.get(name)}
          onEdit={() => {
            onEdit(name, (own.get(name) ?? standard).targets);
          }}
          onRemove={() => {
            onRemove(name);
          }}
        />
      ))}
    </RowTable>
  );
}

function QueueTargets({
  name,
  row,
  own,
  onEdit,
  onRemove,
}: {
  readonly name: string;
  readonly row: QueueRow | undefined;
  readonly own: TargetsRow | undefined;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}) {
  const t = useTranslations('settings.targets');
  const windows = ['now', 'halfHour', 'today'] as const;
  return (
    <Row className="max-md:grid max-md:h-auto max-md:grid-cols-3 max-md:items-center max-md:gap-y-1.5 max-md:py-2.5">
      <Cell className="font-[560] max-md:col-span-2 max-md:pl-4" title={name}>
        {name}
        {row !== undefined && <Depth row={row} />}
      </Cell>
      <Cell className="max-md:pr-4 max-md:text-right">
        {row !== undefined && <QueuePill target={row.target} />}
      </Cell>
      {windows.map((window) => (
        <Cell
          key={window}
          className="text-ink-2 max-md:self-start max-md:pl-4 max-md:whitespace-normal"
        >
          {row !== undefined && (
            <>
              <span className="block text-xs text-ink-3 md:sr-only">{t(`columns.${window}`)}</span>
              <ServiceFigure figures={row.service[window]} target={row.target.targets.service} />
            </>
          )}
        </Cell>
      ))}
      <Cell className="text-ink-2 max-md:col-span-2 max-md:pl-4">
        {own === undefined
          ? t('standard')
          : t('own', { name: own.updatedBy === null ? '' : own.updatedBy.name })}
      </Cell>
      <Cell className="text-right max-md:pr-4">
        <span className="inline-flex gap-1.5">
          {own !== undefined && (
            <IconButton
              label={t('remove', { queue: name })}
              icon={<Undo2 aria-hidden size={14} />}
              onClick={onRemove}
            />
          )}
          <IconButton
            label={t('edit', { queue: name })}
            icon={<Pencil aria-hidden size={14} />}
            onClick={onEdit}
          />
        </span>
      </Cell>
    </Row>
  );
}

function Depth({ row: { alive, maxSize, target } }: { readonly row: QueueRow }) {
  const t = useTranslations('settings.targets');
  return (
    <span className="mt-0.5 flex items-center gap-2 text-xs font-normal text-ink-3">
      {maxSize === null ? t('waiting', { alive }) : t('waitingOf', { alive, maxSize })}
      {maxSize !== null && (
        <span className="w-20">
          <CapacityBar part={alive / Math.max(1, maxSize)} tone={queueLook(target).tone} />
        </span>
      )}
    </span>
  );
}
