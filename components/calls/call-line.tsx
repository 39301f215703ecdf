import { Ellipsis } from 'lucide-react';
import { memo } from 'react';
import { useTranslations } from 'use-intl';
import { RunningClock } from '@/components/shell/running-clock';
import { classNames } from '@/components/ui/class-names';
import { IconButton } from '@/components/ui/icon-button';
import { Menu } from '@/components/ui/menu';
import { useMe } from '@/lib/browser/use-may';
import type { CallRow } from '@/lib/contract/rows';
import { nameOfFarEnd } from '@/lib/format/person';
import { actionsFor, callAction, type CallActionId } from './call-actions';
import { CallMark } from './call-mark';
import { CallMenuItems } from './call-menu-items';
import { CallPlace } from './call-place';
import { CallDirection, CallState } from './call-state';
import { callName } from './call-view';
import { useCallHands } from './hands';

/** How the cells of a call stand side by side; the heads above them stand the same. */
export const callColumns =
  'grid grid-cols-[minmax(0,1fr)_auto_auto] @3xl:grid-cols-[minmax(150px,1.5fr)_104px_minmax(130px,1.2fr)_minmax(110px,0.9fr)_72px_112px] content-center items-center gap-x-2.5 px-4 @3xl:px-5';

/** What is at hand in a row, beside its menu: the first of these that can be done. */
const quick: readonly CallActionId[] = ['answer', 'join', 'transfer', 'hangUp'];
const mostQuick = 2;

/** One call in the list; drawn again only when something about it changes. */
export const CallLine = memo(function CallLine({
  row,
  index,
  top,
  isActive,
}: {
  readonly row: CallRow;
  readonly index: number;
  /** Pixels from the top of the list. */
  readonly top: number;
  readonly isActive: boolean;
}) {
  const tabIndex = isActive ? 0 : -1;
  return (
    <div
      role="row"
      data-row={row.id}
      tabIndex={tabIndex}
      aria-rowindex={index + 2}
      style={{ transform: `translateY(${top}px)` }}
      className={classNames(
        'absolute inset-x-0 top-0 h-[58px] border-b border-line-soft -outline-offset-2 select-none hover:bg-raise @3xl:h-[46px]',
        callColumns,
      )}
    >
      <div role="gridcell" className="min-w-0">
        <Who row={row} />
      </div>
      <div role="gridcell" className="flex min-w-0 flex-col items-start gap-0.5 @max-3xl:order-2">
        <CallState phase={row.phase} />
        <span className="max-w-full @3xl:max-w-[104px]">
          <CallMark command={row.command} />
        </span>
      </div>
      <div
        role="gridcell"
        className="min-w-0 truncate text-sm @max-3xl:order-4 @max-3xl:col-span-2 @3xl:text-base"
      >
        <CallPlace row={row} tabIndex={tabIndex} />
      </div>
      <div role="gridcell" className="hidden truncate font-mono text-sm text-ink-3 @3xl:block">
        {nameOfFarEnd(null, row.ownNumber)}
      </div>
      <div role="gridcell" className="hidden font-mono text-sm text-ink-2 @3xl:block">
        {row.startedAt !== null && <RunningClock since={row.startedAt} />}
      </div>
      <div
        role="gridcell"
        className="flex justify-end gap-1 @max-3xl:order-3 @max-3xl:row-span-2 @max-3xl:self-center"
      >
        <CallButtons row={row} tabIndex={tabIndex} />
      </div>
    </div>
  );
});

function Who({ row }: { readonly row: CallRow }) {
  const t = useTranslations('calls');
  const name = callName(row);
  const number = nameOfFarEnd(null, row.number);
  return (
    <div className="flex min-w-0 items-center gap-2">
      <CallDirection direction={row.direction} />
      <div className="min-w-0">
        <div className="truncate font-[560] text-ink">{name}</div>
        <div className="truncate text-[11px] leading-[15px] text-ink-3">
          {number !== null && number !== name && <span className="font-mono">{number}</span>}
          {row.supervises !== null && (
            <span>{t('supervises', { name: callName(row.supervises) })}</span>
          )}
          <span className="font-mono @3xl:hidden">
            {number !== null && number !== name && ' · '}
            {row.startedAt !== null && <RunningClock since={row.startedAt} />}
          </span>
        </div>
      </div>
    </div>
  );
}

function CallButtons({ row, tabIndex }: { readonly row: CallRow; readonly tabIndex: number }) {
  const t = useTranslations('calls');
  const hands = useCallHands();
  const { role } = useMe();
  const offered = new Set(actionsFor(row, role));
  const shown = quick.filter((id) => offered.has(id)).slice(0, mostQuick);
  return (
    <>
      {shown.map((id) => {
        const { icon: Icon, run, isDangerous = false } = callAction(id);
        return (
          <span key={id} className="@max-3xl:hidden">
            <IconButton
              label={t('actionOn', { what: t(`action.${id}`), name: callName(row) })}
              icon={<Icon size={15} />}
              look={isDangerous ? 'bad' : 'plain'}
              tabIndex={tabIndex}
              onClick={() => {
                run(hands, row);
              }}
            />
          </span>
        );
      })}
      <Menu
        trigger={
          <IconButton
            label={t('more', { name: callName(row) })}
            icon={<Ellipsis size={15} />}
            tabIndex={tabIndex}
          />
        }
      >
        <CallMenuItems row={row} />
      </Menu>
    </>
  );
}
