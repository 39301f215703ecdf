import { RotateCcw } from 'lucide-react';
import { type KeyboardEvent, type PointerEvent, useMemo, useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { ChoiceField } from '@/components/ui/choice-field';
import { IconButton } from '@/components/ui/icon-button';
import { useConference } from '@/lib/browser/use-conference';
import { useCarrierNow } from '@/lib/browser/use-carrier-now';
import { startedAt } from '@/lib/domain/conference/view';
import type { Micros } from '@/lib/domain/stamp';
import { colourOf } from '@/lib/format/person';
import { useDesk, useDeskStore } from './desk-store';
import {
  blockAt,
  ribbonBlocks,
  type RibbonBlock,
  type RibbonRange,
  ribbonRanges,
  type RibbonSpan,
  sharesIn,
  spanOf,
  ticksOf,
} from './ribbon';
import { RibbonTable } from './ribbon-table';
import { useMomentWords, useShareWords } from './ribbon-words';

const slots = 400;

/** Who had the floor when, in colours over time; a moment can be pointed at and chosen. */
export function FloorRibbon() {
  const t = useTranslations('desk.ribbon');
  const desk = useDeskStore();
  const isEnded = useDesk((state) => state.isEnded);
  const [chosenRange, setRange] = useState<RibbonRange | null>(null);
  const range = chosenRange ?? (isEnded ? 'all' : '5');
  const [pointed, setPointed] = useState<Micros | null>(null);
  const moment = useDesk((state) => state.moment);
  const span = useSpan(range);
  const segments = useDesk((state) => state.segments);
  const blocks = useMemo(() => ribbonBlocks(segments, span, slots), [segments, span]);
  const shares = useMemo(() => sharesIn(segments, span).slice(0, 3), [segments, span]);
  const shareWords = useShareWords();
  const momentWords = useMomentWords();
  const looked = lookedAt(blocks, pointed ?? moment);
  const choose = (at: Micros | null) => {
    const block = at === null ? null : blockAt(blocks, at);
    desk.setState((now) => ({
      ...now,
      moment: block?.from ?? null,
      shownId: block?.callControlId ?? now.shownId,
    }));
  };
  return (
    <section
      aria-label={t('title')}
      className="shrink-0 border-t border-line bg-panel px-3 pt-2 pb-2.5 md:px-5"
    >
      <div className="flex items-center gap-2.5">
        <h2 className="font-[580]">{t('title')}</h2>
        <p className="min-w-0 flex-1 truncate text-sm text-ink-3">
          {looked === null ? (
            <>
              <span className="max-md:hidden">{t(`spans.${range}`)} · </span>
              {shareWords(shares)}
            </>
          ) : (
            momentWords(looked)
          )}
        </p>
        {moment !== null && (
          <IconButton
            look="ghost"
            label={t('clear')}
            icon={<RotateCcw size={13} />}
            className="size-6!"
            onClick={() => {
              choose(null);
            }}
          />
        )}
        <ChoiceField
          label={t('range')}
          isLabelHidden
          value={range}
          choices={ribbonRanges.map((value) => ({ value, label: t(`ranges.${value}`) }))}
          onChange={setRange}
        />
      </div>
      <Ribbon blocks={blocks} span={span} looked={looked} onPoint={setPointed} onChoose={choose} />
      <Axis span={span} isEnded={isEnded} />
      <RibbonTable blocks={blocks} />
    </section>
  );
}

function Ribbon({
  blocks,
  span,
  looked,
  onPoint,
  onChoose,
}: {
  readonly blocks: readonly RibbonBlock[];
  readonly span: RibbonSpan;
  readonly looked: RibbonBlock | null;
  readonly onPoint: (at: Micros | null) => void;
  readonly onChoose: (at: Micros) => void;
}) {
  const t = useTranslations('desk.ribbon');
  const momentWords = useMomentWords();
  const last = blocks.at(-1);
  const valueText = looked ?? last;
  const index = looked === null ? -1 : blocks.indexOf(looked);
  const onKeyDown = (event: KeyboardEvent) => {
    const target = blocks[targetOf(event.key, index, blocks.length)];
    if (target === undefined) return;
    event.preventDefault();
    onPoint(null);
    onChoose(target.from);
  };
  return (
    <div
      role="slider"
      tabIndex={0}
      aria-label={t('slider')}
      aria-valuemin={0}
      aria-valuemax={Math.max(0, blocks.length - 1)}
      aria-valuenow={index === -1 ? Math.max(0, blocks.length - 1) : index}
      aria-valuetext={valueText === undefined ? t('nobody') : momentWords(valueText)}
      title={t('hint')}
      className="relative mt-[7px] h-[18px] cursor-crosshair overflow-hidden rounded-md bg-raise md:h-[26px]"
      onPointerMove={(event) => {
        onPoint(timeAt(event, span));
      }}
      onPointerLeave={() => {
        onPoint(null);
      }}
      onClick={(event) => {
        onChoose(timeAt(event, span));
      }}
      onKeyDown={onKeyDown}
    >
      {blocks.map((block) => (
        <i
          key={block.from}
          className="absolute inset-y-0"
          style={{
            left: `${block.left * 100}%`,
            width: `${block.width * 100}%`,
            backgroundColor: `var(--color-person-${colourOf(block.callControlId)})`,
            opacity: looked === null || looked === block ? 1 : 0.45,
          }}
        />
      ))}
    </div>
  );
}

function Axis({ span, isEnded }: { readonly span: RibbonSpan; readonly isEnded: boolean }) {
  const t = useTranslations('desk.ribbon');
  const format = useFormatter();
  const length = span.until - span.from;
  const clock = (at: Micros) =>
    format.dateTime(at / 1000, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return (
    <div aria-hidden className="relative mt-1 h-[15px] font-mono text-2xs text-ink-3 max-md:hidden">
      {ticksOf(span)
        .filter((at) => (at - span.from) / length < 0.94)
        .map((at) => (
          <span
            key={at}
            className="absolute"
            style={{ left: `${((at - span.from) / length) * 100}%` }}
          >
            {clock(at)}
          </span>
        ))}
      <span className="absolute right-0">{isEnded ? clock(span.until) : t('now')}</span>
    </div>
  );
}

/** The span of a range; the same reference while it stands. */
function useSpan(range: RibbonRange): RibbonSpan {
  const began = useConference((view) => (view.foreseen === null ? null : startedAt(view.foreseen)));
  const endedAt = useConference((view) => view.foreseen?.ended?.at ?? null);
  const now = useCarrierNow();
  const { from, until } = spanOf(range, began, endedAt ?? now);
  return useMemo(() => ({ from, until }), [from, until]);
}

function lookedAt(blocks: readonly RibbonBlock[], at: Micros | null): RibbonBlock | null {
  const block = at === null ? null : blockAt(blocks, at);
  return block !== null && at !== null && at <= block.until ? block : null;
}

function timeAt(event: PointerEvent | React.MouseEvent, span: RibbonSpan): Micros {
  const { left, width } = event.currentTarget.getBoundingClientRect();
  const fraction = Math.min(1, Math.max(0, (event.clientX - left) / width));
  return Math.round(span.from + fraction * (span.until - span.from));
}

function targetOf(key: string, index: number, count: number): number {
  const from = index === -1 ? count : index;
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return Math.max(0, from - 1);
    case 'ArrowRight':
    case 'ArrowUp':
      return Math.min(count - 1, from + 1);
    case 'PageDown':
      return Math.max(0, from - 10);
    case 'PageUp':
      return Math.min(count - 1, from + 10);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return -1;
  }
}
