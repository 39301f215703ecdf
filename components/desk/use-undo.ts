import { useCallback } from 'react';
import { useTranslations } from 'use-intl';
import { showToast } from '@/components/ui/toast';
import { useConferenceLive } from '@/lib/browser/use-conference';
import { useRunCommand } from '@/lib/browser/use-run-command';
import { undoOf } from '@/lib/domain/conference/undo';
import type { CommandId } from '@/lib/domain/ids';
import { useConferenceId } from './desk-store';

/** Restores what a command changed, for those whom nobody has touched since; else says so. */
export function useUndo(): (commandId: CommandId) => void {
  const t = useTranslations('desk.bulk');
  const { store } = useConferenceLive();
  const run = useRunCommand(useConferenceId());
  return useCallback(
    (commandId) => {
      const { foreseen } = store.getState();
      const command = foreseen === null ? null : undoOf(foreseen, commandId);
      if (command === null) showToast({ title: t('nothingToUndo') });
      else void run(command);
    },
    [t, store, run],
  );
}
