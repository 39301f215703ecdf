/** Why nothing was done to a recording, or to a rule about recordings. */
export type RecordingErrorCode =
  | 'not-found'
  | 'recording-held'
  | 'recording-not-archived'
  | 'recording-deleted'
  | 'recording-not-failed'
  | 'link-used'
  | 'rule-exists';

/** A recording is not as it would have to be for what was asked. */
export class RecordingError extends Error {
  override readonly name = 'RecordingError';
  readonly code: RecordingErrorCode;

  constructor(code: RecordingErrorCode) {
    super(code);
    this.code = code;
  }
}
