import { createContext, type ReactNode, type RefObject, useContext, useMemo } from 'react';
import { useCopy } from '@/components/shell/use-copy';
import { useSetPreferences } from '@/lib/browser/use-preferences';
import { useRunQueueCommand } from '@/lib/browser/use-queues';
import type { BoardHands } from './board-action';
import { useBoardStore } from './board-store';
import { useAskAboutCaller } from './use-ask-about-caller';
import { useAskOfCallers } from './use-ask-of-callers';

const HandsContext = createContext<BoardHands | null>(null);

/** Gives everything below it what actions are done with. */
export function BoardHandsProvider({
  searchRef,
  children,
}: {
  readonly searchRef: RefObject<HTMLInputElement | null>;
  readonly children: ReactNode;
}) {
  const board = useBoardStore();
  const run = useRunQueueCommand();
  const ask = useAskOfCallers();
  const copy = useCopy();
  const askCarrier = useAskAboutCaller();
  const prefer = useSetPreferences();
  const hands = useMemo<BoardHands>(
    () => ({
      ...{ board, run, ask, copy, askCarrier, prefer },
      focusSearch: () => searchRef.current?.focus(),
    }),
    [board, run, ask, copy, askCarrier, prefer, searchRef],
  );
  return <HandsContext value={hands}>{children}</HandsContext>;
}

/** What actions are done with. */
export function useBoardHands(): BoardHands {
  const hands = useContext(HandsContext);
  if (hands === null) throw new Error('No BoardHandsProvider above');
  return hands;
}
