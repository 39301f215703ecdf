import type { RecordingStep } from '@/lib/domain/conference/conference';
import type { RibbonSpan } from './ribbon';

/** The stretches of a span in which the recording was paused; one that still is reaches to its end. */
export function pausesIn(steps: readonly RecordingStep[], span: RibbonSpan): readonly RibbonSpan[] {
  const pauses: RibbonSpan[] = [];
  let from: number | null = null;
  for (const { to, at } of steps) {
    if (to === 'paused') from ??= at;
    else if (from !== null) {
      pauses.push({ from, until: at });
      from = null;
    }
  }
  if (from !== null) pauses.push({ from, until: span.until });
  return pauses
    .map((pause) => ({
      from: Math.max(pause.from, span.from),
      until: Math.min(pause.until, span.until),
    }))
    .filter((pause) => pause.until > pause.from);
}
