import { useTranslations } from 'use-intl';
import { useShownChord } from '@/components/actions/use-chords';
import { MenuItem, MenuSeparator } from '@/components/ui/menu';
import { useMe } from '@/lib/browser/use-may';
import type { CallControlId } from '@/lib/domain/ids';
import { may } from '@/lib/domain/permission';
import { useDesk } from './desk-store';
import { useHands } from './hands';
import {
  isForRow,
  peopleAction,
  type PeopleActionId,
  peopleActionIds,
  reachedBy,
} from './people-actions';
import type { RosterRow } from './roster-row';

/** Everything that can be done with one participant, as items of a menu. */
export function RowMenuItems({ id }: { readonly id: CallControlId }) {
  const row = useDesk((desk) => desk.roster.rows.get(id));
  const { role } = useMe();
  if (row === undefined) return null;
  const own = peopleActionIds.filter((action) => {
    const { permission } = peopleAction(action);
    return isForRow(action, row) && (permission === null || may(role, permission));
  });
  const firstDangerous = own.find((action) => peopleAction(action).isDangerous === true);
  return own.map((action) => (
    <RowMenuItem key={action} action={action} row={row} isAfterLine={action === firstDangerous} />
  ));
}

function RowMenuItem({
  action,
  row,
  isAfterLine,
}: {
  readonly action: PeopleActionId;
  readonly row: RosterRow;
  readonly isAfterLine: boolean;
}) {
  const t = useTranslations('desk.action');
  const hands = useHands();
  const { icon: Icon, shortcut = null, isDangerous = false, run } = peopleAction(action);
  const [reached] = reachedBy(action, [row]);
  return (
    <>
      {isAfterLine && <MenuSeparator />}
      <MenuItem
        icon={<Icon size={15} />}
        shortcut={useShownChord(shortcut)}
        isDangerous={isDangerous}
        isDisabled={reached === undefined}
        onSelect={() => {
          if (reached !== undefined) run(hands, [reached]);
        }}
      >
        {t(action)}
      </MenuItem>
    </>
  );
}
