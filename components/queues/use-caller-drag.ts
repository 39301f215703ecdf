import { draggable } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { pointerOutsideOfPreview } from '@atlaskit/pragmatic-drag-and-drop/element/pointer-outside-of-preview';
import { setCustomNativeDragPreview } from '@atlaskit/pragmatic-drag-and-drop/element/set-custom-native-drag-preview';
import { type RefObject, useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { chosenShown } from '@/components/list/selection';
import type { CallControlId } from '@/lib/domain/ids';
import type { BoardState } from './board-state';
import { useBoardStore } from './board-store';
import { reachedBy } from './caller-actions';
import type { CallerRow } from './caller-row';

/** By what the drop targets know that callers are dragged. */
export const callersDragged = 'callers';

/** Lets a caller's row be dragged; of the selection, all who are selected go along. */
export function useCallerDrag(
  row: RefObject<HTMLElement | null>,
  id: CallControlId,
  isDraggable: boolean,
): void {
  const t = useTranslations('queues');
  const board = useBoardStore();
  useEffect(() => {
    const element = row.current;
    if (element === null || !isDraggable) return undefined;
    return draggable({
      element,
      getInitialData: () => ({ kind: callersDragged }),
      onGenerateDragPreview: ({ nativeSetDragImage }) => {
        const rows = draggedWith(board.getState(), id);
        setCustomNativeDragPreview({
          nativeSetDragImage,
          getOffset: pointerOutsideOfPreview({ x: '12px', y: '8px' }),
          render: ({ container }) => {
            const preview = document.createElement('div');
            preview.className =
              'rounded-lg border border-brand bg-raise px-3 py-1.5 font-[560] text-ink shadow-float';
            preview.textContent = t('dragged', {
              count: rows.length,
              name: rows[0]?.name ?? '',
            });
            container.append(preview);
          },
        });
      },
      onDragStart: () => {
        board.setState((now) => ({ dragged: draggedWith(now, id) }));
      },
    });
  }, [board, id, isDraggable, row, t]);
}

/** Who goes along when this row is dragged: the selection, if it is of it, else it alone. */
function draggedWith(
  { selection, order, rows }: BoardState,
  id: CallControlId,
): readonly CallerRow[] {
  const own = rows.get(id);
  const meant = selection.chosen.has(id)
    ? chosenShown(selection, order, rows)
    : own === undefined
      ? []
      : [own];
  return reachedBy('admit', meant);
}
