import type { FormField } from '@/lib/contract/forms/field';
import {
  bareNumber,
  e164,
  gatheredDigits,
  isCallable,
  sendableDigits,
  sipAddress,
  voiceName,
} from '@/lib/contract/forms/limits';

/** What stands in a field: text as typed, `true`/`false` of a switch, or the ids of those chosen. */
export type FieldValue = string | readonly string[];
/** What stands in a form, by the names of its fields. */
export type FormValues = Readonly<Record<string, FieldValue>>;

/** What is wrong with a field: a sentence of `forms.troubles`, and what stands in it. */
export interface FieldTrouble {
  readonly key:
    | 'required'
    | 'number'
    | 'range'
    | 'length'
    | 'link'
    | 'phone'
    | 'phones'
    | 'address'
    | 'sipAddress'
    | 'digits'
    | 'keys'
    | 'voice'
    | 'people'
    | 'settings'
    | 'sound'
    | 'ssml'
    | 'fewest'
    | 'nothing';
  readonly min: number;
  readonly max: number;
}

/** Everything that is wrong with a form, by the names of its fields. */
export type FormTroubles = Readonly<Record<string, FieldTrouble>>;

/** A trouble without, or with, the bounds its sentence names. */
export function trouble(key: FieldTrouble['key'], min = 0, max = 0): FieldTrouble {
  return { key, min, max };
}

/** The text in a field; empty where it holds none. */
export function textIn(values: FormValues, name: string): string {
  const value = values[name];
  return typeof value === 'string' ? value : '';
}

/** What stands in a form that nobody has touched; `given` stands before the fields' own presets. */
export function startingValues(fields: readonly FormField[], given: FormValues = {}): FormValues {
  return Object.fromEntries(
    fields.map(({ name, kind, preset }) => {
      const empty = kind === 'people' || kind === 'person' || kind === 'call' ? [] : '';
      return [name, given[name] ?? (preset === null ? empty : String(preset))];
    }),
  );
}

/** Whether a field is asked for, as the form stands: some are only beside a choice they belong to. */
export function isAsked({ onlyWith }: FormField, values: FormValues): boolean {
  return onlyWith === undefined || values[onlyWith.name] === onlyWith.value;
}

/** What is wrong with each field by itself. */
export function troublesIn(fields: readonly FormField[], values: FormValues): FormTroubles {
  const found = fields.flatMap((field) => {
    if (!isAsked(field, values)) return [];
    const wrong = troubleIn(field, values[field.name] ?? '');
    return wrong === null ? [] : [[field.name, wrong] as const];
  });
  return Object.fromEntries(found);
}

/**
 * What is sent: nothing of what was left empty, or null where `emptyIsNull`, for then taking it away
 * is what is meant.
 */
export function sentFields(
  fields: readonly FormField[],
  values: FormValues,
  emptyIsNull = false,
): Record<string, unknown> {
  const sent = fields.flatMap((field) => {
    const value = isAsked(field, values) ? sentValue(field, values) : undefined;
    if (value === undefined) return emptyIsNull ? [[field.name, null] as const] : [];
    return [[field.name, value] as const];
  });
  return Object.fromEntries(sent);
}

/** The numbers of a pasted list, each once. */
function phonesIn(text: string): string[] {
  return [...new Set(text.split(/[\s,;]+/).filter((part) => part !== ''))];
}

const gatherKeys: ReadonlySet<string> = new Set(['validDigits', 'terminatingDigit']);

function troubleIn(field: FormField, value: FieldValue): FieldTrouble | null {
  if (typeof value !== 'string') {
    return field.isRequired && value.length === 0 ? trouble('people') : null;
  }
  const { kind, minLength = 0, maxLength = Infinity } = field;
  if (kind === 'queue' && value !== '' && value.trim() === '') return trouble('required');
  if (value === '') return field.isRequired ? trouble('required') : null;
  if (kind === 'number') return numberTrouble(field, value);
  // What a number or an address looks like says more than how long it is.
  if (kind === 'phone' && !e164.test(bareNumber(value))) return trouble('phone');
  if (kind === 'address' && !isAddressee(field, value)) {
    return trouble(field.name === 'sipAddress' ? 'sipAddress' : 'address');
  }
  if (value.length < minLength || value.length > maxLength) {
    return trouble('length', minLength, maxLength);
  }
  if (kind === 'link') return isLink(value) ? null : trouble('link');
  if (kind === 'voice') return voiceName.test(value) ? null : trouble('voice');
  if (kind === 'phones') {
    return phonesIn(value).every((each) => e164.test(each)) ? null : trouble('phones');
  }
  if (kind === 'voiceSettings') return settingsIn(value) === null ? trouble('settings') : null;
  if (field.name.startsWith('digits')) return sendableDigits.test(value) ? null : trouble('digits');
  if (!gatherKeys.has(field.name)) return null;
  return gatheredDigits.test(value) ? null : trouble('keys');
}

// Only an address of SIP can be named to somebody's own telephone (DOMAIN §1.5, L8).
function isAddressee({ name }: FormField, value: string): boolean {
  const bare = bareAddress(value);
  return name === 'sipAddress' ? sipAddress.test(bare) : isCallable(bare);
}

function bareAddress(written: string): string {
  const trimmed = written.trim();
  return trimmed.startsWith('sip') ? trimmed : bareNumber(trimmed);
}

function numberTrouble(
  { min = -Infinity, max = Infinity, orElse }: FormField,
  value: string,
): FieldTrouble | null {
  if (value === orElse) return null;
  if (!/^\d+$/.test(value)) return trouble('number', min, max);
  return Number(value) < min || Number(value) > max ? trouble('range', min, max) : null;
}

function isLink(value: string): boolean {
  return /^https?:$/.test(URL.parse(value)?.protocol ?? '');
}

function sentValue(field: FormField, values: FormValues): unknown {
  const value = values[field.name] ?? '';
  if (typeof value !== 'string') return value.length === 0 && !field.isRequired ? undefined : value;
  // No key that ends an answer is a choice too: the field may be sent empty.
  if (value === '') return field.minLength === 0 ? '' : undefined;
  if (field.kind === 'switch') return value === 'true';
  if (field.kind === 'number') return value === field.orElse ? value : Number(value);
  if (field.kind === 'phone') return bareNumber(value);
  if (field.kind === 'address') return bareAddress(value);
  if (field.kind === 'phones') return phonesIn(value).map((to) => ({ to, label: null }));
  if (field.kind !== 'voiceSettings') return value;
  const provider = textIn(values, 'voice').split('.')[0]?.toLowerCase();
  return { ...settingsIn(value), type: provider };
}

/** Lines of `name = value`; null where a line is none. */
function settingsIn(text: string): Record<string, string | number> | null {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const parts = lines.map((line) => /^\s*([a-z_]+)\s*=\s*(\S.*?)\s*$/.exec(line));
  if (parts.includes(null)) return null;
  return Object.fromEntries(
    parts.map((part) => {
      const value = part?.[2] ?? '';
      return [part?.[1] ?? '', Number.isFinite(Number(value)) ? Number(value) : value];
    }),
  );
}
