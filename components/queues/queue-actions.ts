import {
  Copy,
  ListFilter,
  Plus,
  Rows3,
  Rows4,
  Scaling,
  Search,
  Spline,
  Trash2,
  X,
} from 'lucide-react';
import { nobodyChosen } from '@/components/list/selection';
import type { QueueRow } from '@/lib/contract/rows';
import { queueCommands } from '@/lib/domain/queue/command';
import type { PageAction, QueueAction, QueueObstacle } from './board-action';
import { withQuery } from './board-state';

/** Every action on a queue itself: of its card, its menu and the palette. */
export const queueActions = {
  showCallers: {
    icon: ListFilter,
    permission: null,
    obstacle: never,
    run: ({ board }, { name }) => {
      board.setState((now) => withQuery(now, { queue: name, isHungUp: false, search: '' }));
    },
  },
  bridgeNext: {
    icon: Spline,
    permission: queueCommands['queue.bridgeNext'].permission,
    obstacle: ({ alive }) => (alive === 0 ? 'empty' : null),
    run: ({ board }, { name }) => {
      board.setState({ question: { ask: 'queue', command: 'queue.bridgeNext', queue: name } });
    },
  },
  resize: {
    icon: Scaling,
    permission: queueCommands['queue.update'].permission,
    obstacle: ({ isThere }) => (isThere === true ? null : 'notThere'),
    run: ({ board }, { name }) => {
      board.setState({ question: { ask: 'queue', command: 'queue.update', queue: name } });
    },
  },
  copyName: {
    icon: Copy,
    permission: null,
    obstacle: never,
    run: ({ copy }, { name }) => {
      copy(name);
    },
  },
  delete: {
    icon: Trash2,
    permission: queueCommands['queue.delete'].permission,
    isDangerous: true,
    obstacle: ({ depth, isThere }) =>
      depth > 0 ? 'notEmpty' : isThere === true ? null : 'notThere',
    run: ({ board }, { name }) => {
      board.setState({ question: { ask: 'delete', queue: name } });
    },
  },
} as const satisfies Record<string, QueueAction>;

/** The name of an action on a queue. */
export type QueueActionId = keyof typeof queueActions;

/** Every action on a queue, in the order in which its menu shows them. */
export const queueActionIds = Object.keys(queueActions) as readonly QueueActionId[];

/** One of them, for those who treat all alike. */
export function queueAction(id: QueueActionId): QueueAction {
  return queueActions[id];
}

/** Every action on the page. */
export const pageActions = {
  create: {
    group: 'queues',
    icon: Plus,
    permission: queueCommands['queue.create'].permission,
    run: ({ board }) => {
      board.setState({ question: { ask: 'create' } });
    },
  },
  search: {
    group: 'view',
    icon: Search,
    permission: null,
    shortcut: 'search',
    run: ({ focusSearch }) => {
      focusSearch();
    },
  },
  clear: {
    group: 'view',
    icon: X,
    permission: null,
    shortcut: 'clear',
    run: ({ board }) => {
      board.setState({ selection: nobodyChosen });
    },
  },
  denseRows: {
    group: 'view',
    icon: Rows4,
    permission: null,
    run: ({ prefer }) => {
      prefer({ density: 'dense' });
    },
  },
  comfortableRows: {
    group: 'view',
    icon: Rows3,
    permission: null,
    run: ({ prefer }) => {
      prefer({ density: 'comfortable' });
    },
  },
} as const satisfies Record<string, PageAction>;

/** The name of an action on the page. */
export type PageActionId = keyof typeof pageActions;

/** Every action on the page, in the order in which the palette shows them. */
export const pageActionIds = Object.keys(pageActions) as readonly PageActionId[];

/** One of them, for those who treat all alike. */
export function pageAction(id: PageActionId): PageAction {
  return pageActions[id];
}

function never(): null {
  return null;
}

/** Why an action cannot be done with a queue now; null where it can. */
export function queueObstacle(id: QueueActionId, row: QueueRow): QueueObstacle | null {
  return queueAction(id).obstacle(row);
}
