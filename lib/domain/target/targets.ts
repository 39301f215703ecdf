/** What is watched of a queue, in the order in which it is told. */
export const measures = ['longestWait', 'depth', 'averageWait', 'abandonment'] as const;
/** One thing that is watched. */
export type Measure = (typeof measures)[number];

/** How a queue stands against one of its thresholds. */
export const levels = ['ok', 'warning', 'critical'] as const;
/** One way to stand. */
export type Level = (typeof levels)[number];

/** From where on it is a warning, and critical; null for never. */
export interface Thresholds {
  readonly warning: number | null;
  readonly critical: number | null;
}

/** So many of a hundred are to be answered within so many seconds. */
export interface ServiceTarget {
  readonly percent: number;
  readonly withinSeconds: number;
}

/** What a queue is held against: people in `depth`, seconds in the waits, percent in `abandonment`. */
export interface Targets {
  readonly service: ServiceTarget;
  readonly thresholds: Readonly<Record<Measure, Thresholds>>;
}

/** How a queue stands, measure by measure. */
export type Levels = Readonly<Record<Measure, Level>>;

/** What queues are held against until somebody says otherwise. */
export const firstTargets: Targets = {
  service: { percent: 80, withinSeconds: 20 },
  thresholds: {
    longestWait: { warning: 120, critical: 180 },
    depth: { warning: 10, critical: 20 },
    averageWait: { warning: 60, critical: 120 },
    abandonment: { warning: 10, critical: 20 },
  },
};

/** Whether `one` is worse than `other`. */
export function isWorse(one: Level, other: Level): boolean {
  return levels.indexOf(one) > levels.indexOf(other);
}

/** How a queue stands in all, and by what: its worst measure, and the threshold that this one is over. */
export interface Standing {
  readonly level: Level;
  readonly measure: Measure | null;
  readonly threshold: number | null;
}

/** How a queue stands in all; of measures that are equally bad, the first of `measures`. */
export function standingOf(all: Levels, { thresholds }: Targets): Standing {
  let worst: Standing = { level: 'ok', measure: null, threshold: null };
  for (const measure of measures) {
    const level = all[measure];
    if (level === 'ok' || !isWorse(level, worst.level)) continue;
    worst = { level, measure, threshold: thresholds[measure][level] };
  }
  return worst;
}

/** How one caller's wait stands, at this very second. */
export function waitLevel({ thresholds }: Targets, waitedSeconds: number): Level {
  const { warning, critical } = thresholds.longestWait;
  if (critical !== null && waitedSeconds >= critical) return 'critical';
  return warning !== null && waitedSeconds >= warning ? 'warning' : 'ok';
}
