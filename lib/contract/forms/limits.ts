/**
 * What the carrier takes of each field (DOMAIN §1.3, §1.5, §5.2): the schemas refuse what lies
 * beyond, and the forms say so beforehand. Lengths in characters.
 */
export const limits = {
  /** The most legs one command may name: the largest conference there is. */
  legs: { max: 800 },
  /** Numbers of one pasted list. */
  numbers: { max: 100 },
  name: { minLength: 1, maxLength: 255 },
  link: { minLength: 1, maxLength: 2048 },
  mediaName: { minLength: 1, maxLength: 255 },
  durationMinutes: { min: 1, max: 240 },
  maxParticipants: { min: 2, max: 800 },
  loop: { min: 1, max: 100 },
  payload: { minLength: 1, maxLength: 3000 },
  voice: { minLength: 3, maxLength: 200 },
  digits: { minLength: 1, maxLength: 64 },
  durationMillis: { min: 100, max: 500 },
  gatheredDigits: { min: 1, max: 128 },
  tries: { min: 1, max: 128 },
  gatherTimeoutMillis: { min: 1, max: 120_000 },
  terminatingDigit: { minLength: 0, maxLength: 1 },
  validDigits: { minLength: 1, maxLength: 16 },
  gatherId: { minLength: 1, maxLength: 100 },
  fileName: { minLength: 1, maxLength: 40 },
  recordingId: { minLength: 1, maxLength: 100 },
  /** Before it is made Base64. */
  clientState: { minLength: 1, maxLength: 200 },
  fromDisplayName: { minLength: 1, maxLength: 128 },
  timeoutSecs: { min: 5, max: 600 },
  timeLimitSecs: { min: 30, max: 14_400 },
  label: { minLength: 1, maxLength: 80 },
  note: { minLength: 1, maxLength: 500 },
  queue: { minLength: 1, maxLength: 255 },
  address: { minLength: 5, maxLength: 255 },
  digitsOnAnswer: { minLength: 1, maxLength: 64 },
  /** Bytes of a SIP INFO message together (DOMAIN §1.5, L9). */
  sipInfo: { minLength: 1, maxLength: 1400 },
  contentType: { minLength: 3, maxLength: 100 },
  queueSize: { min: 1, max: 10_000 },
  queueWaitSecs: { min: 1, max: 86_400 },
} as const;

/** What a number looks like that can be called: +, country code and digits. */
export const e164 = /^\+[1-9]\d{6,14}$/;

/** A SIP address: sip: or sips:, somebody, and where. */
export const sipAddress = /^sips?:[^\s@]+@[^\s@]+$/i;

/** Whether something can be called: a number, or a SIP address. */
export function isCallable(to: string): boolean {
  return e164.test(to) || sipAddress.test(to);
}

/** A voice as the carrier names it: its provider, or provider, model and voice (DOMAIN §1.3). */
export const voiceName =
  /^(?:male|female|AWS|Azure|ElevenLabs|Telnyx|Minimax|Rime|Resemble|Inworld|FishAudio|xAI|[\w-]+(?:\.[\w-]+)+)$/i;

/** The keys that can be sent: `w` waits half a second, `W` a whole one (DOMAIN §1.3, C22). */
export const sendableDigits = /^[0-9A-Da-d*#wW]+$/;

/** The keys that can be asked for, and end an answer (DOMAIN §1.3). */
export const gatheredDigits = /^[0-9*#]+$/;

/** A number without what people write between its digits: spaces, dots, dashes and brackets. */
export function bareNumber(written: string): string {
  return written.replace(/[\s().-]/g, '');
}
