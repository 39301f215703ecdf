'use client';
import { CircleCheck, CircleX, RotateCw } from 'lucide-react';
import type { ReactNode } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { EmptyState } from '@/components/ui/empty-state';
import { Pill } from '@/components/ui/pill';
import { Cell, Column, Row, RowTable } from '@/components/ui/row-table';
import type { RelayAnswer } from '@/lib/contract/relay';

const looks: Record<RelayAnswer['outcome'], { tone: 'live' | 'warn' | 'bad'; icon: ReactNode }> = {
  forwarded: { tone: 'live', icon: <CircleCheck aria-hidden size={12} /> },
  again: { tone: 'warn', icon: <RotateCw aria-hidden size={12} /> },
  'given-up': { tone: 'bad', icon: <CircleX aria-hidden size={12} /> },
};

/** What the other application last answered, the newest first. */
export function AnswerTable({ answers }: { readonly answers: readonly RelayAnswer[] }) {
  const t = useTranslations('settings.relay.answers');
  if (answers.length === 0) return <EmptyState title={t('none')} />;
  return (
    <RowTable
      caption={t('title')}
      isStackedOnPhones
      head={
        <>
          <Column className="w-32">{t('at')}</Column>
          <Column className="w-44">{t('outcome')}</Column>
          <Column>{t('event')}</Column>
          <Column className="w-64">{t('answer')}</Column>
          <Column className="w-24">{t('took')}</Column>
        </>
      }
    >
      {answers.map((answer, i) => (
        // Two may have been sent at the same microsecond.
        <Answer key={`${answer.at} ${i}`} answer={answer} />
      ))}
    </RowTable>
  );
}

function Answer({ answer }: { readonly answer: RelayAnswer }) {
  const t = useTranslations('settings.relay.answers');
  const outcomes = useTranslations('settings.relay.outcomes');
  const { dateTime, number } = useFormatter();
  const { at, eventType, outcome, ms } = answer;
  const { tone, icon } = looks[outcome];
  return (
    <Row className="max-md:grid max-md:h-auto max-md:grid-cols-[6rem_1fr_auto] max-md:items-center max-md:gap-y-1 max-md:py-2">
      <Cell className="text-sm text-ink-2 tabular-nums">
        {dateTime(at / 1000, { timeStyle: 'medium', hourCycle: 'h23' })}
      </Cell>
      <Cell>
        <Pill tone={tone} icon={icon}>
          {outcomes(outcome)}
        </Pill>
      </Cell>
      <Cell className="font-mono text-sm max-md:col-span-full max-md:row-start-2 max-md:px-4">
        {eventType ?? t('noType')}
      </Cell>
      <Cell className="text-ink-2 max-md:col-span-full max-md:row-start-3 max-md:px-4 max-md:whitespace-normal">
        <Said answer={answer} />
      </Cell>
      <Cell className="text-ink-2 tabular-nums max-md:pr-4">
        {t('ms', { ms: number(ms, { maximumFractionDigits: 1 }) })}
      </Cell>
    </Row>
  );
}

function Said({ answer: { status, trouble } }: { readonly answer: RelayAnswer }) {
  const t = useTranslations('settings.relay.answers');
  const problems = useTranslations('refusals');
  if (status !== null) return t('status', { status: String(status) });
  if (trouble === null) return null;
  return trouble === 'time-out' || trouble === 'connection' ? t(trouble) : problems(trouble);
}
