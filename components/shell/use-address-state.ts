'use client';
import { usePathname, useSearchParams } from 'next/navigation';
import { useState } from 'react';

/**
 * State that also stands in the query of the address, so that a reload and a link find it again. The
 * state leads: what is typed is never overtaken by the address.
 */
export function useAddressState<T>(
  read: (query: Pick<URLSearchParams, 'get'>) => T,
  write: (value: T) => URLSearchParams,
): [T, (value: T) => void] {
  const query = useSearchParams();
  const pathname = usePathname();
  const [value, setValue] = useState(() => read(query));
  return [
    value,
    (next) => {
      setValue(next);
      const search = write(next);
      const address = search.size === 0 ? pathname : `${pathname}?${search.toString()}`;
      window.history.replaceState(null, '', address);
    },
  ];
}
