import {
  Copy,
  Ellipsis,
  Fingerprint,
  Info,
  LogOut,
  Mic,
  MicOff,
  Pause,
  PhoneOff,
  Play,
} from 'lucide-react';
import { memo, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { IconButton } from '@/components/ui/icon-button';
import { Menu, MenuItem, MenuSeparator } from '@/components/ui/menu';
import type { CallControlId } from '@/lib/domain/ids';
import { farEnd } from '@/lib/domain/party';
import { useDeskStore } from './desk-store';
import { withSelection } from './desk-state';
import { isReachable, type RosterRow } from './roster-row';
import { useCopy } from './use-copy';
import { useDeskRights } from './use-desk-rights';
import { useLegCommands } from './use-leg-commands';

interface RowActionsProps {
  readonly id: CallControlId;
  readonly name: string;
  readonly number: string | null;
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
    number: farEnd(row.participant.party),
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
  const rights = useDeskRights();
  const { mute, unmute, hold, unhold } = useLegCommands();
  if (props.hasLeft) return <RowMenu {...props} />;
  return (
    <>
      {rights.mute && (
        <IconButton
          label={isMuted ? t('unmute', { name }) : t('mute', { name })}
          icon={isMuted ? <MicOff size={15} /> : <Mic size={15} />}
          look={isMuted ? 'bad' : 'plain'}
          tabIndex={tabIndex}
          disabled={!props.isReachable}
          aria-busy={props.isMuteSent}
          onClick={() => {
            (isMuted ? unmute : mute)([id]);
          }}
        />
      )}
      {rights.hold && (
        <IconButton
          label={isOnHold ? t('unhold', { name }) : t('hold', { name })}
          icon={isOnHold ? <Play size={15} /> : <Pause size={15} />}
          look={isOnHold ? 'warn' : 'plain'}
          tabIndex={tabIndex}
          disabled={!props.isReachable}
          aria-busy={props.isHoldSent}
          onClick={() => {
            (isOnHold ? unhold : hold)([id]);
          }}
        />
      )}
      <RowMenu {...props} />
    </>
  );
});

function RowMenu({ id, name, number, hasLeft, isReachable: isIn, tabIndex }: RowActionsProps) {
  const t = useTranslations('desk.actions');
  const desk = useDeskStore();
  return (
    <Menu
      trigger={
        <IconButton label={t('more', { name })} icon={<Ellipsis size={15} />} tabIndex={tabIndex} />
      }
    >
      <MenuItem
        icon={<Info size={15} />}
        onSelect={() => {
          desk.setState((now) => ({
            ...withSelection(now, now.selection, id),
            panel: 'participant',
          }));
        }}
      >
        {t('details')}
      </MenuItem>
      {number !== null && (
        <CopyItem icon={<Copy size={15} />} label={t('copyNumber')} value={number} />
      )}
      <CopyItem icon={<Fingerprint size={15} />} label={t('copyId')} value={id} />
      {!hasLeft && <LeavingItems id={id} isDisabled={!isIn} />}
    </Menu>
  );
}

function LeavingItems({
  id,
  isDisabled,
}: {
  readonly id: CallControlId;
  readonly isDisabled: boolean;
}) {
  const t = useTranslations('desk.actions');
  const desk = useDeskStore();
  const rights = useDeskRights();
  return (
    <>
      {(rights.remove || rights.hangUp) && <MenuSeparator />}
      {rights.remove && (
        <MenuItem
          icon={<LogOut size={15} />}
          isDangerous
          isDisabled={isDisabled}
          onSelect={() => {
            desk.setState({ question: { ask: 'remove', legs: [id] } });
          }}
        >
          {t('remove')}
        </MenuItem>
      )}
      {rights.hangUp && (
        <MenuItem
          icon={<PhoneOff size={15} />}
          isDangerous
          isDisabled={isDisabled}
          onSelect={() => {
            desk.setState({ question: { ask: 'hangUp', legs: [id] } });
          }}
        >
          {t('hangUp')}
        </MenuItem>
      )}
    </>
  );
}

function CopyItem({
  icon,
  label,
  value,
}: {
  readonly icon: ReactNode;
  readonly label: string;
  readonly value: string;
}) {
  const copy = useCopy();
  return (
    <MenuItem
      icon={icon}
      onSelect={() => {
        copy(value);
      }}
    >
      {label}
    </MenuItem>
  );
}
