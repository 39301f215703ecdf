import { useCallback } from 'react';
import type { CommandAnswer } from '@/lib/contract/http';
import type { ConferenceCommand } from '@/lib/domain/conference/command';
import type { ConferenceId } from '@/lib/domain/ids';
import { useConferenceLive } from './use-conference';
import { type Tell, useGiveCommand } from './use-give-command';

/** Runs a command to a conference, as `GiveCommand` does. */
export type RunCommand = (command: ConferenceCommand, tell?: Tell) => Promise<CommandAnswer | null>;

/** Gives commands to the conference around. */
export function useRunCommand(conferenceId: ConferenceId): RunCommand {
  const live = useConferenceLive();
  const give = useGiveCommand();
  return useCallback(
    (command, tell) => {
      const path = `/api/conferences/${encodeURIComponent(conferenceId)}/commands`;
      return give({ path, live }, command, tell);
    },
    [conferenceId, live, give],
  );
}
