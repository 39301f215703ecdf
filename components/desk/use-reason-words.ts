import { useTranslations } from 'use-intl';

const known = ['all_left', 'host_left', 'ended_via_api', 'time_exceeded'] as const;

/** A reason for the end in words; one the carrier has made up since stands as it says it. */
export function useReasonWords(): (reason: string) => string {
  const t = useTranslations('desk.endReasons');
  return (reason) => {
    const found = known.find((name) => name === reason);
    return found === undefined ? reason.replaceAll('_', ' ') : t(found);
  };
}
