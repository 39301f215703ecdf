import type { ActivityAction, ActivityTarget } from '@/lib/contract/activity';
import { type Call, conferenceOf } from '@/lib/domain/call/call';
import type { CallCommand } from '@/lib/domain/call/command';
import { type ConferenceCommand, legsOf } from '@/lib/domain/conference/command';
import { type Conference, isSupervisor, participantOf } from '@/lib/domain/conference/conference';
import type { CreationCommand } from '@/lib/domain/creation/command';
import type { Creation } from '@/lib/domain/creation/creation';
import type { DialCommand } from '@/lib/domain/dial/command';
import type { Dial } from '@/lib/domain/dial/dial';
import { streamOf } from '@/lib/domain/ids';
import { valueAt } from '@/lib/domain/keyed';
import { farEnd, type Party } from '@/lib/domain/party';
import type { SupervisionCommand } from '@/lib/domain/supervision/command';
import type { Supervision } from '@/lib/domain/supervision/supervision';
import { isAboutCallers, type QueueCommand } from '@/lib/domain/queue/command';
import type { Queue } from '@/lib/domain/queue/queue';
import type { CommandDeed, TellCommand } from '@/server/log/settled-command';

const mostNames = 5;

/** Says of a command what was asked and on whom, by the state of its stream. */
export const tellCommand: TellCommand = (stream, state, command) => {
  const { type } = command as { readonly type: ActivityAction };
  const { kind, key } = streamOf(stream) ?? {};
  if (kind === 'conference') {
    return { action: type, ...ofConference(state as Conference, command as ConferenceCommand) };
  }
  if (kind === 'creation') return ofCreation(state as Creation, command as CreationCommand);
  if (kind === 'queue')
    return { action: type, ...ofQueue(state as Queue, command as QueueCommand) };
  if (kind === 'dial') return ofDial(state as Dial, command as DialCommand);
  if (kind === 'supervision') {
    return ofSupervision(state as Supervision, command as SupervisionCommand);
  }
  const call = state as Call;
  const joined = kind === 'call' ? conferenceOf(call) : null;
  return {
    action: type,
    conference: joined === null ? null : { id: joined, name: null },
    target: {
      kind: 'call',
      id: key ?? null,
      name: kind === 'call' && call.supervisionId === null ? nameOf(call.party) : null,
    },
    detail: detailOf(command as CallCommand),
  };
};

function ofDial(state: Dial, command: DialCommand): CommandDeed {
  const target: ActivityTarget = {
    kind: 'call',
    id: state.callControlId,
    name: command.fields.to,
  };
  const isSupervising = command.fields.superviseCallControlId !== undefined;
  const action = isSupervising ? 'supervision.start' : command.type;
  return { action, conference: null, target, detail: detailOf(command) };
}

function ofSupervision({ asked }: Supervision, command: SupervisionCommand): CommandDeed {
  const { type, fields } = command;
  const started = type === 'supervision.start' ? command.fields : null;
  const conferenceId = asked?.conferenceId ?? started?.conferenceId ?? null;
  const conference =
    conferenceId === null ? null : { id: conferenceId, name: asked?.conferenceName ?? null };
  const id = asked?.whom ?? started?.whom ?? null;
  const target: ActivityTarget = { kind: 'call', id, name: asked?.whomName ?? null };
  const detail = 'role' in fields ? { steps: [fields.role] } : {};
  return { action: type, conference, target, detail };
}

function ofCreation(state: Creation, command: CreationCommand): CommandDeed {
  const { name } = command.fields;
  const conference = state.conferenceId === null ? null : { id: state.conferenceId, name };
  const target: ActivityTarget = { kind: 'call', id: state.callControlId, name: null };
  return { action: command.type, conference, target, detail: detailOf(command) };
}

function ofQueue(state: Queue, command: QueueCommand): Omit<CommandDeed, 'action'> {
  const { name } = state;
  const legs = isAboutCallers(command) ? command.fields.legs : [];
  const detail = { ...detailOf(command), queue: name };
  const queue: ActivityTarget = { kind: 'queue', id: name, name };
  if (legs.length === 0) return { conference: null, target: queue, detail };
  const names = legs.slice(0, mostNames).flatMap((leg) => {
    const call = valueAt(state.calls, leg);
    return call === undefined ? [] : (nameOf(call.party) ?? []);
  });
  const [first] = legs;
  const target: ActivityTarget =
    legs.length === 1
      ? { kind: 'call', id: first ?? null, name: names[0] ?? null }
      : { kind: 'participants', id: null, name: null };
  const people = legs.length === 1 ? {} : { people: legs.length, names };
  return { conference: conferenceOfAdmission(command), target, detail: { ...detail, ...people } };
}

function conferenceOfAdmission(command: QueueCommand): CommandDeed['conference'] {
  if (command.type !== 'queueCalls.admit') return null;
  return { id: command.fields.conferenceId, name: null };
}

function ofConference(state: Conference, command: ConferenceCommand): Omit<CommandDeed, 'action'> {
  const conference = { id: state.id, name: state.description?.name ?? null };
  const legs = legsOf(command);
  const [first] = legs;
  if (first === undefined) return { conference, target: null, detail: detailOf(command) };
  const nameOfLeg = (leg: typeof first) => {
    const participant = participantOf(state, leg);
    // Who supervises is not for everybody who reads this.
    return participant === undefined || isSupervisor(state, leg)
      ? null
      : (participant.label ?? nameOf(participant.party));
  };
  const target: ActivityTarget =
    legs.length === 1
      ? { kind: 'call', id: first, name: nameOfLeg(first) }
      : { kind: 'participants', id: null, name: null };
  if (legs.length === 1) return { conference, target, detail: {} };
  const names = legs.slice(0, mostNames).flatMap((leg) => nameOfLeg(leg) ?? []);
  return { conference, target, detail: { people: legs.length, names } };
}

// What is pressed or sent may be a secret of somebody's, and stands in the event for those who may see it.
const unsaid = new Set(['digitsOnAnswer', 'body']);

// Links open more than a file, and what is a list or an object of its own is in the event.
function detailOf({
  fields,
}:
  | ConferenceCommand
  | CreationCommand
  | QueueCommand
  | CallCommand
  | DialCommand): CommandDeed['detail'] {
  const plain = Object.entries(fields).filter(
    ([name, value]) => !name.endsWith('Url') && !unsaid.has(name) && typeof value !== 'object',
  );
  return Object.fromEntries(plain);
}

function nameOf(party: Party): string | null {
  const name = party.callerName?.trim() ?? '';
  return name === '' ? farEnd(party) : name;
}
