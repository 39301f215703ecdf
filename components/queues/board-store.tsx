'use client';
import { createContext, type ReactNode, useContext, useState } from 'react';
import { createStore, type StoreApi, useStore } from 'zustand';
import { type BoardState, newBoard } from './board-state';

const BoardContext = createContext<StoreApi<BoardState> | null>(null);

/** One page of queues for everything below it. */
export function BoardProvider({ children }: { readonly children: ReactNode }) {
  const [board] = useState(() => createStore<BoardState>(() => newBoard));
  return <BoardContext value={board}>{children}</BoardContext>;
}

/** The page itself, to change it: `board.setState((now) => withHeld(now, true))`. */
export function useBoardStore(): StoreApi<BoardState> {
  const board = useContext(BoardContext);
  if (board === null) throw new Error('No BoardProvider above');
  return board;
}

/** A part of the page; drawn again only when that part changes. */
export function useBoard<T>(selector: (board: BoardState) => T): T {
  return useStore(useBoardStore(), selector);
}
