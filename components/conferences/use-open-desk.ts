import { useRouter } from 'next/navigation';
import { useCallback } from 'react';

/** Goes to the desk of a conference. */
export function useOpenDesk(): (conferenceId: string) => void {
  const router = useRouter();
  return useCallback(
    (conferenceId) => {
      router.push(`/conferences/${encodeURIComponent(conferenceId)}`);
    },
    [router],
  );
}
