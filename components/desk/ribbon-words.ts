import { useFormatter, useTranslations } from 'use-intl';
import type { CallControlId } from '@/lib/domain/ids';
import { shortId } from '@/lib/format/person';
import { useLength } from '@/lib/i18n/use-length';
import { useDesk } from './desk-store';
import type { RibbonBlock } from './ribbon';

/** Names by id, as the desk knows them now. */
export function useNames(): (id: CallControlId) => string {
  const names = useDesk((desk) => desk.roster.names);
  return (id) => names.get(id) ?? shortId(id);
}

/** Who had the floor in a piece of the ribbon, from when until when. */
export function useMomentWords(): (block: RibbonBlock) => string {
  const t = useTranslations('desk.ribbon');
  const clock = useClockWords();
  const length = useLength();
  const nameOf = useNames();
  return (block) => {
    const values = {
      name: nameOf(block.callControlId),
      from: clock(block.from),
      until: clock(block.until),
    };
    return block.turns === 1
      ? t('moment', { ...values, length: length(block.until - block.from) })
      : t('momentMany', { ...values, turns: block.turns });
  };
}

/** A time of day to the second. */
export function useClockWords(): (at: number) => string {
  const format = useFormatter();
  return (at) => format.dateTime(at / 1000, { timeStyle: 'medium' });
}
