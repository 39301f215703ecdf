import { z } from 'zod';
import type { Actor } from '@/lib/domain/event';
import type { Micros } from '@/lib/domain/stamp';
import { type Levels, type Measure, measures, type Targets } from '@/lib/domain/target/targets';

/** The least and the most that each threshold may be: people, seconds, percent. */
export const thresholdLimits: Readonly<
  Record<Measure, { readonly least: number; readonly most: number }>
> = {
  longestWait: { least: 1, most: 86_400 },
  depth: { least: 1, most: 10_000 },
  averageWait: { least: 1, most: 86_400 },
  abandonment: { least: 1, most: 100 },
};

/** The least and the most that a service level may ask for. */
export const serviceLimits = {
  percent: { least: 1, most: 100 },
  withinSeconds: { least: 1, most: 3_600 },
} as const;

const units: Readonly<Record<Measure, string>> = {
  longestWait: 'seconds',
  depth: 'people',
  averageWait: 'seconds',
  abandonment: 'percent',
};

/** The body of `PUT /api/targets` and `PUT /api/targets/:queue`: what queues are held against. */
export const targetsSchema = z.strictObject({
  service: z.strictObject({
    percent: whole(serviceLimits.percent, 'percent'),
    withinSeconds: whole(serviceLimits.withinSeconds, 'seconds'),
  }),
  thresholds: z.strictObject(
    Object.fromEntries(measures.map((measure) => [measure, thresholdsOf(measure)])) as Record<
      Measure,
      ReturnType<typeof thresholdsOf>
    >,
  ),
}) satisfies z.ZodType<Targets>;

function whole({ least, most }: { readonly least: number; readonly most: number }, unit: string) {
  const says = `Give a whole number of ${unit} from ${least} to ${most}`;
  return z.int(says).min(least, says).max(most, says);
}

function thresholdsOf(measure: Measure) {
  const threshold = whole(thresholdLimits[measure], `${units[measure]}, or null for never,`);
  return z
    .strictObject({ warning: threshold.nullable(), critical: threshold.nullable() })
    .refine(
      ({ warning, critical }) => warning === null || critical === null || critical > warning,
      {
        path: ['critical'],
        message: 'Critical has to come after the warning: give more than that',
      },
    );
}

/** The name of a queue, as an address holds it (DOMAIN §1.4). */
export const queueNameSchema = z
  .string()
  .min(1, 'Name the queue')
  .max(255, 'A queue’s name has 255 characters at most');

/** Targets as they were last saved. */
export interface TargetsRow {
  /** Null for those of all queues that have none of their own. */
  readonly queue: string | null;
  readonly targets: Targets;
  /** Null where nobody has saved any. */
  readonly updatedAt: Micros | null;
  readonly updatedBy: Actor | null;
}

/** What `GET /api/targets` answers. */
export interface TargetsAnswer {
  readonly standard: TargetsRow;
  /** By the names of the queues. */
  readonly queues: readonly TargetsRow[];
  /** The queues that Rostrum has heard of, in order. */
  readonly known: readonly string[];
  /** Where a day begins (TIME_ZONE). */
  readonly timeZone: string;
}

/** What a queue's row says of its targets: how each measure stands, and against what. */
export interface TargetStanding {
  readonly levels: Levels;
  readonly targets: Targets;
}
