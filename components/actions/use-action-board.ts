'use client';
import { createContext, useContext, useEffect } from 'react';
import type { Action, ActionPurpose, ActionSource } from './action';

/** A window that lists actions. */
export type BoardWindow = 'palette' | 'shortcuts';

/** What can be done on the page, gathered. */
export interface ActionBoard {
  readonly offer: (source: ActionSource) => () => void;
  readonly actions: (purpose: ActionPurpose) => readonly Action[];
  readonly open: (window: BoardWindow) => void;
}

/** Where the board of the page stands; given by `ActionBoardProvider`. */
export const BoardContext = createContext<ActionBoard | null>(null);

/** What can be done on the page now, and the windows that list it. */
export function useActionBoard(): ActionBoard {
  const board = useContext(BoardContext);
  if (board === null) throw new Error('No ActionBoardProvider above');
  return board;
}

/** Offers actions while the component is shown; `source` must stay the same between renders. */
export function useOfferedActions(source: ActionSource): void {
  const board = useActionBoard();
  useEffect(() => board.offer(source), [board, source]);
}
