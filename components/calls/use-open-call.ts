import { useRouter } from 'next/navigation';
import { useCallback } from 'react';

/** Opens the page of one call. */
export function useOpenCall(): (id: string) => void {
  const router = useRouter();
  return useCallback(
    (id) => {
      router.push(callPath(id));
    },
    [router],
  );
}

/** The address of the page of one call. */
export function callPath(id: string): string {
  return `/calls/${encodeURIComponent(id)}`;
}
