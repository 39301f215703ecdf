import { useCallback } from 'react';
import { useTranslations } from 'use-intl';
import type { Action, ActionSource } from '@/components/actions/action';
import { chosenShown } from '@/components/list/selection';
import { useRostrum } from '@/lib/browser/rostrum-context';
import { useMe } from '@/lib/browser/use-may';
import { may, type Permission } from '@/lib/domain/permission';
import { useBoardHands } from './board-hands';
import {
  actionsFor,
  callerAction,
  type CallerActionId,
  callerActionIds,
  reachedBy,
} from './caller-actions';
import type { CallerRow } from './caller-row';
import {
  pageAction,
  pageActionIds,
  queueAction,
  queueActionIds,
  queueObstacle,
} from './queue-actions';
import { queueOrder } from './queue-order';

/**
 * What the page offers to the palette and to shortcuts: everything possible with the one whose row has the
 * focus, with the selection, with each queue, and with the page. A key acts on the selection where the row
 * in focus is of it.
 */
export function useBoardSource(): ActionSource {
  const t = useTranslations('queues');
  const hands = useBoardHands();
  const { overview } = useRostrum();
  const { role } = useMe();
  return useCallback<ActionSource>(
    (purpose) => {
      const board = hands.board.getState();
      const mayRun = (permission: Permission | null) =>
        permission === null || may(role, permission);
      const onCallers = (
        group: 'caller' | 'selection',
        ids: readonly CallerActionId[],
        rows: readonly CallerRow[],
        hasKeys: boolean,
      ) =>
        ids.flatMap((id): Action[] => {
          const { icon, permission, shortcut = null, isDangerous = false, run } = callerAction(id);
          const [first, ...others] = reachedBy(id, rows);
          if (first === undefined || !mayRun(permission)) return [];
          const what = t(`action.${id}`);
          const label =
            group === 'caller'
              ? t('onCaller', { what, name: first.name })
              : t('onSelection', { what, count: others.length + 1 });
          return [
            {
              ...{ key: `${group} ${id}`, group, label, icon, isDangerous },
              shortcut: hasKeys ? shortcut : null,
              run: () => {
                run(hands, [first, ...others]);
              },
            },
          ];
        });
      const selected = chosenShown(board.selection, board.order, board.rows);
      const focused = focusedRow(board.rows);
      const isOfSelection = focused === undefined || board.selection.chosen.has(focused.id);
      const caller =
        focused === undefined
          ? []
          : onCallers('caller', actionsFor(focused, role), [focused], !isOfSelection);
      const manyIds = callerActionIds.filter((id) => callerAction(id).isForMany);
      const queues =
        purpose === 'palette' ? queueOrder(overview.store.getState().queues.values()) : [];
      return [
        ...caller,
        ...onCallers('selection', manyIds, selected, isOfSelection),
        ...queues.flatMap((row) =>
          queueActionIds.flatMap((id): Action[] => {
            // To be shown they are found from every page.
            if (id === 'showCallers') return [];
            const { icon, permission, isDangerous = false, run } = queueAction(id);
            if (!mayRun(permission) || queueObstacle(id, row) !== null) return [];
            const label = t('onQueue', { what: t(`action.${id}`), queue: row.name });
            return [
              {
                ...{ key: `${row.id} ${id}`, group: 'queues', label, icon, isDangerous },
                shortcut: null,
                run: () => {
                  run(hands, row);
                },
              },
            ];
          }),
        ),
        ...pageActionIds.flatMap((id): Action[] => {
          const action = pageAction(id);
          if (!mayRun(action.permission)) return [];
          const { group, icon, shortcut = null, isDangerous = false } = action;
          const run = () => {
            action.run(hands);
          };
          return [{ key: id, group, label: t(`action.${id}`), icon, shortcut, isDangerous, run }];
        }),
      ];
    },
    [t, hands, overview, role],
  );
}

function focusedRow(rows: ReadonlyMap<string, CallerRow>): CallerRow | undefined {
  const row = document.activeElement?.closest<HTMLElement>('[role="row"][data-row]');
  return row?.dataset.row === undefined ? undefined : rows.get(row.dataset.row);
}
