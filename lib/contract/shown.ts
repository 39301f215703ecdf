import { maskedNumber, maskedText } from '@/lib/domain/number';
import type { RowsMessage } from './hub';
import type { ConferenceRow, OverviewRow } from './rows';

/** A conference's row for those who do not see numbers. */
export function maskedConferenceRow(row: ConferenceRow): ConferenceRow {
  const { name, floor } = row;
  return {
    ...row,
    name: name === null ? null : maskedText(name),
    floor: floor && {
      name: floor.name === null ? null : maskedText(floor.name),
      number: floor.number === null ? null : maskedNumber(floor.number),
    },
  };
}

/** Rows that changed, for those who do not see numbers. */
export function maskedRows(message: RowsMessage): RowsMessage {
  const upserted = message.upserted.map((row): OverviewRow =>
    row.kind === 'conference' ? maskedConferenceRow(row) : row,
  );
  return { ...message, upserted };
}
