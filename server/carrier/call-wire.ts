import { z } from 'zod';
import type { CallControlId } from '@/lib/domain/ids';
import type { CallStatusAnswer } from '@/lib/contract/http';
import type { ActiveCall } from '@/server/call/ports';
import { microsOf } from './read-envelope';

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? null);
const duration = z.number().min(0);

const activeSchema = z.looseObject({
  call_control_id: z.string().min(1).max(512),
  call_leg_id: text,
  call_session_id: text,
  call_duration: duration.catch(0),
});

const statusSchema = z.looseObject({
  is_alive: z.boolean(),
  call_duration: duration.nullish().catch(null),
  start_time: text.catch(null),
  end_time: text.catch(null),
});

const cursorSchema = z.looseObject({
  cursors: z.looseObject({ after: text.catch(null) }).nullish(),
});

/** Reads a call of the list of active ones (DOMAIN §1.5, A1); throws a ZodError when it is none. */
export function activeCall(data: unknown): ActiveCall {
  const read = activeSchema.parse(data);
  return {
    callControlId: read.call_control_id as CallControlId,
    callLegId: read.call_leg_id,
    callSessionId: read.call_session_id,
    durationSecs: read.call_duration,
  };
}

/** Reads the status of one call (DOMAIN §1.5, L2); throws a ZodError when it is none. */
export function callStatus(data: unknown): CallStatusAnswer {
  const read = statusSchema.parse(data);
  return {
    isAlive: read.is_alive,
    durationSecs: read.call_duration ?? null,
    startedAt: microsOf(read.start_time),
    endedAt: microsOf(read.end_time),
  };
}

/** Where the next page of a list by cursor begins; null after the last (DOMAIN §1.1). */
export function nextCursorOf(meta: unknown): string | null {
  const read = cursorSchema.safeParse(meta);
  return read.success ? (read.data.cursors?.after ?? null) : null;
}
