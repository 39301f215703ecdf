import { useQuery } from '@tanstack/react-query';
import type { ApplicationRow, CarrierSettings } from '@/lib/contract/application';
import { applicationsKey, applicationsPath } from './use-applications';
import { getJson, ProblemError } from './request';

/** How Rostrum stands with the carrier, as far as each of the two is known. */
export interface CarrierSettingsView {
  readonly here: CarrierSettings | null;
  /** The application that Rostrum is told to be; `none`: the carrier has no such one. */
  readonly application: ApplicationRow | 'none' | null;
  /** Why the first could not be had. */
  readonly error: Error | null;
  /** Why the application could not be had. */
  readonly applicationError: Error | null;
  readonly refresh: () => void;
}

const everyMs = 5000;

/** Asks every five seconds which delivery was the last, and for the application when the page comes into sight. */
export function useCarrierSettings(): CarrierSettingsView {
  const here = useQuery({
    queryKey: ['carrier'],
    queryFn: ({ signal }) => getJson<CarrierSettings>('/api/carrier', signal),
    refetchOnMount: 'always',
    refetchInterval: everyMs,
  });
  const id = here.data?.connectionId ?? null;
  const application = useQuery({
    queryKey: [...applicationsKey, 'one', id],
    queryFn: ({ signal }) =>
      getJson<ApplicationRow>(`${applicationsPath}/${encodeURIComponent(id ?? '')}`, signal).catch(
        (error: unknown) => {
          if (error instanceof ProblemError && error.problem.code === 'not-found')
            return 'none' as const;
          throw error;
        },
      ),
    enabled: id !== null,
    refetchOnMount: 'always',
    refetchOnWindowFocus: 'always',
  });
  return {
    here: here.data ?? null,
    application: application.data ?? null,
    error: here.error,
    applicationError: application.error,
    refresh: () => {
      void here.refetch();
      if (id !== null) void application.refetch();
    },
  };
}
