import { type z } from 'zod';
import { carrierErrorOf, Refusal, type RefusalCode, type RefusalSource } from '../refusal';

/** A request to the carrier, authenticated and read. */
export interface CarrierRequest {
  readonly method: string;
  /** Decoded parts of the path, by the names in its pattern. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** The parsed body; `{}` when it was empty (DOMAIN §6.28). */
  readonly body: unknown;
}

/** What goes back; no body for 204, bytes for a file. */
export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly file?: { readonly bytes: Buffer; readonly contentType: string };
  /** A body that takes its time; only the controls have such answers. */
  readonly later?: Promise<unknown>;
}

/** Answers one kind of request; throws a {@link Refusal} to say no. */
export type Handler = (request: CarrierRequest) => Answer;

/** A success with something to show. */
export const data = (value: unknown): Answer => ({ status: 200, body: { data: value } });

/** What every accepted command answers (DOMAIN §1.0). */
export const accepted = (): Answer => data({ result: 'ok' });

/** A success that made something. */
export const created = (value: unknown): Answer => ({ status: 201, body: { data: value } });

/** A success without a body. */
export const noContent = (): Answer => ({ status: 204 });

/** Codes that belong to one field, whatever is wrong with it (DOMAIN §5.2). */
const codesOfFields: Readonly<Record<string, RefusalCode>> = {
  client_state: '90017',
  digits: '90014',
  duration_millis: '90027',
  format: '90000',
  channels: '90001',
  initial_timeout_millis: '90056',
  language: '90013',
  loop: '90009',
  payload: '90010',
  payload_type: '90011',
  stop: '90016',
  voice: '90012',
  webhook_event_failover_url: '10003',
  webhook_event_url: '10003',
  webhook_url: '10003',
  webhook_urls: '90057',
};

function valueAt(body: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined,
    body,
  );
}

function codeOf(issue: z.core.$ZodIssue, value: unknown, field: string): RefusalCode {
  if (value === undefined || value === '') return '10004';
  const own = codesOfFields[field];
  if (own !== undefined) return own;
  switch (issue.code) {
    case 'invalid_value':
      return '10032';
    case 'too_small':
    case 'too_big':
      return issue.origin === 'string' ? '10025' : '10033';
    case 'invalid_type':
    case 'invalid_union':
      return '10026';
    case 'custom':
    case 'invalid_element':
    case 'invalid_format':
    case 'invalid_key':
    case 'not_multiple_of':
    case 'unrecognized_keys':
      return '10015';
  }
}

const pointerOf = (path: readonly PropertyKey[]) => `/${path.map(String).join('/')}`;

function errorFor(issue: z.core.$ZodIssue, body: unknown) {
  const field = issue.path.findLast((key) => typeof key === 'string') ?? '';
  const code = codeOf(issue, valueAt(body, issue.path), field);
  const pointer = issue.path.length === 0 ? '' : pointerOf(issue.path);
  const detail =
    code === '10004' ? `The '${field}' parameter is required and cannot be blank.` : issue.message;
  const source: RefusalSource = { pointer };
  return carrierErrorOf(code, detail, source).error;
}

/** The body in the shape that a command wants; 422 with one error per problem otherwise. */
export function parseBody<S extends z.ZodType>(schema: S, body: unknown): z.output<S> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new Refusal(
    422,
    parsed.error.issues.map((issue) => errorFor(issue, body)),
  );
}
