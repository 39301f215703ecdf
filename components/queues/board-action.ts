import type { LucideIcon } from 'lucide-react';
import type { StoreApi } from 'zustand';
import type { ShortcutId } from '@/components/actions/shortcut-table';
import type { Tell } from '@/lib/browser/use-give-command';
import type { RunQueueCommand } from '@/lib/browser/use-queues';
import type { Preferences } from '@/lib/browser/preferences';
import type { QueueRow } from '@/lib/contract/rows';
import type { Permission } from '@/lib/domain/permission';
import type { CallersCommand } from '@/lib/domain/queue/command';
import type { BoardState } from './board-state';
import type { CallerRow } from './caller-row';

/** A command about callers, still without the callers; the fields are those of its type. */
export type CallersAsk = {
  [Type in CallersCommand['type']]: {
    readonly type: Type;
    readonly fields: Omit<Extract<CallersCommand, { type: Type }>['fields'], 'legs'>;
  };
}[CallersCommand['type']];

/** Everything an action can do things with. */
export interface BoardHands {
  readonly board: StoreApi<BoardState>;
  /** Gives a command to a queue itself. */
  readonly run: RunQueueCommand;
  /** Gives a command to callers, queue by queue; null where no queue took it. */
  readonly ask: (
    rows: readonly CallerRow[],
    asked: CallersAsk,
    tell?: Tell,
  ) => Promise<object | null>;
  readonly copy: (text: string) => void;
  /** Asks the carrier what it knows of a caller, and tells it. */
  readonly askCarrier: (row: CallerRow) => void;
  readonly prefer: (change: Partial<Preferences>) => void;
  readonly focusSearch: () => void;
}

interface Look {
  readonly icon: LucideIcon;
  /** What one must be allowed; null where it changes only the own screen. */
  readonly permission: Permission | null;
  readonly shortcut?: ShortcutId;
  readonly isDangerous?: boolean;
}

/** Something done with one caller or with several. */
export interface CallerAction extends Look {
  readonly isForMany: boolean;
  /** Whether it can be done with those who hung up and are kept. */
  readonly isForHungUp?: boolean;
  /** Whether it is offered for this one; left out where it always is. */
  readonly isOffered?: (row: CallerRow) => boolean;
  /** `rows` holds nobody whom it cannot reach, and is never empty. */
  readonly run: (hands: BoardHands, rows: readonly [CallerRow, ...CallerRow[]]) => void;
}

/** Why something cannot be done with a queue now: a word of `queues.obstacles`. */
export type QueueObstacle = 'notEmpty' | 'empty' | 'notThere';

/** Something done with a queue itself. */
export interface QueueAction extends Look {
  /** Why it cannot be done now; null where it can. */
  readonly obstacle: (row: QueueRow) => QueueObstacle | null;
  readonly run: (hands: BoardHands, row: QueueRow) => void;
}

/** Something done with the page. */
export interface PageAction extends Look {
  readonly group: 'queues' | 'view';
  readonly run: (hands: BoardHands) => void;
}
