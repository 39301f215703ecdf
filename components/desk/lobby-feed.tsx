import { useLayoutEffect } from 'react';
import { useStream } from '@/lib/browser/use-stream';
import { queueStream } from '@/lib/domain/ids';
import { queueAggregate } from '@/lib/domain/queue/aggregate';
import { useDeskStore } from './desk-store';

/** Keeps the desk's lobby in step with the queue's own events; draws nothing. */
export function LobbyFeed({ lobby }: { readonly lobby: string }) {
  const desk = useDeskStore();
  const queue = useStream(queueAggregate, queueStream(lobby));
  useLayoutEffect(() => {
    desk.setState({ lobbyQueue: queue });
  }, [desk, queue]);
  useLayoutEffect(
    () => () => {
      desk.setState({ lobbyQueue: null });
    },
    [desk],
  );
  return null;
}
