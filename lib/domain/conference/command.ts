import type { CallControlId } from '../ids';
import type { Permission } from '../permission';

interface Command<Type extends string, Fields extends object = Readonly<Record<string, never>>> {
  readonly type: Type;
  readonly fields: Fields;
}

interface Legs {
  /** Never empty: to the carrier an empty list means everyone (DOMAIN §4.5). */
  readonly legs: readonly CallControlId[];
  /**
   * How many of them were so already when it was judged, as far as known; left out for none. They
   * are asked all the same: what we believe may be what is wrong.
   */
  readonly already?: number;
}

/** How a recording is to be made (DOMAIN §1.3, C17). */
export interface RecordingOptions {
  readonly format: 'wav' | 'mp3';
  readonly channels: 'single' | 'dual';
  readonly playBeep: boolean;
  readonly trimSilence: boolean;
}

/** Everything a moderator can ask of a conference. */
export type ConferenceCommand =
  | Command<'participants.mute', Legs>
  | Command<'participants.unmute', Legs>
  | Command<'participants.hold', Legs>
  | Command<'participants.unhold', Legs>
  | Command<'participants.remove', Legs>
  | Command<'participants.hangUp', Legs>
  | Command<'recording.start', RecordingOptions>
  | Command<'recording.pause'>
  | Command<'recording.resume'>
  | Command<'recording.stop'>
  | Command<'conference.end'>;

/** The name of one thing a moderator can ask. */
export type ConferenceCommandType = ConferenceCommand['type'];

/** The facts about a leg that a command can ask for and evidence can settle. */
export type LegFact = 'muted' | 'onHold' | 'present';

/** Why a command is not carried out, in words of our own; the carrier's refusals carry its code. */
export const refusalCodes = [
  'conference-ended',
  'nobody-selected',
  'not-in-conference',
  'already-recording',
  'not-carried-out',
  'carrier-refused',
  'carrier-key',
  'carrier-busy',
  'carrier-down',
] as const;
/** One of our reasons. */
export type RefusalCode = (typeof refusalCodes)[number];

/** What a command needs, and how it is shown to have happened. */
export interface CommandRow {
  readonly permission: Permission;
  /**
   * `read`: a read of the participants shows it. `webhook`: the carrier tells. `none`: the carrier
   * never reports it, so its acceptance is final (ARCHITECTURE §4).
   */
  readonly evidence: 'read' | 'webhook' | 'none';
  /** What it asks of each of its legs, if it names legs. */
  readonly asks: { readonly fact: LegFact; readonly value: boolean } | null;
}

/** One row for each command there is; a command without a row does not compile. */
export const conferenceCommands: Record<ConferenceCommandType, CommandRow> = {
  'participants.mute': {
    permission: 'conference.moderate',
    evidence: 'read',
    asks: { fact: 'muted', value: true },
  },
  'participants.unmute': {
    permission: 'conference.moderate',
    evidence: 'read',
    asks: { fact: 'muted', value: false },
  },
  'participants.hold': {
    permission: 'conference.moderate',
    evidence: 'read',
    asks: { fact: 'onHold', value: true },
  },
  'participants.unhold': {
    permission: 'conference.moderate',
    evidence: 'read',
    asks: { fact: 'onHold', value: false },
  },
  'participants.remove': {
    permission: 'conference.moderate',
    evidence: 'webhook',
    asks: { fact: 'present', value: false },
  },
  'participants.hangUp': {
    permission: 'call.control',
    evidence: 'webhook',
    asks: { fact: 'present', value: false },
  },
  'recording.start': { permission: 'conference.record', evidence: 'none', asks: null },
  'recording.pause': { permission: 'conference.record', evidence: 'none', asks: null },
  'recording.resume': { permission: 'conference.record', evidence: 'none', asks: null },
  'recording.stop': { permission: 'conference.record', evidence: 'webhook', asks: null },
  'conference.end': { permission: 'conference.end', evidence: 'webhook', asks: null },
};

/** The legs a command names; none where it speaks of the room. */
export function legsOf(command: ConferenceCommand): readonly CallControlId[] {
  return 'legs' in command.fields ? command.fields.legs : [];
}
