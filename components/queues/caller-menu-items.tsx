import { useTranslations } from 'use-intl';
import { useShownChord } from '@/components/actions/use-chords';
import { MenuItem, MenuSeparator } from '@/components/ui/menu';
import { useMe } from '@/lib/browser/use-may';
import type { CallControlId } from '@/lib/domain/ids';
import { useBoardHands } from './board-hands';
import { useBoard } from './board-store';
import { actionsFor, callerAction, type CallerActionId, obstacleOf } from './caller-actions';
import type { CallerRow } from './caller-row';

/** Everything that can be done with one caller, as items of a menu; what cannot be done now says why. */
export function CallerMenuItems({ id }: { readonly id: CallControlId }) {
  const row = useBoard((board) => board.rows.get(id));
  const { role } = useMe();
  if (row === undefined) return null;
  const own = actionsFor(row, role);
  const firstDangerous = own.find((action) => callerAction(action).isDangerous === true);
  return own.map((action) => (
    <Item key={action} action={action} row={row} isAfterLine={action === firstDangerous} />
  ));
}

function Item({
  action,
  row,
  isAfterLine,
}: {
  readonly action: CallerActionId;
  readonly row: CallerRow;
  readonly isAfterLine: boolean;
}) {
  const t = useTranslations('queues');
  const hands = useBoardHands();
  const { icon: Icon, shortcut = null, isDangerous = false, run } = callerAction(action);
  const obstacle = obstacleOf(action, row);
  return (
    <>
      {isAfterLine && <MenuSeparator />}
      <MenuItem
        icon={<Icon size={15} />}
        shortcut={useShownChord(shortcut)}
        isDangerous={isDangerous}
        isDisabled={obstacle !== null}
        about={obstacle === null ? undefined : t(`obstacles.${obstacle}`)}
        onSelect={() => {
          run(hands, [row]);
        }}
      >
        {t(`action.${action}`)}
      </MenuItem>
    </>
  );
}
