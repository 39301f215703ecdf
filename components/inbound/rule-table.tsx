'use client';
import { Pencil, Trash2, TriangleAlert } from 'lucide-react';
import { useFormatter, useTranslations } from 'use-intl';
import { IconButton } from '@/components/ui/icon-button';
import { Cell, Column, Row, RowTable } from '@/components/ui/row-table';
import { useNow } from '@/lib/browser/use-now';
import type { InboundRule, InboundRuleRow } from '@/lib/contract/inbound-rule';
import { readableNumber } from '@/lib/format/phone';
import { useLength } from '@/lib/i18n/use-length';
import type { RuleQuestion } from './rule-question';

/** The rules by number, what they do, and what they have done. */
export function RuleTable({
  rows,
  onAsk,
}: {
  readonly rows: readonly InboundRuleRow[];
  readonly onAsk: (question: RuleQuestion) => void;
}) {
  const t = useTranslations('settings.inbound');
  const caption = useTranslations('shell.sections')('inbound');
  return (
    <RowTable
      caption={caption}
      isStackedOnPhones
      head={
        <>
          <Column className="w-52">{t('columns.number')}</Column>
          <Column>{t('columns.does')}</Column>
          <Column className="w-72">{t('columns.done')}</Column>
          <Column className="w-52 max-lg:hidden">{t('columns.by')}</Column>
          <Column className="w-24">
            <span className="sr-only">{t('columns.actions')}</span>
          </Column>
        </>
      }
    >
      {rows.map((row) => (
        <Rule key={row.id} row={row} onAsk={onAsk} />
      ))}
    </RowTable>
  );
}

function Rule({
  row,
  onAsk,
}: {
  readonly row: InboundRuleRow;
  readonly onAsk: (question: RuleQuestion) => void;
}) {
  const t = useTranslations('settings.inbound');
  const { dateTime } = useFormatter();
  const { rule, updatedAt, updatedBy } = row;
  const { name, number } = rule;
  const date = dateTime(updatedAt / 1000, { dateStyle: 'medium' });
  return (
    <Row className="h-12! max-md:grid max-md:h-auto! max-md:grid-cols-[1fr_auto] max-md:items-center max-md:gap-y-0.5 max-md:py-2">
      <Cell>
        <span className="block truncate font-[560]">{name}</span>
        <span className="block truncate text-sm text-ink-2 tabular-nums">
          {number === null ? t('anyOther') : readableNumber(number)}
        </span>
      </Cell>
      <Cell className="max-md:col-span-2 max-md:row-start-2 max-md:px-4">
        <Does rule={rule} />
      </Cell>
      <Cell className="text-sm text-ink-2 max-md:col-span-2 max-md:row-start-3 max-md:px-4">
        <Done row={row} />
      </Cell>
      <Cell className="text-sm text-ink-2 max-lg:hidden">
        {t('saved', { name: updatedBy.name, date })}
      </Cell>
      <Cell className="text-right max-md:col-start-2 max-md:row-start-1">
        <span className="inline-flex gap-1">
          <IconButton
            look="ghost"
            label={t('edit', { name })}
            icon={<Pencil size={15} />}
            onClick={() => {
              onAsk({ ask: 'edit', row });
            }}
          />
          <IconButton
            look="ghost"
            label={t('delete', { name })}
            icon={<Trash2 size={15} />}
            onClick={() => {
              onAsk({ ask: 'delete', row });
            }}
          />
        </span>
      </Cell>
    </Row>
  );
}

function Does({ rule }: { readonly rule: InboundRule }) {
  const t = useTranslations('settings.inbound');
  switch (rule.action) {
    case 'ring':
    case 'leave':
      return t(`does.${rule.action}`);
    case 'enqueue':
      return (
        <>
          {t('does.enqueue', { queue: rule.queue })}
          {rule.music !== null && <Note>{t('withMusic')}</Note>}
        </>
      );
    case 'join':
      return (
        <>
          {t('does.join', { conference: rule.conference })}
          {rule.waitsForHost && <Note>{t('waitsForHost')}</Note>}
        </>
      );
  }
}

function Note({ children }: { readonly children: string }) {
  return <span className="block truncate text-sm text-ink-3">{children}</span>;
}

function Done({ row: { rule, done, failed, lastFailure } }: { readonly row: InboundRuleRow }) {
  const t = useTranslations('settings.inbound');
  const length = useLength();
  const now = useNow();
  const isActive = rule.action === 'enqueue' || rule.action === 'join';
  if (!isActive && failed === 0) return null;
  return (
    <>
      <span className="block truncate">
        {isActive && t('done', { count: done })}
        {failed > 0 && (
          <span className="ml-2 inline-flex items-center gap-1 text-bad">
            <TriangleAlert aria-hidden size={12} />
            {t('failed', { count: failed })}
          </span>
        )}
      </span>
      {lastFailure !== null && (
        <span
          className="block truncate text-ink-3 max-md:whitespace-normal"
          title={lastFailure.reason}
        >
          {t('lastFailure', {
            age: length(Math.max(0, now - lastFailure.at)),
            step: t(`steps.${lastFailure.step}`),
            reason: lastFailure.reason,
          })}
        </span>
      )}
    </>
  );
}
