import type { Call } from './call/call';
import type { CallCommand } from './call/command';
import type { CallEvent } from './call/event';
import type { ConferenceCommand } from './conference/command';
import type { Conference, Participant } from './conference/conference';
import type { ConferenceEvent } from './conference/event';
import type { CreationCommand } from './creation/command';
import type { Creation } from './creation/creation';
import type { CreationEvent } from './creation/event';
import type { DialCommand } from './dial/command';
import type { Dial } from './dial/dial';
import type { DialEvent } from './dial/event';
import type { DomainEvent, Numbered } from './event';
import type { StreamKind } from './ids';
import { eachValue, type Keyed } from './keyed';
import { maskedFields, maskedInvited, withoutLinks } from './hidden-fields';
import { maskedDigits, maskedNumber, maskedText } from './number';
import type { Party } from './party';
import type { QueueCommand } from './queue/command';
import type { QueueEvent } from './queue/event';
import type { Queue, QueueCommandRecord } from './queue/queue';
import { may, type Role } from './permission';
import type { SupervisionCommand } from './supervision/command';
import type { SupervisionEvent } from './supervision/event';
import type { Supervision } from './supervision/supervision';
import {
  callWithoutSupervision,
  conferenceWithoutSupervision,
  dialWithoutSupervision,
  eventWithoutSupervision,
} from './hidden-supervision';

/** What somebody may see beside what everybody sees who watches; links to what is played are for nobody. */
export interface Sight {
  /** Numbers, and the digits that are pressed. */
  readonly numbers: boolean;
  /** Who supervises, whom, and how. */
  readonly supervision: boolean;
}

/** What somebody in this role may see. */
export function sightOf(role: Role): Sight {
  return {
    numbers: may(role, 'numbers.see'),
    supervision: may(role, 'conference.supervise'),
  };
}

type Hide<D> = { readonly [K in keyof D]?: (value: D[K]) => D[K] };
type Rules<E extends DomainEvent> = {
  readonly [T in E['type']]: Hide<Extract<E, { type: T }>['data']>;
};

const orNull =
  (hide: (text: string) => string) =>
  (text: string | null): string | null =>
    text === null ? null : hide(text);

const open = {};
const party = { party: maskedParty };
const detail = { detail: maskedText };

// A new event without a row does not compile: whoever adds one says what of it is somebody's number.
const conferenceRules: Rules<ConferenceEvent> = {
  'conference.created': open,
  'conference.ended': open,
  'conference.described': { name: maskedText },
  'participant.joined': { party: (known) => known && maskedParty(known) },
  'participant.left': open,
  'participant.identified': party,
  'participant.hungUp': open,
  'participant.waited': { queue: maskedText },
  'participant.pressed': { digit: maskedDigits },
  'participant.gathered': { digits: maskedDigits },
  'participants.read': open,
  'floor.changed': open,
  'playback.started': open,
  'playback.ended': open,
  'speak.started': open,
  'speak.ended': open,
  'participant.playback.started': open,
  'participant.playback.ended': open,
  'participant.speak.started': open,
  'participant.speak.ended': open,
  'recording.saved': open,
  'participants.labelled': { label: orNull(maskedText), note: orNull(maskedText) },
  'participants.hostMarked': open,
  'conference.lobbySet': { queue: orNull(maskedText) },
  'conference.regionSet': open,
  'conference.muteOnEntrySet': open,
  'conference.configured': { name: maskedText },
  'invitations.made': {
    from: maskedNumber,
    invitations: (made) => made.map((each) => ({ ...each, ...maskedInvited(each) })),
  },
  'invitation.progressed': open,
  'supervisor.called': open,
  'supervisor.roleSet': open,
  'supervisor.rejoining': open,
  'supervisor.ended': open,
  'command.sent': { command: maskedCommand },
  'command.accepted': open,
  'command.refused': detail,
  'command.unknown': detail,
};

const callRules: Rules<CallEvent> = {
  'call.initiated': party,
  'call.answered': party,
  'call.bridged': party,
  'call.hangup': party,
  'call.dtmf.received': { ...party, digit: maskedDigits },
  'call.gather.ended': { ...party, digits: maskedDigits },
  'call.enqueued': party,
  'call.dequeued': party,
  'call.playback.started': party,
  'call.playback.ended': party,
  'call.speak.started': party,
  'call.speak.ended': party,
  'call.referred': party,
  'call.dialled': party,
  'call.paired': open,
  'call.found': open,
  'participant.joined': open,
  'participant.left': open,
  'call.supervises': open,
  'command.sent': { command: maskedCallCommand },
  'command.accepted': open,
  'command.refused': detail,
  'command.unknown': detail,
};

const queueRules: Rules<QueueEvent> = {
  'call.enqueued': party,
  'call.dequeued': open,
  'queueCall.identified': party,
  'queueCall.hungUp': open,
  'queueCall.admitted': open,
  'queueCall.moved': { from: maskedText },
  'queueCall.answered': detail,
  'queue.described': open,
  'queue.listed': open,
  'command.sent': { command: maskedQueueCommand },
  'command.accepted': open,
  'command.refused': detail,
  'command.unknown': detail,
};

const creationRules: Rules<CreationEvent> = {
  'command.sent': { command: maskedCreation },
  'command.accepted': open,
  'command.refused': detail,
  'command.unknown': detail,
  'creation.dialled': open,
  'creation.answered': open,
  'creation.created': open,
  'creation.failed': open,
};

const dialRules: Rules<DialEvent> = {
  'command.sent': { command: maskedDial },
  'command.accepted': open,
  'command.refused': detail,
  'command.unknown': detail,
  'dial.placed': open,
};

const supervisionRules: Rules<SupervisionEvent> = {
  'supervision.asked': {
    to: maskedNumber,
    from: maskedNumber,
    whomName: orNull(maskedText),
    conferenceName: orNull(maskedText),
  },
  'supervision.dialling': open,
  'supervision.dialled': open,
  'supervision.answered': open,
  'supervision.roleAsked': open,
  'supervision.settingRole': open,
  'supervision.leaving': open,
  'supervision.rejoining': open,
  'supervision.roleTaken': open,
  'supervision.roleRefused': { reason: maskedText },
  'supervision.stopAsked': open,
  'supervision.ended': open,
  'supervision.failed': { reason: maskedText },
  'command.sent': { command: maskedSupervising },
  'command.refused': detail,
};

type Hiders = Readonly<Record<string, (value: unknown) => unknown>>;
const rules = {
  conference: conferenceRules,
  call: callRules,
  queue: queueRules,
  creation: creationRules,
  dial: dialRules,
  supervision: supervisionRules,
  // Rules are found by the type of the event they were written for; this is the one place that says so.
} as unknown as Readonly<Record<StreamKind, Readonly<Record<string, Hiders | undefined>>>>;

/**
 * Events as somebody may see them. `state` is what their stream folds to by now, which tells which legs
 * are supervisors’; null for what a command has just done, which tells of none.
 */
export function shownEvents<E extends Numbered<DomainEvent>>(
  kind: StreamKind,
  state: unknown,
  events: readonly E[],
  sight: Sight,
): readonly E[] {
  // An event that is shown is of the same type, with less in it.
  return events.map((event) => shownEvent(kind, state, event, sight) as E);
}

function shownEvent(
  kind: StreamKind,
  state: unknown,
  event: Numbered<DomainEvent>,
  sight: Sight,
): Numbered<DomainEvent> {
  const linkless = withoutLinks(event);
  const whole = sight.supervision ? linkless : eventWithoutSupervision(kind, state, linkless);
  if (sight.numbers) return whole;
  const hiders = rules[kind][event.type];
  // What we have no rule for, an event of a later version, is told without what it holds.
  if (hiders === undefined) return { ...whole, data: {} };
  const names = Object.keys(hiders);
  if (names.length === 0) return whole;
  const data = { ...whole.data } as Record<string, unknown>;
  for (const name of names) if (data[name] !== undefined) data[name] = hiders[name]?.(data[name]);
  return { ...whole, data };
}

/** A conference as somebody may see it; ids and times are as they were. */
export function shownConference(conference: Conference, sight: Sight): Conference {
  const whole = sight.supervision ? conference : conferenceWithoutSupervision(conference);
  return sight.numbers ? whole : maskedConference(whole);
}

function maskedConference(conference: Conference): Conference {
  const { description, settings } = conference;
  return {
    ...conference,
    description: description && { ...description, name: maskedText(description.name) },
    settings: settings && { ...settings, name: maskedText(settings.name) },
    lobby: orNull(maskedText)(conference.lobby),
    participants: eachValue(masked(conference.participants), (participant) => ({
      ...participant,
      label: orNull(maskedText)(participant.label),
      note: orNull(maskedText)(participant.note),
      waited: participant.waited && withMaskedQueue(participant.waited),
    })),
    invitations: eachValue(conference.invitations, (each) => ({
      ...each,
      ...maskedInvited(each),
    })),
    commands: conference.commands.map(withMaskedRefusal),
  };
}

function withMaskedQueue(waited: NonNullable<Participant['waited']>): Participant['waited'] {
  return { ...waited, value: { ...waited.value, queue: maskedText(waited.value.queue) } };
}

/** A call leg as somebody may see it. */
export function shownCall(call: Call, sight: Sight): Call {
  const whole = sight.supervision ? call : callWithoutSupervision(call);
  return sight.numbers ? whole : maskedCall(whole);
}

function maskedCall(call: Call): Call {
  return {
    ...call,
    party: maskedParty(call.party),
    commands: call.commands.map(withMaskedRefusal),
  };
}

/** A queue without the numbers of those who wait in it, and without one that may be its name. */
function maskedQueue(queue: Queue): Queue {
  return {
    ...queue,
    name: maskedText(queue.name),
    calls: eachValue(masked(queue.calls), (call) => ({
      ...call,
      moved: call.moved && { ...call.moved, from: maskedText(call.moved.from) },
    })),
    commands: queue.commands.map(withMaskedOutcomes),
  };
}

function withMaskedOutcomes(record: QueueCommandRecord): QueueCommandRecord {
  return { ...withMaskedRefusal(record), callers: record.callers.map(withMaskedRefusal) };
}

/** A state of any kind of stream as somebody may see it. */
export function shownState(kind: StreamKind, state: unknown, sight: Sight): unknown {
  switch (kind) {
    case 'conference':
      return shownConference(state as Conference, sight);
    case 'call':
      return shownCall(state as Call, sight);
    case 'queue':
      return sight.numbers ? state : maskedQueue(state as Queue);
    case 'creation': {
      const creation = state as Creation;
      if (sight.numbers) return creation;
      return { ...creation, fields: creation.fields && maskedFields(creation.fields) };
    }
    case 'dial': {
      const whole = state as Dial;
      const dial = sight.supervision ? whole : dialWithoutSupervision(whole);
      if (sight.numbers) return dial;
      return { ...dial, fields: dial.fields && maskedFields(dial.fields) };
    }
    case 'supervision': {
      const session = state as Supervision;
      return sight.numbers ? session : maskedSupervision(session);
    }
  }
}

/** A session of supervision without numbers. Who may not supervise sees none at all: its topic is not for them. */
function maskedSupervision(session: Supervision): Supervision {
  const { asked, reason, notChanged } = session;
  return {
    ...session,
    asked: asked && {
      ...asked,
      to: maskedNumber(asked.to),
      from: maskedNumber(asked.from),
      whomName: orNull(maskedText)(asked.whomName),
      conferenceName: orNull(maskedText)(asked.conferenceName),
    },
    reason: orNull(maskedText)(reason),
    notChanged: orNull(maskedText)(notChanged),
  };
}

function maskedSupervising(command: SupervisionCommand): SupervisionCommand {
  // Only texts became other texts.
  return { ...command, fields: maskedFields(command.fields) } as SupervisionCommand;
}

function maskedParty(known: Party): Party {
  return {
    ...known,
    from: orNull(maskedNumber)(known.from),
    to: orNull(maskedNumber)(known.to),
    callerName: orNull(maskedText)(known.callerName),
  };
}

function masked<T extends { readonly party: Party }>(table: Keyed<T>): Keyed<T> {
  return eachValue(table, (value) => ({ ...value, party: maskedParty(value.party) }));
}

function maskedCommand(command: ConferenceCommand): ConferenceCommand {
  const fields = maskedFields(command.fields);
  // Only texts became other texts.
  return { ...command, fields } as ConferenceCommand;
}

function maskedQueueCommand(command: QueueCommand): QueueCommand {
  // Only texts became other texts.
  return { ...command, fields: maskedFields(command.fields) } as QueueCommand;
}

function maskedCreation(command: CreationCommand): CreationCommand {
  return { ...command, fields: maskedFields(command.fields) };
}

function maskedCallCommand(command: CallCommand): CallCommand {
  const fields = maskedFields(command.fields);
  // Only texts became other texts.
  return { ...command, fields } as CallCommand;
}

function maskedDial(command: DialCommand): DialCommand {
  return { ...command, fields: maskedFields(command.fields) };
}

function withMaskedRefusal<
  T extends { readonly refusal: { readonly code: string; readonly detail: string } | null },
>(record: T): T {
  const { refusal } = record;
  if (refusal === null) return record;
  return { ...record, refusal: { ...refusal, detail: maskedText(refusal.detail) } };
}
