import { useMemo } from 'react';
import { useRunCommand } from '@/lib/browser/use-run-command';
import type { CallControlId } from '@/lib/domain/ids';
import { useConferenceId, useDeskStore } from './desk-store';
import { isReachable } from './roster-row';
import { type ManyCommandType, useRunForMany } from './use-run-for-many';

/** What can be asked of everybody at once. */
export interface RoomCommands {
  readonly muteAll: () => void;
  readonly unmuteAll: () => void;
  readonly holdAll: () => void;
  readonly unholdAll: () => void;
}

/** Commands to everybody who is in but those who supervise; each can be undone for those whom it changed. */
export function useRoomCommands(): RoomCommands {
  const desk = useDeskStore();
  const runForMany = useRunForMany();
  return useMemo(() => {
    const toAll = (type: ManyCommandType) => () => {
      const present = [...desk.getState().roster.rows.values()].filter(
        (row) => isReachable(row) && row.supervisor === null,
      );
      runForMany(
        type,
        present.map(({ id }) => id),
      );
    };
    return {
      muteAll: toAll('participants.mute'),
      unmuteAll: toAll('participants.unmute'),
      holdAll: toAll('participants.hold'),
      unholdAll: toAll('participants.unhold'),
    };
  }, [desk, runForMany]);
}

/** Commands to the recording and to the conference itself. */
export interface ConferenceCommands {
  readonly pauseRecording: () => void;
  readonly resumeRecording: () => void;
  readonly stopRecording: () => void;
  /** Stops what is played or spoken to everybody, or to these; not to nobody. */
  readonly stopAudio: (legs: 'everyone' | readonly CallControlId[]) => void;
  readonly end: () => void;
}

/** What can be asked of the recording and of the conference itself. */
export function useConferenceCommands(): ConferenceCommands {
  const run = useRunCommand(useConferenceId());
  return useMemo(
    () => ({
      pauseRecording: () => void run({ type: 'recording.pause', fields: {} }),
      resumeRecording: () => void run({ type: 'recording.resume', fields: {} }),
      stopRecording: () => void run({ type: 'recording.stop', fields: {} }),
      stopAudio: (legs) => {
        if (legs.length > 0) void run({ type: 'audio.stop', fields: { legs } });
      },
      end: () => void run({ type: 'conference.end', fields: {} }),
    }),
    [run],
  );
}
