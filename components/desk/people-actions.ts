import {
  Copy,
  Ear,
  Fingerprint,
  Grip,
  Headphones,
  Info,
  ListFilter,
  LogOut,
  MessageCircleQuestionMark,
  MessageSquareQuote,
  Mic,
  MicOff,
  MicVocal,
  Music,
  Pause,
  PhoneOff,
  Play,
  StepForward,
  Radar,
  SlidersHorizontal,
  Star,
  StarOff,
  Tag,
  VolumeX,
} from 'lucide-react';
import { conferenceCommands } from '@/lib/domain/conference/command';
import { supervisionCommands } from '@/lib/domain/supervision/command';
import { hearsAudio } from '@/lib/domain/conference/view';
import { farEnd } from '@/lib/domain/party';
import type { PeopleAction } from './desk-action';
import { type AskedCommandType, withSelection } from './desk-state';
import { isReachable, type RosterRow } from './roster-row';

/** Every action on participants: of their rows, their panel, the selection, the menu and the palette. */
export const peopleActions = {
  mute: {
    icon: MicOff,
    permission: conferenceCommands['participants.mute'].permission,
    shortcut: 'mute',
    isForMany: true,
    isOffered: (row) => !row.muted.value,
    run: ({ legs }, rows) => {
      legs.mute(idsOf(rows));
    },
  },
  unmute: {
    icon: Mic,
    permission: conferenceCommands['participants.unmute'].permission,
    shortcut: 'mute',
    isForMany: true,
    isOffered: (row) => row.muted.value,
    run: ({ legs }, rows) => {
      legs.unmute(idsOf(rows));
    },
  },
  hold: {
    icon: Pause,
    permission: conferenceCommands['participants.hold'].permission,
    shortcut: 'hold',
    isForMany: true,
    isOffered: (row) => !row.onHold.value,
    run: ({ legs }, rows) => {
      legs.hold(idsOf(rows));
    },
  },
  unhold: {
    icon: StepForward,
    permission: conferenceCommands['participants.unhold'].permission,
    shortcut: 'hold',
    isForMany: true,
    isOffered: (row) => row.onHold.value,
    run: ({ legs }, rows) => {
      legs.unhold(idsOf(rows));
    },
  },
  muteOthers: {
    icon: MicVocal,
    permission: conferenceCommands['participants.mute'].permission,
    isForMany: true,
    run: ({ desk }, rows) => {
      desk.setState({ question: { ask: 'muteAllBut', spared: idsOf(rows) } });
    },
  },
  label: {
    icon: Tag,
    permission: conferenceCommands['participants.label'].permission,
    isForMany: false,
    run: ({ desk }, [{ id }]) => {
      desk.setState((now) => ({
        ...withSelection(now, now.selection, id),
        panel: 'participant',
        labellingId: id,
      }));
    },
  },
  markHost: {
    icon: Star,
    permission: conferenceCommands['participants.markHost'].permission,
    isForMany: false,
    isOffered: (row) => !row.isHost,
    run: ({ run }, rows) => {
      void run({ type: 'participants.markHost', fields: { legs: idsOf(rows), isHost: true } });
    },
  },
  unmarkHost: {
    icon: StarOff,
    permission: conferenceCommands['participants.markHost'].permission,
    isForMany: false,
    isOffered: (row) => row.isHost,
    run: ({ run }, rows) => {
      void run({ type: 'participants.markHost', fields: { legs: idsOf(rows), isHost: false } });
    },
  },
  playTo: {
    icon: Play,
    permission: conferenceCommands['audio.play'].permission,
    isForMany: true,
    run: asking('audio.play'),
  },
  speakTo: {
    icon: MessageSquareQuote,
    permission: conferenceCommands['audio.speak'].permission,
    isForMany: true,
    run: asking('audio.speak'),
  },
  stopTo: {
    icon: VolumeX,
    permission: conferenceCommands['audio.stop'].permission,
    isForMany: false,
    isOffered: (row) => hearsAudio(row.participant),
    run: ({ conference }, rows) => {
      conference.stopAudio(idsOf(rows));
    },
  },
  holdWith: {
    icon: Music,
    permission: conferenceCommands['participants.hold'].permission,
    isForMany: false,
    run: asking('participants.hold'),
  },
  sendDigits: {
    icon: Grip,
    permission: conferenceCommands['digits.send'].permission,
    isForMany: true,
    run: asking('digits.send'),
  },
  gather: {
    icon: MessageCircleQuestionMark,
    permission: conferenceCommands['digits.gather'].permission,
    isForMany: false,
    run: asking('digits.gather'),
  },
  supervise: {
    icon: Headphones,
    permission: supervisionCommands['supervision.start'].permission,
    isForMany: false,
    isOffered: (row) => row.supervisor === null,
    run: ({ desk }, [{ id }]) => {
      desk.setState({ question: { ask: 'supervise', whom: id } });
    },
  },
  setRole: {
    icon: Ear,
    permission: conferenceCommands['participants.setRole'].permission,
    isForMany: false,
    isOffered: (row) => row.supervisor === null,
    run: asking('participants.setRole'),
  },
  update: {
    icon: SlidersHorizontal,
    permission: conferenceCommands['participants.update'].permission,
    isForMany: true,
    run: asking('participants.update'),
  },
  details: {
    icon: Info,
    permission: null,
    isForMany: false,
    isForAbsent: true,
    run: ({ desk }, [{ id }]) => {
      desk.setState((now) => ({ ...withSelection(now, now.selection, id), panel: 'participant' }));
    },
  },
  inTimeline: {
    icon: ListFilter,
    permission: null,
    isForMany: false,
    isForAbsent: true,
    run: ({ desk }, [{ name }]) => {
      desk.setState((now) => ({
        panel: 'timeline',
        timelineFilter: { ...now.timelineFilter, person: name },
      }));
    },
  },
  askCarrier: {
    icon: Radar,
    permission: 'conference.moderate',
    isForMany: false,
    run: ({ askCarrier }, [row]) => {
      askCarrier(row);
    },
  },
  copyNumber: {
    icon: Copy,
    permission: null,
    isForMany: false,
    isForAbsent: true,
    isOffered: (row) => farEnd(row.participant.party) !== null,
    run: ({ copy }, [{ participant }]) => {
      copy(farEnd(participant.party) ?? '');
    },
  },
  copyId: {
    icon: Fingerprint,
    permission: null,
    isForMany: false,
    isForAbsent: true,
    run: ({ copy }, [{ id }]) => {
      copy(id);
    },
  },
  remove: {
    icon: LogOut,
    permission: conferenceCommands['participants.remove'].permission,
    isDangerous: true,
    isForMany: true,
    run: ({ desk }, rows) => {
      desk.setState({ question: { ask: 'remove', legs: idsOf(rows) } });
    },
  },
  hangUp: {
    icon: PhoneOff,
    permission: conferenceCommands['participants.hangUp'].permission,
    isDangerous: true,
    isForMany: true,
    run: ({ desk }, rows) => {
      desk.setState({ question: { ask: 'hangUp', legs: idsOf(rows) } });
    },
  },
} as const satisfies Record<string, PeopleAction>;

/** The name of an action on participants. */
export type PeopleActionId = keyof typeof peopleActions;

/** Every action on participants, in the order in which menus and bars show them. */
export const peopleActionIds = Object.keys(peopleActions) as readonly PeopleActionId[];

/** One of the actions on participants, for those who treat all alike. */
export function peopleAction(id: PeopleActionId): PeopleAction {
  return peopleActions[id];
}

/** Those of `rows` whom the action can be done with. */
export function reachedBy(id: PeopleActionId, rows: readonly RosterRow[]): readonly RosterRow[] {
  return peopleAction(id).isForAbsent === true ? rows : rows.filter(isReachable);
}

/** Whether the menu of a row holds the action; for those who have left nothing that needs them in. */
export function isForRow(id: PeopleActionId, row: RosterRow): boolean {
  const { isOffered, isForAbsent } = peopleAction(id);
  if (row.state === 'left' && isForAbsent !== true) return false;
  return isOffered === undefined || isOffered(row);
}

function idsOf(rows: readonly RosterRow[]) {
  return rows.map(({ id }) => id);
}

function asking(command: AskedCommandType): PeopleAction['run'] {
  return ({ desk }, rows) => {
    desk.setState({ question: { ask: 'command', command, legs: idsOf(rows) } });
  };
}
