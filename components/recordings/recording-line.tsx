import { Download, Ellipsis, Lock, Pause, Play, RotateCw } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { classNames } from '@/components/ui/class-names';
import { IconButton } from '@/components/ui/icon-button';
import { Menu } from '@/components/ui/menu';
import { Pill } from '@/components/ui/pill';
import { useMay } from '@/lib/browser/use-may';
import { useRostrum } from '@/lib/browser/rostrum-context';
import type { RecordingRow } from '@/lib/contract/recording';
import type { Micros } from '@/lib/domain/stamp';
import type { Playback } from './playback';
import type { RecordingHands } from './recording-hands';
import { isGone, isPlayable } from './recording-look';
import { RecordingMenuItems } from './recording-menu-items';
import { RecordingStatePill } from './recording-state';
import { useRecordingWords } from './use-recording-words';

/** How the cells of a recording's row stand side by side; the heads above them stand the same. */
export const recordingColumns =
  'grid grid-cols-[20px_minmax(0,1fr)_auto] @3xl:grid-cols-[20px_minmax(120px,1fr)_146px_72px_minmax(128px,200px)_102px] @5xl:grid-cols-[20px_minmax(140px,1fr)_158px_80px_112px_84px_minmax(128px,230px)_102px] content-center items-center gap-x-2.5 px-3 md:px-5';

interface LineProps {
  readonly row: RecordingRow;
  readonly index: number;
  /** Pixels from the top of the list. */
  readonly top: number;
  readonly height: number;
  /** Whether the keyboard is on it. */
  readonly isActive: boolean;
  readonly isChosen: boolean;
  /** Whether it is in the player. */
  readonly isOpen: boolean;
  readonly playback: Playback;
  readonly hands: RecordingHands;
}

/** One recording in the list; drawn again only when something about it changes. */
export const RecordingLine = memo(function RecordingLine({
  row,
  index,
  top,
  height,
  isActive,
  isChosen,
  isOpen,
  playback,
  hands,
}: LineProps) {
  const t = useTranslations('recordings');
  const words = useRecordingWords();
  const tabIndex = isActive ? 0 : -1;
  const name = words.name(row);
  const kind = [
    row.format === null ? null : t(`formats.${row.format}`),
    row.channels === null ? null : t(`channels.${row.channels}`),
  ].filter((word) => word !== null);
  return (
    <div
      role="row"
      data-row={row.id}
      tabIndex={tabIndex}
      aria-rowindex={index + 2}
      aria-selected={isChosen}
      aria-current={isOpen ? true : undefined}
      style={{ height, transform: `translateY(${top}px)` }}
      className={classNames(
        'absolute inset-x-0 top-0 border-b border-line-soft -outline-offset-2 select-none',
        recordingColumns,
        isChosen ? 'bg-brand-soft' : isOpen ? 'bg-raise' : 'hover:bg-raise',
        isGone(row) && 'text-ink-3',
      )}
    >
      <div role="gridcell" className="grid place-items-center">
        <Checkbox
          label={t('list.selectOne', { name })}
          isChecked={isChosen}
          tabIndex={tabIndex}
          onClick={(event) => {
            hands.choose(row, event.shiftKey);
          }}
          onChange={ignore}
        />
      </div>
      <NameCell row={row} name={name} />
      <div role="gridcell" className={classNames(wideOnly, 'font-mono text-sm text-ink-2')}>
        {words.started(row)}
      </div>
      <div role="gridcell" className={classNames(wideOnly, 'font-mono text-sm')}>
        {row.durationMs === null ? (
          <span title={t('noLength')}>
            <span aria-hidden>–</span>
            <span className="sr-only">{t('noLength')}</span>
          </span>
        ) : (
          words.length(row)
        )}
      </div>
      <div role="gridcell" className={classNames(widestOnly, 'text-sm text-ink-3')}>
        {kind.join(' · ')}
      </div>
      <div role="gridcell" className={classNames(widestOnly, 'font-mono text-sm text-ink-3')}>
        {row.bytes !== null && words.size(row.bytes)}
      </div>
      <div role="gridcell" className="hidden min-w-0 items-center gap-1.5 @3xl:flex">
        <RecordingStatePill row={row} />
        <StateAside row={row} name={name} hands={hands} tabIndex={tabIndex} />
      </div>
      <div
        role="gridcell"
        className="col-start-3 row-start-1 flex justify-end gap-1.5 @3xl:col-start-auto @3xl:row-start-auto"
      >
        <PlayButton {...{ row, name, isOpen, playback, hands, tabIndex }} />
        <DownloadButton {...{ row, name, hands, tabIndex }} />
        <Menu
          trigger={
            <IconButton
              label={t('action.more', { name })}
              icon={<Ellipsis size={15} />}
              tabIndex={tabIndex}
            />
          }
        >
          <RecordingMenuItems row={row} hands={hands} />
        </Menu>
      </div>
    </div>
  );
});

const soon: Micros = 30 * 86_400_000_000;
const wideOnly = 'hidden truncate @3xl:block';
const widestOnly = 'hidden truncate @5xl:block';

/** What it is of, and on a narrow screen below it all that has no column there. */
function NameCell({ row, name }: { readonly row: RecordingRow; readonly name: string }) {
  const t = useTranslations('recordings');
  const words = useRecordingWords();
  const { hold, queue, isFound } = row;
  const problem = words.problem(row);
  const about = [queue === null ? null : t('ofQueue', { queue }), isFound ? t('found') : null];
  return (
    <div role="gridcell" className="min-w-0">
      <div className="flex min-w-0 items-center gap-2">
        <span
          className="truncate font-[560]"
          title={about.filter((part) => part !== null).join(' · ') || undefined}
        >
          {name}
        </span>
        {hold !== null && <HoldMark hold={hold} />}
        {problem === null ? (
          <ExpiryMark row={row} />
        ) : (
          <span
            aria-hidden
            className="hidden min-w-0 shrink-[9] truncate text-xs text-warn @3xl:inline"
          >
            {problem}
          </span>
        )}
      </div>
      <div className="flex min-w-0 items-center gap-2 text-sm text-ink-3 @3xl:hidden">
        <RecordingStatePill row={row} size="sm" />
        {problem === null ? (
          <span className="truncate font-mono text-xs">
            {words.length(row)} · {words.startedBriefly(row)}
          </span>
        ) : (
          <span aria-hidden className="truncate text-xs text-warn">
            {problem}
          </span>
        )}
      </div>
    </div>
  );
}

/** That a rule deletes it soon; when it does later than that is not worth the room in every row. */
function ExpiryMark({ row: { expiresAt, hold, state } }: Pick<LineProps, 'row'>) {
  const t = useTranslations('recordings');
  const words = useRecordingWords();
  const { clock } = useRostrum();
  if (expiresAt === null || hold !== null || isGone({ state })) return null;
  if (expiresAt - clock.now() > soon) return null;
  return (
    <span className="hidden shrink-0 text-xs whitespace-nowrap text-ink-3 @5xl:inline">
      {t('keptUntil', { date: words.day(expiresAt) })}
    </span>
  );
}

function HoldMark({ hold }: { readonly hold: NonNullable<RecordingRow['hold']> }) {
  const t = useTranslations('recordings');
  const words = useRecordingWords();
  const { by, reason, at } = hold;
  const about = t('heldBy', { date: words.day(at), name: by.name, reason });
  return (
    <Pill tone="warn" size="sm" title={about} icon={<Lock aria-hidden size={10} />}>
      {t('held')}
      <span className="sr-only">. {about}</span>
    </Pill>
  );
}

/** What stands beside the state: the way to try again, or who deleted it. */
function StateAside({
  row,
  name,
  hands,
  tabIndex,
}: Pick<LineProps, 'row' | 'hands'> & {
  readonly name: string;
  readonly tabIndex: number;
}): ReactNode {
  const t = useTranslations('recordings');
  if (row.state === 'failed') {
    return (
      <Button
        size="sm"
        aria-label={t('action.retryOf', { name })}
        icon={<RotateCw aria-hidden size={13} />}
        tabIndex={tabIndex}
        onClick={() => {
          hands.retry(row);
        }}
      >
        {t('action.retry')}
      </Button>
    );
  }
  if (row.state !== 'deleted' || row.deletion === null) return null;
  const { by } = row.deletion;
  return (
    <span aria-hidden className="truncate text-xs text-ink-3">
      {by === null ? t('deletedByRule') : t('deletedBy', { name: by.name })}
    </span>
  );
}

function PlayButton({
  row,
  name,
  isOpen,
  playback,
  hands,
  tabIndex,
}: Pick<LineProps, 'row' | 'isOpen' | 'playback' | 'hands'> & {
  readonly name: string;
  readonly tabIndex: number;
}) {
  const t = useTranslations('recordings.action');
  const isSounding = useStore(playback.store, ({ isPlaying }) => isPlaying && isOpen);
  const word = !isPlayable(row) ? 'notYet' : isSounding ? 'pause' : 'play';
  return (
    <IconButton
      label={t(word, { name })}
      icon={isSounding ? <Pause size={15} /> : <Play size={15} />}
      tabIndex={tabIndex}
      className={isPlayable(row) ? undefined : 'text-ink-3!'}
      onClick={() => {
        hands.play(row);
      }}
    />
  );
}

function DownloadButton({
  row,
  name,
  hands,
  tabIndex,
}: Pick<LineProps, 'row' | 'hands'> & {
  readonly name: string;
  readonly tabIndex: number;
}) {
  const t = useTranslations('recordings.action');
  const mayExport = useMay('recording.export');
  if (!mayExport) return null;
  return (
    <IconButton
      label={t('download', { name })}
      icon={<Download size={15} />}
      disabled={!isPlayable(row)}
      tabIndex={tabIndex}
      className="@max-md:hidden"
      onClick={() => {
        hands.download(row);
      }}
    />
  );
}

function ignore(): void {
  return undefined;
}
