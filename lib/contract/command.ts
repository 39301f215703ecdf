import { z } from 'zod';
import type { CallCommand } from '@/lib/domain/call/command';
import type { ConferenceCommand } from '@/lib/domain/conference/command';
import type { CommandId } from '@/lib/domain/ids';
import { fieldSchemas, legs, nothing } from './command-fields';

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
  z.strictObject({ type: z.literal('call.answer'), fields: nothing }),
  z.strictObject({
    type: z.literal('call.reject'),
    fields: z.strictObject({ cause: z.enum(['CALL_REJECTED', 'USER_BUSY']) }),
  }),
  z.strictObject({ type: z.literal('call.hangUp'), fields: nothing }),
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
