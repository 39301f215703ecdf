import { colourOf } from '@/lib/format/person';

/** The colour of a participant, as CSS wants it. */
export function personColour(callControlId: string): string {
  return `var(--color-person-${colourOf(callControlId)})`;
}
