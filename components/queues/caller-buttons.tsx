import { Ellipsis } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { Menu } from '@/components/ui/menu';
import { useMe } from '@/lib/browser/use-may';
import { may } from '@/lib/domain/permission';
import { useBoardHands } from './board-hands';
import { callerAction, type CallerActionId, obstacleOf } from './caller-actions';
import { CallerMenuItems } from './caller-menu-items';
import type { CallerRow } from './caller-row';

interface ButtonProps {
  readonly row: CallerRow;
  readonly tabIndex: number;
}

/** The buttons at the end of a caller's row: the two that are wanted most, and all in a menu. */
export function CallerButtons({ row, tabIndex }: ButtonProps) {
  const t = useTranslations('queues');
  return (
    <>
      <CallerButton action="admit" isWordy row={row} tabIndex={tabIndex} />
      <span className="hidden @3xl:block">
        <CallerButton action="transfer" row={row} tabIndex={tabIndex} />
      </span>
      <Menu
        trigger={
          <IconButton
            label={t('more', { name: row.name })}
            icon={<Ellipsis size={15} />}
            tabIndex={tabIndex}
          />
        }
      >
        <CallerMenuItems id={row.id} />
      </Menu>
    </>
  );
}

function CallerButton({
  action,
  isWordy = false,
  row,
  tabIndex,
}: ButtonProps & {
  readonly action: Extract<CallerActionId, 'admit' | 'transfer'>;
  /** Whether its name stands on it, where there is room. */
  readonly isWordy?: boolean;
}) {
  const t = useTranslations('queues');
  const hands = useBoardHands();
  const { role } = useMe();
  const { icon: Icon, permission, run } = callerAction(action);
  if (permission !== null && !may(role, permission)) return null;
  const obstacle = obstacleOf(action, row);
  const props = {
    tabIndex,
    disabled: obstacle !== null,
    onClick: () => {
      run(hands, [row]);
    },
  };
  const label = t(`${action}One`, { name: row.name });
  const why = obstacle === null ? undefined : t(`obstacles.${obstacle}`);
  // A button that is off has no title of its own to a mouse.
  return (
    <span title={why}>
      {isWordy ? (
        <Button
          {...props}
          icon={<Icon aria-hidden size={15} />}
          aria-label={label}
          className="max-md:w-[30px] max-md:px-0"
        >
          <span className="max-md:hidden">{t(`action.${action}`)}</span>
        </Button>
      ) : (
        <IconButton {...props} label={label} icon={<Icon size={15} />} />
      )}
    </span>
  );
}
