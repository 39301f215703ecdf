import { Ellipsis } from 'lucide-react';
import { memo, useId } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { PhaseMark } from '@/components/desk/command-mark';
import { RunningClock } from '@/components/shell/running-clock';
import { usePassing } from '@/components/desk/use-passing';
import { classNames } from '@/components/ui/class-names';
import { IconButton } from '@/components/ui/icon-button';
import { later, useLoadedWhenIdle } from '@/components/ui/later';
import { Menu, MenuItem, MenuSeparator } from '@/components/ui/menu';
import { textTone } from '@/components/ui/tone';
import { useMe } from '@/lib/browser/use-may';
import type { QueueRow } from '@/lib/contract/rows';
import { may } from '@/lib/domain/permission';
import { useBoardHands } from './board-hands';
import { useBoard } from './board-store';
import { markOfQueue } from './caller-row';
import { CapacityBar } from './capacity-bar';
import {
  queueAction,
  type QueueActionId,
  queueActionIds,
  queueActions,
  queueObstacle,
} from './queue-actions';
import { queueLook } from './queue-look';
import { QueuePill } from './queue-pill';
import { useQueueMarkWords } from './use-queue-mark-words';

// A chart comes after the numbers; until then its place is kept.
const DepthChart = later(
  async () => (await import('./depth-chart')).DepthChart,
  () => <div className="h-[38px]" />,
);

/** One queue: who waits, how full it is, how long they wait, and how that has gone. */
export const QueueCard = memo(function QueueCard({ row }: { readonly row: QueueRow }) {
  const t = useTranslations('queues');
  const { number } = useFormatter();
  const id = useId();
  const hands = useBoardHands();
  const range = useBoard((board) => board.range);
  const isChosen = useBoard((board) => board.query.queue === row.name);
  const { tone, level } = queueLook(row.target);
  const { alive, depth, maxSize, oldestSince, meanSince } = row;
  const kept = depth - alive;
  useLoadedWhenIdle(DepthChart);
  return (
    <article
      aria-labelledby={id}
      data-level={level}
      className={classNames(
        'flex h-full flex-col rounded-xl border bg-panel px-4 pt-3 pb-3',
        level === 'critical' ? 'border-bad' : isChosen ? 'border-brand' : 'border-line',
      )}
    >
      <div className="flex items-center gap-1">
        <h2 id={id} className="min-w-0 flex-1 font-[580]">
          <button
            type="button"
            aria-pressed={isChosen}
            title={t('showCallersOf', { queue: row.name })}
            className="block max-w-full truncate rounded-sm hover:underline"
            onClick={() => {
              queueActions.showCallers.run(hands, row);
            }}
          >
            {row.name}
          </button>
        </h2>
        <QueuePill target={row.target} />
        <CardMenu row={row} />
      </div>
      <div className="mt-2 mb-2 flex items-end gap-3">
        <span
          className={classNames(
            'font-mono text-[40px] leading-none font-[640] tracking-[-0.04em] tabular-nums',
            level !== 'ok' && textTone[tone],
          )}
        >
          {number(alive)}
        </span>
        <span className="pb-0.5 text-sm leading-[17px] whitespace-nowrap text-ink-3">
          {kept > 0 ? t('waitingKept', { kept }) : t('waiting')}
          <br />
          <span title={row.isMaxSizeSeen ? undefined : t('notRead')}>
            {maxSize === null ? t('sizeUnknown') : t('ofSize', { size: maxSize })}
          </span>
        </span>
        <span className="min-w-0 flex-1">
          <DepthChart
            source={{ path: `/api/queues/${encodeURIComponent(row.name)}/samples` }}
            depth={depth}
            tone={tone}
            range={range}
          />
        </span>
      </div>
      <CapacityBar part={maxSize === null ? 0 : depth / maxSize} tone={tone} />
      <dl className="mt-auto grid grid-cols-[1fr_auto] text-sm text-ink-2">
        <dt>{t('longest')}</dt>
        <Length since={oldestSince} />
        <dt>{t('average')}</dt>
        <Length since={meanSince} />
      </dl>
      <CardMark name={row.name} />
    </article>
  );
});

function Length({ since }: { readonly since: number | null }) {
  return (
    <dd className="text-right font-mono font-[560] text-ink">
      {since === null ? '–' : <RunningClock since={since} />}
    </dd>
  );
}

/** How the newest command to the queue itself fares. */
function CardMark({ name }: { readonly name: string }) {
  const words = useQueueMarkWords();
  const queue = useBoard((board) => board.lists.get(name)?.queue);
  const mark = queue === undefined ? null : markOfQueue(queue);
  const isDrawn = usePassing(mark);
  if (mark === null || !isDrawn || mark.phase === 'superseded') return null;
  return <PhaseMark {...mark}>{words(mark)}</PhaseMark>;
}

function CardMenu({ row }: { readonly row: QueueRow }) {
  const t = useTranslations('queues');
  const { role } = useMe();
  const own = queueActionIds.filter((id) => {
    const { permission } = queueAction(id);
    return permission === null || may(role, permission);
  });
  return (
    <Menu
      trigger={
        <IconButton
          look="ghost"
          label={t('moreOfQueue', { queue: row.name })}
          icon={<Ellipsis size={15} />}
          className="-mr-2"
        />
      }
    >
      {own.map((id) => (
        <CardMenuItem key={id} id={id} row={row} />
      ))}
    </Menu>
  );
}

function CardMenuItem({ id, row }: { readonly id: QueueActionId; readonly row: QueueRow }) {
  const t = useTranslations('queues');
  const hands = useBoardHands();
  const { icon: Icon, isDangerous = false, run } = queueAction(id);
  const obstacle = queueObstacle(id, row);
  return (
    <>
      {isDangerous && <MenuSeparator />}
      <MenuItem
        icon={<Icon size={15} />}
        isDangerous={isDangerous}
        isDisabled={obstacle !== null}
        about={obstacle === null ? undefined : t(`obstacles.${obstacle}`, { count: row.depth })}
        onSelect={() => {
          run(hands, row);
        }}
      >
        {t(`action.${id}`)}
      </MenuItem>
    </>
  );
}
