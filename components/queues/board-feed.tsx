import { useLayoutEffect } from 'react';
import { useQueues } from '@/lib/browser/use-queues';
import { withQueues } from './board-state';
import { useBoardStore } from './board-store';

/** Keeps the rows of callers in step with the queues; draws nothing. */
export function BoardFeed() {
  const board = useBoardStore();
  const queues = useQueues((view) => view.queues);
  useLayoutEffect(() => {
    board.setState((now) => withQueues(now, queues));
  }, [board, queues]);
  return null;
}
