import { useShallow } from 'zustand/react/shallow';
import { useConference } from '@/lib/browser/use-conference';
import type { Conference } from '@/lib/domain/conference/conference';
import { recordingOf } from '@/lib/domain/conference/view';
import type { Scene } from './desk-action';
import type { DeskState } from './desk-state';
import { useDesk } from './desk-store';

/** What actions judge by, from the desk and how its recording fares. */
export function sceneOf(
  desk: DeskState,
  conference: Pick<Scene, 'recording' | 'mutesNewcomers'>,
): Scene {
  const { all, muted, onHold } = desk.roster.counts;
  return { isEnded: desk.isEnded, people: all, muted, onHold, ...conference };
}

/** What actions judge by of the conference itself, before it is known too. */
export function settingsOf(
  conference: Conference | null,
): Pick<Scene, 'recording' | 'mutesNewcomers'> {
  if (conference === null) return { recording: 'stopping', mutesNewcomers: false };
  return {
    recording: recordingOf(conference).phase,
    mutesNewcomers: conference.muteOnEntry !== null,
  };
}

/** What actions judge by now; the same object until something of it changes. */
export function useScene(): Scene {
  const settings = useConference(useShallow((view) => settingsOf(view.foreseen)));
  return useDesk(useShallow((desk) => sceneOf(desk, settings)));
}
