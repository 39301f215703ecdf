import type { LucideIcon } from 'lucide-react';
import type { StoreApi } from 'zustand';
import type { ActionGroup } from '@/components/actions/action';
import type { ShortcutId } from '@/components/actions/shortcut-table';
import type { Preferences } from '@/lib/browser/preferences';
import type { RunCommand } from '@/lib/browser/use-run-command';
import type { RecordingView } from '@/lib/domain/conference/view';
import type { ConferenceId } from '@/lib/domain/ids';
import type { Permission } from '@/lib/domain/permission';
import type { DeskState } from './desk-state';
import type { RosterRow } from './roster-row';
import type { LegCommands } from './use-leg-commands';
import type { ConferenceCommands, RoomCommands } from './use-room-commands';

/** What the conference looks like to actions that are about all of it. */
export interface Scene {
  readonly isEnded: boolean;
  readonly people: number;
  readonly muted: number;
  readonly onHold: number;
  readonly recording: RecordingView['phase'];
  /** Whether everybody who joins is muted. */
  readonly mutesNewcomers: boolean;
}

/** Everything an action can do things with. */
export interface Hands {
  readonly conferenceId: ConferenceId;
  readonly desk: StoreApi<DeskState>;
  /** Gives any command to the conference. */
  readonly run: RunCommand;
  readonly legs: LegCommands;
  readonly room: RoomCommands;
  readonly conference: ConferenceCommands;
  readonly copy: (text: string) => void;
  /** Asks the carrier what it knows of a participant, and tells it. */
  readonly askCarrier: (row: RosterRow) => void;
  readonly prefer: (change: Partial<Preferences>) => void;
  readonly focusSearch: () => void;
  readonly focusRoster: () => void;
  /** Fetches a file of this server as a download. */
  readonly download: (path: string) => void;
}

interface Look {
  readonly icon: LucideIcon;
  /** What one must be allowed; null where it changes only the own screen. */
  readonly permission: Permission | null;
  readonly shortcut?: ShortcutId;
  readonly isDangerous?: boolean;
}

/** Something done with the whole conference, or with the own screen. */
export interface DeskAction extends Look {
  readonly group: Extract<ActionGroup, 'conference' | 'view'>;
  /** Whether it makes sense now; left out where it always does. */
  readonly isOffered?: (scene: Scene) => boolean;
  readonly isEnabled?: (scene: Scene) => boolean;
  readonly run: (hands: Hands) => void;
}

/** Something done with one participant or with several. */
export interface PeopleAction extends Look {
  /** Whether it can be done with several at once. */
  readonly isForMany: boolean;
  /** Whether it is offered for this one; of mute and unmute only one is. Left out where it always is. */
  readonly isOffered?: (row: RosterRow) => boolean;
  /** Whether it can be done with those who are no longer, or not yet, in. */
  readonly isForAbsent?: boolean;
  /** `rows` holds nobody whom it cannot reach, and is never empty. */
  readonly run: (hands: Hands, rows: readonly [RosterRow, ...RosterRow[]]) => void;
}
