import {
  Combine,
  Copy,
  Ear,
  Fingerprint,
  Forward,
  Headphones,
  ListEnd,
  ListX,
  type LucideIcon,
  MessageSquareCode,
  Music,
  PanelsTopLeft,
  Phone,
  PhoneForwarded,
  PhoneMissed,
  PhoneOff,
  Radar,
  Users,
  VolumeX,
} from 'lucide-react';
import type { ShortcutId } from '@/components/actions/shortcut-table';
import type { CallRow } from '@/lib/contract/rows';
import { type CallCommand, callCommands, type CallCommandType } from '@/lib/domain/call/command';
import { conferenceCommands } from '@/lib/domain/conference/command';
import { supervisionCommands } from '@/lib/domain/supervision/command';
import { may, type Permission, type Role } from '@/lib/domain/permission';

/** The commands that a form is filled in for. */
export type AskedCallCommand = Extract<
  CallCommandType,
  | 'call.reject'
  | 'call.transfer'
  | 'call.bridge'
  | 'call.refer'
  | 'call.sendSipInfo'
  | 'call.enqueue'
  | 'call.playStart'
  | 'call.switchSupervisorRole'
>;

/** What the page asks in a window before something is done. */
export type CallQuestion =
  | { readonly ask: 'dial' }
  | { readonly ask: 'command'; readonly type: AskedCallCommand; readonly row: CallRow }
  | { readonly ask: 'join' | 'supervise' | 'leaveQueue' | 'hangUp'; readonly row: CallRow };

/** What actions do their work with. */
export interface CallHands {
  readonly run: (row: CallRow, command: CallCommand) => void;
  readonly ask: (question: CallQuestion) => void;
  readonly askCarrier: (row: CallRow) => void;
  readonly open: (row: CallRow) => void;
  readonly copy: (text: string) => void;
}

/** Something that can be done with one call. */
export interface CallAction {
  readonly icon: LucideIcon;
  /** What one must be allowed; null where it changes only the own screen. */
  readonly permission: Permission | null;
  readonly shortcut?: ShortcutId;
  readonly isDangerous?: boolean;
  /** Whether it makes sense for this one; left out where it always does. */
  readonly isOffered?: (row: CallRow) => boolean;
  readonly run: (hands: CallHands, row: CallRow) => void;
}

const rings = ({ phase, direction }: CallRow) => phase === 'ringing' && direction !== 'outgoing';
const isUp = ({ phase }: CallRow) => phase === 'answered';

/** Every action on a call: of its row, its page, the menu and the palette, in the order they are shown. */
export const callActions = {
  answer: {
    icon: Phone,
    permission: callCommands['call.answer'].permission,
    shortcut: 'answer',
    isOffered: rings,
    run: ({ run }, row) => {
      run(row, { type: 'call.answer', fields: {} });
    },
  },
  reject: {
    icon: PhoneMissed,
    permission: callCommands['call.reject'].permission,
    isOffered: rings,
    run: asking('call.reject'),
  },
  join: {
    icon: Users,
    permission: conferenceCommands['participants.join'].permission,
    isOffered: (row) => isUp(row) && row.place.kind !== 'conference',
    run: ({ ask }, row) => {
      ask({ ask: 'join', row });
    },
  },
  transfer: {
    icon: PhoneForwarded,
    permission: callCommands['call.transfer'].permission,
    isOffered: isUp,
    run: asking('call.transfer'),
  },
  bridge: {
    icon: Combine,
    permission: callCommands['call.bridge'].permission,
    isOffered: isUp,
    run: asking('call.bridge'),
  },
  enqueue: {
    icon: ListEnd,
    permission: callCommands['call.enqueue'].permission,
    isOffered: isUp,
    run: asking('call.enqueue'),
  },
  leaveQueue: {
    icon: ListX,
    permission: callCommands['call.leaveQueue'].permission,
    isOffered: ({ place }) => place.kind === 'queue',
    run: ({ ask }, row) => {
      ask({ ask: 'leaveQueue', row });
    },
  },
  play: {
    icon: Music,
    permission: callCommands['call.playStart'].permission,
    isOffered: isUp,
    run: asking('call.playStart'),
  },
  stopPlaying: {
    icon: VolumeX,
    permission: callCommands['call.playStop'].permission,
    isOffered: ({ isHearing }) => isHearing,
    run: ({ run }, row) => {
      run(row, { type: 'call.playStop', fields: {} });
    },
  },
  refer: {
    icon: Forward,
    permission: callCommands['call.refer'].permission,
    isOffered: isUp,
    run: asking('call.refer'),
  },
  sendSipInfo: {
    icon: MessageSquareCode,
    permission: callCommands['call.sendSipInfo'].permission,
    isOffered: isUp,
    run: asking('call.sendSipInfo'),
  },
  supervise: {
    icon: Headphones,
    permission: supervisionCommands['supervision.start'].permission,
    isOffered: (row) =>
      isUp(row) &&
      !row.isSupervisors &&
      (row.place.kind === 'conference' || row.place.kind === 'bridged'),
    run: ({ ask }, row) => {
      ask({ ask: 'supervise', row });
    },
  },
  switchRole: {
    icon: Ear,
    permission: callCommands['call.switchSupervisorRole'].permission,
    isOffered: (row) => isUp(row) && row.supervises !== null,
    run: asking('call.switchSupervisorRole'),
  },
  open: {
    icon: PanelsTopLeft,
    permission: null,
    run: ({ open }, row) => {
      open(row);
    },
  },
  askCarrier: {
    icon: Radar,
    permission: 'call.control',
    run: ({ askCarrier }, row) => {
      askCarrier(row);
    },
  },
  copyNumber: {
    icon: Copy,
    permission: 'numbers.see',
    isOffered: ({ number }) => number !== null,
    run: ({ copy }, { number }) => {
      copy(number ?? '');
    },
  },
  copyId: {
    icon: Fingerprint,
    permission: null,
    run: ({ copy }, { id }) => {
      copy(id);
    },
  },
  hangUp: {
    icon: PhoneOff,
    permission: callCommands['call.hangUp'].permission,
    isDangerous: true,
    run: ({ ask }, row) => {
      ask({ ask: 'hangUp', row });
    },
  },
} as const satisfies Record<string, CallAction>;

/** The name of an action on a call. */
export type CallActionId = keyof typeof callActions;

/** One of the actions, for those who treat all alike. */
export function callAction(id: CallActionId): CallAction {
  return callActions[id];
}

/** What somebody in this role can do with the call as it stands, in the order it is shown. */
export function actionsFor(row: CallRow, role: Role): readonly CallActionId[] {
  return (Object.keys(callActions) as CallActionId[]).filter((id) => {
    const { permission, isOffered } = callAction(id);
    const isAllowed = permission === null || may(role, permission);
    return isAllowed && (isOffered === undefined || isOffered(row));
  });
}

function asking(type: AskedCallCommand): CallAction['run'] {
  return ({ ask }, row) => {
    ask({ ask: 'command', type, row });
  };
}
