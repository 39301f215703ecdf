import { z } from 'zod';
import type { Actor } from '@/lib/domain/event';
import type { Micros } from '@/lib/domain/stamp';
import { listSamplesSchema } from './http';
import { queueNameSchema } from './target';

/** How many tiles may stand beside each other: as many as can be read from five metres. */
export const tilesAtOnce = [1, 2, 4, 6, 9] as const;

/** How long each set of tiles stands, in seconds: at least and at most. */
export const rotationLimits = { least: 5, most: 600 } as const;

const mostNames = 200;
const rotation = `Give a whole number of seconds from ${rotationLimits.least} to ${rotationLimits.most}`;
const names = (what: string) =>
  z.array(queueNameSchema).max(mostNames, `Name ${mostNames} ${what} at most, or show all`);

/** The body of `POST /api/wallboards` and `PUT /api/wallboards/:id`: what a wallboard shows, and how. */
export const wallboardSchema = z
  .strictObject({
    name: z
      .string()
      .trim()
      .min(1, 'Give it a name')
      .max(80, 'A wallboard’s name has 80 characters at most'),
    /** Null: every queue there is. */
    queues: names('queues').nullable(),
    /** By their names, which stay when a conference is made again; null: every one that is live. */
    conferences: names('conferences').nullable(),
    tiles: z.union(
      tilesAtOnce.map((count) => z.literal(count)),
      `Choose how many tiles stand there at once: ${tilesAtOnce.join(', ')}`,
    ),
    rotateSeconds: z
      .int(rotation)
      .min(rotationLimits.least, rotation)
      .max(rotationLimits.most, rotation),
  })
  .refine(({ queues, conferences }) => queues?.length !== 0 || conferences?.length !== 0, {
    path: ['queues'],
    message: 'Choose at least one queue or one conference to show',
  });
/** What a wallboard shows, and how. */
export type WallboardSettings = z.infer<typeof wallboardSchema>;

/** One wallboard; its link is known only to whoever was given it. */
export interface WallboardRow extends WallboardSettings {
  readonly id: string;
  readonly updatedAt: Micros;
  readonly updatedBy: Actor;
}

/** What making a wallboard, or a new link to it, answers: the link is told this once. */
export interface WallboardLink {
  readonly wallboard: WallboardRow;
  /** A path on this server. */
  readonly link: string;
}

/** What `GET /api/wallboard` answers whoever has its link. */
export type WallboardView = Pick<WallboardRow, 'name' | 'tiles' | 'rotateSeconds'>;

/** The query of `GET /api/wallboard/samples`; `queue` is the id of its row. */
export const wallboardSamplesSchema = listSamplesSchema.safeExtend({
  queue: z.string().min(1).max(100),
});

/** What a link may look like: 24 random bytes as base64url. */
export const wallboardToken = /^[\w-]{32}$/;
