import { type RefObject, useEffect } from 'react';
import { useConferenceLive } from '@/lib/browser/use-conference';
import { recordingOf } from '@/lib/domain/conference/view';
import { useDeskStore } from './desk-store';
import { withNobodyChosen } from './roster-keys';
import { useDeskRights } from './use-desk-rights';
import { useConferenceCommands, useRoomCommands } from './use-room-commands';

/** The keys that work anywhere on the desk, but not while somebody types or answers a question. */
export function useDeskKeys(searchRef: RefObject<HTMLInputElement | null>): void {
  const desk = useDeskStore();
  const { store } = useConferenceLive();
  const rights = useDeskRights();
  const { muteAll, holdAll } = useRoomCommands();
  const { pauseRecording, resumeRecording } = useConferenceCommands();
  useEffect(() => {
    const record = () => {
      const { foreseen } = store.getState();
      const phase = foreseen === null ? 'stopping' : recordingOf(foreseen).phase;
      if (phase === 'off') desk.setState({ question: { ask: 'record' } });
      else if (phase === 'recording') pauseRecording();
      else if (phase === 'paused') resumeRecording();
    };
    const act = (key: string): boolean => {
      const { isEnded } = desk.getState();
      if (key === '/') searchRef.current?.focus();
      else if (key === '?') desk.setState({ question: { ask: 'shortcuts' } });
      else if (key === 'Escape')
        desk.setState((now) => ({ ...withNobodyChosen(now), panel: 'people' }));
      else if (isEnded) return false;
      else if (key === 'M' && rights.mute) muteAll();
      else if (key === 'H' && rights.hold) holdAll();
      else if (key === 'r' && rights.record) record();
      else return false;
      return true;
    };
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.repeat || isElsewhere(event)) return;
      if (act(event.key)) event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => {
      document.removeEventListener('keydown', onKeyDown);
    };
  }, [desk, store, searchRef, rights, muteAll, holdAll, pauseRecording, resumeRecording]);
}

function isElsewhere(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return true;
  const { target } = event;
  if (!(target instanceof Element)) return false;
  const typing = 'input:not([type="checkbox"], [type="radio"]), textarea, select';
  const open = '[contenteditable], [role="menu"], [role="dialog"], [role="alertdialog"], dialog';
  return target.closest(`${typing}, ${open}`) !== null;
}
