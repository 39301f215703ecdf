'use client';
import { CircleAlert, CircleCheck, Pencil, Trash2 } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { IconButton } from '@/components/ui/icon-button';
import { Pill } from '@/components/ui/pill';
import { Cell, Column, Row, RowTable } from '@/components/ui/row-table';
import type { ApplicationRow } from '@/lib/contract/application';
import type { ApplicationQuestion } from './application-question';

interface TableProps {
  readonly rows: readonly ApplicationRow[];
  /** The application that Rostrum works with: it is not deleted here. */
  readonly ours: string | null;
  readonly onAsk: (question: ApplicationQuestion) => void;
}

/** The applications of the account, one a row. */
export function ApplicationTable({ rows, ours, onAsk }: TableProps) {
  const t = useTranslations('settings.carrier.list');
  return (
    <RowTable
      caption={t('title')}
      isStackedOnPhones
      head={
        <>
          <Column className="w-72">{t('columns.name')}</Column>
          <Column>{t('columns.webhookUrl')}</Column>
          <Column className="w-52">{t('columns.state')}</Column>
          <Column className="w-24">
            <span className="sr-only">{t('columns.actions')}</span>
          </Column>
        </>
      }
    >
      {rows.map((row) => (
        <Application key={row.id} row={row} isOurs={row.id === ours} onAsk={onAsk} />
      ))}
    </RowTable>
  );
}

function Application({
  row,
  isOurs,
  onAsk,
}: {
  readonly row: ApplicationRow;
  readonly isOurs: boolean;
  readonly onAsk: TableProps['onAsk'];
}) {
  const t = useTranslations('settings.carrier.list');
  const { id, name, webhookUrl, apiVersion, isActive } = row;
  return (
    <Row className="h-12! max-md:grid max-md:h-auto! max-md:grid-cols-[1fr_auto] max-md:items-center max-md:gap-y-1 max-md:py-2">
      <Cell title={name}>
        <span className="flex items-center gap-1.5">
          <span className="truncate font-[560]">{name}</span>
          {isOurs && (
            <Pill size="sm" tone="brand">
              {t('ours')}
            </Pill>
          )}
        </span>
        <span className="block truncate font-mono text-xs text-ink-3">{id}</span>
      </Cell>
      <Cell
        className="font-mono text-sm text-ink-2 max-md:col-span-full max-md:row-start-2 max-md:px-4 max-md:wrap-anywhere max-md:whitespace-normal"
        title={webhookUrl}
      >
        {webhookUrl}
      </Cell>
      <Cell className="max-md:col-span-full max-md:row-start-3 max-md:px-4">
        <span className="flex gap-1.5">
          <Pill
            tone={isActive ? 'live' : 'warn'}
            icon={
              isActive ? (
                <CircleCheck aria-hidden size={12} />
              ) : (
                <CircleAlert aria-hidden size={12} />
              )
            }
          >
            {t(isActive ? 'active' : 'inactive')}
          </Pill>
          <Pill tone={apiVersion === '2' ? 'neutral' : 'warn'}>
            {t('version', { version: apiVersion })}
          </Pill>
        </span>
      </Cell>
      <Cell className="text-right max-md:row-start-1">
        <span className="inline-flex gap-1">
          <IconButton
            look="ghost"
            label={t('edit', { name })}
            icon={<Pencil size={15} />}
            onClick={() => {
              onAsk({ ask: 'edit', row, change: {} });
            }}
          />
          {!isOurs && (
            <IconButton
              look="ghost"
              label={t('delete', { name })}
              icon={<Trash2 size={15} />}
              onClick={() => {
                onAsk({ ask: 'delete', row });
              }}
            />
          )}
        </span>
      </Cell>
    </Row>
  );
}
