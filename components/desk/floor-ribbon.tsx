import { Clock4, RotateCcw } from 'lucide-react';
import { memo, useMemo, useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { ChoiceField } from '@/components/ui/choice-field';
import { IconButton } from '@/components/ui/icon-button';
import { Pill } from '@/components/ui/pill';
import { useConference } from '@/lib/browser/use-conference';
import { startedAt } from '@/lib/domain/conference/view';
import type { Micros } from '@/lib/domain/stamp';
import { useLength } from '@/lib/i18n/use-length';
import { useDesk, useDeskStore } from './desk-store';
import {
  blockAt,
  type FloorShare,
  longTurnOf,
  ribbonBlocks,
  type RibbonBlock,
  type RibbonRange,
  ribbonRanges,
  type RibbonSpan,
  sharesIn,
  spanOf,
  ticksOf,
  turnsIn,
} from './ribbon';
import { later } from '@/components/ui/later';
import { RibbonBar } from './ribbon-bar';
import { personColour } from './person-colour';
import { useMomentWords, useNames } from './ribbon-words';

const RibbonTables = later(async () => (await import('./ribbon-table')).RibbonTables);
const RibbonPauses = later(async () => (await import('./desk-recordings')).RibbonPauses);

const slots = 400;
const mostNamed = 5;

/** Who had the floor when, in colours over time; a moment can be pointed at and chosen. */
export function FloorRibbon() {
  const t = useTranslations('desk.ribbon');
  const desk = useDeskStore();
  const isEnded = useDesk((state) => state.isEnded);
  const chosenRange = useDesk((state) => state.ribbonRange);
  const range = chosenRange ?? (isEnded ? 'all' : '5');
  const [pointed, setPointed] = useState<Micros | null>(null);
  const moment = useDesk((state) => state.moment);
  const span = useSpan(range);
  const segments = useDesk((state) => state.segments);
  const turns = useMemo(() => turnsIn(segments, span), [segments, span]);
  const blocks = useMemo(() => ribbonBlocks(turns, span, slots), [turns, span]);
  const shares = useMemo(() => sharesIn(turns, span), [turns, span]);
  const momentWords = useMomentWords();
  const looked = lookedAt(blocks, pointed ?? moment);
  const choose = (at: Micros | null) => {
    const block = at === null ? null : blockAt(blocks, at);
    desk.setState((now) => ({
      ...now,
      moment: block?.from ?? null,
      shownId: block?.callControlId ?? now.shownId,
      // Where there is room for it beside the list, the timeline shows the moment.
      panel: block !== null && now.panel === 'participant' ? 'timeline' : now.panel,
    }));
  };
  return (
    <section
      aria-label={t('title')}
      className="shrink-0 border-t border-line bg-panel px-3 pt-2 pb-2.5 md:px-5"
    >
      <div className="flex items-center gap-2.5 max-md:flex-wrap max-md:gap-y-1">
        <h2 className="font-[580]">{t('title')}</h2>
        <LongTurn />
        <div className="min-w-0 flex-1 truncate text-sm text-ink-3 max-md:order-last max-md:basis-full">
          {looked === null ? <Shares range={range} shares={shares} /> : momentWords(looked)}
        </div>
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
        <RangeChoice range={range} />
      </div>
      <RibbonBar
        blocks={blocks}
        span={span}
        looked={looked}
        label={t('slider')}
        hint={t('hint')}
        wordsOf={(block) => (block === null ? t('nobody') : momentWords(block))}
        className="mt-[7px] h-[18px] rounded-md md:h-[26px]"
        onPoint={setPointed}
        onChoose={choose}
      >
        <RibbonPauses span={span} />
      </RibbonBar>
      <Axis span={span} isEnded={isEnded} />
      <RibbonTables shares={shares} blocks={blocks} span={span} />
    </section>
  );
}

/** Which range is shown; the ribbon around is drawn each second, this is not. */
const RangeChoice = memo(function RangeChoice({ range }: { readonly range: RibbonRange }) {
  const t = useTranslations('desk.ribbon');
  const desk = useDeskStore();
  return (
    <ChoiceField
      label={t('range')}
      isLabelHidden
      value={range}
      choices={ribbonRanges.map((value) => ({ value, label: t(`ranges.${value}`) }))}
      onChange={(ribbonRange) => {
        desk.setState({ ribbonRange });
      }}
    />
  );
});

/** Who had the most of the floor, each in their colour. */
function Shares({
  range,
  shares,
}: {
  readonly range: RibbonRange;
  readonly shares: readonly FloorShare[];
}) {
  const t = useTranslations('desk.ribbon');
  const nameOf = useNames();
  return (
    <>
      <span className="max-md:hidden">{t(`spans.${range}`)} · </span>
      {shares.length === 0 && t('nobody')}
      {shares.slice(0, mostNamed).map(({ callControlId, share }) => (
        <span key={callControlId} className="mr-3 whitespace-nowrap">
          <i
            aria-hidden
            className="mr-1.5 inline-block size-2 rounded-full"
            style={{ backgroundColor: personColour(callControlId) }}
          />
          {t('share', { name: nameOf(callControlId), share })}
        </span>
      ))}
      {shares.length > mostNamed && (
        <span className="max-md:hidden">{t('others', { count: shares.length - mostNamed })}</span>
      )}
    </>
  );
}

/** Says that one voice has had the floor for long. */
function LongTurn() {
  const t = useTranslations('desk.ribbon');
  const length = useLength();
  const nameOf = useNames();
  const isEnded = useDesk((state) => state.isEnded);
  const segments = useDesk((state) => state.segments);
  const now = useDesk((state) => state.floorAt);
  const turn = isEnded ? null : longTurnOf(segments, now);
  if (turn === null) return null;
  const values = { name: nameOf(turn.callControlId), length: length(now - turn.from) };
  return (
    <Pill tone="warn" icon={<Clock4 aria-hidden size={12} />} title={t('longTurnAbout')}>
      {t('longTurn', values)}
    </Pill>
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
  const now = useDesk((state) => state.floorAt);
  const { from, until } = spanOf(range, began, endedAt ?? now);
  return useMemo(() => ({ from, until }), [from, until]);
}

function lookedAt(blocks: readonly RibbonBlock[], at: Micros | null): RibbonBlock | null {
  const block = at === null ? null : blockAt(blocks, at);
  return block !== null && at !== null && at <= block.until ? block : null;
}
