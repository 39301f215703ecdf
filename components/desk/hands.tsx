import { createContext, type ReactNode, type RefObject, useContext, useMemo } from 'react';
import { useSetPreferences } from '@/lib/browser/use-preferences';
import { useRunCommand } from '@/lib/browser/use-run-command';
import type { Hands } from './desk-action';
import { useConferenceId, useDeskStore } from './desk-store';
import { activeIdOf } from './desk-state';
import { useAskCarrier } from './use-ask-carrier';
import { useCopy } from '@/components/shell/use-copy';
import { useLegCommands } from './use-leg-commands';
import { useConferenceCommands, useRoomCommands } from './use-room-commands';

const HandsContext = createContext<Hands | null>(null);

/** Gives everything below it what actions are done with. */
export function HandsProvider({
  searchRef,
  children,
}: {
  readonly searchRef: RefObject<HTMLInputElement | null>;
  readonly children: ReactNode;
}) {
  const conferenceId = useConferenceId();
  const desk = useDeskStore();
  const run = useRunCommand(conferenceId);
  const legs = useLegCommands();
  const room = useRoomCommands();
  const conference = useConferenceCommands();
  const copy = useCopy();
  const askCarrier = useAskCarrier(conferenceId);
  const prefer = useSetPreferences();
  const hands = useMemo<Hands>(
    () => ({
      conferenceId,
      desk,
      run,
      legs,
      room,
      conference,
      copy,
      askCarrier,
      prefer,
      focusSearch: () => searchRef.current?.focus(),
      focusRoster: () => {
        const id = activeIdOf(desk.getState());
        if (id !== null) rowOf(id)?.focus();
      },
      download: (path) => {
        window.location.assign(path);
      },
    }),
    [conferenceId, desk, run, legs, room, conference, copy, askCarrier, prefer, searchRef],
  );
  return <HandsContext value={hands}>{children}</HandsContext>;
}

/** What actions are done with. */
export function useHands(): Hands {
  const hands = useContext(HandsContext);
  if (hands === null) throw new Error('No HandsProvider above');
  return hands;
}

function rowOf(id: string): HTMLElement | null {
  return document.querySelector(`[role="row"][data-row="${CSS.escape(id)}"]`);
}
