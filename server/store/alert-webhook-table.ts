import { z } from 'zod';
import type { AlertWebhookTable, WebhookRecord } from '@/server/alert/ports';
import { parsed } from './rows';
import { type SqlEngine, storable } from './sql-engine';
import { guarded } from './store-error';

const onlyRow = 1;

/** Where alerts are posted, in either engine. */
export function createAlertWebhookTable({ reader, writer }: SqlEngine): AlertWebhookTable {
  return {
    read: () =>
      guarded(async () => {
        const row = await reader
          .selectFrom('alert_webhook')
          .selectAll()
          .where('id', '=', onlyRow)
          .executeTakeFirst();
        return row === undefined ? null : parsed(webhookRow, row);
      }),
    save: (webhook) =>
      guarded(async () => {
        const changing = {
          url: storable(webhook.url),
          sealed_secret: webhook.sealedSecret,
          updated_at: webhook.updatedAt,
          updated_by_id: webhook.updatedBy.userId,
          updated_by_name: webhook.updatedBy.name,
          last_at: webhook.lastAttempt?.at ?? null,
          last_status: webhook.lastAttempt?.status ?? null,
          last_problem: webhook.lastAttempt?.problem ?? null,
        };
        await writer
          .insertInto('alert_webhook')
          .values({ id: onlyRow, ...changing })
          .onConflict((conflict) => conflict.column('id').doUpdateSet(changing))
          .execute();
      }),
    remove: () =>
      guarded(async () => {
        await writer.deleteFrom('alert_webhook').execute();
      }),
    tell: ({ at, status, problem }, url) =>
      guarded(async () => {
        await writer
          .updateTable('alert_webhook')
          .set({ last_at: at, last_status: status, last_problem: problem })
          .where('url', '=', storable(url))
          .execute();
      }),
  };
}

const webhookRow = z
  .object({
    url: z.string(),
    sealed_secret: z.string(),
    updated_at: z.int(),
    updated_by_id: z.string(),
    updated_by_name: z.string(),
    last_at: z.int().nullable(),
    last_status: z.int().nullable(),
    last_problem: z.string().nullable(),
  })
  .transform((row): WebhookRecord => ({
    url: row.url,
    sealedSecret: row.sealed_secret,
    updatedAt: row.updated_at,
    updatedBy: { userId: row.updated_by_id, name: row.updated_by_name },
    lastAttempt:
      row.last_at === null
        ? null
        : { at: row.last_at, status: row.last_status, problem: row.last_problem },
  }));
