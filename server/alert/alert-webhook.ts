import { randomBytes, randomUUID } from 'node:crypto';
import { z } from 'zod';
import {
  type AlertHappening,
  alertHappenings,
  type AlertRow,
  type WebhookAttempt,
} from '@/lib/contract/alert';
import type { Actor } from '@/lib/domain/event';
import type { Micros } from '@/lib/domain/stamp';
import type { JobWorker } from '@/server/jobs/run-jobs';
import type { AlertRecord, JobRecord } from '@/server/log/ports';
import type { Outbound } from '@/server/outbound/create-outbound';
import { AlertError } from './alert-error';
import { rowOf } from './judge-queue';
import type { AlertWebhookTable, WebhookRecord, WebhookService } from './ports';
import { sealed, unsealed } from './sealed-secret';
import { secretText, signedHeaders } from './sign-webhook';

/** The kind of job that posts one happening to the webhook. */
export const webhookKind = 'alert.webhook';

const timeoutMs = 10_000;
const firstRetry: Micros = 5_000_000;
const longestRetry: Micros = 600_000_000;
const givesUpAfter: Micros = 86_400_000_000;
const secretBytes = 32;

/** What the webhook is made of. */
export interface AlertWebhookParts {
  readonly table: AlertWebhookTable;
  readonly outbound: Pick<Outbound, 'check' | 'post'>;
  /** What seals the webhook's own secret in the database. */
  readonly installationSecret: string;
  readonly now: () => Micros;
}

interface Message {
  readonly id: string;
  readonly type: AlertHappening | 'alert.trial';
  readonly at: Micros;
  readonly data: object;
}

/** The job that posts what happened to an alert; one for each happening. */
export function webhookJob(happening: AlertHappening, alert: AlertRecord, now: Micros): JobRecord {
  return {
    kind: webhookKind,
    key: `${alert.id}-${alert.told}`,
    body: { happening, at: now, alert: rowOf(alert) },
    ...{ priority: 0, dueAt: now, tries: 0 },
  };
}

// Written by us in the same version or an earlier one: whatever an alert holds is handed on as it is.
const jobBody = z.object({
  happening: z.enum(alertHappenings),
  at: z.int(),
  alert: z.custom<AlertRow>((value) => typeof value === 'object' && value !== null),
});

/** Posts alerts, signed, to the address that somebody saved. */
export function createAlertWebhook(parts: AlertWebhookParts): WebhookService & {
  readonly worker: JobWorker;
} {
  const { table, outbound, installationSecret, now } = parts;
  const post = async (webhook: WebhookRecord, message: Message): Promise<WebhookAttempt> => {
    const secret = unsealed(webhook.sealedSecret, installationSecret);
    const attempt =
      secret === null
        ? { at: now(), status: null, problem: 'secret-lost' }
        : await posted(outbound, webhook.url, secret, message, now);
    await table.tell(attempt, webhook.url);
    return attempt;
  };
  const shown = (webhook: WebhookRecord | null) => ({
    url: webhook?.url ?? null,
    updatedAt: webhook?.updatedAt ?? null,
    updatedBy: webhook?.updatedBy ?? null,
    lastAttempt: webhook?.lastAttempt ?? null,
  });
  return {
    read: async () => shown(await table.read()),
    save: async (url, renewsSecret, by: Actor) => {
      await outbound.check(url);
      const known = await table.read();
      const keepsSecret = known !== null && !renewsSecret;
      const secret = keepsSecret ? null : secretText(randomBytes(secretBytes));
      const webhook = {
        url,
        sealedSecret:
          secret === null ? (known?.sealedSecret ?? '') : sealed(secret, installationSecret),
        updatedAt: now(),
        updatedBy: by,
        lastAttempt: known?.url === url ? known.lastAttempt : null,
      };
      await table.save(webhook);
      return { ...shown(webhook), secret };
    },
    remove: () => table.remove(),
    attempt: async (by) => {
      const webhook = await table.read();
      if (webhook === null) throw new AlertError('no-webhook');
      const data = { note: 'This is a trial', sentBy: by.name };
      return post(webhook, { id: randomUUID(), type: 'alert.trial', at: now(), data });
    },
    worker: async ({ key, body, tries }) => {
      const { happening, at, alert } = jobBody.parse(body);
      const webhook = await table.read();
      if (webhook === null) return { kind: 'done' };
      const attempt = await post(webhook, { id: key, type: happening, at, data: dataOf(alert) });
      const isTaken = attempt.status !== null && attempt.status >= 200 && attempt.status < 300;
      if (isTaken || now() - at > givesUpAfter) return { kind: 'done' };
      const pause = Math.min(longestRetry, firstRetry * 2 ** Math.min(tries - 1, 10));
      return { kind: 'again', dueAt: now() + pause };
    },
  };
}

async function posted(
  outbound: Pick<Outbound, 'post'>,
  url: string,
  secret: string,
  { id, type, at, data }: Message,
  now: () => Micros,
): Promise<WebhookAttempt> {
  const body = JSON.stringify({ type, timestamp: isoOf(at), data });
  // The time of this attempt: a receiver refuses what was signed long ago.
  const atSeconds = Math.floor(now() / 1_000_000);
  const headers = signedHeaders(secret, { id, atSeconds, body });
  const answer = await outbound.post(url, { headers, body: Buffer.from(body), timeoutMs });
  switch (answer.kind) {
    case 'answered':
      return { at: now(), status: answer.status, problem: null };
    case 'refused':
      return { at: now(), status: null, problem: answer.refusal };
    case 'unreachable': {
      const problem = answer.reason === 'time-out' ? 'time-out' : answer.detail;
      return { at: now(), status: null, problem };
    }
  }
}

const units = {
  longestWait: 'seconds',
  depth: 'people',
  averageWait: 'seconds',
  abandonment: 'percent',
};

function dataOf(alert: AlertRow): object {
  const { id, queue, measure, level, worst, value, threshold, acknowledgedBy } = alert;
  return {
    ...{ id, queue, measure, level, worst, value, threshold, unit: units[measure] },
    raisedAt: isoOf(alert.raisedAt),
    escalatedAt: isoOf(alert.escalatedAt),
    acknowledgedAt: isoOf(alert.acknowledgedAt),
    acknowledgedBy: acknowledgedBy?.name ?? null,
    resolvedAt: isoOf(alert.resolvedAt),
  };
}

function isoOf(at: Micros | null): string | null {
  return at === null ? null : new Date(at / 1000).toISOString();
}
