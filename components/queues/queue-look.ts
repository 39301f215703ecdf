import type { Tone } from '@/components/ui/tone';
import type { TargetStanding } from '@/lib/contract/target';
import {
  isWorse,
  type Level,
  type Standing,
  standingOf,
  type Targets,
  waitLevel,
} from '@/lib/domain/target/targets';

/** How a queue looks wherever it is shown: on cards, in rows, on the wallboard, in the palette. */
export interface QueueLook extends Standing {
  readonly tone: Tone;
}

const tones: Readonly<Record<Level, Tone>> = { ok: 'live', warning: 'warn', critical: 'bad' };

/** The colour of a level; an icon or a word stands beside it always. */
export function levelTone(level: Level): Tone {
  return tones[level];
}

/** The one place where it is decided how a queue looks. */
export function queueLook({ levels, targets }: TargetStanding): QueueLook {
  const standing = standingOf(levels, targets);
  return { ...standing, tone: levelTone(standing.level) };
}

/** How the wait of one caller looks, by the same targets; on target it is no colour of its own. */
export function waitTone(targets: Targets, waitedSeconds: number): Tone {
  const level = waitLevel(targets, waitedSeconds);
  return level === 'ok' ? 'neutral' : levelTone(level);
}

/** How the queue stands that is worst off. */
export function worstLevelOf(rows: Iterable<{ readonly target: TargetStanding }>): Level {
  let worst: Level = 'ok';
  for (const { target } of rows) {
    const { level } = queueLook(target);
    if (isWorse(level, worst)) worst = level;
  }
  return worst;
}
