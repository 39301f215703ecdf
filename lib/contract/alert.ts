import { z } from 'zod';
import type { Actor } from '@/lib/domain/event';
import type { Micros } from '@/lib/domain/stamp';
import type { Level, Measure } from '@/lib/domain/target/targets';

/** How bad it is while an alert is open. */
export type AlertLevel = Exclude<Level, 'ok'>;

/** One alert: a measure of a queue that went over a threshold, until it is calm again. */
export interface AlertRow {
  readonly kind: 'alert';
  readonly id: string;
  readonly queue: string;
  readonly measure: Measure;
  /** As it stands now, or stood at the end. */
  readonly level: AlertLevel;
  /** The worst it has been. */
  readonly worst: AlertLevel;
  /** The figure and the threshold when it was raised, or became worse: people, seconds or percent. */
  readonly value: number;
  readonly threshold: number;
  readonly raisedAt: Micros;
  /** When it last became critical; null where it never did. */
  readonly escalatedAt: Micros | null;
  readonly acknowledgedAt: Micros | null;
  readonly acknowledgedBy: Actor | null;
  readonly resolvedAt: Micros | null;
}

/** The query of `GET /api/alerts`; the newest first. */
export const listAlertsSchema = z.strictObject({
  state: z.enum(['open', 'resolved', 'all'], 'Write open, resolved or all').default('all'),
  queue: z.string().max(255).optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** What happens to an alert: each is told to the webhook. */
export const alertHappenings = [
  'alert.raised',
  'alert.escalated',
  'alert.eased',
  'alert.acknowledged',
  'alert.resolved',
] as const;
/** One of these. */
export type AlertHappening = (typeof alertHappenings)[number];

/** The body of `PUT /api/alert-webhook`. */
export const alertWebhookSchema = z.strictObject({
  url: z
    .string()
    .trim()
    .min(1, 'Give the address to post to')
    .max(2000, 'An address has 2000 characters at most'),
  /** Whether a new secret is made though there is one. */
  renewsSecret: z.boolean().default(false),
});

/** What became of the last post to the webhook. */
export interface WebhookAttempt {
  readonly at: Micros;
  /** The status that was answered; null where nobody answered. */
  readonly status: number | null;
  /** Why nobody answered: a refusal of the address, `time-out`, or the system's code. */
  readonly problem: string | null;
}

/** Where alerts are posted, as `GET /api/alert-webhook` answers; the secret is never among it. */
export interface AlertWebhook {
  /** Null where alerts are posted nowhere. */
  readonly url: string | null;
  readonly updatedAt: Micros | null;
  readonly updatedBy: Actor | null;
  readonly lastAttempt: WebhookAttempt | null;
}

/** What `PUT /api/alert-webhook` answers: the secret too, where one was made. It is shown this once. */
export interface SavedAlertWebhook extends AlertWebhook {
  readonly secret: string | null;
}
