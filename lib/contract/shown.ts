import { maskedNumber, maskedText } from '@/lib/domain/number';
import type { ActivityDetail, ActivityRow } from './activity';
import type { AlertRow } from './alert';
import type { RowsMessage } from './hub';
import type { CallParty, CallRow, ConferenceRow, ListRow, QueueRow } from './rows';
import type { TargetsAnswer } from './target';

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

/** A queue's row for those who do not see numbers: its name may be one. */
export function maskedQueueRow(row: QueueRow): QueueRow {
  return { ...row, name: maskedText(row.name) };
}

/** Rows that changed, for those who do not see numbers. */
export function maskedRows(message: RowsMessage): RowsMessage {
  return { ...message, upserted: message.upserted.map(maskedRow) };
}

/** A call's row for those who do not see numbers. */
export function maskedCallRow(row: CallRow): CallRow {
  const { place, ownNumber, supervises } = row;
  return {
    ...row,
    ...maskedParty(row),
    ownNumber: ownNumber === null ? null : maskedNumber(ownNumber),
    supervises: supervises && maskedParty(supervises),
    place:
      place.kind === 'bridged'
        ? { ...place, other: place.other && maskedParty(place.other) }
        : place.kind === 'conference'
          ? { ...place, name: orMasked(place.name) }
          : place.kind === 'queue'
            ? { ...place, name: maskedText(place.name) }
            : place,
  };
}

function maskedParty({ id, name, number }: CallParty): CallParty {
  return { id, name: orMasked(name), number: number === null ? null : maskedNumber(number) };
}

function maskedRow(row: ListRow): ListRow {
  if (row.kind === 'call') return maskedCallRow(row);
  if (row.kind === 'conference') return maskedConferenceRow(row);
  if (row.kind === 'queue') return maskedQueueRow(row);
  return row.kind === 'alert' ? maskedAlertRow(row) : row;
}

/** An alert for those who do not see numbers. */
export function maskedAlertRow(row: AlertRow): AlertRow {
  return { ...row, queue: maskedText(row.queue) };
}

/** Targets for those who do not see numbers. */
export function maskedTargets(answer: TargetsAnswer): TargetsAnswer {
  return {
    ...answer,
    queues: answer.queues.map((row) => ({ ...row, queue: orMasked(row.queue) })),
    known: answer.known.map(maskedText),
  };
}

/** A line of activity for those who do not see numbers. */
export function maskedActivityRow(row: ActivityRow): ActivityRow {
  const { conference, target } = row;
  return {
    ...row,
    conference: conference && { ...conference, name: orMasked(conference.name) },
    target: target && { ...target, name: orMasked(target.name) },
    detail: Object.fromEntries(
      Object.entries(row.detail).map(([name, value]) => [name, maskedDetail(value)]),
    ),
  };
}

function maskedDetail(value: ActivityDetail[string]): ActivityDetail[string] {
  if (typeof value === 'string') return maskedText(value);
  return Array.isArray(value) ? value.map((text: string) => maskedText(text)) : value;
}

function orMasked(text: string | null): string | null {
  return text === null ? null : maskedText(text);
}
