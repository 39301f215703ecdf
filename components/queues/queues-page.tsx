'use client';
import { useSearchParams } from 'next/navigation';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useOfferedActions } from '@/components/actions/use-action-board';
import { DialogLoading } from '@/components/shell/dialog-loading';
import { WindowWords } from '@/components/shell/later-words';
import { classNames } from '@/components/ui/class-names';
import { later, useLoadedWhenIdle } from '@/components/ui/later';
import { useConnection } from '@/lib/browser/use-connection';
import { useMay } from '@/lib/browser/use-may';
import { useOverview } from '@/lib/browser/use-overview';
import { QueuesProvider } from '@/lib/browser/use-queues';
import { BoardFeed } from './board-feed';
import { BoardHandsProvider } from './board-hands';
import { BoardHead } from './board-head';
import { BoardProvider, useBoard, useBoardStore } from './board-store';
import { withQuery } from './board-state';
import { BoardTools } from './board-tools';
import { CallerTable } from './caller-table';
import { CallersReport } from './callers-report';
import { ConferenceTargets } from './conference-targets';
import { NoQueue } from './no-queue';
import { QueueCards } from './queue-cards';
import { queueOrder, watchedNames } from './queue-order';
import { QueuesLoading } from './queues-loading';
import { useBoardSource } from './use-board-source';

// Nobody is asked anything at first: what asks comes after the rest of the page.
const BoardDialogs = later(
  async () => (await import('./board-dialogs')).BoardDialogs,
  DialogLoading,
);

/** All queues, who waits in them, and everything a supervisor can do about it. */
export function QueuesPage() {
  // What is held was sent for the eyes of one role: who sees numbers, or no longer, begins anew.
  const seesNumbers = useMay('numbers.see');
  return (
    <BoardProvider key={seesNumbers ? 'whole' : 'masked'}>
      <WatchedQueues />
    </BoardProvider>
  );
}

function WatchedQueues() {
  const known = useOverview((overview) => overview.queues);
  const chosen = useBoard((board) => board.query.queue);
  useAskedFor();
  const rows = useMemo(() => queueOrder(known.values()), [known]);
  const [names, setNames] = useState<readonly string[]>([]);
  const wanted = watchedNames(rows, chosen, names);
  if (wanted !== names) setNames(wanted);
  return (
    <QueuesProvider names={names}>
      <OpenBoard />
    </QueuesProvider>
  );
}

/** Shows the callers of the queue that the address names. */
function useAskedFor(): void {
  const board = useBoardStore();
  const queue = useSearchParams().get('queue');
  useEffect(() => {
    if (queue !== null) board.setState((now) => withQuery(now, { queue, isHungUp: false }));
  }, [board, queue]);
}

function OpenBoard() {
  const t = useTranslations('queues');
  const searchRef = useRef<HTMLInputElement>(null);
  const known = useOverview((overview) => overview.queues);
  const isKnown = useOverview((overview) => overview.rev !== null);
  const isStale = useConnection(null).phase === 'stale';
  const rows = useMemo(() => queueOrder(known.values()), [known]);
  if (!isKnown) return <QueuesLoading />;
  return (
    <BoardHandsProvider searchRef={searchRef}>
      <BoardActions />
      <BoardFeed />
      <div
        className={classNames(
          'flex h-full min-h-0 flex-col transition-opacity',
          isStale && 'opacity-60',
        )}
      >
        <BoardHead rows={rows} />
        {rows.length === 0 ? (
          <NoQueue />
        ) : (
          <>
            <QueueCards rows={rows} />
            <CallersReport />
            <section
              aria-label={t('callers')}
              className="relative flex min-h-0 min-w-0 flex-1 flex-col border-t border-line bg-panel"
            >
              <CallerTable rows={rows} searchRef={searchRef} />
              <ConferenceTargets />
            </section>
          </>
        )}
        <div className="border-t border-line bg-panel px-3 py-2 md:hidden">
          <BoardTools />
        </div>
      </div>
      <Questions />
    </BoardHandsProvider>
  );
}

/** Offers to palette and shortcuts what the page can do; draws nothing. */
function BoardActions() {
  useOfferedActions(useBoardSource());
  return null;
}

function Questions() {
  const isAsked = useBoard((board) => board.question !== null);
  const board = useBoardStore();
  const close = useCallback(() => {
    board.setState({ question: null });
  }, [board]);
  useLoadedWhenIdle(BoardDialogs);
  return (
    isAsked && (
      <WindowWords onClose={close}>
        <BoardDialogs onClose={close} />
      </WindowWords>
    )
  );
}
