import { useMemo } from 'react';
import { useLocale } from 'use-intl';

/** A language's name in the viewer's own, with its tag. */
export function useLanguageName(): (tag: string) => string {
  const locale = useLocale();
  return useMemo(() => {
    const names = new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' });
    return (tag) => {
      const name = nameIn(names, tag);
      return name === tag ? tag : `${name} (${tag})`;
    };
  }, [locale]);
}

// The carrier has tags that are none: en-GB-WLS.
function nameIn(names: Intl.DisplayNames, tag: string): string {
  try {
    return names.of(tag) ?? tag;
  } catch {
    return tag;
  }
}
