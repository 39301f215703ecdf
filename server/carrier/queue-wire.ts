import { z } from 'zod';
import type { CallControlId } from '@/lib/domain/ids';
import type { QueueCallReading, QueueReading } from '@/server/queue/ports';
import { microsOf } from './read-envelope';

const time = z.string().transform((value, context) => {
  const micros = microsOf(value);
  if (micros !== null) return micros;
  context.addIssue({ code: 'custom', message: `${value} is no time` });
  return z.NEVER;
});
const text = z
  .string()
  .nullish()
  .transform((value) => value ?? null);
const count = z.number().int().min(0);

const queueSchema = z.looseObject({
  id: z.string().min(1),
  name: z.string().min(1),
  current_size: count,
  max_size: count,
  average_wait_time_secs: z.number().min(0),
  created_at: time,
});

const callSchema = z.looseObject({
  call_control_id: z.string().min(1),
  call_leg_id: text,
  call_session_id: text,
  connection_id: text,
  enqueued_at: time,
  from: text,
  to: text,
  is_alive: z.boolean().default(true),
  queue_position: count,
  wait_time_secs: z.number().min(0),
});

/** Reads a queue of the carrier's (DOMAIN §1.4); throws a ZodError when it is none. */
export function queueReading(data: unknown): QueueReading {
  const read = queueSchema.parse(data);
  return {
    name: read.name,
    facts: {
      id: read.id,
      maxSize: read.max_size,
      size: read.current_size,
      averageWaitSecs: Math.round(read.average_wait_time_secs),
      createdAt: read.created_at,
    },
  };
}

/** Reads one who waits, as the list shows them (DOMAIN §1.4); throws a ZodError when it is none. */
export function queueCallReading(data: unknown): QueueCallReading {
  const read = callSchema.parse(data);
  return {
    callControlId: read.call_control_id as CallControlId,
    callLegId: read.call_leg_id,
    callSessionId: read.call_session_id,
    connectionId: read.connection_id,
    from: read.from,
    to: read.to,
    enqueuedAt: read.enqueued_at,
    isAlive: read.is_alive,
    position: read.queue_position,
    waitedSecs: Math.round(read.wait_time_secs),
  };
}
