import type { FormField } from '@/lib/contract/forms/field';
import type { FieldValue, FormValues } from './form-values';

/** Somebody who can be chosen in a form. */
export interface Choosable {
  readonly id: string;
  readonly name: string;
}

/** What one field of a form is drawn from. */
export interface ControlProps {
  readonly field: FormField;
  readonly value: FieldValue;
  readonly values: FormValues;
  /** What is wrong with it, in words. */
  readonly error: string | undefined;
  /** Who can be chosen where people are asked for. */
  readonly people: readonly Choosable[];
  readonly onChange: (changed: FormValues) => void;
}
