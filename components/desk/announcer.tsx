import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useConference } from '@/lib/browser/use-conference';
import { useCarrierNow } from '@/lib/browser/use-carrier-now';
import { usePreferences } from '@/lib/browser/use-preferences';
import { floorHolder, isCompleted } from '@/lib/domain/conference/view';
import type { CallControlId } from '@/lib/domain/ids';
import { useDesk } from './desk-store';
import { endsInOf } from './ends-in';

const settledMs = 1500;

/** Tells those who hear the page who has the floor, unless they have turned it off. */
export function FloorAnnouncer() {
  const t = useTranslations('desk.announce');
  const isOn = usePreferences((preferences) => preferences.announcesFloor);
  const holder = useSettled(
    useConference((view) => (view.foreseen === null ? null : floorHolder(view.foreseen))),
  );
  const name = useDesk((desk) => (holder === null ? null : desk.roster.rows.get(holder)?.name));
  if (!isOn) return null;
  return (
    <p aria-live="polite" className="sr-only">
      {name === null || name === undefined ? '' : t('floor', { name })}
    </p>
  );
}

/** Tells that the conference will end soon, once at each mark. */
export function EndAnnouncer() {
  const t = useTranslations('desk.header.alerts');
  const expiresAt = useConference(({ foreseen }) =>
    foreseen === null || isCompleted(foreseen) ? null : (foreseen.description?.expiresAt ?? null),
  );
  const now = useCarrierNow();
  const mark = expiresAt === null || now === 0 ? null : endsInOf(expiresAt, now).mark;
  return (
    <p role="status" className="sr-only">
      {mark === null ? '' : t(mark)}
    </p>
  );
}

/** The value once it has stood for a while: a quick exchange is not read out word by word. */
function useSettled(value: CallControlId | null): CallControlId | null {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => {
      setSettled(value);
    }, settledMs);
    return () => {
      clearTimeout(timer);
    };
  }, [value]);
  return settled;
}
