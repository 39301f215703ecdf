/** Why something about an alert or a target was not done. */
export class AlertError extends Error {
  override readonly name = 'AlertError';
  readonly code: 'no-alert' | 'alert-over' | 'alert-acknowledged' | 'no-own-targets' | 'no-webhook';
  /** Who was first, where somebody was. */
  readonly by: string | null;

  constructor(code: AlertError['code'], by: string | null = null) {
    super(code);
    this.code = code;
    this.by = by;
  }
}
