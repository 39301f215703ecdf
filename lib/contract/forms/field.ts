/** How a field is filled in. */
export type FieldKind =
  | 'text'
  | 'longText'
  | 'link'
  | 'media'
  | 'number'
  | 'switch'
  | 'choice'
  | 'voice'
  | 'voiceSettings'
  | 'phone'
  | 'phones'
  /** A number that can be called, or a SIP address. */
  | 'address'
  | 'queue'
  | 'people'
  /** People, or the whole room. */
  | 'audience'
  /** One person. */
  | 'person'
  | 'call'
  /** A live conference. */
  | 'conference';

/** One field of a command's form; its words stand in the catalogue `commands`, under its name or `words`. */
export interface FormField {
  readonly name: string;
  readonly kind: FieldKind;
  /** Where its words stand, where its name means something else in another command. */
  readonly words?: string;
  readonly isRequired: boolean;
  /** Whether it stands under "More". */
  readonly isMore: boolean;
  /** What is sent when nobody touches it; null where it is left out. */
  readonly preset: string | number | boolean | null;
  readonly min?: number;
  readonly max?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly options?: readonly string[];
  /** Besides a number: `infinity` of a loop. */
  readonly orElse?: string;
  /** It is asked for only while this other field holds this. */
  readonly onlyWith?: { readonly name: string; readonly value: string };
}

type Rest = Partial<Omit<FormField, 'name' | 'kind'>>;

/** A field that may be left out. */
export function field(name: string, kind: FieldKind, rest: Rest = {}): FormField {
  return { name, kind, isRequired: false, isMore: false, preset: null, ...rest };
}

/** A field that has to be filled in. */
export function required(name: string, kind: FieldKind, rest: Rest = {}): FormField {
  return field(name, kind, { isRequired: true, ...rest });
}

/** A field under "More". */
export function more(name: string, kind: FieldKind, rest: Rest = {}): FormField {
  return field(name, kind, { isMore: true, ...rest });
}
