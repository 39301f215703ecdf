import type { ConferenceRow } from '@/lib/contract/rows';
import { everIn } from '@/lib/domain/conference/came-back';
import { type Conference, participantOf } from '@/lib/domain/conference/conference';
import {
  endReasonOf,
  factOf,
  floorHolder,
  peopleIn,
  presentIn,
  recordingOf,
  sentMarks,
  startedAt,
  statusOf,
} from '@/lib/domain/conference/view';
import type { CallControlId } from '@/lib/domain/ids';
import { valueAt } from '@/lib/domain/keyed';
import { farEnd, type Party } from '@/lib/domain/party';
import type { Micros } from '@/lib/domain/stamp';

/** A conference as lists show it. */
export function conferenceRow(conference: Conference, heardAt: Micros): ConferenceRow {
  const { description, created } = conference;
  const holder = floorHolder(conference);
  const party = holder === null ? null : (participantOf(conference, holder)?.party ?? null);
  const sent = sentMarks(conference);
  return {
    kind: 'conference',
    id: conference.id,
    name: description?.name ?? null,
    status: statusOf(conference),
    region: description?.region ?? null,
    connectionId: description?.connectionId ?? created?.value.connectionId ?? null,
    startedAt: startedAt(conference),
    expiresAt: description?.expiresAt ?? null,
    endedAt: conference.ended?.at ?? null,
    endReason: endReasonOf(conference),
    people: peopleIn(conference),
    everIn: everIn(conference),
    onHold: presentIn(conference).filter((p) => factOf(p, 'onHold', sent).value).length,
    floor: holder === null || party === null ? null : floorOf(conference, holder, party),
    recording: recordingOf(conference).phase,
    heardAt,
  };
}

function floorOf(
  { supervisors }: Conference,
  holder: CallControlId,
  party: Party,
): NonNullable<ConferenceRow['floor']> {
  const supervisor = valueAt(supervisors, holder);
  if (supervisor === undefined) return { name: party.callerName, number: farEnd(party) };
  return { name: supervisor.actor?.name ?? null, number: farEnd(party), isSupervisor: true };
}
