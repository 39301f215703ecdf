import {
  ArrowLeftRight,
  BookmarkCheck,
  BookmarkX,
  Copy,
  Fingerprint,
  ListEnd,
  LogOut,
  PhoneForwarded,
  PhoneOff,
  Radar,
  Spline,
} from 'lucide-react';
import { queueCommands } from '@/lib/domain/queue/command';
import { farEnd } from '@/lib/domain/party';
import { may, type Role } from '@/lib/domain/permission';
import type { CallerAction } from './board-action';
import type { AskedOfCallers } from './board-state';
import { type CallerRow, isOnLine } from './caller-row';

/** Every action on callers: of their rows, the selection, the menus, the palette and by key. */
export const callerActions = {
  admit: {
    icon: ArrowLeftRight,
    permission: queueCommands['queueCalls.admit'].permission,
    shortcut: 'admit',
    isForMany: true,
    run: asking('queueCalls.admit'),
  },
  transfer: {
    icon: PhoneForwarded,
    permission: queueCommands['queueCalls.transfer'].permission,
    shortcut: 'transfer',
    isForMany: true,
    run: asking('queueCalls.transfer'),
  },
  bridge: {
    icon: Spline,
    permission: queueCommands['queueCalls.bridge'].permission,
    isForMany: false,
    run: asking('queueCalls.bridge'),
  },
  move: {
    icon: ListEnd,
    permission: queueCommands['queueCalls.move'].permission,
    isForMany: true,
    run: asking('queueCalls.move'),
  },
  keep: {
    icon: BookmarkCheck,
    permission: queueCommands['queueCalls.setKeepAfterHangup'].permission,
    isForMany: true,
    isOffered: (row) => !row.isKept,
    run: keeping(true),
  },
  letGo: {
    icon: BookmarkX,
    permission: queueCommands['queueCalls.setKeepAfterHangup'].permission,
    isForMany: true,
    isOffered: (row) => row.isKept,
    run: keeping(false),
  },
  askCarrier: {
    icon: Radar,
    permission: 'queue.admit',
    isForMany: false,
    isForHungUp: true,
    run: ({ askCarrier }, [row]) => {
      askCarrier(row);
    },
  },
  copyNumber: {
    icon: Copy,
    permission: 'numbers.see',
    isForMany: false,
    isForHungUp: true,
    isOffered: ({ call }) => farEnd(call.party) !== null,
    run: ({ copy }, [{ call }]) => {
      copy(farEnd(call.party) ?? '');
    },
  },
  copyId: {
    icon: Fingerprint,
    permission: null,
    isForMany: false,
    isForHungUp: true,
    run: ({ copy }, [{ id }]) => {
      copy(id);
    },
  },
  remove: {
    icon: LogOut,
    permission: queueCommands['queueCalls.remove'].permission,
    isDangerous: true,
    isForMany: true,
    isForHungUp: true,
    run: ({ board }, rows) => {
      board.setState({ question: { ask: 'remove', rows } });
    },
  },
  hangUp: {
    icon: PhoneOff,
    permission: queueCommands['queueCalls.hangUp'].permission,
    isDangerous: true,
    isForMany: true,
    run: ({ board }, rows) => {
      board.setState({ question: { ask: 'hangUp', rows } });
    },
  },
} as const satisfies Record<string, CallerAction>;

/** The name of an action on callers. */
export type CallerActionId = keyof typeof callerActions;

/** Every action on callers, in the order in which menus and bars show them. */
export const callerActionIds = Object.keys(callerActions) as readonly CallerActionId[];

/** One of the actions on callers, for those who treat all alike. */
export function callerAction(id: CallerActionId): CallerAction {
  return callerActions[id];
}

/** Those of `rows` whom the action can be done with. */
export function reachedBy(id: CallerActionId, rows: readonly CallerRow[]): readonly CallerRow[] {
  return rows.filter((row) => obstacleOf(id, row) === null);
}

/** Why it cannot be done with this caller: a word of `queues.obstacles`; null where it can. */
export function obstacleOf(id: CallerActionId, row: CallerRow): 'gone' | 'hungUp' | null {
  if (row.going !== null) return 'gone';
  return isOnLine(row) || callerAction(id).isForHungUp === true ? null : 'hungUp';
}

/** Which actions the menu of a row holds for somebody in this role. */
export function actionsFor(row: CallerRow, role: Role): readonly CallerActionId[] {
  return callerActionIds.filter((id) => {
    const { permission, isOffered } = callerAction(id);
    if (permission !== null && !may(role, permission)) return false;
    return isOffered === undefined || isOffered(row);
  });
}

/** Whether there is anything that somebody in this role can do with callers, and so a reason to choose them. */
export function mayActOnCallers(role: Role): boolean {
  return callerActionIds.some((id) => {
    const { permission, isForMany } = callerAction(id);
    return isForMany && permission !== null && may(role, permission);
  });
}

function asking(command: AskedOfCallers): CallerAction['run'] {
  return ({ board }, rows) => {
    board.setState({ question: { ask: 'callers', command, rows } });
  };
}

function keeping(keepAfterHangup: boolean): CallerAction['run'] {
  return ({ ask }, rows) => {
    void ask(rows, { type: 'queueCalls.setKeepAfterHangup', fields: { keepAfterHangup } });
  };
}
