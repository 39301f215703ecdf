import { useTranslations } from 'use-intl';
import type { CallControlId } from '@/lib/domain/ids';
import { shortId } from '@/lib/format/person';
import { useDesk, useDeskStore } from './desk-store';

/** A participant's name as known now; pressing it shows everything about them. */
export function PersonName({ id }: { readonly id: CallControlId }) {
  const desk = useDeskStore();
  const name = useDesk((now) => now.roster.names.get(id) ?? shortId(id));
  return (
    <button
      type="button"
      className="rounded-sm text-left font-[560] text-ink hover:underline"
      onClick={() => {
        desk.setState({ shownId: id, panel: 'participant' });
      }}
    >
      {name}
    </button>
  );
}

/** Who acted, by name. */
export function ActorName({ name }: { readonly name: string | null }) {
  const t = useTranslations('desk');
  return <b className="font-[560] text-ink">{name ?? t('someone')}</b>;
}
