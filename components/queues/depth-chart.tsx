import { useEffect, useRef, useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { classNames } from '@/components/ui/class-names';
import { type Tone, textTone } from '@/components/ui/tone';
import { useRostrum } from '@/lib/browser/rostrum-context';
import { usePreferences } from '@/lib/browser/use-preferences';
import { type SampleSource, useQueueSamples } from '@/lib/browser/use-queue-samples';
import type { QueueSample } from '@/lib/contract/rows';
import type { ChartRange } from './board-state';
import { depthLine, type DepthPoint, rangeSecs } from './depth-line';

const height = 38;
/** The line moves on by itself so often, though nothing happens. */
const moveOnEveryMs = 10_000;
const mostHeard = 2_000;
const noSamples: readonly QueueSample[] = [];

/** How many waited over the last hour, day or week, and now: kept samples, and what rows tell since. */
export function DepthChart({
  source,
  depth,
  tone,
  range,
  fills = false,
}: {
  readonly source: SampleSource;
  readonly depth: number;
  readonly tone: Tone;
  readonly range: ChartRange;
  /** Whether it is as high as what it stands in, for a wallboard; else it is a line on a card. */
  readonly fills?: boolean;
}) {
  const t = useTranslations('queues.chart');
  const box = useRef<HTMLDivElement>(null);
  const { samples, error } = useQueueSamples(source, rangeSecs[range]);
  const items = samples?.items ?? noSamples;
  const pointed = useChart(box, items, depth, { tone, range });
  const { dateTime } = useFormatter();
  const most = items.reduce((max, sample) => Math.max(max, sample.depth), depth);
  return (
    <div
      role="img"
      aria-label={error === null ? t(`about.${range}`, { depth, most }) : t('failed')}
      className={fills ? 'absolute inset-0' : 'relative'}
      style={fills ? undefined : { height }}
    >
      <div
        ref={box}
        className={classNames(textTone[tone === 'neutral' ? 'live' : tone], fills && 'h-full')}
      />
      {pointed !== null && (
        <span
          aria-hidden
          className="pointer-events-none absolute -top-3.5 right-0 text-2xs whitespace-nowrap text-ink-2"
        >
          {t('at', {
            time: dateTime(pointed.at * 1000, {
              ...(range === 'week' ? { weekday: 'short' } : {}),
              ...{ hour: '2-digit', minute: '2-digit' },
            }),
            depth: pointed.depth,
          })}
        </span>
      )}
      {error !== null && (
        <span className="absolute inset-0 grid place-items-center text-2xs text-ink-3">
          {t('failed')}
        </span>
      )}
    </div>
  );
}

/** Draws the line in `box` and keeps it going; answers what the pointer is on. */
function useChart(
  box: React.RefObject<HTMLDivElement | null>,
  samples: readonly QueueSample[],
  depth: number,
  { tone, range }: { readonly tone: Tone; readonly range: ChartRange },
): DepthPoint | null {
  const { clock } = useRostrum();
  const theme = usePreferences((preferences) => preferences.theme);
  const chart = useRef<uPlot | null>(null);
  const heard = useRef<readonly DepthPoint[]>([]);
  const bounds = useRef({ from: 0, now: 1 });
  const [pointed, setPointed] = useState<DepthPoint | null>(null);

  useEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const colour = () => getComputedStyle(element).color;
    const size = () => ({
      width: Math.max(1, element.clientWidth),
      height: Math.max(height, element.clientHeight),
    });
    const options: uPlot.Options = {
      ...size(),
      padding: [2, 0, 0, 0],
      legend: { show: false },
      cursor: { y: false, drag: { x: false, y: false }, points: { size: 6 } },
      axes: [{ show: false }, { show: false }],
      scales: {
        x: { time: false, range: () => [bounds.current.from, bounds.current.now] },
        y: { range: (_, __, most) => [0, Math.max(1, most) * 1.08] },
      },
      series: [
        {},
        {
          stroke: colour,
          fill: () => faint(colour()),
          width: 1.6,
          points: { show: false },
          ...(uPlot.paths.stepped === undefined
            ? {}
            : { paths: uPlot.paths.stepped({ align: 1 }) }),
        },
      ],
      hooks: {
        setCursor: [
          ({ cursor: { idx }, data: [xs, ys] }) => {
            const at = idx == null ? undefined : xs[idx];
            setPointed(at === undefined || idx == null ? null : { at, depth: ys?.[idx] ?? 0 });
          },
        ],
      },
    };
    const drawn = new uPlot(options, [[], []], element);
    chart.current = drawn;
    const observer = new ResizeObserver(() => {
      drawn.setSize(size());
    });
    observer.observe(element);
    const scheme = window.matchMedia('(prefers-color-scheme: dark)');
    const redraw = () => {
      drawn.redraw(false);
    };
    scheme.addEventListener('change', redraw);
    return () => {
      scheme.removeEventListener('change', redraw);
      observer.disconnect();
      drawn.destroy();
      chart.current = null;
    };
  }, [box]);

  useEffect(() => {
    const at = clock.now() / 1_000_000;
    heard.current = [...heard.current.slice(-mostHeard), { at, depth }];
  }, [clock, depth]);

  useEffect(() => {
    const draw = () => {
      const now = clock.now() / 1_000_000;
      bounds.current = { from: now - rangeSecs[range], now };
      const [xs, ys] = depthLine(samples, heard.current, depth, bounds.current);
      chart.current?.setData([[...xs], [...ys]]);
    };
    draw();
    const timer = setInterval(draw, moveOnEveryMs);
    return () => {
      clearInterval(timer);
    };
  }, [clock, samples, depth, range]);

  useEffect(() => {
    chart.current?.redraw(false);
  }, [tone, theme]);

  return pointed;
}

function faint(colour: string): string {
  return colour.replace(/^rgba?\((\d+), (\d+), (\d+).*$/, 'rgb($1 $2 $3 / 0.13)');
}
