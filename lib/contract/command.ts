import { z } from 'zod';
import type { CallCommand } from '@/lib/domain/call/command';
import type { ConferenceCommand } from '@/lib/domain/conference/command';
import type { DialCommand } from '@/lib/domain/dial/command';
import type { CommandId } from '@/lib/domain/ids';
import type { SupervisionCommand } from '@/lib/domain/supervision/command';
import {
  callFieldSchemas,
  fieldSchemas,
  legs,
  nothing,
  supervisionFieldSchemas,
} from './command-fields';

/** The id of a command, made by whoever gives it. */
export const commandId = z
  .string()
  .regex(/^[\w-]{8,64}$/, 'commandId must be 8 to 64 letters, digits, - or _')
  .transform((id) => id as CommandId);

const of = <Type extends string, Fields extends z.ZodType>(type: Type, fields: Fields) =>
  z.strictObject({ type: z.literal(type), fields });

/** A command to a conference as it crosses the wire; the closed union of all there are. */
const conferenceCommandSchema = z.discriminatedUnion('type', [
  of('participants.mute', legs),
  of('participants.unmute', legs),
  of('participants.hold', fieldSchemas.hold),
  of('participants.unhold', legs),
  of('participants.remove', fieldSchemas.remove),
  of('participants.hangUp', legs),
  of('participants.join', fieldSchemas.join),
  of('participants.setRole', fieldSchemas.setRole),
  of('participants.update', fieldSchemas.update),
  of('participants.invite', fieldSchemas.invite),
  of('participants.label', fieldSchemas.label),
  of('participants.markHost', fieldSchemas.markHost),
  of('audio.play', fieldSchemas.play),
  of('audio.speak', fieldSchemas.speak),
  of('audio.stop', fieldSchemas.stop),
  of('digits.send', fieldSchemas.sendDigits),
  of('digits.gather', fieldSchemas.gather),
  of('recording.start', fieldSchemas.record),
  of('recording.pause', fieldSchemas.whichRecording),
  of('recording.resume', fieldSchemas.whichRecording),
  of('recording.stop', fieldSchemas.stopRecording),
  of('conference.muteOnEntry', fieldSchemas.muteOnEntry),
  of('conference.setLobby', fieldSchemas.setLobby),
  of('conference.setRegion', fieldSchemas.setRegion),
  of('conference.end', nothing),
]) satisfies z.ZodType<ConferenceCommand>;

/** A command to one call leg as it crosses the wire. */
const callCommandSchema = z.discriminatedUnion('type', [
  of('call.answer', nothing),
  of('call.reject', callFieldSchemas.reject),
  of('call.hangUp', nothing),
  of('call.transfer', callFieldSchemas.transfer),
  of('call.bridge', callFieldSchemas.bridge),
  of('call.refer', callFieldSchemas.refer),
  of('call.sendSipInfo', callFieldSchemas.sendSipInfo),
  of('call.enqueue', callFieldSchemas.enqueue),
  of('call.leaveQueue', nothing),
  of('call.playStart', callFieldSchemas.playStart),
  of('call.playStop', nothing),
  of('call.switchSupervisorRole', callFieldSchemas.switchSupervisorRole),
]) satisfies z.ZodType<CallCommand>;

/** The body of `POST /api/conferences/:id/commands`. */
export const postConferenceCommandSchema = z.strictObject({
  commandId,
  command: conferenceCommandSchema,
});
/** The body of `POST /api/calls/:id/commands`. */
export const postCallCommandSchema = z.strictObject({ commandId, command: callCommandSchema });

/** The body of `POST /api/conferences`. */
export const createConferenceSchema = z.strictObject({
  commandId,
  command: of('conference.create', fieldSchemas.create),
});

const dialSchema = of('call.dial', callFieldSchemas.dial) satisfies z.ZodType<DialCommand>;

/** The body of `POST /api/calls`. */
export const dialCallSchema = z.strictObject({ commandId, command: dialSchema });

const startSupervision = of(
  'supervision.start',
  supervisionFieldSchemas.start,
) satisfies z.ZodType<SupervisionCommand>;
const supervisionCommandSchema = z.discriminatedUnion('type', [
  of('supervision.switchRole', supervisionFieldSchemas.switchRole),
  of('supervision.stop', nothing),
]) satisfies z.ZodType<SupervisionCommand>;

/** The body of `POST /api/supervisions`. */
export const startSupervisionSchema = z.strictObject({ commandId, command: startSupervision });
/** The body of `POST /api/supervisions/:id/commands`. */
export const postSupervisionCommandSchema = z.strictObject({
  commandId,
  command: supervisionCommandSchema,
});
