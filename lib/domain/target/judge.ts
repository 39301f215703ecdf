import type { Micros } from '../stamp';
import { type Ended, findEnd } from './ended';
import { abandonmentOf, type Figures, type Watched } from './figures';
import { halfHourLasts } from './service';
import {
  type Level,
  type Levels,
  type Measure,
  measures,
  type Targets,
  type Thresholds,
} from './targets';

// A level is left below this part of its threshold, and not before it was below for so long (TA3).
const calmPart = 0.9;
const calmLasts: Micros = 30_000_000;

/** One threshold that was reached: since when it has been calm below it; null while it is not. */
export interface Raised {
  readonly calmSince: Micros | null;
}

/** Which thresholds of one measure were reached and not yet left. */
export interface Judged {
  readonly warning: Raised | null;
  readonly critical: Raised | null;
}

/** All measures of a queue, judged. */
export type Judgement = Readonly<Record<Measure, Judged>>;

/** A queue nobody has looked at. */
export const notJudged: Judgement = {
  longestWait: { warning: null, critical: null },
  depth: { warning: null, critical: null },
  averageWait: { warning: null, critical: null },
  abandonment: { warning: null, critical: null },
};

/** The judgement at a moment, from the one before; the same reference where nothing is otherwise. */
export function judgedAt(
  before: Judgement,
  { thresholds }: Targets,
  figures: Figures,
  at: Micros,
): Judgement {
  let after = before;
  for (const measure of measures) {
    const known = before[measure];
    const value = figures[measure];
    const warning = raisedAt(known.warning, thresholds[measure].warning, value, at);
    const critical = raisedAt(known.critical, thresholds[measure].critical, value, at);
    if (warning === known.warning && critical === known.critical) continue;
    after = { ...after, [measure]: { warning, critical } };
  }
  return after;
}

function raisedAt(
  known: Raised | null,
  threshold: number | null,
  value: number | null,
  at: Micros,
): Raised | null {
  if (threshold === null) return null;
  if (known === null) return value !== null && value >= threshold ? { calmSince: null } : null;
  if (value !== null && value >= threshold * calmPart) {
    return known.calmSince === null ? known : { calmSince: null };
  }
  if (known.calmSince === null) return { calmSince: at };
  return at - known.calmSince >= calmLasts ? null : known;
}

/** How one measure stands. */
export function levelOf({ warning, critical }: Judged): Level {
  if (critical !== null) return 'critical';
  return warning === null ? 'ok' : 'warning';
}

/** How all stand. */
export function levelsOf(judgement: Judgement): Levels {
  return {
    longestWait: levelOf(judgement.longestWait),
    depth: levelOf(judgement.depth),
    averageWait: levelOf(judgement.averageWait),
    abandonment: levelOf(judgement.abandonment),
  };
}

/**
 * When the judgement may next be another though nothing happens to the queue: a wait grows over a line, a
 * calm has lasted, or a wait that ended grows too old to count. Null: not before something happens.
 */
export function nextLook(
  judgement: Judgement,
  { thresholds }: Targets,
  { waiting, ended }: Watched,
  at: Micros,
): Micros | null {
  const times: Micros[] = [];
  const since = { longestWait: waiting.oldestSince, averageWait: waiting.meanSince };
  for (const measure of measures) {
    for (const level of ['warning', 'critical'] as const) {
      const threshold = thresholds[measure][level];
      const raised = judgement[measure][level];
      if (threshold === null) continue;
      if (raised?.calmSince != null) times.push(raised.calmSince + calmLasts);
      if (measure !== 'longestWait' && measure !== 'averageWait') continue;
      const line = raised === null ? threshold : threshold * calmPart;
      const from = since[measure];
      if (from !== null) times.push(Math.ceil(from + line * 1_000_000));
    }
  }
  const turning = abandonmentTurnsAt(judgement.abandonment, thresholds.abandonment, ended, at);
  if (turning !== null) times.push(turning);
  let next: Micros | null = null;
  for (const time of times) if (time > at && (next === null || time < next)) next = time;
  return next;
}

/** When waits that grow too old to count take abandonment over a line that matters now. */
function abandonmentTurnsAt(
  judged: Judged,
  thresholds: Thresholds,
  ended: Ended,
  at: Micros,
): Micros | null {
  if (thresholds.warning === null && thresholds.critical === null) return null;
  const end = findEnd(ended, at - halfHourLasts, ({ answered, abandoned }) => {
    const value = abandonmentOf(abandoned, answered + abandoned);
    return (['warning', 'critical'] as const).some((level) => {
      const threshold = thresholds[level];
      if (threshold === null) return false;
      const raised = judged[level];
      const line = raised === null ? threshold : threshold * calmPart;
      const isOver = value !== null && value >= line;
      return isOver !== (raised !== null && raised.calmSince === null);
    });
  });
  return end === null ? null : end + halfHourLasts;
}
