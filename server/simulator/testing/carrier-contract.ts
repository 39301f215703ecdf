import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { z } from 'zod';

/** Where the carrier's published description lies when this machine has it: beside the checkout. */
export const contractFile = join(
  import.meta.dirname,
  '../../../../shared/telnyx/openapi-voice.json',
);

/** Holds requests, answers and webhooks to the carrier's published description. Problems are sentences. */
export interface CarrierContract {
  /** `path` may carry the /v2 prefix and a query; both are ignored. */
  validateAnswer(method: string, path: string, status: number, body: unknown): string[];
  /** Also names fields that the description does not know. */
  validateRequest(method: string, path: string, body: unknown): string[];
  /** Every documented field is required here, but for the exceptions below. */
  validateWebhook(body: unknown): string[];
  /** The event types that are described. */
  readonly webhookTypes: readonly string[];
}

/**
 * Where webhooks differ on purpose from their schemas, and why. Beside these, a
 * `conference.floor.changed` is described without `data`, and a wrapped one is taken too (DOMAIN §8.1).
 */
const nullable = {
  client_state: 'null when it was never set (DOMAIN §2.1)',
  media_url: 'null when the sound is named by media_name',
  media_name: 'null when the sound is named by media_url',
};

const record = z.record(z.string(), z.unknown());
type Json = z.infer<typeof record>;

const asRecord = (value: unknown): Json => record.safeParse(value).data ?? {};
const escaped = (key: string) => key.replaceAll('~', '~0').replaceAll('/', '~1');
const pointer = (...keys: string[]) => `#/${keys.map(escaped).join('/')}`;

function readContract(): Json | null {
  let text: string;
  try {
    text = readFileSync(contractFile, 'utf8');
  } catch {
    return null;
  }
  return record.parse(JSON.parse(text));
}

/** The same schema with every property required, and those of the exceptions nullable. */
function demanding(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(demanding);
  if (typeof schema !== 'object' || schema === null) return schema;
  const copy = Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [key, demanding(value)]),
  );
  const properties = record.safeParse(copy.properties).data;
  if (properties === undefined || copy.type !== 'object') return copy;
  for (const name of Object.keys(nullable)) {
    const property = properties[name];
    if (property !== undefined) properties[name] = { anyOf: [property, { type: 'null' }] };
  }
  return { ...copy, properties, required: Object.keys(properties) };
}

/** Follows `$ref`s within a document. */
function resolve(document: Json, value: unknown): Json {
  const found = asRecord(value);
  const ref = found.$ref;
  if (typeof ref !== 'string') return found;
  const keys = ref.slice(2).split('/');
  const target = keys.reduce<unknown>((at, key) => asRecord(at)[key], document);
  return resolve(document, target);
}

function createValidator(document: Json, id: string) {
  const ajv = new Ajv2020({ strict: false, allErrors: true, logger: false, validateSchema: false });
  addFormats(ajv);
  ajv.addSchema({ ...document, $id: id });
  const compiled = new Map<string, ValidateFunction>();
  return (at: string, value: unknown): string[] => {
    const known = compiled.get(at) ?? ajv.compile({ $ref: `${id}${at}` });
    compiled.set(at, known);
    if (known(value)) return [];
    return (known.errors ?? []).map((error) =>
      `${error.instancePath} ${error.message ?? ''} ${JSON.stringify(error.params)}`.trim(),
    );
  };
}

interface Operation {
  readonly template: string;
  readonly method: string;
  readonly operation: Json;
}

function findOperation(document: Json, method: string, path: string): Operation | null {
  const wanted = path
    .replace(/\?.*$/, '')
    .replace(/^\/v2(?=\/)/, '')
    .split('/');
  const matching = Object.keys(asRecord(document.paths)).filter((template) => {
    const parts = template.split('/');
    return (
      parts.length === wanted.length &&
      parts.every((part, at) => part === wanted[at] || part.startsWith('{'))
    );
  });
  // A literal part beats a parameter: fewer braces come first.
  matching.sort((a, b) => a.split('{').length - b.split('{').length);
  for (const template of matching) {
    const operations = asRecord(asRecord(document.paths)[template]);
    const operation = operations[method.toLowerCase()];
    if (operation !== undefined) {
      return { template, method: method.toLowerCase(), operation: asRecord(operation) };
    }
  }
  return null;
}

type Validate = ReturnType<typeof createValidator>;

function answerProblems(
  document: Json,
  validate: Validate,
  [method, path, status, body]: [string, string, number, unknown],
): string[] {
  const found = findOperation(document, method, path);
  if (found === null) return [`${method} ${path} is not described`];
  const responses = asRecord(found.operation.responses);
  const listed = [String(status), 'default'].find((key) => responses[key] !== undefined);
  if (listed === undefined) {
    const problems = validate(pointer('components', 'schemas', 'call-control_Errors'), body);
    return [...problems, `${method} ${found.template} does not list status ${status}`];
  }
  const response = asRecord(responses[listed]);
  const ref = response.$ref;
  const at =
    typeof ref === 'string'
      ? ref
      : pointer('paths', found.template, found.method, 'responses', listed);
  const content = asRecord(resolve(document, response).content);
  if (content['application/json'] === undefined) {
    return body === undefined ? [] : [`${method} ${found.template} answers without a body`];
  }
  return validate(`${at}/content/application~1json/schema`, body);
}

function requestProblems(
  document: Json,
  validate: Validate,
  [method, path, body]: [string, string, unknown],
): string[] {
  const found = findOperation(document, method, path);
  if (found === null) return [`${method} ${path} is not described`];
  const content = asRecord(asRecord(found.operation.requestBody).content);
  const described = asRecord(content['application/json']).schema;
  const given = body ?? {};
  if (described === undefined) {
    return Object.keys(asRecord(given)).map((key) => `/${key} is not described`);
  }
  const base = pointer('paths', found.template, found.method, 'requestBody', 'content');
  const problems = validate(`${base}/application~1json/schema`, given);
  const known = asRecord(resolve(document, described).properties);
  const strangers = Object.keys(asRecord(given))
    .filter((key) => !(key in known))
    .map((key) => `/${key} is not described`);
  // A bridge to a queue names no call_control_id, which the schema requires (DOMAIN §1.5, L7).
  const byQueue = found.template.endsWith('/actions/bridge') && 'queue' in asRecord(given);
  return [...problems, ...strangers].filter(
    (problem) => !(byQueue && problem.includes('"missingProperty":"call_control_id"')),
  );
}

/** The described schema of each event type, and whether it has the `data` wrapper. */
function webhookSchemas(document: Json): Map<string, { at: string; wrapped: boolean }> {
  const schemas = new Map<string, { at: string; wrapped: boolean }>();
  for (const name of Object.keys(asRecord(document.webhooks))) {
    const base = ['webhooks', name, 'post', 'requestBody', 'content', 'application/json', 'schema'];
    const described = base.reduce<unknown>((at, key) => asRecord(at)[key], document);
    const properties = asRecord(resolve(document, described).properties);
    const wrapped = properties.data !== undefined;
    const inner = wrapped ? asRecord(resolve(document, properties.data).properties) : properties;
    const types = z.array(z.string()).safeParse(asRecord(inner.event_type).enum).data ?? [];
    for (const type of types) schemas.set(type, { at: pointer(...base), wrapped });
  }
  return schemas;
}

function webhookProblems(
  schemas: ReturnType<typeof webhookSchemas>,
  validate: Validate,
  body: unknown,
): string[] {
  const outer = asRecord(body);
  const event = 'data' in outer ? asRecord(outer.data) : outer;
  const type = String(event.event_type);
  const schema = schemas.get(type);
  if (schema === undefined) return [`${type} is not described`];
  return validate(schema.at, schema.wrapped ? body : event).map((problem) => `${type} ${problem}`);
}

/** The carrier's description, ready to check against; null when this machine does not have it. */
export function loadCarrierContract(): CarrierContract | null {
  const document = readContract();
  if (document === null) return null;
  const validate = createValidator(document, 'carrier');
  const demand = createValidator(asRecord(demanding(document)), 'demanding');
  const schemas = webhookSchemas(document);
  return {
    webhookTypes: [...schemas.keys()],
    validateAnswer: (...asked) => answerProblems(document, validate, asked),
    validateRequest: (...asked) => requestProblems(document, validate, asked),
    validateWebhook: (body) => webhookProblems(schemas, demand, body),
  };
}
