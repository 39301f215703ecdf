import { useTranslations } from 'use-intl';
import type { SelectOption } from '@/components/ui/select-field';
import { mediaKeptSeconds } from '@/lib/contract/limits';

const day = 86_400;

/** How long a file can be kept, in seconds. */
const keeps = {
  twoDays: mediaKeptSeconds.byDefault,
  month: 30 * day,
  year: 365 * day,
  twentyYears: mediaKeptSeconds.most,
} as const;

/** One of the lengths that are offered. */
export type Keep = keyof typeof keeps;

/** A length that is offered, in seconds. */
export function secondsOf(keep: Keep): number {
  return keeps[keep];
}

/** The lengths that are offered, in words. */
export function useKeepOptions(): readonly SelectOption<Keep>[] {
  const t = useTranslations('settings.media.keeps');
  return (Object.keys(keeps) as Keep[]).map((value) => ({ value, label: t(value) }));
}
