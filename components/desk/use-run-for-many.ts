import { useCallback } from 'react';
import { useTranslations } from 'use-intl';
import { showToast } from '@/components/ui/toast';
import { useRunCommand } from '@/lib/browser/use-run-command';
import type { CommandAnswer } from '@/lib/contract/http';
import type { Problem } from '@/lib/contract/problem';
import type { CallControlId, CommandId } from '@/lib/domain/ids';
import type { BulkCommand } from './bulk';
import { useConferenceId, useDeskStore } from './desk-store';
import { useUndo } from './use-undo';

const asked = {
  'participants.mute': { say: 'muted', fact: 'muted', value: true },
  'participants.unmute': { say: 'unmuted', fact: 'muted', value: false },
  'participants.hold': { say: 'held', fact: 'onHold', value: true },
  'participants.unhold': { say: 'unheld', fact: 'onHold', value: false },
} as const;

/** A command that is given to many at once and can be undone. */
export type ManyCommandType = keyof typeof asked;

/** Gives it to these; nothing is sent for nobody. */
export type RunForMany = (type: ManyCommandType, legs: readonly CallControlId[]) => void;

/** Commands to many: offers to undo them, and watches what becomes of each leg. */
export function useRunForMany(): RunForMany {
  const t = useTranslations('desk.bulk');
  const desk = useDeskStore();
  const run = useRunCommand(useConferenceId());
  const undo = useUndo();
  return useCallback(
    (type, legs) => {
      if (legs.length === 0) return;
      const { say, fact, value } = asked[type];
      const { rows } = desk.getState().roster;
      const already = new Set(legs.filter((leg) => rows.get(leg)?.[fact].value === value));
      const watch = (commandId: CommandId | null, isDoubtful = false) => {
        const bulk: BulkCommand = { commandId, isDoubtful, fact, value, legs, already };
        desk.setState({ bulk });
      };
      const doubtful: CommandId[] = [];
      const notice = ({ code }: Problem, commandId: CommandId) => {
        if (code === 'outcome-unknown') doubtful.push(commandId);
        return false;
      };
      void run({ type, fields: { legs } }, notice).then((answer) => {
        if (answer === null) {
          watch(doubtful[0] ?? null, doubtful.length > 0);
          return;
        }
        const commandId = answer.commandId as CommandId;
        watch(commandId);
        const counts = countsOf(answer, legs.length);
        const count = counts.named - counts.already;
        const title = t(say, { count, already: counts.already });
        if (count === 0) showToast({ title });
        else
          showToast({ title, action: { label: t('undo'), onClick: undo.bind(null, commandId) } });
      });
    },
    [t, desk, run, undo],
  );
}

/** How many it was sent for, and how many of those were so already, as the server judged. */
function countsOf({ events }: CommandAnswer, asked: number): { named: number; already: number } {
  for (const event of events) {
    if (event.type !== 'command.sent' || !('legs' in event.data.command.fields)) continue;
    const { fields } = event.data.command;
    return {
      named: fields.legs.length,
      already: 'already' in fields ? (fields.already ?? 0) : 0,
    };
  }
  return { named: asked, already: 0 };
}
