const titles = {
  '10003': [422, 'Invalid URL'],
  '10004': [422, 'Missing required parameter'],
  '10005': [404, 'Resource not found'],
  '10007': [500, 'Unexpected error'],
  '10009': [401, 'Authentication failed'],
  '10011': [429, 'Too many requests'],
  '10012': [422, 'Duplicate resource'],
  '10015': [422, 'Bad request'],
  '10016': [422, 'Phone number must be in +E164 format'],
  '10023': [400, 'Invalid JSON'],
  '10025': [422, 'Invalid string length'],
  '10026': [422, 'Invalid parameter type'],
  '10029': [400, 'Expected JSON content type'],
  '10030': [405, 'Method not allowed'],
  '10031': [400, 'Invalid filter'],
  '10032': [422, 'Invalid enumerated value'],
  '10033': [422, 'Value outside of range'],
  '90000': [422, "Invalid value for 'format'"],
  '90001': [422, "Invalid value for 'channels'"],
  '90009': [422, "Invalid value for 'loop'"],
  '90010': [422, "Invalid value for 'payload'"],
  '90011': [422, "Invalid value for 'payload_type'"],
  '90012': [422, "Invalid value for 'voice'"],
  '90013': [422, "Invalid value for 'language'"],
  '90014': [422, "Invalid value for 'digits'"],
  '90015': [422, 'Invalid Call Control ID'],
  '90016': [422, "Invalid value for 'stop'"],
  '90017': [422, "Invalid value for 'client_state'"],
  '90018': [422, 'Call has already ended'],
  '90019': [422, 'Conference has already ended'],
  '90020': [422, 'Call recording triggered before audio started'],
  '90027': [422, "Invalid value for 'duration_millis'"],
  '90032': [422, 'Maximum number of participants reached'],
  '90033': [422, 'Unable to execute command'],
  '90034': [422, 'Call not answered yet'],
  '90035': [422, 'Call is not in a queue'],
  '90036': [422, 'Queue full'],
  '90037': [422, "Queue 'max_size' cannot be modified"],
  '90038': [422, 'Call already in queue'],
  '90040': [400, 'Downloading audio file failed'],
  '90044': [422, 'Call must not join the same conference twice'],
  '90050': [400, 'Unable to delete queue'],
  '90053': [422, 'Recording is already in progress'],
  '90056': [422, "Invalid value for 'initial_timeout_millis'"],
  '90057': [422, "Invalid value for 'webhook_urls'"],
  '90058': [404, 'Invalid conference_id'],
  '90102': [422, 'Answer command is not allowed for outbound calls'],
} as const satisfies Record<string, readonly [number, string]>;

/** The carrier's error codes that the simulator gives (DOMAIN §5.2). */
export type RefusalCode = keyof typeof titles;

/** Where in the request the fault lies: a pointer into the body, or a query parameter. */
export type RefusalSource = { readonly pointer: string } | { readonly parameter: string };

/** One error as the carrier writes it (DOMAIN §5.1). */
export interface CarrierErrorBody {
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly source?: RefusalSource;
  readonly meta: { readonly url: string };
}

/** The carrier's own words for one error, with its status. */
export function carrierErrorOf(
  code: RefusalCode,
  detail: string,
  source?: RefusalSource,
): { status: number; error: CarrierErrorBody } {
  const [status, title] = titles[code];
  const meta = { url: `https://developers.telnyx.com/docs/overview/errors/${code}` };
  const error =
    source === undefined ? { code, title, detail, meta } : { code, title, detail, source, meta };
  return { status, error };
}

/** The carrier says no: thrown where a command is judged, answered where HTTP ends. */
export class Refusal extends Error {
  readonly status: number;
  readonly errors: readonly CarrierErrorBody[];

  constructor(status: number, errors: readonly CarrierErrorBody[]) {
    super(errors.map(({ code, detail }) => `${code} ${detail}`).join('; '));
    this.name = 'Refusal';
    this.status = status;
    this.errors = errors;
  }
}

/** A refusal with one error. */
export function refusal(code: RefusalCode, detail: string, source?: RefusalSource): Refusal {
  const { status, error } = carrierErrorOf(code, detail, source);
  return new Refusal(status, [error]);
}
