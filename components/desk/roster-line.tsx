import { DoorClosed, DoorOpen, Ear, Star, StickyNote } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { Avatar } from '@/components/ui/avatar';
import { Checkbox } from '@/components/ui/checkbox';
import { classNames } from '@/components/ui/class-names';
import { Pill } from '@/components/ui/pill';
import type { Tone } from '@/components/ui/tone';
import type { CallControlId } from '@/lib/domain/ids';
import { roleOf, waitedOf } from '@/lib/domain/conference/people';
import { clockOf, waitParts } from '@/lib/format/duration';
import { colourOf, initialsOf, secondLineOf } from '@/lib/format/person';
import { CommandMark } from './command-mark';
import { useDesk, useDeskStore } from './desk-store';
import { withSelection } from './desk-state';
import type { RosterRow } from './roster-row';
import { RowActions, rowActionsOf } from './row-actions';
import { RunningClock } from '@/components/shell/running-clock';
import { reachedTo, toggledIn } from '@/components/list/selection';
import { StatePill } from './state-pill';
import { useDeskRights } from './use-desk-rights';

/** How the cells of a roster row stand side by side; the heads above them stand the same. */
export const rosterColumns =
  'grid grid-cols-[20px_30px_minmax(0,1fr)_auto] @2xl:grid-cols-[20px_30px_minmax(120px,1.4fr)_minmax(150px,1fr)_112px_64px_98px] content-center items-center gap-x-2.5 px-3 @2xl:px-5';

/** One participant in the roster; drawn again only when something about them changes. */
export const RosterLine = memo(function RosterLine({
  id,
  index,
  top,
  isActive,
}: {
  readonly id: CallControlId;
  readonly index: number;
  /** Pixels from the top of the list. */
  readonly top: number;
  readonly isActive: boolean;
}) {
  const row = useDesk((desk) => desk.roster.rows.get(id));
  const isChosen = useDesk((desk) => desk.selection.chosen.has(id));
  if (row === undefined) return null;
  return (
    <div
      role="row"
      data-row={id}
      tabIndex={isActive ? 0 : -1}
      aria-rowindex={index + 2}
      aria-selected={isChosen}
      style={{ top }}
      className={classNames(
        'absolute inset-x-0 row-height border-b border-line-soft -outline-offset-2 select-none',
        rosterColumns,
        rowLook(row, isChosen),
      )}
    >
      <ChoiceCell row={row} isChosen={isChosen} tabIndex={isActive ? 0 : -1} />
      <div role="gridcell" className="row-span-2 @2xl:row-span-1">
        <Avatar
          initials={initialsOf(row.participant)}
          colour={colourOf(id)}
          isTalking={row.hasFloor}
        />
      </div>
      <NameCell row={row} />
      <div
        role="gridcell"
        className="col-start-3 row-start-2 flex min-w-0 items-center gap-1.5 @2xl:col-start-auto @2xl:row-start-auto @2xl:flex-col @2xl:items-start @2xl:justify-center @2xl:gap-0.5"
      >
        <StatePill row={row} />
        <CommandMark row={row} />
      </div>
      <ShareCell id={id} />
      <TimeCell row={row} />
      <div
        role="gridcell"
        className="col-start-4 row-span-2 row-start-1 flex justify-end gap-1 @2xl:col-start-auto @2xl:row-span-1"
      >
        <RowActions {...rowActionsOf(row)} tabIndex={isActive ? 0 : -1} />
      </div>
    </div>
  );
});

function rowLook(row: RosterRow, isChosen: boolean): string {
  if (isChosen) return 'bg-brand-soft';
  if (row.hasFloor) return 'bg-linear-to-r from-live-soft to-transparent to-60%';
  return row.state === 'left' ? 'text-ink-2' : 'hover:bg-panel';
}

function ChoiceCell({
  row,
  isChosen,
  tabIndex,
}: {
  readonly row: RosterRow;
  readonly isChosen: boolean;
  readonly tabIndex: number;
}) {
  const t = useTranslations('desk.roster');
  const desk = useDeskStore();
  const isEnded = useDesk((now) => now.isEnded);
  const rights = useDeskRights();
  if (isEnded || !rights.anyToPeople)
    return <div role="gridcell" className="row-span-2 @2xl:row-span-1" />;
  return (
    <div role="gridcell" className="row-span-2 grid place-items-center @2xl:row-span-1">
      <Checkbox
        label={t('select', { name: row.name })}
        isChecked={isChosen}
        tabIndex={tabIndex}
        onChange={(event) => {
          const isRange = (event.nativeEvent as MouseEvent).shiftKey;
          desk.setState((now) =>
            withSelection(
              now,
              isRange
                ? reachedTo(now.selection, now.order, row.id)
                : toggledIn(now.selection, row.id),
              row.id,
            ),
          );
        }}
      />
    </div>
  );
}

function NameCell({ row }: { readonly row: RosterRow }) {
  const t = useTranslations('desk.roster');
  const { direction } = row.participant.party;
  const waited = waitedOf(row.participant);
  const whom = row.supervisor?.whom ?? null;
  const supervised = useDesk((desk) => (whom === null ? null : desk.roster.names.get(whom)));
  const known =
    supervised == null
      ? (secondLineOf(row.participant) ?? (direction === null ? null : t(direction)))
      : t('supervises', { name: supervised });
  const wait = waited === null ? null : t('waited', waitParts(waited.value.seconds));
  const under =
    row.state === 'joining'
      ? t('joining')
      : [known, wait].filter((part) => part !== null).join(' · ');
  return (
    <div
      role="gridcell"
      className="col-start-3 row-start-1 min-w-0 @2xl:col-start-auto @2xl:row-start-auto"
    >
      <div className="flex min-w-0 items-center gap-1.5">
        <span className="truncate font-[560] text-ink">{row.name}</span>
        <Flags row={row} />
      </div>
      {under !== '' && (
        <div className="hidden truncate font-mono text-[11px] leading-[15px] text-ink-3 @2xl:block">
          {under}
        </div>
      )}
    </div>
  );
}

/** What is special about somebody: host, what follows when they leave, and that there is a note. */
function Flags({ row }: { readonly row: RosterRow }) {
  const t = useTranslations('desk.roster');
  const { note } = row.participant;
  const { role } = roleOf(row.participant).value;
  return (
    <>
      {row.isHost && (
        <Flag icon={<Star aria-hidden size={11} />} tone="brand" about={t('hostAbout')} isShort>
          {t('host')}
        </Flag>
      )}
      {row.supervisor !== null && !row.supervisor.isOver && (
        <Flag
          icon={<Ear aria-hidden size={11} />}
          tone="violet"
          about={t('supervisorAbout')}
          isShort
        >
          {row.supervisor.role === null ? t('supervisor') : t(`role.${row.supervisor.role}`)}
        </Flag>
      )}
      {role !== 'none' && row.supervisor === null && (
        <Flag icon={<Ear aria-hidden size={11} />} tone="brand" about={t(`role.${role}`)} isShort>
          {t(`role.${role}`)}
        </Flag>
      )}
      {row.endsConference && (
        <Flag
          icon={<DoorOpen aria-hidden size={11} />}
          tone="warn"
          about={t('endsConferenceAbout')}
        >
          {t('endsConference')}
        </Flag>
      )}
      {row.softEndsConference && (
        <Flag icon={<DoorClosed aria-hidden size={11} />} tone="warn" about={t('softEndsAbout')}>
          {t('softEnds')}
        </Flag>
      )}
      {note !== null && (
        <span title={note} className="shrink-0 text-ink-3">
          <StickyNote aria-hidden size={12} />
          <span className="sr-only">{t('note', { note })}</span>
        </span>
      )}
    </>
  );
}

function Flag({
  icon,
  tone,
  about,
  isShort = false,
  children,
}: {
  readonly icon: ReactNode;
  readonly tone: Tone;
  readonly about: string;
  /** Whether the word is short enough to stand where there is little room. */
  readonly isShort?: boolean;
  readonly children: string;
}) {
  return (
    <Pill tone={tone} size="sm" icon={icon} title={about}>
      <span className={isShort ? undefined : 'sr-only @4xl:not-sr-only'}>{children}</span>
    </Pill>
  );
}

function ShareCell({ id }: { readonly id: CallControlId }) {
  const t = useTranslations('desk.roster');
  const share = useDesk((desk) => desk.shares.get(id) ?? 0);
  return (
    <div role="gridcell" className="hidden @2xl:block">
      <div aria-hidden className="h-[5px] overflow-hidden rounded-full bg-raise">
        <div
          className="h-full rounded-full bg-live"
          style={{ width: `${Math.min(100, share * 200)}%` }}
        />
      </div>
      <div className="mt-[3px] text-[11px] leading-[14px] text-ink-3">{t('share', { share })}</div>
    </div>
  );
}

function TimeCell({ row }: { readonly row: RosterRow }) {
  const format = useFormatter();
  const { joinedAt, leftAt } = row;
  if (joinedAt === null) return <div role="gridcell" className="hidden @2xl:block" />;
  return (
    <div
      role="gridcell"
      className="hidden font-mono text-sm text-ink-2 @2xl:block"
      title={format.dateTime(joinedAt / 1000, { timeStyle: 'medium' })}
    >
      {row.state === 'left' ? (
        clockOf(Math.max(0, (leftAt ?? joinedAt) - joinedAt))
      ) : (
        <RunningClock since={joinedAt} />
      )}
    </div>
  );
}
