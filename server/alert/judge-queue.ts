import type { AlertHappening, AlertLevel, AlertRow } from '@/lib/contract/alert';
import type { Micros } from '@/lib/domain/stamp';
import { figuresAt, type Watched } from '@/lib/domain/target/figures';
import {
  type Judged,
  judgedAt,
  type Judgement,
  levelOf,
  notJudged,
} from '@/lib/domain/target/judge';
import {
  isWorse,
  type Level,
  type Measure,
  measures,
  type Targets,
} from '@/lib/domain/target/targets';
import type { AlertRecord } from '@/server/log/ports';

/** What a queue is judged by. */
export interface QueueCase {
  readonly queue: string;
  /** Its open alerts. */
  readonly open: readonly AlertRecord[];
  readonly targets: Targets;
  readonly watched: Watched;
  /** The carrier's clock, by which waits are told. */
  readonly at: Micros;
  /** Ours, by which alerts are. */
  readonly now: Micros;
  readonly newId: () => string;
}

/** What judging comes to: the alerts as they are to be kept, where they change, and what happened to them. */
export interface Verdict {
  readonly judgement: Judgement;
  readonly changed: readonly AlertRecord[];
  readonly happened: readonly { readonly happening: AlertHappening; readonly alert: AlertRecord }[];
}

/** The judgement that open alerts stand for: what survives a restart. */
export function judgementOf(open: readonly AlertRecord[]): Judgement {
  const judgement: Record<Measure, Judged> = { ...notJudged };
  for (const { measure, level, warningCalmSince, criticalCalmSince } of open) {
    judgement[measure] = {
      warning: { calmSince: warningCalmSince },
      critical: level === 'critical' ? { calmSince: criticalCalmSince } : null,
    };
  }
  return judgement;
}

/** Judges a queue at this moment. */
export function judgeQueue(asked: QueueCase): Verdict {
  const { open, targets, watched, at } = asked;
  const before = judgementOf(open);
  const figures = figuresAt(watched, at);
  const judgement = judgedAt(before, targets, figures, at);
  const changed: AlertRecord[] = [];
  const happened: { happening: AlertHappening; alert: AlertRecord }[] = [];
  for (const measure of measures) {
    const judged = judgement[measure];
    const known = open.find((alert) => alert.measure === measure);
    if (judged === before[measure]) continue;
    const level = levelOf(judged);
    const happening = happeningOf(known?.level ?? 'ok', level);
    const value = figures[measure] ?? 0;
    const threshold = level === 'ok' ? null : targets.thresholds[measure][level];
    const kept = known ?? newAlert(asked, measure, value, threshold ?? 0);
    const alert: AlertRecord = {
      ...kept,
      ...changeOf(kept, level, { value, threshold: threshold ?? kept.threshold, now: asked.now }),
      warningCalmSince: judged.warning?.calmSince ?? null,
      criticalCalmSince: judged.critical?.calmSince ?? null,
      told: kept.told + (happening === null ? 0 : 1),
    };
    changed.push(alert);
    if (happening !== null) happened.push({ happening, alert });
  }
  return { judgement, changed, happened };
}

function happeningOf(before: Level, after: Level): AlertHappening | null {
  if (before === after) return null;
  if (before === 'ok') return 'alert.raised';
  if (after === 'ok') return 'alert.resolved';
  return after === 'critical' ? 'alert.escalated' : 'alert.eased';
}

function changeOf(
  kept: AlertRecord,
  level: Level,
  { value, threshold, now }: { value: number; threshold: number; now: Micros },
): Partial<AlertRecord> {
  if (level === 'ok') return { resolvedAt: now };
  const worst: AlertLevel = isWorse(level, kept.worst) ? level : kept.worst;
  const becameWorse = isWorse(level, kept.level);
  const isCritical = level === 'critical' && (becameWorse || kept.escalatedAt === null);
  return {
    ...{ level, worst },
    // What is told of it stands as it was when it became so bad.
    ...(becameWorse ? { value, threshold } : {}),
    ...(isCritical ? { escalatedAt: now } : {}),
  };
}

function newAlert(
  { queue, now, newId }: QueueCase,
  measure: Measure,
  value: number,
  threshold: number,
): AlertRecord {
  return {
    ...{ kind: 'alert', id: newId(), queue, measure, level: 'warning', worst: 'warning' },
    ...{ value, threshold, raisedAt: now, escalatedAt: null },
    ...{ acknowledgedAt: null, acknowledgedBy: null, resolvedAt: null },
    ...{ warningCalmSince: null, criticalCalmSince: null, told: 0 },
  };
}

/** The alert as people see it, without what only judging needs. */
export function rowOf(alert: AlertRecord): AlertRow {
  return {
    kind: 'alert',
    id: alert.id,
    queue: alert.queue,
    measure: alert.measure,
    level: alert.level,
    worst: alert.worst,
    value: alert.value,
    threshold: alert.threshold,
    raisedAt: alert.raisedAt,
    escalatedAt: alert.escalatedAt,
    acknowledgedAt: alert.acknowledgedAt,
    acknowledgedBy: alert.acknowledgedBy,
    resolvedAt: alert.resolvedAt,
  };
}
