import { type ConferenceCommandType, legsOf } from '@/lib/domain/conference/command';
import type { RoleValue } from '@/lib/domain/conference/command-fields';
import type {
  ConferenceEvent,
  ForeignChange,
  InvitationPhase,
  OwnFact,
  SupervisorFact,
} from '@/lib/domain/conference/event';
import { type Actor, type EventSource, type Numbered, timeOf } from '@/lib/domain/event';
import type { CallControlId, CommandId } from '@/lib/domain/ids';
import type { Micros } from '@/lib/domain/stamp';

/** Which picture stands beside a line. */
export type LineIcon =
  | 'floor'
  | 'joined'
  | 'left'
  | 'muted'
  | 'open'
  | 'held'
  | 'resumed'
  | 'removed'
  | 'hungUp'
  | 'recording'
  | 'paused'
  | 'stopped'
  | 'saved'
  | 'ended'
  | 'began'
  | 'pressed'
  | 'audio'
  | 'speech'
  | 'supervising'
  | 'read';

/** What a line of the timeline says, apart from how a command fares. */
export type LineWords =
  | { readonly say: 'began' | 'joined' | 'left' | 'identified' | 'floor' }
  | { readonly say: 'speakStarted' | 'speakEnded' | 'legSpeakStarted' | 'legSpeakEnded' }
  | { readonly say: 'audioEnded' | 'legAudioEnded' }
  | { readonly say: 'audioStarted' | 'legAudioStarted'; readonly media: string | null }
  | { readonly say: 'ended'; readonly reason: string | null }
  | { readonly say: 'described'; readonly name: string }
  | { readonly say: 'waited'; readonly queue: string; readonly seconds: number }
  | { readonly say: 'hungUp'; readonly cause: string | null }
  | { readonly say: 'pressed'; readonly digit: string }
  | { readonly say: 'gathered'; readonly digits: string; readonly status: string | null }
  | { readonly say: ForeignWords; readonly count: number }
  | {
      readonly say: 'note';
      readonly note: NoteWords;
      readonly value: string;
      readonly count: number;
    }
  | {
      readonly say: 'saved';
      readonly recordingId: string;
      readonly lengthMicros: Micros | null;
    }
  | { readonly say: 'joinedMany'; readonly count: number }
  | { readonly say: 'leftMany'; readonly count: number }
  | {
      readonly say: 'command';
      readonly type: ConferenceCommandType;
      /** How many of its legs were so before it. */
      readonly already: number;
      /** The role that was given, where it gives one. */
      readonly role: RoleValue | null;
      /** Whether those stand last among its legs. */
      readonly isAlreadyLast: boolean;
    };

/** What somebody else changed at the carrier, behind our back. */
export type ForeignWords = 'foreignMute' | 'foreignUnmute' | 'foreignHold' | 'foreignUnhold';

/** What moderators say among themselves, and how far an invitation has come. */
export type NoteWords =
  | 'labelled'
  | 'unlabelled'
  | 'hostMarked'
  | 'hostUnmarked'
  | 'lobbySet'
  | 'lobbyCleared'
  | 'regionSet'
  | 'regionCleared'
  | 'muteOnEntryOn'
  | 'muteOnEntryOff'
  | 'invited'
  | `invitation.${InvitationPhase}`
  | 'supervisorCalled'
  | 'supervisorRole'
  | 'supervisorRejoins'
  | 'supervisorEnded'
  | 'configured';

/** How the command of a line fares, as far as its own events tell. */
export interface LineCommand {
  readonly commandId: CommandId;
  readonly phase: 'sent' | 'accepted' | 'refused' | 'unknown';
  readonly sentAt: Micros;
  /** Our clock from sending to the carrier's answer, in milliseconds; null where it gave none. */
  readonly roundTripMs: number | null;
  readonly refusal: { readonly code: string; readonly detail: string } | null;
}

/** One line of the timeline. */
export interface TimelineLine {
  readonly key: string;
  readonly seq: number;
  readonly at: Micros;
  readonly icon: LineIcon;
  readonly source: EventSource;
  readonly actor: Actor | null;
  readonly legs: readonly CallControlId[];
  /** The invitation it tells of: its leg may never come in, and have no other name. */
  readonly invitationId: string | null;
  readonly words: LineWords;
  readonly command: LineCommand | null;
}

type Read = Extract<Numbered<ConferenceEvent>, { type: 'participants.read' }>;

type CommandStep = Extract<
  Numbered<ConferenceEvent>,
  { type: 'command.accepted' | 'command.refused' | 'command.unknown' }
>;

const commandIcons: Record<ConferenceCommandType, LineIcon> = {
  'participants.mute': 'muted',
  'participants.unmute': 'open',
  'participants.hold': 'held',
  'participants.unhold': 'resumed',
  'participants.remove': 'removed',
  'participants.hangUp': 'hungUp',
  'participants.join': 'joined',
  'participants.setRole': 'audio',
  'participants.update': 'read',
  'participants.invite': 'joined',
  'participants.label': 'read',
  'participants.markHost': 'read',
  'audio.play': 'audio',
  'audio.speak': 'speech',
  'audio.stop': 'stopped',
  'digits.send': 'pressed',
  'digits.gather': 'pressed',
  'conference.muteOnEntry': 'muted',
  'conference.setLobby': 'read',
  'conference.setRegion': 'read',
  'recording.start': 'recording',
  'recording.pause': 'paused',
  'recording.resume': 'recording',
  'recording.stop': 'stopped',
  'conference.end': 'ended',
};

/** Whether an event says how a command fares: it changes the command's line and has none of its own. */
export function isCommandStep(event: Numbered<ConferenceEvent>): event is CommandStep {
  return (
    event.type === 'command.accepted' ||
    event.type === 'command.refused' ||
    event.type === 'command.unknown'
  );
}

/**
 * The lines an event opens: one, or for a read of the carrier one for each thing that somebody else
 * did; a read that only bears out what was known opens none.
 */
export function linesOf(event: Exclude<Numbered<ConferenceEvent>, CommandStep>): TimelineLine[] {
  if (event.type === 'participants.read') return foreignLines(event);
  if (event.type === 'conference.described' && event.data.status === 'completed') return [];
  // How somebody supervises is not told to everybody.
  if (isAboutRole(event) && event.actor === null) return [];
  const { icon, words } = wordsOf(event);
  return [lineOf(event, icon, words, legsIn(event))];
}

function isAboutRole({ type }: Numbered<ConferenceEvent>): boolean {
  return type === 'supervisor.roleSet' || type === 'supervisor.rejoining';
}

function foreignLines(event: Read): TimelineLine[] {
  const legs = new Map<ForeignWords, CallControlId[]>();
  for (const change of event.data.foreign) {
    const say = foreignWordsOf(change);
    legs.set(say, [...(legs.get(say) ?? []), change.callControlId]);
  }
  return [...legs].map(([say, those]) => ({
    ...lineOf(event, foreignIcons[say], { say, count: those.length - 1 }, those),
    key: `${event.id} ${say}`,
  }));
}

function foreignWordsOf({ fact, value }: ForeignChange): ForeignWords {
  if (fact === 'muted') return value ? 'foreignMute' : 'foreignUnmute';
  return value ? 'foreignHold' : 'foreignUnhold';
}

const foreignIcons: Record<ForeignWords, LineIcon> = {
  foreignMute: 'muted',
  foreignUnmute: 'open',
  foreignHold: 'held',
  foreignUnhold: 'resumed',
};

function lineOf(
  event: Numbered<ConferenceEvent>,
  icon: LineIcon,
  words: LineWords,
  legs: readonly CallControlId[],
): TimelineLine {
  return {
    key: event.id,
    seq: event.seq,
    at: timeOf(event),
    icon,
    source: event.source,
    actor: event.actor,
    legs,
    invitationId: event.type === 'invitation.progressed' ? event.data.invitationId : null,
    words,
    command:
      event.type === 'command.sent' && event.commandId !== null
        ? {
            commandId: event.commandId,
            phase: 'sent',
            sentAt: event.receivedAt,
            roundTripMs: null,
            refusal: null,
          }
        : null,
  };
}

/** The line of a command after the next word about it. */
export function withStep(line: TimelineLine, event: CommandStep): TimelineLine {
  if (line.command === null) return line;
  const roundTripMs = Math.max(0, Math.round((event.receivedAt - line.command.sentAt) / 1000));
  switch (event.type) {
    case 'command.accepted':
      return { ...line, command: { ...line.command, phase: 'accepted', roundTripMs } };
    case 'command.refused':
      return {
        ...line,
        command: {
          ...line.command,
          phase: 'refused',
          // What we refuse ourselves has never been to the carrier.
          roundTripMs: event.data.code.startsWith('carrier-') ? roundTripMs : null,
          refusal: event.data,
        },
      };
    case 'command.unknown':
      return { ...line, command: { ...line.command, phase: 'unknown' } };
  }
}

function legsIn(event: Numbered<ConferenceEvent>): readonly CallControlId[] {
  if (event.type === 'command.sent') return legsOf(event.data.command);
  if (event.type === 'conference.created') return [];
  if (event.type === 'supervisor.called') return [event.data.whom ?? event.data.callControlId];
  if ('legs' in event.data) return event.data.legs;
  const leg = 'callControlId' in event.data ? event.data.callControlId : null;
  return leg === null ? [] : [leg];
}

interface Drawn {
  readonly icon: LineIcon;
  readonly words: LineWords;
}

function wordsOf(event: Exclude<Numbered<ConferenceEvent>, CommandStep | Read>): Drawn {
  switch (event.type) {
    case 'conference.created':
      return { icon: 'began', words: { say: 'began' } };
    case 'conference.ended':
      return { icon: 'ended', words: { say: 'ended', reason: event.data.reason } };
    case 'conference.described':
      return { icon: 'read', words: { say: 'described', name: event.data.name } };
    case 'floor.changed':
      return { icon: 'floor', words: { say: 'floor' } };
    case 'recording.saved':
      return {
        icon: 'saved',
        words: {
          say: 'saved',
          recordingId: event.data.recordingId,
          lengthMicros: lengthOf(event.data),
        },
      };
    case 'command.sent': {
      const { type, fields } = event.data.command;
      const already = 'already' in fields ? (fields.already ?? 0) : 0;
      const role = type === 'participants.setRole' ? fields : null;
      const isAlreadyLast = 'isAlreadyLast' in fields && fields.isAlreadyLast === true;
      const words = { say: 'command', type, already, isAlreadyLast, role } as const;
      return { icon: commandIcons[type], words };
    }
    case 'participant.joined':
    case 'participant.left':
    case 'participant.identified':
    case 'participant.hungUp':
    case 'participant.waited':
    case 'participant.pressed':
    case 'participant.gathered':
      return legWordsOf(event);
    case 'invitation.progressed': {
      const { phase, reason } = event.data;
      return noted('joined', `invitation.${phase}`, (reason ?? '').replaceAll('_', ' '));
    }
    case 'supervisor.called':
    case 'supervisor.roleSet':
    case 'supervisor.rejoining':
    case 'supervisor.ended':
      return supervisorWordsOf(event);
    case 'conference.configured':
      return noted('began', 'configured', event.data.name);
    case 'participants.labelled':
    case 'participants.hostMarked':
    case 'conference.lobbySet':
    case 'conference.regionSet':
    case 'conference.muteOnEntrySet':
    case 'invitations.made':
      return ownWordsOf(event);
    case 'playback.started':
    case 'playback.ended':
    case 'speak.started':
    case 'speak.ended':
    case 'participant.playback.started':
    case 'participant.playback.ended':
    case 'participant.speak.started':
    case 'participant.speak.ended':
      return audioWordsOf(event);
  }
}

function ownWordsOf(event: OwnFact): Drawn {
  switch (event.type) {
    case 'participants.labelled': {
      const { label, legs } = event.data;
      return noted('read', label === null ? 'unlabelled' : 'labelled', label ?? '', legs.length);
    }
    case 'participants.hostMarked': {
      const { isHost, legs } = event.data;
      return noted('read', isHost === true ? 'hostMarked' : 'hostUnmarked', '', legs.length);
    }
    case 'conference.lobbySet': {
      const { queue } = event.data;
      return noted('read', queue === null ? 'lobbyCleared' : 'lobbySet', queue ?? '');
    }
    case 'conference.regionSet': {
      const { region } = event.data;
      return noted('read', region === null ? 'regionCleared' : 'regionSet', region ?? '');
    }
    case 'conference.muteOnEntrySet':
      return noted('muted', event.data.isOn ? 'muteOnEntryOn' : 'muteOnEntryOff');
    case 'invitations.made':
      return noted('joined', 'invited', '', event.data.invitations.length);
  }
}

function supervisorWordsOf(event: Numbered<SupervisorFact>): Drawn {
  const who = event.actor === null ? 'hidden' : '';
  switch (event.type) {
    case 'supervisor.called':
      return noted('supervising', 'supervisorCalled', who);
    case 'supervisor.roleSet': {
      const { role, isBorneOut } = event.data;
      return noted('supervising', 'supervisorRole', role ?? '', isBorneOut === false ? 0 : 1);
    }
    case 'supervisor.rejoining':
      return noted('supervising', 'supervisorRejoins');
    case 'supervisor.ended':
      return noted('supervising', 'supervisorEnded', who);
  }
}

function noted(icon: LineIcon, note: NoteWords, value = '', count = 1): Drawn {
  return { icon, words: { say: 'note', note, value, count } };
}

type LegEvent = Extract<
  Numbered<ConferenceEvent>,
  {
    type:
      | 'participant.joined'
      | 'participant.left'
      | 'participant.identified'
      | 'participant.hungUp'
      | 'participant.waited'
      | 'participant.pressed'
      | 'participant.gathered';
  }
>;

function legWordsOf(event: LegEvent): Drawn {
  switch (event.type) {
    case 'participant.joined':
      return { icon: 'joined', words: { say: 'joined' } };
    case 'participant.left':
      return { icon: 'left', words: { say: 'left' } };
    case 'participant.identified':
      return { icon: 'read', words: { say: 'identified' } };
    case 'participant.hungUp':
      return { icon: 'hungUp', words: { say: 'hungUp', cause: event.data.cause } };
    case 'participant.waited': {
      const { queue, seconds } = event.data;
      return { icon: 'joined', words: { say: 'waited', queue, seconds } };
    }
    case 'participant.pressed':
      return { icon: 'pressed', words: { say: 'pressed', digit: event.data.digit } };
    case 'participant.gathered': {
      const { digits, status } = event.data;
      return { icon: 'pressed', words: { say: 'gathered', digits, status } };
    }
  }
}

type AudioEvent = Extract<
  Numbered<ConferenceEvent>,
  {
    type:
      | 'playback.started'
      | 'playback.ended'
      | 'speak.started'
      | 'speak.ended'
      | 'participant.playback.started'
      | 'participant.playback.ended'
      | 'participant.speak.started'
      | 'participant.speak.ended';
  }
>;

function audioWordsOf(event: AudioEvent): Drawn {
  switch (event.type) {
    case 'playback.started':
      return { icon: 'audio', words: { say: 'audioStarted', media: mediaOf(event.data) } };
    case 'participant.playback.started':
      return { icon: 'audio', words: { say: 'legAudioStarted', media: mediaOf(event.data) } };
    case 'playback.ended':
      return { icon: 'audio', words: { say: 'audioEnded' } };
    case 'participant.playback.ended':
      return { icon: 'audio', words: { say: 'legAudioEnded' } };
    case 'speak.started':
      return { icon: 'speech', words: { say: 'speakStarted' } };
    case 'speak.ended':
      return { icon: 'speech', words: { say: 'speakEnded' } };
    case 'participant.speak.started':
      return { icon: 'speech', words: { say: 'legSpeakStarted' } };
    case 'participant.speak.ended':
      return { icon: 'speech', words: { say: 'legSpeakEnded' } };
  }
}

function mediaOf(media: { readonly mediaUrl: string | null; readonly mediaName: string | null }) {
  return media.mediaName ?? media.mediaUrl;
}

function lengthOf(saved: { readonly startedAt: Micros | null; readonly endedAt: Micros | null }) {
  return saved.startedAt === null || saved.endedAt === null
    ? null
    : saved.endedAt - saved.startedAt;
}
