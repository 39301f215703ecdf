'use client';
import { usePathname, useSearchParams } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';

// What is typed in one go is one step to go back over.
const oneGoMs = 1_000;

/**
 * State that also stands in the query of the address, so that a reload, a link and the browser's way back find
 * it again. The state leads: what is typed is never overtaken by the address.
 */
export function useAddressState<T>(
  read: (query: Pick<URLSearchParams, 'get'>) => T,
  write: (value: T) => URLSearchParams,
): [T, (value: T) => void] {
  const query = useSearchParams();
  const pathname = usePathname();
  const [value, setValue] = useState(() => read(query));
  const writtenAt = useRef(-oneGoMs);
  useEffect(() => {
    const goBack = () => {
      if (window.location.pathname === pathname)
        setValue(read(new URLSearchParams(window.location.search)));
    };
    window.addEventListener('popstate', goBack);
    return () => {
      window.removeEventListener('popstate', goBack);
    };
  }, [pathname, read]);
  return [
    value,
    (next) => {
      setValue(next);
      const search = write(next);
      const address = search.size === 0 ? pathname : `${pathname}?${search.toString()}`;
      if (address === `${window.location.pathname}${window.location.search}`) return;
      const isSameGo = performance.now() - writtenAt.current < oneGoMs;
      writtenAt.current = performance.now();
      if (isSameGo) window.history.replaceState(null, '', address);
      else window.history.pushState(null, '', address);
    },
  ];
}
