import { z } from 'zod';
import { addressRefusals } from './outbound';

/** Every reason an answer of ours can give for not being what was asked, stable for programs to read. */
export const problemCodes = [
  'bad-json',
  'bad-request',
  'body-too-large',
  'not-found',
  'method-not-allowed',
  'cross-origin',
  'not-signed-in',
  'not-allowed',
  'too-many-tries',
  'email-taken',
  'last-administrator',
  'oneself',
  'wrong-password',
  'wrong-code',
  'wrong-passkey',
  'link-used',
  'sign-in-again',
  'command-id-reused',
  'conference-ended',
  'call-ended',
  'same-call',
  'nobody-selected',
  'not-in-conference',
  'already-in-conference',
  'already-recording',
  'not-dialled-here',
  'is-supervisor',
  'already-supervising',
  'no-application',
  'queue-exists',
  'queue-gone',
  'queue-not-empty',
  'queue-empty',
  'same-queue',
  'not-in-queue',
  'caller-hung-up',
  'not-carried-out',
  'carrier-refused',
  'carrier-key',
  'carrier-busy',
  'carrier-down',
  'outcome-unknown',
  'store-unavailable',
  'not-a-sound',
  'name-taken',
  'rule-exists',
  'key-taken',
  'number-taken',
  'application-in-use',
  'alert-over',
  'alert-acknowledged',
  'simulator-off',
  'recording-held',
  'recording-deleted',
  'recording-not-archived',
  'recording-not-failed',
  'storage-unavailable',
  ...addressRefusals,
  'internal',
] as const;
/** One reason. */
export type ProblemCode = (typeof problemCodes)[number];

/** An error answer: an RFC 9457 problem document with a stable code and the id of the request. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.enum(problemCodes),
  detail: z.string(),
  requestId: z.string(),
  /** The carrier's own code, where it is the carrier that refused (DOMAIN §5.2). */
  carrierCode: z.string().optional(),
  /** Which fields of the body are wrong, and what each should be. */
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
});
/** An error answer. */
export type Problem = z.infer<typeof problemSchema>;
