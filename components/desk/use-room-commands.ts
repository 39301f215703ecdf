import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { showToast } from '@/components/ui/toast';
import { useRunCommand } from '@/lib/browser/use-run-command';
import type { RecordingOptions } from '@/lib/domain/conference/command';
import type { CallControlId } from '@/lib/domain/ids';
import { useConferenceId, useDeskStore } from './desk-store';
import { isReachable, type RosterRow } from './roster-row';
import { useLegCommands } from './use-leg-commands';

/** What can be asked of everybody at once. */
export interface RoomCommands {
  readonly muteAll: () => void;
  readonly unmuteAll: () => void;
  readonly holdAll: () => void;
  readonly unholdAll: () => void;
}

/** Commands to everybody who is in; mute and hold can be undone for those whom they changed. */
export function useRoomCommands(): RoomCommands {
  const t = useTranslations('desk.tools');
  const desk = useDeskStore();
  const { mute, unmute, hold, unhold } = useLegCommands();
  return useMemo(() => {
    const those = (isMeant: (row: RosterRow) => boolean) =>
      [...desk.getState().roster.rows.values()]
        .filter((row) => isReachable(row) && isMeant(row))
        .map((row) => row.id);
    const everybody = () => those(() => true);
    const offerUndo = (text: string, undo: () => void) => {
      showToast({ title: text, action: { label: t('undo'), onClick: undo } });
    };
    return {
      muteAll: () => {
        const open = those((row) => !row.muted.value);
        mute(everybody());
        if (open.length > 0) offerUndo(t('muted', { count: open.length }), undone(unmute, open));
      },
      holdAll: () => {
        const heard = those((row) => !row.onHold.value);
        hold(everybody());
        if (heard.length > 0) offerUndo(t('held', { count: heard.length }), undone(unhold, heard));
      },
      unmuteAll: () => {
        unmute(everybody());
      },
      unholdAll: () => {
        unhold(everybody());
      },
    };
  }, [desk, t, mute, unmute, hold, unhold]);
}

/** Commands to the recording and to the conference itself. */
export interface ConferenceCommands {
  readonly record: (options: RecordingOptions) => void;
  readonly pauseRecording: () => void;
  readonly resumeRecording: () => void;
  readonly stopRecording: () => void;
  readonly end: () => void;
}

/** What can be asked of the recording and of the conference itself. */
export function useConferenceCommands(): ConferenceCommands {
  const run = useRunCommand(useConferenceId());
  return useMemo(
    () => ({
      record: (options) => void run({ type: 'recording.start', fields: options }),
      pauseRecording: () => void run({ type: 'recording.pause', fields: {} }),
      resumeRecording: () => void run({ type: 'recording.resume', fields: {} }),
      stopRecording: () => void run({ type: 'recording.stop', fields: {} }),
      end: () => void run({ type: 'conference.end', fields: {} }),
    }),
    [run],
  );
}

function undone(undo: (legs: readonly CallControlId[]) => void, legs: readonly CallControlId[]) {
  return () => {
    undo(legs);
  };
}
