import { useShallow } from 'zustand/react/shallow';
import { useConference } from '@/lib/browser/use-conference';
import type { Conference } from '@/lib/domain/conference/conference';
import { type RecordingView, recordingOf } from '@/lib/domain/conference/view';
import type { Scene } from './desk-action';
import type { DeskState } from './desk-state';
import { useDesk } from './desk-store';

/** What actions judge by, from the desk and how its recording fares. */
export function sceneOf(desk: DeskState, recording: Scene['recording']): Scene {
  const { all, muted, onHold } = desk.roster.counts;
  return { isEnded: desk.isEnded, people: all, muted, onHold, recording };
}

/** How the recording of a conference fares, before it is known too. */
export function recordingPhase(conference: Conference | null): RecordingView['phase'] {
  return conference === null ? 'stopping' : recordingOf(conference).phase;
}

/** What actions judge by now; the same object until something of it changes. */
export function useScene(): Scene {
  const recording = useConference((view) => recordingPhase(view.foreseen));
  return useDesk(useShallow((desk) => sceneOf(desk, recording)));
}
