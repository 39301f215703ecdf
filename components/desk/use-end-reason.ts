import { useTranslations } from 'use-intl';
import type { Conference } from '@/lib/domain/conference/conference';
import { endReasonOf } from '@/lib/domain/conference/view';

const known = ['all_left', 'host_left', 'ended_via_api', 'time_exceeded'] as const;

/** A reason for the end in words; one the carrier has made up since stands as it says it. */
export function useReasonWords(): (reason: string) => string {
  const t = useTranslations('desk.endReasons');
  return (reason) => {
    const found = known.find((name) => name === reason);
    return found === undefined ? reason.replaceAll('_', ' ') : t(found);
  };
}

/** Why the conference ended, in words; null while nobody knows. */
export function useEndReason(conference: Conference): string | null {
  const words = useReasonWords();
  const reason = endReasonOf(conference);
  return reason === null ? null : words(reason);
}
