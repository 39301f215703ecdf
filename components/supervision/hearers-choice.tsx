import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { useStream } from '@/lib/browser/use-stream';
import { conferenceAggregate } from '@/lib/domain/conference/aggregate';
import { isSupervisor } from '@/lib/domain/conference/conference';
import { presentIn } from '@/lib/domain/conference/view';
import { type CallControlId, type ConferenceId, conferenceStream } from '@/lib/domain/ids';
import { useNameOrder } from '@/lib/i18n/use-name-order';
import { nameIn } from '@/lib/format/person';

/** Those who are in, to choose who hears a whisper. */
export function HearersChoice({
  conferenceId,
  chosen,
  isWrong,
  onChange,
}: {
  readonly conferenceId: ConferenceId;
  readonly chosen: readonly CallControlId[];
  /** Whether nobody is chosen, and somebody has to be. */
  readonly isWrong: boolean;
  readonly onChange: (chosen: readonly CallControlId[]) => void;
}) {
  const t = useTranslations('supervision');
  const order = useNameOrder();
  const conference = useStream(conferenceAggregate, conferenceStream(conferenceId));
  const people = useMemo(
    () =>
      conference === null
        ? []
        : presentIn(conference)
            .filter(({ callControlId }) => !isSupervisor(conference, callControlId))
            .map((leg) => ({ id: leg.callControlId, name: nameIn(conference, leg) }))
            .sort((a, b) => order.compare(a.name, b.name)),
    [conference, order],
  );
  return (
    <fieldset className="flex min-w-0 flex-col gap-1">
      <legend className="mb-1 text-sm font-medium text-ink-2">{t('hearers')}</legend>
      <div className="max-h-40 overflow-auto rounded-lg border border-line">
        {people.map(({ id, name }) => (
          <label key={id} className="flex items-center gap-2 px-2.5 py-1.5 hover:bg-raise">
            <input
              type="checkbox"
              className="size-[15px] accent-brand"
              checked={chosen.includes(id)}
              onChange={({ target }) => {
                const others = chosen.filter((each) => each !== id);
                onChange(target.checked ? [...others, id] : others);
              }}
            />
            <span className="truncate">{name}</span>
          </label>
        ))}
      </div>
      {isWrong && <p className="text-xs text-bad">{t('hearersNone')}</p>}
    </fieldset>
  );
}
