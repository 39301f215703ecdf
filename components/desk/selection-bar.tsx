import { Ellipsis, X } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useShallow } from 'zustand/react/shallow';
import { Button } from '@/components/ui/button';
import { FloatingBar } from '@/components/ui/floating-bar';
import { IconButton } from '@/components/ui/icon-button';
import { Menu, MenuItem } from '@/components/ui/menu';
import { useMe } from '@/lib/browser/use-may';
import { may } from '@/lib/domain/permission';
import type { DeskState } from './desk-state';
import { useDesk, useDeskStore } from './desk-store';
import { useHands } from './hands';
import { peopleAction, type PeopleActionId, peopleActionIds, reachedBy } from './people-actions';
import { withNobodyChosen } from './roster-keys';
import { isReachable } from './roster-row';
import { chosenShown } from '@/components/list/selection';
import { useDeskRights } from './use-desk-rights';

const atHand: readonly PeopleActionId[] = [
  ...(['mute', 'unmute', 'hold', 'unhold', 'playTo', 'speakTo', 'remove'] as const),
];
/** What is seldom wanted stands in a menu, so that the bar is never wider than the list. */
const others = peopleActionIds.filter((id) => peopleAction(id).isForMany && !atHand.includes(id));

/** What can be done with everybody who is selected, floating over the list. */
export function SelectionBar() {
  const t = useTranslations('desk.selection');
  const desk = useDeskStore();
  const { anyToPeople } = useDeskRights();
  const chosen = useDesk((now) => now.selection.chosen.size);
  const { count, reachable } = useDesk(useShallow(countsOf));
  const isEnded = useDesk((now) => now.isEnded);
  if (chosen === 0 || isEnded || !anyToPeople) return null;
  return (
    <FloatingBar label={t('label')}>
      <strong className="font-[560] whitespace-nowrap md:mr-1.5">
        <span aria-hidden className="md:hidden">
          {count}
        </span>
        <span className="max-md:sr-only">{t('count', { count })}</span>
        {reachable < count && (
          <span className="font-normal text-ink-3">
            {' '}
            {t('notReachable', { count: count - reachable })}
          </span>
        )}
        {count < chosen && (
          <span className="font-normal text-ink-3">
            {' '}
            {t('notShown', { count: chosen - count })}
          </span>
        )}
      </strong>
      {atHand.map((id) => (
        <SelectionButton key={id} id={id} isDisabled={reachable === 0} />
      ))}
      <Menu side="top" trigger={<IconButton label={t('more')} icon={<Ellipsis size={15} />} />}>
        {others.map((id) => (
          <SelectionItem key={id} id={id} isDisabled={reachable === 0} />
        ))}
      </Menu>
      <IconButton
        look="ghost"
        label={t('clear')}
        icon={<X size={15} />}
        onClick={() => {
          desk.setState(withNobodyChosen);
        }}
      />
    </FloatingBar>
  );
}

/** How many of the chosen are shown, and how many of those a command can reach. */
function countsOf({ selection, order, roster }: DeskState) {
  const shown = chosenShown(selection, order, roster.rows);
  return { count: shown.length, reachable: shown.filter(isReachable).length };
}

interface SelectionActionProps {
  readonly id: PeopleActionId;
  readonly isDisabled: boolean;
}

function SelectionButton({ id, isDisabled }: SelectionActionProps) {
  const t = useTranslations('desk.action');
  const { mayRun, run } = useSelectionAction(id);
  const { icon: Icon, isDangerous = false } = peopleAction(id);
  if (!mayRun) return null;
  return (
    <Button
      look={isDangerous ? 'danger' : 'plain'}
      disabled={isDisabled}
      icon={<Icon size={14} />}
      className="max-md:px-[7px]"
      onClick={run}
    >
      <span className="max-md:sr-only">{t(id)}</span>
    </Button>
  );
}

function SelectionItem({ id, isDisabled }: SelectionActionProps) {
  const t = useTranslations('desk.action');
  const { mayRun, run } = useSelectionAction(id);
  const { icon: Icon, isDangerous = false } = peopleAction(id);
  if (!mayRun) return null;
  return (
    <MenuItem
      icon={<Icon size={15} />}
      isDangerous={isDangerous}
      isDisabled={isDisabled}
      onSelect={run}
    >
      {t(id)}
    </MenuItem>
  );
}

/** Whether one may do this to those selected, and how. */
function useSelectionAction(id: PeopleActionId) {
  const hands = useHands();
  const desk = useDeskStore();
  const { role } = useMe();
  const { permission, run } = peopleAction(id);
  return {
    mayRun: permission === null || may(role, permission),
    run: () => {
      const { selection, order, roster } = desk.getState();
      const [first, ...rest] = reachedBy(id, chosenShown(selection, order, roster.rows));
      if (first !== undefined) run(hands, [first, ...rest]);
    },
  };
}
