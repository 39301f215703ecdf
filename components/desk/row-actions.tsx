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
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { IconButton } from '@/components/ui/icon-button';
import { Menu, MenuItem, MenuSeparator } from '@/components/ui/menu';
import { farEnd } from '@/lib/domain/party';
import { useDeskStore } from './desk-store';
import { withSelection } from './desk-state';
import { isReachable, type RosterRow } from './roster-row';
import { useCopy } from './use-copy';
import { useLegCommands } from './use-leg-commands';

/** What can be done with one participant, at the end of their row. */
export function RowActions({
  row,
  tabIndex,
}: {
  readonly row: RosterRow;
  readonly tabIndex: number;
}) {
  const t = useTranslations('desk.actions');
  const { mute, unmute, hold, unhold } = useLegCommands();
  const { name } = row;
  const isMuted = row.muted.value;
  const isOnHold = row.onHold.value;
  const isDisabled = !isReachable(row);
  return (
    <>
      <IconButton
        label={isMuted ? t('unmute', { name }) : t('mute', { name })}
        icon={isMuted ? <MicOff size={15} /> : <Mic size={15} />}
        look={isMuted ? 'bad' : 'plain'}
        tabIndex={tabIndex}
        disabled={isDisabled}
        aria-busy={row.muted.mark?.phase === 'sent'}
        onClick={() => {
          (isMuted ? unmute : mute)([row.id]);
        }}
      />
      <IconButton
        label={isOnHold ? t('unhold', { name }) : t('hold', { name })}
        icon={isOnHold ? <Play size={15} /> : <Pause size={15} />}
        look={isOnHold ? 'warn' : 'plain'}
        tabIndex={tabIndex}
        disabled={isDisabled}
        aria-busy={row.onHold.mark?.phase === 'sent'}
        onClick={() => {
          (isOnHold ? unhold : hold)([row.id]);
        }}
      />
      <RowMenu row={row} tabIndex={tabIndex} />
    </>
  );
}

function RowMenu({ row, tabIndex }: { readonly row: RosterRow; readonly tabIndex: number }) {
  const t = useTranslations('desk.actions');
  const desk = useDeskStore();
  const { name, id } = row;
  const number = farEnd(row.participant.party);
  const isDisabled = !isReachable(row);
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
      <MenuSeparator />
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
    </Menu>
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
