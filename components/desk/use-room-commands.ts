import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { showToast } from '@/components/ui/toast';
import { useRunCommand } from '@/lib/browser/use-run-command';
import type { CallControlId } from '@/lib/domain/ids';
import { useConferenceId, useDeskStore } from './desk-store';
import { isReachable, type RosterRow } from './roster-row';
import { useLegCommands } from './use-leg-commands';

type Legs = readonly CallControlId[];

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
    // The timeline counts the same way, from what the server knew of each when it judged.
    const offerUndo = (what: 'muted' | 'held', named: Legs, changed: Legs, undo: () => void) => {
      if (changed.length === 0) return;
      const count = changed.length;
      const title = t(what, { count, already: named.length - count });
      showToast({ title, action: { label: t('undo'), onClick: undo } });
    };
    return {
      muteAll: () => {
        const open = those((row) => !row.muted.value);
        const all = everybody();
        mute(all);
        offerUndo('muted', all, open, undone(unmute, open));
      },
      holdAll: () => {
        const heard = those((row) => !row.onHold.value);
        const all = everybody();
        hold(all);
        offerUndo('held', all, heard, undone(unhold, heard));
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
  readonly pauseRecording: () => void;
  readonly resumeRecording: () => void;
  readonly stopRecording: () => void;
  /** Stops what is played or spoken to everybody, or to these; not to nobody. */
  readonly stopAudio: (legs: 'everyone' | Legs) => void;
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

function undone(undo: (legs: Legs) => void, legs: Legs) {
  return () => {
    undo(legs);
  };
}
