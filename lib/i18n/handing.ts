import type { ReactNode } from 'react';

/** A component that hands over these words: so words can be loaded as components are. */
export function handing<Words>(words: Words) {
  return function Handing({ children }: { readonly children: (words: Words) => ReactNode }) {
    return children(words);
  };
}
