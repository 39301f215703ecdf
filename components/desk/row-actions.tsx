import { Ellipsis } from 'lucide-react';
import { memo } from 'react';
import { useTranslations } from 'use-intl';
import { IconButton } from '@/components/ui/icon-button';
import { Menu } from '@/components/ui/menu';
import { useMe } from '@/lib/browser/use-may';
import type { CallControlId } from '@/lib/domain/ids';
import { may } from '@/lib/domain/permission';
import { useDeskStore } from './desk-store';
import { useHands } from './hands';
import { peopleAction, type PeopleActionId } from './people-actions';
import { isReachable, type RosterRow } from './roster-row';
import { RowMenuItems } from './row-menu-items';

interface RowActionsProps {
  readonly id: CallControlId;
  readonly name: string;
  readonly isMuted: boolean;
  readonly isOnHold: boolean;
  readonly isReachable: boolean;
  readonly hasLeft: boolean;
  /** Whether a command of that kind is on its way. */
  readonly isMuteSent: boolean;
  readonly isHoldSent: boolean;
  readonly tabIndex: number;
}

/** What can be done with one participant; plain values, so that the floor passing on costs nothing. */
export function rowActionsOf(row: RosterRow): Omit<RowActionsProps, 'tabIndex'> {
  return {
    id: row.id,
    name: row.name,
    isMuted: row.muted.value,
    isOnHold: row.onHold.value,
    isReachable: isReachable(row),
    hasLeft: row.state === 'left',
    isMuteSent: row.muted.mark?.phase === 'sent',
    isHoldSent: row.onHold.mark?.phase === 'sent',
  };
}

/** The buttons at the end of a participant's row. */
export const RowActions = memo(function RowActions(props: RowActionsProps) {
  const { id, name, isMuted, isOnHold, tabIndex } = props;
  const t = useTranslations('desk.actions');
  return (
    <>
      {!props.hasLeft && (
        <>
          <RowButton
            {...props}
            action={isMuted ? 'unmute' : 'mute'}
            look={isMuted ? 'bad' : 'plain'}
            isSent={props.isMuteSent}
          />
          <RowButton
            {...props}
            action={isOnHold ? 'unhold' : 'hold'}
            look={isOnHold ? 'warn' : 'plain'}
            isSent={props.isHoldSent}
          />
        </>
      )}
      <Menu
        trigger={
          <IconButton
            label={t('more', { name })}
            icon={<Ellipsis size={15} />}
            tabIndex={tabIndex}
          />
        }
      >
        <RowMenuItems id={id} />
      </Menu>
    </>
  );
});

// The mic says how it is, as on a telephone; the hold button says what a press does.
const statePictures = { mute: 'unmute', unmute: 'mute', hold: 'hold', unhold: 'unhold' } as const;

function RowButton({
  id,
  name,
  action,
  look,
  isSent,
  isReachable: isIn,
  tabIndex,
}: RowActionsProps & {
  readonly action: keyof typeof statePictures & PeopleActionId;
  readonly look: 'plain' | 'bad' | 'warn';
  readonly isSent: boolean;
}) {
  const t = useTranslations('desk.actions');
  const hands = useHands();
  const desk = useDeskStore();
  const { role } = useMe();
  const { permission, run } = peopleAction(action);
  const Icon = peopleAction(statePictures[action]).icon;
  if (permission !== null && !may(role, permission)) return null;
  return (
    <IconButton
      label={t(action, { name })}
      icon={<Icon size={15} />}
      look={look}
      tabIndex={tabIndex}
      disabled={!isIn}
      aria-busy={isSent}
      onClick={() => {
        const row = desk.getState().roster.rows.get(id);
        if (row !== undefined) run(hands, [row]);
      }}
    />
  );
}
