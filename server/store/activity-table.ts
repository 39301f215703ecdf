import { sql } from 'kysely';
import { z } from 'zod';
import {
  activityActions,
  activityOutcomes,
  supervisionActions,
  activityTargetKinds,
  type ActivityAction,
  type ActivityDetail,
  type ActivityRow,
  type ActivityTarget,
} from '@/lib/contract/activity';
import { folded } from '@/lib/domain/folded';
import { maskedText } from '@/lib/domain/number';
import { roles } from '@/lib/domain/permission';
import type { ActivityReads } from '@/server/activity/ports';
import { cursorOf, placeOf } from './cursor';
import { parsed } from './rows';
import type { SqlEngine, SqlValue } from './sql-engine';
import { storeErrorOf } from './store-error';
import { within } from './search';

// They tell who supervises whom.
const hiddenActions = [...supervisionActions, 'call.switchSupervisorRole'] as const;

/** Reads activity from either engine; throws `BadCursorError` and `StoreError`. */
export function createActivityTable({ reader }: SqlEngine): ActivityReads {
  return {
    page: async ({ cursor, limit, sight, ...filter }) => {
      let query = reader
        .selectFrom('activity')
        .selectAll()
        .orderBy('at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit + 1);
      const { who, action, conference, outcome, from, to, q } = filter;
      if (!sight.supervision) query = query.where('action', 'not in', hiddenActions);
      if (action !== undefined) query = query.where('action', '=', action);
      if (conference !== undefined) query = query.where('conference_id', '=', conference);
      if (outcome !== undefined) query = query.where('outcome', '=', outcome);
      if (from !== undefined) query = query.where('at', '>=', from);
      if (to !== undefined) query = query.where('at', '<', to);
      if (who !== undefined)
        query = query.where(sql<boolean>`(user_id = ${who} or ${within(sql`who`, who)})`);
      if (q !== undefined) {
        // Whoever sees no numbers must not find out one by searching for it.
        const text = sight.numbers ? sql`search` : sql`coalesce(masked_search, search)`;
        query = query.where(within(text, q));
      }
      if (cursor !== undefined) {
        const [at, id] = placeOf(cursor);
        query = query.where(sql<boolean>`(at, id) < (${at}, ${String(id)})`);
      }
      const rows = await query.execute().catch((error: unknown) => {
        throw storeErrorOf(error);
      });
      const items = rows.slice(0, limit).map(activityOf);
      const last = items.at(-1);
      const hasMore = rows.length > limit && last !== undefined;
      return { items, nextCursor: hasMore ? cursorOf([last.at, last.id]) : null };
    },
  };
}

/** A line as a row, with what it is searched by. */
export function activityRowOf(row: ActivityRow): Record<string, SqlValue> {
  const search = folded(searchText(row));
  const masked = folded(maskedText(searchText(row)));
  return {
    id: row.id,
    at: row.at,
    user_id: row.actor?.userId ?? null,
    user_name: row.actor?.name ?? null,
    who: row.actor === null ? null : folded(row.actor.name),
    role: row.role,
    action: row.action,
    conference_id: row.conference?.id ?? null,
    conference_name: row.conference?.name ?? null,
    target: row.target === null ? null : JSON.stringify(row.target),
    outcome: row.outcome,
    why: row.why,
    round_trip_ms: row.roundTripMs,
    address: row.address,
    request_id: row.requestId,
    detail: JSON.stringify(row.detail),
    search,
    masked_search: masked === search ? null : masked,
  };
}

function searchText({
  actor,
  action,
  conference,
  target,
  why,
  address,
  requestId,
  detail,
}: ActivityRow) {
  const names = [actor?.name, conference?.name, target?.name, ...Object.values(detail).flat()];
  const codes = [action, conference?.id, target?.id, why, address, requestId];
  return [...names, ...codes].filter((text) => typeof text === 'string').join(' · ');
}

const json = z.string().transform((text): unknown => JSON.parse(text));
const target: z.ZodType<ActivityTarget> = z.object({
  kind: z.enum(activityTargetKinds),
  id: z.string().nullable(),
  name: z.string().nullable(),
});
const detail: z.ZodType<ActivityDetail> = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]),
);
const text = z.string().nullable();

const activityRow = z
  .object({
    id: z.string(),
    at: z.int(),
    user_id: text,
    user_name: text,
    role: z.enum(roles).nullable(),
    action: z.enum(activityActions as unknown as [ActivityAction, ...ActivityAction[]]),
    conference_id: text,
    conference_name: text,
    target: json.pipe(target).nullable(),
    outcome: z.enum(activityOutcomes),
    why: text,
    round_trip_ms: z.number().nullable(),
    address: text,
    request_id: text,
    detail: json.pipe(detail),
  })
  .transform((row): ActivityRow => ({
    id: row.id,
    at: row.at,
    actor: row.user_id === null ? null : { userId: row.user_id, name: row.user_name ?? '' },
    role: row.role,
    action: row.action,
    conference:
      row.conference_id === null ? null : { id: row.conference_id, name: row.conference_name },
    target: row.target,
    outcome: row.outcome,
    why: row.why,
    roundTripMs: row.round_trip_ms,
    address: row.address,
    requestId: row.request_id,
    detail: row.detail,
  }));

function activityOf(row: unknown): ActivityRow {
  return parsed(activityRow, row);
}
