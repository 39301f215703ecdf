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

// The carrier has tags that are none, such as en-GB-WLS: what they begin with is one.
function nameIn(names: Intl.DisplayNames, tag: string): string {
  try {
    return names.of(tag) ?? tag;
  } catch {
    return names.of(tag.split('-').slice(0, 2).join('-')) ?? tag;
  }
}
