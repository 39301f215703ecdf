import type { CallControlId } from '../ids';
import type { Permission } from '../permission';
import type {
  Audience,
  Beep,
  GatherFields,
  InviteFields,
  JoinFields,
  Legs,
  Media,
  PlayFields,
  RecordingOptions,
  RoleValue,
  SendDigitsFields,
  SpeakFields,
  StopRecordingFields,
  UpdateFields,
  WhichRecording,
} from './command-fields';
import type { CarrierRegion } from './region';

interface Command<Type extends string, Fields extends object = Readonly<Record<string, never>>> {
  readonly type: Type;
  readonly fields: Fields;
}

/** Everything a moderator can ask of a conference. */
export type ConferenceCommand =
  | Command<'participants.mute', Legs>
  | Command<'participants.unmute', Legs>
  | Command<'participants.hold', Legs & Media>
  | Command<'participants.unhold', Legs>
  | Command<'participants.remove', Legs & { readonly beep?: Beep | undefined }>
  | Command<'participants.hangUp', Legs>
  | Command<'participants.join', JoinFields>
  | Command<'participants.setRole', Legs & RoleValue>
  | Command<'participants.update', UpdateFields>
  | Command<'participants.invite', InviteFields>
  | Command<
      'participants.label',
      Legs & { readonly label: string | null; readonly note: string | null }
    >
  | Command<'participants.markHost', Legs & { readonly isHost: boolean | null }>
  | Command<'audio.play', PlayFields>
  | Command<'audio.speak', SpeakFields>
  | Command<'audio.stop', Audience>
  | Command<'digits.send', SendDigitsFields>
  | Command<'digits.gather', GatherFields>
  | Command<'recording.start', RecordingOptions>
  | Command<'recording.pause', WhichRecording>
  | Command<'recording.resume', WhichRecording>
  | Command<'recording.stop', StopRecordingFields>
  | Command<'conference.muteOnEntry', { readonly isOn: boolean }>
  | Command<'conference.setLobby', { readonly queue: string | null }>
  | Command<'conference.setRegion', { readonly region: CarrierRegion | null }>
  | Command<'conference.end'>;

/** The name of one thing a moderator can ask. */
export type ConferenceCommandType = ConferenceCommand['type'];

/** The commands that are facts of Rostrum's own; the table says `own` of them. */
type OwnCommandType =
  | 'participants.invite'
  | 'participants.label'
  | 'participants.markHost'
  | 'conference.muteOnEntry'
  | 'conference.setLobby'
  | 'conference.setRegion';
/** A command that is a fact of Rostrum's own. */
export type OwnCommand = Extract<ConferenceCommand, { type: OwnCommandType }>;
/** A command that the carrier has to carry out. */
export type CarrierCommand = Exclude<ConferenceCommand, { type: OwnCommandType }>;

/** The yes-or-no facts about a leg that a command can ask for and evidence can settle. */
export type LegFact =
  'muted' | 'onHold' | 'present' | 'endConferenceOnExit' | 'softEndConferenceOnExit';

/** What a command asks of each of its legs. */
export type Ask =
  | { readonly fact: LegFact; readonly value: boolean }
  | { readonly fact: 'role'; readonly value: RoleValue };

/** Why a command is not carried out, in words of our own; the carrier's refusals carry its code. */
export const refusalCodes = [
  'conference-ended',
  'nobody-selected',
  'not-in-conference',
  'already-in-conference',
  'already-recording',
  'not-dialled-here',
  'is-supervisor',
  'already-supervising',
  'no-application',
  'not-carried-out',
  'carrier-refused',
  'carrier-key',
  'carrier-busy',
  'carrier-down',
] as const;
/** One of our reasons. */
export type RefusalCode = (typeof refusalCodes)[number];

/**
 * How a command is shown to have happened. `read`: a read of the participants shows it. `webhook`:
 * the carrier tells. `none`: the carrier never reports it, so its acceptance is final. `own`: it is
 * a fact of Rostrum's, and the carrier is not asked (ARCHITECTURE §4).
 */
export type Evidence = 'read' | 'webhook' | 'none' | 'own';

/** What a command needs, and how it is shown to have happened. */
export interface CommandRow {
  readonly permission: Permission;
  /** Of the kind as a whole; `evidenceOf` tells it of one command. */
  readonly evidence: Evidence;
}

const moderate = 'conference.moderate';
const record = 'conference.record';

/** One row for each command there is; a command without a row does not compile. */
export const conferenceCommands: Record<ConferenceCommandType, CommandRow> = {
  'participants.mute': { permission: moderate, evidence: 'read' },
  'participants.unmute': { permission: moderate, evidence: 'read' },
  'participants.hold': { permission: moderate, evidence: 'read' },
  'participants.unhold': { permission: moderate, evidence: 'read' },
  'participants.remove': { permission: moderate, evidence: 'webhook' },
  'participants.hangUp': { permission: 'call.control', evidence: 'webhook' },
  'participants.join': { permission: moderate, evidence: 'webhook' },
  'participants.setRole': { permission: moderate, evidence: 'read' },
  'participants.update': { permission: moderate, evidence: 'read' },
  'participants.invite': { permission: 'call.control', evidence: 'own' },
  'participants.label': { permission: moderate, evidence: 'own' },
  'participants.markHost': { permission: moderate, evidence: 'own' },
  'audio.play': { permission: moderate, evidence: 'webhook' },
  'audio.speak': { permission: moderate, evidence: 'webhook' },
  'audio.stop': { permission: moderate, evidence: 'webhook' },
  'digits.send': { permission: moderate, evidence: 'none' },
  'digits.gather': { permission: moderate, evidence: 'webhook' },
  'recording.start': { permission: record, evidence: 'none' },
  'recording.pause': { permission: record, evidence: 'none' },
  'recording.resume': { permission: record, evidence: 'none' },
  'recording.stop': { permission: record, evidence: 'webhook' },
  'conference.muteOnEntry': { permission: moderate, evidence: 'own' },
  'conference.setLobby': { permission: moderate, evidence: 'own' },
  'conference.setRegion': { permission: moderate, evidence: 'own' },
  'conference.end': { permission: 'conference.end', evidence: 'webhook' },
};

type FieldsOf<T extends ConferenceCommandType> = Extract<ConferenceCommand, { type: T }>['fields'];

const asks: {
  readonly [T in ConferenceCommandType]?: (fields: FieldsOf<T>) => readonly Ask[];
} = {
  'participants.mute': () => [{ fact: 'muted', value: true }],
  'participants.unmute': () => [{ fact: 'muted', value: false }],
  'participants.hold': () => [{ fact: 'onHold', value: true }],
  'participants.unhold': () => [{ fact: 'onHold', value: false }],
  'participants.remove': () => [{ fact: 'present', value: false }],
  'participants.hangUp': () => [{ fact: 'present', value: false }],
  'participants.setRole': ({ role, whisperTo }) => [{ fact: 'role', value: { role, whisperTo } }],
  'participants.update': ({ endConferenceOnExit, softEndConferenceOnExit }) =>
    flagsOf({ endConferenceOnExit, softEndConferenceOnExit }),
  'participants.join': ({ mute, hold, role, whisperTo, ...exits }) => {
    // Whoever comes in has none of these: only those that are set are asked for.
    const flags = flagsOf({
      muted: mute || undefined,
      onHold: hold || undefined,
      endConferenceOnExit: exits.endConferenceOnExit || undefined,
      softEndConferenceOnExit: exits.softEndConferenceOnExit || undefined,
    });
    return role === 'none' ? flags : [...flags, { fact: 'role', value: { role, whisperTo } }];
  },
};

/** What a command asks of each leg it names; nothing where it asks no fact of a leg. */
export function asksOf(command: ConferenceCommand): readonly Ask[] {
  // A row takes the fields of the type it stands under.
  const row = asks[command.type] as ((fields: object) => readonly Ask[]) | undefined;
  return row?.(command.fields) ?? [];
}

/** How this command is shown to have happened: a role only where whispering can be read back. */
export function evidenceOf(command: ConferenceCommand): Evidence {
  if (command.type === 'participants.setRole') {
    const { role, whisperTo } = command.fields;
    return role === 'whisper' && whisperTo.length > 0 ? 'read' : 'none';
  }
  if (command.type === 'participants.update') {
    return asksOf(command).length === 0 ? 'none' : 'read';
  }
  return conferenceCommands[command.type].evidence;
}

/** The legs a command names; none where it speaks of the room. */
export function legsOf(command: ConferenceCommand): readonly CallControlId[] {
  if (!('legs' in command.fields)) return [];
  const { legs } = command.fields;
  return legs === 'everyone' ? [] : legs;
}

function flagsOf(flags: Partial<Record<LegFact, boolean | undefined>>): Ask[] {
  return (Object.keys(flags) as LegFact[]).flatMap((fact) => {
    const value = flags[fact];
    return value === undefined ? [] : [{ fact, value }];
  });
}
