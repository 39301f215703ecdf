import { useTranslations } from 'use-intl';
import { useShownChord } from '@/components/actions/use-chords';
import { MenuItem, MenuSeparator } from '@/components/ui/menu';
import { useMe } from '@/lib/browser/use-may';
import type { CallRow } from '@/lib/contract/rows';
import { actionsFor, callAction, type CallActionId } from './call-actions';
import { useCallHands } from './hands';

/** Everything that can be done with one call, as items of a menu. */
export function CallMenuItems({ row }: { readonly row: CallRow }) {
  const { role } = useMe();
  const own = actionsFor(row, role);
  const firstDangerous = own.find((id) => callAction(id).isDangerous === true);
  return own.map((id) => (
    <CallMenuItem key={id} id={id} row={row} isAfterLine={id === firstDangerous} />
  ));
}

function CallMenuItem({
  id,
  row,
  isAfterLine,
}: {
  readonly id: CallActionId;
  readonly row: CallRow;
  readonly isAfterLine: boolean;
}) {
  const t = useTranslations('calls.action');
  const hands = useCallHands();
  const { icon: Icon, shortcut = null, isDangerous = false, run } = callAction(id);
  return (
    <>
      {isAfterLine && <MenuSeparator />}
      <MenuItem
        icon={<Icon size={15} />}
        shortcut={useShownChord(shortcut)}
        isDangerous={isDangerous}
        onSelect={() => {
          run(hands, row);
        }}
      >
        {t(id)}
      </MenuItem>
    </>
  );
}
