/** How the names of people are put in order in a language; to be made once, for it is slow to make. */
export function nameOrder(locale: string): Intl.Collator {
  return new Intl.Collator(locale, { numeric: true, sensitivity: 'base' });
}
