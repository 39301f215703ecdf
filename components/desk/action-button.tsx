import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useShownChord } from '@/components/actions/use-chords';
import { Button, type ButtonLook } from '@/components/ui/button';
import { MenuItem } from '@/components/ui/menu';
import { useMe } from '@/lib/browser/use-may';
import { deskAction, type DeskActionId, standingOf } from './desk-actions';
import { useHands } from './hands';
import { useScene } from './use-scene';

/** An action of the table as a button; not there while it makes no sense or is not allowed. */
export function ActionButton({
  id,
  look = 'plain',
  className,
  children,
}: {
  readonly id: DeskActionId;
  readonly look?: ButtonLook;
  readonly className?: string;
  /** What stands on it in place of the action's name, which stays what is read aloud. */
  readonly children?: ReactNode;
}) {
  const t = useTranslations('desk.action');
  const { action, standing, run } = useDeskAction(id);
  const shortcut = useShownChord(action.shortcut ?? null);
  if (standing === 'hidden') return null;
  const Icon = action.icon;
  return (
    <Button
      look={look}
      icon={<Icon size={16} />}
      shortcut={shortcut}
      disabled={standing === 'disabled'}
      aria-label={children === undefined ? undefined : t(id)}
      className={className}
      onClick={run}
    >
      {children ?? t(id)}
    </Button>
  );
}

/** An action of the table as an item of a menu. */
export function ActionItem({
  id,
  children,
}: {
  readonly id: DeskActionId;
  /** What stands in it in place of the action's name. */
  readonly children?: ReactNode;
}) {
  const t = useTranslations('desk.action');
  const { action, standing, run } = useDeskAction(id);
  const shortcut = useShownChord(action.shortcut ?? null);
  if (standing === 'hidden') return null;
  const Icon = action.icon;
  return (
    <MenuItem
      icon={<Icon size={15} />}
      shortcut={shortcut}
      isDangerous={action.isDangerous === true}
      isDisabled={standing === 'disabled'}
      onSelect={run}
    >
      {children ?? t(id)}
    </MenuItem>
  );
}

/** An action of the table, how it stands now, and how to run it. */
function useDeskAction(id: DeskActionId) {
  const hands = useHands();
  const scene = useScene();
  const { role } = useMe();
  const action = deskAction(id);
  return {
    action,
    standing: standingOf(action, scene, role),
    run: () => {
      action.run(hands);
    },
  };
}
