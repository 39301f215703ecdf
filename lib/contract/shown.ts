import { maskedNumber, maskedText } from '@/lib/domain/number';
import type { Sight } from '@/lib/domain/shown';
import type { ActivityDetail, ActivityRow } from './activity';
import type { AlertRow } from './alert';
import type { RowsMessage } from './hub';
import type { RecordingRow } from './recording';
import type { CallParty, CallRow, ConferenceRow, ListRow, QueueRow, SupervisionRow } from './rows';
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
  const upserted = message.upserted.flatMap((row): readonly ListRow[] => {
    switch (row.kind) {
      case 'conference':
        return [shownConferenceRow(row, sight)];
      case 'queue':
        return [shownQueueRow(row, sight)];
      case 'alert':
        return [sight.numbers ? row : maskedAlertRow(row)];
      case 'supervision':
        return sight.supervision ? [sight.numbers ? row : maskedSupervisionRow(row)] : [];
      case 'call':
        return [shownCallRow(row, sight)];
      case 'recording':
        return [sight.numbers ? row : maskedRecordingRow(row)];
      case 'carrier':
        return [row];
    }
  });
  return { ...message, upserted };
}

/** A call's row as somebody may see it: of a supervisor's call, those who may not supervise are told that it is one. */
export function shownCallRow(row: CallRow, sight: Sight): CallRow {
  const isHidden = row.isSupervisors && !sight.supervision;
  const whole = isHidden
    ? { ...row, name: null, number: null, ownNumber: null, supervises: null, command: null }
    : row;
  return sight.numbers ? whole : maskedCallRow(whole);
}

function maskedCallRow(row: CallRow): CallRow {
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

function maskedSupervisionRow(row: SupervisionRow): SupervisionRow {
  return { ...row, whomName: orMasked(row.whomName) };
}

/** A recording for those who do not see numbers. */
export function maskedRecordingRow(row: RecordingRow): RecordingRow {
  const { conference, from, to, queue } = row;
  return {
    ...row,
    conference: conference && { ...conference, name: orMasked(conference.name) },
    from: from === null ? null : maskedNumber(from),
    to: to === null ? null : maskedNumber(to),
    queue: orMasked(queue),
  };
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
