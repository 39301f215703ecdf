import { Ellipsis, X } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useShallow } from 'zustand/react/shallow';
import { chosenShown, nobodyChosen } from '@/components/list/selection';
import { Button } from '@/components/ui/button';
import { FloatingBar } from '@/components/ui/floating-bar';
import { IconButton } from '@/components/ui/icon-button';
import { Menu, MenuItem } from '@/components/ui/menu';
import { useMe } from '@/lib/browser/use-may';
import { may } from '@/lib/domain/permission';
import { useBoardHands } from './board-hands';
import type { BoardState } from './board-state';
import { useBoard, useBoardStore } from './board-store';
import {
  callerAction,
  type CallerActionId,
  callerActionIds,
  mayActOnCallers,
  reachedBy,
} from './caller-actions';
import { isOnLine } from './caller-row';

const atHand: readonly CallerActionId[] = ['admit', 'transfer', 'move', 'remove'];
/** What is seldom wanted stands in a menu, so that the bar is never wider than the table. */
const others = callerActionIds.filter((id) => callerAction(id).isForMany && !atHand.includes(id));

/** What can be done with everybody who is selected, floating over the table. */
export function CallerSelectionBar() {
  const t = useTranslations('queues.selection');
  const board = useBoardStore();
  const { role } = useMe();
  const { count, hidden, off } = useBoard(useShallow(countsOf));
  if (!mayActOnCallers(role)) return null;
  return (
    <FloatingBar label={t('label')}>
      <strong className="font-[560] whitespace-nowrap md:mr-1.5">
        <span aria-hidden className="md:hidden">
          {count}
        </span>
        <span className="max-md:sr-only">{t('count', { count })}</span>
        {off > 0 && (
          <span className="font-normal text-ink-3 max-md:sr-only"> {t('off', { count: off })}</span>
        )}
        {hidden > 0 && (
          <span className="font-normal text-ink-3 max-md:sr-only">
            {' '}
            {t('hidden', { count: hidden })}
          </span>
        )}
      </strong>
      {atHand.map((id) => (
        <BarButton key={id} id={id} />
      ))}
      <Menu side="top" trigger={<IconButton label={t('more')} icon={<Ellipsis size={15} />} />}>
        {others.map((id) => (
          <BarItem key={id} id={id} />
        ))}
      </Menu>
      <IconButton
        look="ghost"
        label={t('clear')}
        icon={<X size={15} />}
        onClick={() => {
          board.setState({ selection: nobodyChosen });
        }}
      />
    </FloatingBar>
  );
}

/** How many of the chosen are shown, how many are hidden by a filter, and how many are not on the line. */
function countsOf({ selection, order, rows }: BoardState) {
  const shown = chosenShown(selection, order, rows);
  return {
    count: shown.length,
    hidden: selection.chosen.size - shown.length,
    off: shown.filter((row) => !isOnLine(row)).length,
  };
}

function BarButton({ id }: { readonly id: CallerActionId }) {
  const t = useTranslations('queues.action');
  const { mayRun, isPossible, run } = useOnSelection(id);
  const { icon: Icon, isDangerous = false } = callerAction(id);
  if (!mayRun) return null;
  return (
    <Button
      look={isDangerous ? 'danger' : 'plain'}
      disabled={!isPossible}
      icon={<Icon size={14} />}
      className="max-md:px-[7px]"
      onClick={run}
    >
      <span className="max-md:sr-only">{t(id)}</span>
    </Button>
  );
}

function BarItem({ id }: { readonly id: CallerActionId }) {
  const t = useTranslations('queues.action');
  const { mayRun, isPossible, run } = useOnSelection(id);
  const { icon: Icon, isDangerous = false } = callerAction(id);
  if (!mayRun) return null;
  return (
    <MenuItem
      icon={<Icon size={15} />}
      isDangerous={isDangerous}
      isDisabled={!isPossible}
      onSelect={run}
    >
      {t(id)}
    </MenuItem>
  );
}

/** Whether one may do this to those selected, whether it reaches anybody, and how to do it. */
function useOnSelection(id: CallerActionId) {
  const hands = useBoardHands();
  const board = useBoardStore();
  const { role } = useMe();
  const { permission, run } = callerAction(id);
  const reached = ({ selection, order, rows }: BoardState) =>
    reachedBy(id, chosenShown(selection, order, rows));
  return {
    mayRun: permission === null || may(role, permission),
    isPossible: useBoard((now) => reached(now).length > 0),
    run: () => {
      const [first, ...rest] = reached(board.getState());
      if (first !== undefined) run(hands, [first, ...rest]);
    },
  };
}
