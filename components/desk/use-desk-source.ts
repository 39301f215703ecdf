import { useCallback } from 'react';
import { useTranslations } from 'use-intl';
import type { Action, ActionSource } from '@/components/actions/action';
import { useConferenceLive } from '@/lib/browser/use-conference';
import { useMe } from '@/lib/browser/use-may';
import type { CallControlId } from '@/lib/domain/ids';
import { may } from '@/lib/domain/permission';
import type { PeopleAction } from './desk-action';
import { deskAction, deskActionIds, standingOf } from './desk-actions';
import { type DeskState } from './desk-state';
import { useHands } from './hands';
import {
  isForRow,
  peopleAction,
  type PeopleActionId,
  peopleActionIds,
  reachedBy,
} from './people-actions';
import type { RosterRow } from './roster-row';
import { chosenShown } from '@/components/list/selection';
import { sceneOf, settingsOf } from './use-scene';

/** What the palette offers of somebody who is found by name. */
const namedActionIds: readonly PeopleActionId[] = ['details', 'mute', 'unmute', 'hold', 'unhold'];

/**
 * What the desk offers to the palette and to shortcuts: everything possible with the conference, with
 * the selection, and with the one whose row has the focus, or else whose panel is shown.
 */
export function useDeskSource(): ActionSource {
  const t = useTranslations('desk');
  const hands = useHands();
  const { store } = useConferenceLive();
  const { role } = useMe();
  return useCallback<ActionSource>(
    (purpose) => {
      const desk = hands.desk.getState();
      const scene = sceneOf(desk, settingsOf(store.getState().foreseen));
      const mayRun = ({ permission }: PeopleAction) => permission === null || may(role, permission);
      const toPeople = (
        group: 'person' | 'people' | 'selection',
        ids: readonly PeopleActionId[],
        rows: Rows,
      ) =>
        ids.flatMap((id): Action[] => {
          const { icon, shortcut = null, isDangerous = false, run } = peopleAction(id);
          const [first, ...others] = reachedBy(id, rows);
          if (first === undefined || !mayRun(peopleAction(id))) return [];
          const what = t(`action.${id}`);
          const label =
            group !== 'selection'
              ? t('onPerson', { what, name: first.name })
              : t('onSelection', { what, count: others.length + 1 });
          const isFocused = group === 'person' && focusedId() === first.id;
          return [
            {
              key: group === 'people' ? `${first.id} ${id}` : `${group} ${id}`,
              group,
              label,
              icon,
              shortcut: isFocused ? shortcut : null,
              isDangerous,
              run: () => {
                run(hands, [first, ...others]);
              },
            },
          ];
        });
      const person = personOf(desk);
      const selected = chosenShown(desk.selection, desk.order, desk.roster.rows);
      return [
        ...(person === undefined
          ? []
          : toPeople(
              'person',
              peopleActionIds.filter((id) => isForRow(id, person)),
              [person],
            )),
        ...toPeople(
          'selection',
          peopleActionIds.filter((id) => peopleAction(id).isForMany),
          selected,
        ),
        ...(purpose === 'palette' ? [...desk.roster.rows.values()] : []).flatMap((row) =>
          row.state === 'left' || row.id === person?.id
            ? []
            : toPeople(
                'people',
                namedActionIds.filter((id) => isForRow(id, row)),
                [row],
              ),
        ),
        ...deskActionIds.flatMap((id): Action[] => {
          const action = deskAction(id);
          if (standingOf(action, scene, role) !== 'possible') return [];
          const { group, icon, shortcut = null, isDangerous = false, run } = action;
          const doIt = () => {
            run(hands);
          };
          return [
            { key: id, group, label: t(`action.${id}`), icon, shortcut, isDangerous, run: doIt },
          ];
        }),
      ];
    },
    [t, hands, store, role],
  );
}

type Rows = readonly RosterRow[];

function personOf(desk: DeskState): RosterRow | undefined {
  const id = focusedId() ?? desk.shownId;
  return id === null ? undefined : desk.roster.rows.get(id);
}

function focusedId(): CallControlId | null {
  const row = document.activeElement?.closest<HTMLElement>('[role="row"][data-row]');
  return (row?.dataset.row as CallControlId | undefined) ?? null;
}
