import { useMemo } from 'react';
import { useRunCommand } from '@/lib/browser/use-run-command';
import type { CallControlId } from '@/lib/domain/ids';
import { useConferenceId } from './desk-store';

type Legs = readonly CallControlId[];

/** What can be asked of one participant or of many; nothing is sent for nobody. */
export interface LegCommands {
  readonly mute: (legs: Legs) => void;
  readonly unmute: (legs: Legs) => void;
  readonly hold: (legs: Legs) => void;
  readonly unhold: (legs: Legs) => void;
  readonly remove: (legs: Legs) => void;
  readonly hangUp: (legs: Legs) => void;
}

/** Commands to participants; whoever sends them tells a refusal in a toast. */
export function useLegCommands(): LegCommands {
  const run = useRunCommand(useConferenceId());
  return useMemo(() => {
    const to = (type: LegCommandType) => (legs: Legs) => {
      if (legs.length > 0) void run({ type, fields: { legs } });
    };
    return {
      mute: to('participants.mute'),
      unmute: to('participants.unmute'),
      hold: to('participants.hold'),
      unhold: to('participants.unhold'),
      remove: to('participants.remove'),
      hangUp: to('participants.hangUp'),
    };
  }, [run]);
}

type LegCommandType =
  | 'participants.mute'
  | 'participants.unmute'
  | 'participants.hold'
  | 'participants.unhold'
  | 'participants.remove'
  | 'participants.hangUp';
