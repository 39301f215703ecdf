import { useTranslations } from 'use-intl';
import type { RecordingMarker } from '@/lib/contract/recording';
import { clockOf } from '@/lib/format/duration';

/** What markers of one kind that stand together say: when, what, and to whom. */
export function useMarkerWords(
  nameOf: (id: string) => string,
): (markers: readonly RecordingMarker[]) => string {
  const t = useTranslations('recordings.player');
  return (markers) => {
    const [first] = markers;
    if (first === undefined) return '';
    const kind = t(`kinds.${first.kind}`);
    const legs = markers.reduce((sum, marker) => sum + marker.legs, 0);
    const who =
      first.callControlId !== null && legs <= 1
        ? t('marker', { kind, names: nameOf(first.callControlId) })
        : legs > 1
          ? t('markerMany', { kind, count: legs })
          : kind;
    const by = first.actor === null ? '' : ` ${t('markerBy', { name: first.actor.name })}`;
    return `${clockOf(first.atMs * 1000)} · ${who}${by}`;
  };
}
