import {
  dropTargetForElements,
  monitorForElements,
} from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { DoorOpen } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { liveRows } from '@/components/conferences/live-rows';
import { asTheyAre } from '@/components/desk/as-they-are';
import { nobodyChosen } from '@/components/list/selection';
import { classNames } from '@/components/ui/class-names';
import { useOverview } from '@/lib/browser/use-overview';
import type { ConferenceRow } from '@/lib/contract/rows';
import type { ConferenceId } from '@/lib/domain/ids';
import { useBoardHands } from './board-hands';
import { useBoard, useBoardStore } from './board-store';
import { callersDragged } from './use-caller-drag';

/** Where callers are dropped to be let in: every live conference, there while somebody is dragged. */
export function ConferenceTargets() {
  const t = useTranslations('queues.targets');
  const count = useBoard((board) => board.dragged.length);
  const conferences = useOverview((overview) => overview.conferences);
  const rows = useMemo(() => liveRows(conferences.values(), ''), [conferences]);
  useDropped();
  if (count === 0) return null;
  return (
    <div className="absolute top-2 right-2 z-20 flex max-h-[calc(100%-16px)] w-72 max-w-[80%] animate-appear flex-col gap-2 overflow-auto rounded-xl border border-line bg-panel p-3 shadow-float">
      <p className="text-sm font-[560]">{t('title', { count })}</p>
      {rows.length === 0 && <p className="text-sm text-ink-3">{t('none')}</p>}
      {rows.map((row) => (
        <Target key={row.id} row={row} />
      ))}
    </div>
  );
}

function Target({ row }: { readonly row: ConferenceRow }) {
  const t = useTranslations('queues.targets');
  const box = useRef<HTMLDivElement>(null);
  const [isOver, setIsOver] = useState(false);
  const { id } = row;
  useEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    return dropTargetForElements({
      element,
      canDrop: ({ source }) => source.data.kind === callersDragged,
      getData: () => ({ conferenceId: id }),
      onDragEnter: () => {
        setIsOver(true);
      },
      onDragLeave: () => {
        setIsOver(false);
      },
    });
  }, [id]);
  return (
    <div
      ref={box}
      data-conference={id}
      className={classNames(
        'flex items-center gap-2.5 rounded-lg border-2 border-dashed px-3 py-3',
        isOver ? 'border-brand bg-brand-soft' : 'border-line',
      )}
    >
      <DoorOpen aria-hidden size={16} className={isOver ? 'text-brand' : 'text-ink-3'} />
      <span className="min-w-0 flex-1">
        <span className="block truncate font-[560]">{row.name ?? id}</span>
        <span className="block text-xs text-ink-3">{t('people', { count: row.people })}</span>
      </span>
    </div>
  );
}

/** Lets those in who were dropped on a conference; a drag that ends anywhere else does nothing. */
function useDropped(): void {
  const board = useBoardStore();
  const { ask } = useBoardHands();
  useEffect(
    () =>
      monitorForElements({
        canMonitor: ({ source }) => source.data.kind === callersDragged,
        onDrop: ({ location }) => {
          const { dragged } = board.getState();
          board.setState({ dragged: [] });
          const conferenceId = location.current.dropTargets[0]?.data.conferenceId;
          if (typeof conferenceId !== 'string' || dragged.length === 0) return;
          const fields = { ...asTheyAre, conferenceId: conferenceId as ConferenceId };
          board.setState({ selection: nobodyChosen, lastConference: conferenceId });
          void ask(dragged, { type: 'queueCalls.admit', fields });
        },
      }),
    [board, ask],
  );
}
