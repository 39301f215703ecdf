'use client';
import { memo } from 'react';
import { useFormatter } from 'use-intl';
import { useReasonWords } from '@/components/desk/use-reason-words';
import type { ConferenceRow } from '@/lib/contract/rows';
import { useLength } from '@/lib/i18n/use-length';
import { ConferenceName } from './conference-name';
import { Cell, Row } from '@/components/ui/row-table';

const when = { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' } as const;

const briefly = {
  month: 'short',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
} as const;

/** One ended conference. */
export const EndedConferenceRow = memo(function EndedConferenceRow({
  row,
}: {
  readonly row: ConferenceRow;
}) {
  const { dateTime, number } = useFormatter();
  const length = useLength();
  const reasonWords = useReasonWords();
  const { startedAt, endedAt, endReason } = row;
  const at = (micros: number | null) => (micros === null ? '' : dateTime(micros / 1000, when));
  return (
    <Row>
      <Cell>
        <ConferenceName row={row} />
      </Cell>
      <Cell className="text-ink-2 max-lg:hidden">{at(startedAt)}</Cell>
      <Cell className="text-ink-2" title={at(endedAt)}>
        <span className="max-md:hidden">{at(endedAt)}</span>
        <span className="md:hidden">{endedAt !== null && dateTime(endedAt / 1000, briefly)}</span>
      </Cell>
      <Cell className="max-sm:hidden">
        {startedAt !== null && endedAt !== null && length(endedAt - startedAt)}
      </Cell>
      <Cell className="max-sm:hidden">{number(row.everIn)}</Cell>
      <Cell className="text-ink-2 max-md:hidden">
        {endReason !== null && reasonWords(endReason)}
      </Cell>
    </Row>
  );
});
