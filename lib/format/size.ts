/** The units a size is said in, each a thousand of the one before. */
const sizeUnits = ['bytes', 'kilobytes', 'megabytes', 'gigabytes', 'terabytes'] as const;
/** One such unit. */
type SizeUnit = (typeof sizeUnits)[number];

/** A size in the greatest unit of which there is at least one. */
export function sizeParts(bytes: number): { readonly unit: SizeUnit; readonly value: number } {
  let value = bytes;
  for (const unit of sizeUnits.slice(0, -1)) {
    // What would be written as 1000 is one of the next.
    if (value < 999.95) return { unit, value };
    value /= 1000;
  }
  return { unit: 'terabytes', value };
}
