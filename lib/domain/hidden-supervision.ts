import type { Call } from './call/call';
import type { CallEvent } from './call/event';
import {
  type Conference,
  isSupervisor,
  type Participant,
  type Supervisor,
} from './conference/conference';
import type { ConferenceEvent, ReadGroup } from './conference/event';
import type { DialFields } from './dial/command';
import type { Dial } from './dial/dial';
import type { DialEvent } from './dial/event';
import type { DomainEvent, Numbered } from './event';
import type { StreamKind } from './ids';
import { eachValue, sizeOf } from './keyed';
import { unknownParty } from './party';

/**
 * An event for those who may not supervise: that a supervisor is there, and neither who, nor whom they
 * supervise, nor how. `state` is what its stream folds to by now; null where it is not known.
 */
export function eventWithoutSupervision(
  kind: StreamKind,
  state: unknown,
  event: Numbered<DomainEvent>,
): Numbered<DomainEvent> {
  switch (kind) {
    case 'conference':
      return ofConference(state as Conference | null, event as Numbered<ConferenceEvent>);
    case 'call':
      return ofCall(state as Call | null, event as Numbered<CallEvent>);
    case 'dial':
      return ofDial(event as Numbered<DialEvent>);
    case 'queue':
    case 'creation':
      return event;
    case 'supervision':
      return { ...event, actor: null, data: {} };
  }
}

function ofCall(call: Call | null, event: Numbered<CallEvent>): Numbered<CallEvent> {
  if (event.type === 'command.sent' && event.data.command.type === switching) {
    // Without its id nobody keeps it.
    const command = { type: switching, fields: {} } as unknown as typeof event.data.command;
    return { ...event, actor: null, commandId: null, data: { command } };
  }
  if (event.type === 'call.dialled' && event.data.supervises !== null) {
    const nothing = { party: unknownParty, supervises: null, role: null };
    return { ...event, actor: null, data: { ...event.data, ...nothing } };
  }
  const isHidden = call !== null && supervises(call) && 'party' in event.data;
  // With another party the event stays of its type.
  return isHidden
    ? ({ ...event, data: { ...event.data, party: unknownParty } } as typeof event)
    : event;
}

const switching = 'call.switchSupervisorRole';

function supervises({ supervisionId, dialled }: Call): boolean {
  return supervisionId !== null || (dialled?.supervises ?? null) !== null;
}

function ofDial(event: Numbered<DialEvent>): Numbered<DialEvent> {
  if (event.type !== 'command.sent') return event;
  const { command } = event.data;
  const fields = fieldsWithoutSupervision(command.fields);
  if (fields === command.fields) return event;
  return { ...event, actor: null, data: { command: { ...command, fields } } };
}

function fieldsWithoutSupervision(fields: DialFields): DialFields {
  if (fields.superviseCallControlId === undefined) return fields;
  const { from, fromDisplayName, timeoutSecs, timeLimitSecs, clientState } = fields;
  return { to: '', from, fromDisplayName, timeoutSecs, timeLimitSecs, clientState };
}

/** The asking for a call for those who may not supervise: of a supervisor's, neither who nor whom. */
export function dialWithoutSupervision(dial: Dial): Dial {
  if (dial.fields === null) return dial;
  const fields = fieldsWithoutSupervision(dial.fields);
  return fields === dial.fields ? dial : { ...dial, fields, actor: null };
}

function ofConference(
  conference: Conference | null,
  event: Numbered<ConferenceEvent>,
): Numbered<ConferenceEvent> {
  const { type } = event;
  if (type === 'supervisor.called') {
    return { ...event, actor: null, data: { ...event.data, whom: null, ...noRole } };
  }
  if (type === 'supervisor.roleSet') {
    const data = { ...event.data, ...noRole, how: null, isBorneOut: null };
    return { ...event, actor: null, data };
  }
  if (type === 'supervisor.rejoining') return { ...event, actor: null };
  if (type === 'supervisor.ended') {
    return { ...event, actor: null, data: { ...event.data, reason: null } };
  }
  if (conference === null || sizeOf(conference.supervisors) === 0) return event;
  if (type === 'participants.read') {
    const groups = event.data.groups.flatMap((group) => apart(conference, group));
    return { ...event, data: { ...event.data, groups } };
  }
  const isOwn =
    (type === 'participant.joined' || type === 'participant.identified') &&
    isSupervisor(conference, event.data.callControlId);
  // With its party the event stays of its type.
  return isOwn
    ? ({ ...event, data: { ...event.data, party: unknownParty } } as typeof event)
    : event;
}

const noRole = { role: null, whisperTo: [] } as const;

/** A group of a read with the supervisors in a group of their own, which tells not to whom they whisper. */
function apart(conference: Conference, group: ReadGroup): readonly ReadGroup[] {
  if (group.facts.whisperTo.length === 0) return [group];
  const own = group.legs.filter(([leg]) => isSupervisor(conference, leg));
  if (own.length === 0) return [group];
  const legs = group.legs.filter(([leg]) => !isSupervisor(conference, leg));
  const others = legs.length === 0 ? [] : [{ ...group, legs }];
  return [...others, { facts: { ...group.facts, whisperTo: [] }, legs: own }];
}

/** A conference for those who may not supervise. */
export function conferenceWithoutSupervision(conference: Conference): Conference {
  if (sizeOf(conference.supervisors) === 0) return conference;
  return {
    ...conference,
    participants: eachValue(conference.participants, (participant): Participant => {
      if (!isSupervisor(conference, participant.callControlId)) return participant;
      const { seen } = participant;
      return { ...participant, party: unknownParty, seen: seen && { ...seen, whisperTo: [] } };
    }),
    supervisors: eachValue(conference.supervisors, (supervisor): Supervisor => ({
      ...supervisor,
      actor: null,
      whom: null,
      ...noRole,
    })),
  };
}

/** A call leg for those who may not supervise: of a supervisor's, not the number. */
export function callWithoutSupervision(call: Call): Call {
  if (!supervises(call)) return call;
  const { dialled } = call;
  return {
    ...call,
    party: unknownParty,
    dialled: dialled && { ...dialled, actor: null, supervises: null, role: null },
    commands: call.commands.filter(({ type }) => type !== switching),
  };
}
