import { maskedNumber, maskedText } from '@/lib/domain/number';
import type { Sight } from '@/lib/domain/shown';
import type { ActivityDetail, ActivityRow } from './activity';
import type { AlertRow } from './alert';
import type { RowsMessage } from './hub';
import type { ConferenceRow, OverviewRow, QueueRow, SupervisionRow } from './rows';
import type { TargetsAnswer } from './target';

/** A conference's row as somebody may see it. */
export function shownConferenceRow(row: ConferenceRow, sight: Sight): ConferenceRow {
  const hidesSpeaker = row.floor?.isSupervisor === true && !sight.supervision;
  const whole = hidesSpeaker ? { ...row, floor: nobodysFloor } : row;
  return sight.numbers ? whole : maskedConferenceRow(whole);
}

const nobodysFloor = { name: null, number: null, isSupervisor: true } as const;

function maskedConferenceRow(row: ConferenceRow): ConferenceRow {
  const { name, floor } = row;
  return {
    ...row,
    name: name === null ? null : maskedText(name),
    floor: floor && {
      ...floor,
      name: floor.name === null ? null : maskedText(floor.name),
      number: floor.number === null ? null : maskedNumber(floor.number),
    },
  };
}

/** A queue's row as somebody may see it: its name may be a number. */
export function shownQueueRow(row: QueueRow, sight: Sight): QueueRow {
  return sight.numbers ? row : { ...row, name: maskedText(row.name) };
}

/** Rows that changed, as somebody may see them. */
export function shownRows(message: RowsMessage, sight: Sight): RowsMessage {
  const upserted = message.upserted.flatMap((row): readonly OverviewRow[] => {
    switch (row.kind) {
      case 'conference':
        return [shownConferenceRow(row, sight)];
      case 'queue':
        return [shownQueueRow(row, sight)];
      case 'alert':
        return [sight.numbers ? row : maskedAlertRow(row)];
      case 'supervision':
        return sight.supervision ? [sight.numbers ? row : maskedSupervisionRow(row)] : [];
      case 'carrier':
        return [row];
    }
  });
  return { ...message, upserted };
}

function maskedSupervisionRow(row: SupervisionRow): SupervisionRow {
  return { ...row, whomName: orMasked(row.whomName) };
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
