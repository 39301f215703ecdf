import { useMemo } from 'react';
import { useRunCommand } from '@/lib/browser/use-run-command';
import type { CallControlId } from '@/lib/domain/ids';
import { useConferenceId } from './desk-store';
import { type ManyCommandType, useRunForMany } from './use-run-for-many';

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
  const runForMany = useRunForMany();
  return useMemo(() => {
    const to = (type: ManyCommandType | 'participants.remove' | 'participants.hangUp') => {
      return (legs: Legs) => {
        if (legs.length > 0) void run({ type, fields: { legs } });
      };
    };
    const undoable = (type: ManyCommandType) => {
      const toOne = to(type);
      return (legs: Legs) => {
        if (legs.length > 1) runForMany(type, legs);
        else toOne(legs);
      };
    };
    return {
      mute: undoable('participants.mute'),
      unmute: undoable('participants.unmute'),
      hold: undoable('participants.hold'),
      unhold: undoable('participants.unhold'),
      remove: to('participants.remove'),
      hangUp: to('participants.hangUp'),
    };
  }, [run, runForMany]);
}
