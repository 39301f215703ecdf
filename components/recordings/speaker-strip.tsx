import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import { personColour } from '@/components/desk/person-colour';
import { blockAt, ribbonBlocks, type RibbonBlock, sharesIn } from '@/components/desk/ribbon';
import { RibbonBar } from '@/components/desk/ribbon-bar';
import type { SpokenSegment } from '@/lib/contract/recording';
import { clockOf } from '@/lib/format/duration';
import { floorOf } from './along';
import type { Playback } from './playback';

const slots = 600;
const mostNamed = 6;

/** Who speaks when, in the colours of the desk; a turn can be pointed at, and gone to. */
export function SpeakerStrip({
  segments,
  lengthMs,
  playback,
  nameOf,
  isDual,
}: {
  readonly segments: readonly SpokenSegment[];
  readonly lengthMs: number;
  readonly playback: Playback;
  readonly nameOf: (id: string) => string;
  /** Whether two channels are drawn above. */
  readonly isDual: boolean;
}) {
  const t = useTranslations('recordings.player');
  const span = useMemo(() => ({ from: 0, until: Math.max(1, lengthMs) * 1000 }), [lengthMs]);
  const floor = useMemo(() => floorOf(segments), [segments]);
  const blocks = useMemo(() => ribbonBlocks(floor, span, slots), [floor, span]);
  const shares = useMemo(() => sharesIn(floor, span), [floor, span]);
  const [pointed, setPointed] = useState<number | null>(null);
  const playing = useStore(playback.store, ({ atMs }) => blockAt(blocks, atMs * 1000));
  if (segments.length === 0) return <p className="mt-2 text-xs text-ink-3">{t('speakersNone')}</p>;
  const found = pointed === null ? null : blockAt(blocks, pointed);
  const looked = found !== null && pointed !== null && pointed <= found.until ? found : null;
  const wordsOf = (block: RibbonBlock | null) =>
    block === null
      ? t('nobody')
      : t(block.turns === 1 ? 'speakerAt' : 'speakerMostly', {
          name: nameOf(block.callControlId),
          from: clockOf(block.from),
          until: clockOf(block.until),
        });
  return (
    <>
      <RibbonBar
        blocks={blocks}
        span={span}
        looked={looked ?? playing}
        isShaded={looked !== null}
        label={t('speakers')}
        hint={looked === null ? t('speakers') : wordsOf(looked)}
        wordsOf={wordsOf}
        className="mt-2 h-2 rounded"
        onPoint={setPointed}
        onChoose={(at) => {
          playback.seek(at / 1000);
        }}
      />
      <p className="mt-1.5 flex flex-wrap gap-x-3 truncate text-xs text-ink-3 max-md:max-h-4 max-md:overflow-hidden">
        {looked !== null
          ? wordsOf(looked)
          : shares.slice(0, mostNamed).map(({ callControlId, share }) => (
              <span key={callControlId} className="whitespace-nowrap">
                <i
                  aria-hidden
                  className="mr-1.5 inline-block size-2 rounded-full"
                  style={{ backgroundColor: personColour(callControlId) }}
                />
                {t('share', { name: nameOf(callControlId), share })}
              </span>
            ))}
        {isDual && <span className="order-last ml-auto max-md:hidden">{t('lines')}</span>}
        {looked === null && shares.length > mostNamed && (
          <span>{t('others', { count: shares.length - mostNamed })}</span>
        )}
      </p>
    </>
  );
}
