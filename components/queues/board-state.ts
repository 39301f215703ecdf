import { activeIn } from '@/components/list/list-keys';
import { isMeant, keptOrder, sameOr, searchTermOf } from '@/components/desk/roster-order';
import type { RowMenuPlace } from '@/components/desk/desk-state';
import { nobodyChosen, type Selection } from '@/components/list/selection';
import type { CallControlId } from '@/lib/domain/ids';
import { farEnd } from '@/lib/domain/party';
import type { QueueCommandType } from '@/lib/domain/queue/command';
import type { Queue } from '@/lib/domain/queue/queue';
import type { CallersBulk } from './callers-bulk';
import { type CallerRow, callersIn, goneRow } from './caller-row';

/** How far back the charts look. */
export const chartRanges = ['hour', 'day', 'week'] as const;
/** One of these. */
export type ChartRange = (typeof chartRanges)[number];

/** The commands about callers that are given by filling in a form. */
export type AskedOfCallers = Extract<
  QueueCommandType,
  'queueCalls.admit' | 'queueCalls.transfer' | 'queueCalls.bridge' | 'queueCalls.move'
>;

/** A question the person has to answer before something is done. */
export type BoardQuestion =
  | { readonly ask: 'create' }
  | {
      readonly ask: 'callers';
      readonly command: AskedOfCallers;
      readonly rows: readonly CallerRow[];
    }
  | {
      readonly ask: 'queue';
      readonly command: 'queue.update' | 'queue.bridgeNext';
      readonly queue: string;
    }
  | { readonly ask: 'delete'; readonly queue: string }
  | { readonly ask: 'remove' | 'hangUp'; readonly rows: readonly CallerRow[] };

/** Which callers the person wants to see. */
export interface BoardQuery {
  /** Of which queue; null for all. */
  readonly queue: string | null;
  /** Only those who hung up and are kept. */
  readonly isHungUp: boolean;
  readonly search: string;
}

/** What is on the page of queues: who waits, in which order, and what the person is doing. */
export interface BoardState {
  /** The queues as they were when the rows were made, with their rows. */
  readonly lists: ReadonlyMap<string, CallerList>;
  readonly rows: ReadonlyMap<CallControlId, CallerRow>;
  readonly query: BoardQuery;
  /** The rows as drawn. */
  readonly order: readonly CallControlId[];
  /** Whether pointer or focus is in the table, so that nothing may move. */
  readonly isHeld: boolean;
  readonly selection: Selection;
  /** The row that the keyboard is on. */
  readonly activeId: CallControlId | null;
  readonly question: BoardQuestion | null;
  /** The newest command to several that was given here, until it is put away. */
  readonly bulk: CallersBulk | null;
  readonly menu: RowMenuPlace | null;
  /** Who is being dragged. */
  readonly dragged: readonly CallerRow[];
  readonly range: ChartRange;
  /** The conference somebody was let into last. */
  readonly lastConference: string | null;
}

/** How many who went are still drawn, so that rows stand still under the pointer; in a rush they move. */
const mostGoing = 20;

interface CallerList {
  readonly queue: Queue;
  readonly rows: readonly CallerRow[];
}

/** A page on which nothing has been heard or done yet. */
export const newBoard: BoardState = {
  lists: new Map(),
  rows: new Map(),
  query: { queue: null, isHungUp: false, search: '' },
  order: [],
  isHeld: false,
  selection: nobodyChosen,
  activeId: null,
  question: null,
  bulk: null,
  menu: null,
  dragged: [],
  range: 'hour',
  lastConference: null,
};

/** The page after queues changed; rows of queues that did not are those of before. */
export function withQueues(board: BoardState, queues: ReadonlyMap<string, Queue>): BoardState {
  const lists = new Map<string, CallerList>();
  const rows = new Map<CallControlId, CallerRow>();
  for (const [name, queue] of queues) {
    const known = board.lists.get(name);
    const list = known?.queue === queue ? known : { queue, rows: callersIn(queue, board.rows) };
    lists.set(name, list);
    for (const row of list.rows) {
      const other = rows.get(row.id);
      // On the way from one queue to another, somebody may be told to be in both for a moment.
      if (other === undefined || other.enteredAt <= row.enteredAt) rows.set(row.id, row);
    }
  }
  if (board.isHeld) {
    // In the order in which they went: who went before stands first in `going`.
    const missing = [...board.rows.values()].filter(({ id }) => !rows.has(id));
    const going = [
      ...missing.filter((row) => row.going !== null),
      ...missing.filter((row) => row.going === null),
    ];
    for (const row of going.slice(-mostGoing)) {
      rows.set(row.id, goneRow(row, queues.get(row.queue)));
    }
  }
  return ordered({ ...board, lists, rows, selection: chosenAmong(board.selection, rows) });
}

/** The page after the person searched or filtered; that always orders anew. */
export function withQuery(board: BoardState, change: Partial<BoardQuery>): BoardState {
  return ordered({ ...board, query: { ...board.query, ...change } }, false);
}

/** The page with pointer or focus in the table, or out of it again: then those who went are gone. */
export function withHeld(board: BoardState, isHeld: boolean): BoardState {
  if (isHeld) return { ...board, isHeld };
  const rows = new Map([...board.rows].filter(([, row]) => row.going === null));
  const selection = chosenAmong(board.selection, rows);
  return ordered({ ...board, isHeld, rows, selection }, false);
}

/** The row the keyboard is on: the one last used if it is in the table, else the first. */
export function activeIdOf(board: BoardState): CallControlId | null {
  return activeIn(board);
}

/** How many hung up and are kept, in all queues that are watched. */
export function countHungUp({ rows }: BoardState): number {
  let count = 0;
  for (const row of rows.values()) if (row.going === null && !row.isAlive) count += 1;
  return count;
}

function chosenAmong(selection: Selection, rows: ReadonlyMap<CallControlId, CallerRow>): Selection {
  if ([...selection.chosen].every((id) => rows.has(id))) return selection;
  const chosen = new Set([...selection.chosen].filter((id) => rows.has(id)));
  return { ...selection, chosen };
}

function ordered(board: BoardState, isKept: boolean = board.isHeld): BoardState {
  const { query, rows } = board;
  const term = searchTermOf(query.search);
  const wanted = [...rows.values()]
    .filter((row) => query.queue === null || row.queue === query.queue)
    .filter((row) => !query.isHungUp || !row.isAlive)
    .filter((row) => isMeant(row.name, farEnd(row.call.party), term))
    .sort((a, b) => a.since - b.since || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
  const order = isKept ? keptOrder(board.order, wanted, rows) : sameOr(board.order, wanted);
  return { ...board, order };
}
