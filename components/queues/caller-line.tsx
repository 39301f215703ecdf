import { ArrowRightLeft, BookmarkCheck, GripVertical, PhoneMissed } from 'lucide-react';
import { memo, useRef } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { PhaseMark } from '@/components/desk/command-mark';
import { reachedTo, toggledIn } from '@/components/list/selection';
import { usePassing } from '@/components/desk/use-passing';
import { Checkbox } from '@/components/ui/checkbox';
import { classNames } from '@/components/ui/class-names';
import { Pill } from '@/components/ui/pill';
import { textTone } from '@/components/ui/tone';
import { useCarrierNow } from '@/lib/browser/use-carrier-now';
import { useMe } from '@/lib/browser/use-may';
import { useOverview } from '@/lib/browser/use-overview';
import type { CallControlId } from '@/lib/domain/ids';
import { may } from '@/lib/domain/permission';
import { clockOf } from '@/lib/format/duration';
import { useBoard, useBoardStore } from './board-store';
import { callerActions, mayActOnCallers } from './caller-actions';
import { CallerButtons } from './caller-buttons';
import { type CallerRow, isOnLine } from './caller-row';
import { waitTone } from './queue-look';
import { targetsOf } from './targets-of';
import { useCallerDrag } from './use-caller-drag';
import { useQueueMarkWords } from './use-queue-mark-words';

/** How the cells of a caller's row stand side by side; the heads above them stand the same. */
export const callerColumns =
  'grid grid-cols-[20px_minmax(0,1fr)_52px_64px] @3xl:grid-cols-[20px_28px_minmax(160px,1fr)_minmax(90px,150px)_96px_190px] @4xl:grid-cols-[20px_28px_minmax(160px,1fr)_minmax(90px,160px)_140px_96px_92px_190px] content-center items-center gap-x-2.5 px-3 md:px-5';

/** One caller in the table; drawn again only when something about them changes. */
export const CallerLine = memo(function CallerLine({
  id,
  index,
  top,
  isActive,
}: {
  readonly id: CallControlId;
  readonly index: number;
  /** Pixels from the top of the table. */
  readonly top: number;
  readonly isActive: boolean;
}) {
  const row = useBoard((board) => board.rows.get(id));
  return row === undefined ? null : <KnownLine {...{ row, index, top, isActive }} />;
});

function KnownLine({
  row,
  index,
  top,
  isActive,
}: {
  readonly row: CallerRow;
  readonly index: number;
  readonly top: number;
  readonly isActive: boolean;
}) {
  const { number } = useFormatter();
  const { role } = useMe();
  const element = useRef<HTMLDivElement>(null);
  const isChosen = useBoard((board) => board.selection.chosen.has(row.id));
  const mayDrag = may(role, callerActions.admit.permission) && isOnLine(row);
  const tabIndex = isActive ? 0 : -1;
  useCallerDrag(element, row.id, mayDrag);
  return (
    <div
      ref={element}
      role="row"
      data-row={row.id}
      tabIndex={tabIndex}
      aria-rowindex={index + 2}
      aria-selected={isChosen}
      style={{ transform: `translateY(${top}px)` }}
      className={classNames(
        'absolute inset-x-0 top-0 row-height border-b border-line-soft -outline-offset-2 select-none',
        callerColumns,
        isChosen ? 'bg-brand-soft' : 'hover:bg-raise',
        row.going !== null && 'text-ink-3',
      )}
    >
      <ChoiceCell row={row} isChosen={isChosen} tabIndex={tabIndex} />
      <div role="gridcell" className="hidden text-ink-3 @3xl:block">
        {row.going === null && number(row.position)}
      </div>
      <CallerCell row={row} mayDrag={mayDrag} />
      <div
        role="gridcell"
        className="col-start-2 row-start-2 flex min-w-0 @3xl:col-start-auto @3xl:row-start-auto"
      >
        <Pill size="sm" className="max-w-full min-w-0 @3xl:h-[22px] @3xl:px-2 @3xl:text-xs">
          <span className="truncate">{row.queue}</span>
        </Pill>
      </div>
      <div role="gridcell" className="hidden truncate font-mono text-sm text-ink-3 @4xl:block">
        {row.dialled}
      </div>
      <WaitCell row={row} />
      <EnteredCell row={row} />
      <div
        role="gridcell"
        className="col-start-4 row-span-2 row-start-1 flex justify-end gap-1 @3xl:col-start-auto @3xl:row-span-1"
      >
        <CallerButtons row={row} tabIndex={tabIndex} />
      </div>
    </div>
  );
}

function ChoiceCell({
  row,
  isChosen,
  tabIndex,
}: {
  readonly row: CallerRow;
  readonly isChosen: boolean;
  readonly tabIndex: number;
}) {
  const t = useTranslations('queues');
  const board = useBoardStore();
  const { role } = useMe();
  return (
    <div
      role="gridcell"
      className="col-start-1 row-span-2 row-start-1 grid place-items-center @3xl:col-start-auto @3xl:row-span-1 @3xl:row-start-auto"
    >
      {mayActOnCallers(role) && (
        <Checkbox
          label={t('select', { name: row.name })}
          isChecked={isChosen}
          tabIndex={tabIndex}
          onChange={(event) => {
            const isRange = (event.nativeEvent as MouseEvent).shiftKey;
            board.setState(({ selection, order }) => ({
              activeId: row.id,
              selection: isRange
                ? reachedTo(selection, order, row.id)
                : toggledIn(selection, row.id),
            }));
          }}
        />
      )}
    </div>
  );
}

function CallerCell({ row, mayDrag }: { readonly row: CallerRow; readonly mayDrag: boolean }) {
  const t = useTranslations('queues');
  return (
    <div
      role="gridcell"
      className="col-start-2 row-start-1 flex min-w-0 items-center gap-1.5 @3xl:col-start-auto @3xl:row-start-auto"
    >
      <GripVertical
        aria-hidden
        size={14}
        className={classNames(
          'hidden shrink-0 text-ink-3 @3xl:block',
          mayDrag ? 'cursor-grab' : 'invisible',
        )}
      />
      <div className="min-w-0">
        <div className="flex min-w-0 items-center gap-1.5">
          <span
            className={classNames(
              'truncate font-[560]',
              row.going === null && row.isAlive ? 'text-ink' : 'text-ink-2',
            )}
          >
            {row.name}
          </span>
          {row.going === null && !row.isAlive && (
            <Pill tone="warn" size="sm" icon={<PhoneMissed aria-hidden size={11} />}>
              {t('hungUpKept')}
            </Pill>
          )}
          {row.going === null && row.isAlive && row.isKept && (
            <Pill size="sm" icon={<BookmarkCheck aria-hidden size={11} />} title={t('keptAbout')}>
              <span className="sr-only @4xl:not-sr-only">{t('kept')}</span>
            </Pill>
          )}
        </div>
        <SecondLine row={row} />
      </div>
    </div>
  );
}

/** How a command fares, how they went, or what else is known. */
function SecondLine({ row }: { readonly row: CallerRow }) {
  const t = useTranslations('queues');
  const words = useQueueMarkWords();
  const isDrawn = usePassing(row.mark);
  const look = 'truncate text-[11px] leading-[15px] text-ink-3';
  if (row.going !== null) return <div className={look}>{t(`going.${row.going}`)}</div>;
  if (row.mark !== null && isDrawn) {
    return <PhaseMark {...row.mark}>{words(row.mark)}</PhaseMark>;
  }
  const { moved } = row.call;
  if (moved !== null && row.since < row.enteredAt) {
    return (
      <div className={classNames(look, 'hidden items-center gap-1 @3xl:flex')}>
        {row.number !== null && <span className="shrink-0 font-mono">{row.number}</span>}
        <ArrowRightLeft aria-hidden size={10} className="shrink-0" />
        <span className="truncate">{t('movedFrom', { queue: moved.from })}</span>
      </div>
    );
  }
  if (row.number === null) return null;
  return <div className={classNames(look, 'hidden font-mono @3xl:block')}>{row.number}</div>;
}

/** How long they have waited, counting, in the colour that the queue's targets give it. */
function WaitCell({ row }: { readonly row: CallerRow }) {
  const t = useTranslations('queues');
  const now = useCarrierNow();
  const targets = useOverview(({ queues }) => targetsOf(queues, row.queue));
  const until = row.isAlive ? now : row.call.hungUp?.at;
  const isShown = row.going === null && now > 0 && until !== undefined;
  const waited = isShown ? Math.max(0, until - row.since) : 0;
  const tone = targets === null || !row.isAlive ? 'neutral' : waitTone(targets, waited / 1_000_000);
  return (
    <div
      role="gridcell"
      data-tone={tone}
      title={row.isAlive ? undefined : t('waitedUntil')}
      className={classNames(
        'col-start-3 row-start-1 text-right font-mono text-sm @3xl:col-start-auto @3xl:row-start-auto @3xl:text-left',
        tone === 'neutral' ? 'text-ink-2' : `font-[600] ${textTone[tone]}`,
      )}
    >
      {isShown && clockOf(waited)}
      {(tone === 'warn' || tone === 'bad') && <span className="sr-only"> {t(`late.${tone}`)}</span>}
    </div>
  );
}

function EnteredCell({ row }: { readonly row: CallerRow }) {
  const { dateTime } = useFormatter();
  return (
    <div role="gridcell" className="hidden font-mono text-sm text-ink-3 @4xl:block">
      {dateTime(row.enteredAt / 1000, { timeStyle: 'medium' })}
    </div>
  );
}
