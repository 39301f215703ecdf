import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { z } from 'zod';
import { addressRefusals } from '@/lib/contract/outbound';
import { type GiveUpReason, giveUpReasons, type RelayAnswer } from '@/lib/contract/relay';
import type { RelaySettlement, RelayTable, WaitingWebhook } from '@/server/relay/ports';
import { parsed } from './rows';
import { type Queries, type SqlEngine, storable } from './sql-engine';
import { guarded } from './store-error';

const keptAnswers = 20;
const nothingGivenUp = Object.fromEntries(giveUpReasons.map((reason) => [reason, 0])) as Record<
  GiveUpReason,
  number
>;

/** The relay's rows in either engine. */
export function createRelayTable({ reader, writer }: SqlEngine): RelayTable {
  return {
    setting: () =>
      guarded(async () => {
        const { mark, address, is_on } = (await row(reader)) ?? (await made(writer));
        return { mark, address, isOn: is_on };
      }),

    change: ({ address, isOn }, by, at) =>
      inTransaction(writer, async (tx) => {
        const before = await made(tx);
        const isElsewhere = before.address !== address;
        await tx
          .updateTable('relay')
          .set({
            address: storable(address),
            is_on: isOn ? 1 : 0,
            updated_at: at,
            updated_by: JSON.stringify(by),
            ...(isElsewhere || before.since === null
              ? { since: at, forwarded: 0, given_up: JSON.stringify(nothingGivenUp), answers: '[]' }
              : {}),
          })
          .execute();
        if (isOn) return;
        const { numDeletedRows } = await tx.deleteFrom('relay_webhook').executeTakeFirstOrThrow();
        await count(tx, { givenUp: { 'turned-off': Number(numDeletedRows) } });
      }),

    view: () =>
      guarded(async () => {
        const found = (await row(reader)) ?? (await made(writer));
        const { waiting, oldest } = await reader
          .selectFrom('relay_webhook')
          .select(({ fn }) => [
            fn.countAll<number>().as('waiting'),
            fn.min('received_at').as('oldest'),
          ])
          .executeTakeFirstOrThrow();
        return {
          address: found.address,
          isOn: found.is_on,
          updatedAt: found.updated_at,
          updatedBy: found.updated_by,
          since: found.since,
          forwarded: found.forwarded,
          givenUp: found.given_up,
          answers: found.answers,
          waiting,
          oldestAt: oldest,
        };
      }),

    next: (now, limit) =>
      guarded(async () => {
        const rows = await reader
          .selectFrom('relay_webhook as waiting')
          .leftJoin('delivery', (join) =>
            join
              .onRef('delivery.received_at', '=', 'waiting.received_at')
              .onRef('delivery.id', '=', 'waiting.delivery_id'),
          )
          .select(['waiting.number', 'waiting.lane', 'waiting.headers', 'waiting.raw'])
          .select(['waiting.expires_at', 'waiting.tries', 'delivery.event_type', 'delivery.body'])
          .where('waiting.due_at', '<=', now)
          .where('waiting.expires_at', '>', now)
          .orderBy('waiting.number')
          .limit(limit)
          .execute();
        return rows.map((one) => parsed(waitingRow, one));
      }),

    settle: (settlement) => inTransaction(writer, (tx) => settled(tx, settlement)),

    expire: (before) =>
      guarded(async () => {
        const old = await reader
          .selectFrom('relay_webhook')
          .select('number')
          .where('expires_at', '<=', before)
          .limit(1)
          .executeTakeFirst();
        if (old === undefined) return;
        await inTransaction(writer, async (tx) => {
          const { numDeletedRows } = await tx
            .deleteFrom('relay_webhook')
            .where('expires_at', '<=', before)
            .executeTakeFirstOrThrow();
          await count(tx, { givenUp: { 'too-old': Number(numDeletedRows) } });
        });
      }),
  };
}

async function settled(tx: Queries, settlement: RelaySettlement): Promise<void> {
  const forwarded = await remove(tx, settlement.forwarded);
  const givenUp: Partial<Record<GiveUpReason, number>> = {};
  for (const reason of giveUpReasons) {
    const numbers = settlement.givenUp.filter((one) => one.reason === reason);
    givenUp[reason] = await remove(
      tx,
      numbers.map(({ number }) => number),
    );
  }
  for (const { number, dueAt } of settlement.again) {
    await tx
      .updateTable('relay_webhook')
      .set((one) => ({ due_at: dueAt, tries: sql<number>`${one.ref('tries')} + 1` }))
      .where('number', '=', number)
      .execute();
  }
  await count(tx, { forwarded, givenUp, answers: settlement.answers });
}

async function remove(tx: Queries, numbers: readonly number[]): Promise<number> {
  if (numbers.length === 0) return 0;
  const { numDeletedRows } = await tx
    .deleteFrom('relay_webhook')
    .where('number', 'in', numbers)
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}

async function count(
  tx: Queries,
  more: {
    readonly forwarded?: number;
    readonly givenUp?: Partial<Record<GiveUpReason, number>>;
    readonly answers?: readonly RelayAnswer[];
  },
): Promise<void> {
  const { forwarded, given_up, answers } = await made(tx);
  const givenUp = giveUpReasons.map(
    (reason) => [reason, given_up[reason] + (more.givenUp?.[reason] ?? 0)] as const,
  );
  const newest = [...(more.answers ?? [])].reverse();
  await tx
    .updateTable('relay')
    .set({
      forwarded: forwarded + (more.forwarded ?? 0),
      given_up: JSON.stringify(Object.fromEntries(givenUp)),
      answers: JSON.stringify([...newest, ...answers].slice(0, keptAnswers)),
    })
    .execute();
}

const theOne = 1;

async function row(queries: Queries) {
  const found = await queries.selectFrom('relay').selectAll().executeTakeFirst();
  return found === undefined ? null : parsed(relayRow, found);
}

/** The one row, made where it is missing and locked where others write too. */
async function made(queries: Queries) {
  await queries
    .insertInto('relay')
    .values({
      id: theOne,
      mark: randomUUID(),
      address: '',
      is_on: 0,
      updated_at: null,
      updated_by: null,
      since: null,
      forwarded: 0,
      given_up: JSON.stringify(nothingGivenUp),
      answers: '[]',
    })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ id: theOne }))
    .execute();
  return parsed(relayRow, await queries.selectFrom('relay').selectAll().executeTakeFirstOrThrow());
}

function inTransaction<T>(writer: Queries, work: (tx: Queries) => Promise<T>): Promise<T> {
  return guarded(() => writer.transaction().execute(work));
}

const json = z.string().transform((text): unknown => JSON.parse(text));
const answer = z.object({
  at: z.int(),
  eventType: z.string().nullable(),
  outcome: z.enum(['forwarded', 'again', 'given-up']),
  status: z.int().nullable(),
  trouble: z.enum(['time-out', 'connection', ...addressRefusals]).nullable(),
  ms: z.number(),
});
const relayRow = z.object({
  mark: z.string(),
  address: z.string(),
  is_on: z.int().transform((flag) => flag === 1),
  updated_at: z.int().nullable(),
  updated_by: json.pipe(z.object({ userId: z.string(), name: z.string() })).nullable(),
  since: z.int().nullable(),
  forwarded: z.int(),
  given_up: json.pipe(z.record(z.enum(giveUpReasons), z.int())),
  answers: json.pipe(z.array(answer)),
});

const headers = z.object({
  signature: z.string(),
  timestamp: z.string(),
  contentType: z.string().nullable(),
  userAgent: z.string().nullable(),
  passedBy: z.string().nullable(),
});
const waitingRow = z
  .object({
    number: z.int(),
    lane: z.string(),
    event_type: z.string().nullable(),
    headers: json.pipe(headers),
    raw: z.string().nullable(),
    body: z.string().nullable(),
    expires_at: z.int(),
    tries: z.int(),
  })
  .transform(({ raw, body, event_type, expires_at, ...one }): WaitingWebhook => {
    const text = body === null ? null : Buffer.from(body, 'utf8');
    return {
      ...one,
      eventType: event_type,
      expiresAt: expires_at,
      body: raw === null ? text : Buffer.from(raw, 'base64'),
    };
  });
