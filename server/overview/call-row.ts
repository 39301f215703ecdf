import type { CallParty, CallRow, CallRowPlace } from '@/lib/contract/rows';
import { beganAt, type Call, callPhase, placeOf } from '@/lib/domain/call/call';
import { isHearing } from '@/lib/domain/call/outcome';
import { farEnd, type Party } from '@/lib/domain/party';

/** What a call's row shows of others. */
export interface CallSurroundings {
  /** The call that it is connected with; null where nobody knows. */
  readonly other: Call | null;
  readonly supervised: Call | null;
  /** The name of the conference that it is in; null before a read has told. */
  readonly conferenceName: string | null;
}

/** A call as lists show it. */
export function callRow(call: Call, around: CallSurroundings): CallRow {
  const { party, answered, dialled, commands } = call;
  const newest = commands.at(-1);
  return {
    kind: 'call',
    ...partyOf(call),
    phase: callPhase(call),
    direction: party.direction,
    ownNumber: ownEnd(party),
    startedAt: beganAt(call),
    answeredAt: answered?.at ?? null,
    place: rowPlace(call, around),
    isHearing: isHearing(call),
    isSupervisors: call.supervisionId !== null || dialled?.supervises != null,
    supervises:
      dialled?.supervises == null
        ? null
        : around.supervised === null
          ? { id: dialled.supervises, name: null, number: null }
          : partyOf(around.supervised),
    command:
      newest === undefined
        ? null
        : {
            commandId: newest.commandId,
            type: newest.type,
            phase: newest.phase,
            actor: newest.actor,
            answeredAt: newest.answeredAt,
          },
    connectionId: call.connectionId,
  };
}

function rowPlace(call: Call, { other, conferenceName }: CallSurroundings): CallRowPlace {
  const place = placeOf(call);
  switch (place.kind) {
    case 'conference':
      return {
        kind: 'conference',
        id: place.conferenceId,
        name: conferenceName,
        since: place.since,
      };
    case 'queue':
      return { kind: 'queue', name: place.queue, since: place.since };
    case 'bridged':
      return { kind: 'bridged', other: other && partyOf(other), since: place.since };
    case 'nowhere':
      return place;
  }
}

function partyOf({ id, party }: Call): CallParty {
  return { id, name: party.callerName, number: farEnd(party) };
}

function ownEnd(party: Party): string | null {
  return party.direction === 'outgoing' ? party.from : party.to;
}
