import { createConferenceForm } from '@/lib/contract/forms/command-forms';
import type { FormField } from '@/lib/contract/forms/field';

/** Around which call a conference is made. */
export type CreationSource = 'dial' | 'call';

const ofDialling: ReadonlySet<string> = new Set([
  'to',
  'from',
  'fromDisplayName',
  'timeoutSecs',
  'timeLimitSecs',
  'clientState',
]);
const needed: ReadonlySet<string> = new Set(['to', 'from', 'callControlId']);

/** The fields of a new conference made this way; what the other way needs is left out. */
export function creationFields(source: CreationSource): readonly FormField[] {
  return createConferenceForm
    .filter(({ name }) => (source === 'dial' ? name !== 'callControlId' : !ofDialling.has(name)))
    .map((field) => (needed.has(field.name) ? { ...field, isRequired: true } : field));
}
