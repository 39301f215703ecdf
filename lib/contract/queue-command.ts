import { z } from 'zod';
import type { ConferenceId } from '@/lib/domain/ids';
import type { QueueCommand } from '@/lib/domain/queue/command';
import { commandId } from './command';
import {
  callable,
  callControlId,
  entrance,
  legs,
  nothing,
  onlyOneMedia,
  phone,
  queueName,
  someLegs,
  text,
  whole,
} from './command-fields';
import { limits } from './forms/limits';

const of = <Type extends string, Fields extends z.ZodType>(type: Type, fields: Fields) =>
  z.strictObject({ type: z.literal(type), fields });

const size = z.strictObject({ maxSize: whole(limits.queueSize) });

/** A command to a queue, or to those who wait in it, as it crosses the wire. */
const queueCommandSchema = z.discriminatedUnion('type', [
  of('queue.create', size.extend({ maxSize: whole(limits.queueSize).default(300) })),
  of('queue.update', size),
  of('queue.delete', nothing),
  of('queue.bridgeNext', z.strictObject({ callControlId })),
  of(
    'queueCalls.admit',
    z
      .strictObject({
        legs: someLegs,
        conferenceId: text(limits.recordingId).transform((id) => id as ConferenceId),
        ...entrance,
      })
      .refine(...onlyOneMedia),
  ),
  of(
    'queueCalls.transfer',
    z.strictObject({
      legs: someLegs,
      to: callable,
      from: phone.optional(),
      fromDisplayName: text(limits.fromDisplayName).optional(),
      timeoutSecs: whole(limits.timeoutSecs).default(30),
    }),
  ),
  of(
    'queueCalls.bridge',
    z.strictObject({
      legs: someLegs.refine((ids) => ids.length === 1, 'Connect one caller at a time'),
      callControlId,
    }),
  ),
  of(
    'queueCalls.move',
    z.strictObject({
      legs: someLegs,
      queue: queueName,
      keepAfterHangup: z.boolean().default(false),
      maxWaitSecs: whole(limits.queueWaitSecs).optional(),
    }),
  ),
  of(
    'queueCalls.setKeepAfterHangup',
    z.strictObject({ legs: someLegs, keepAfterHangup: z.boolean() }),
  ),
  of('queueCalls.remove', legs),
  of('queueCalls.hangUp', legs),
]) satisfies z.ZodType<QueueCommand>;

/** The body of `POST /api/queues/:name/commands`. */
export const postQueueCommandSchema = z.strictObject({ commandId, command: queueCommandSchema });

/** The body of `POST /api/queues`: a queue is made by its name. */
export const createQueueSchema = z.strictObject({
  commandId,
  command: of(
    'queue.create',
    z.strictObject({ name: queueName, maxSize: whole(limits.queueSize).default(300) }),
  ),
});
