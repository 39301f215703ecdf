'use client';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { CommandAnswer } from '@/lib/contract/http';
import type { QueueCommand } from '@/lib/domain/queue/command';
import type { QueueEvent } from '@/lib/domain/queue/event';
import { createQueuesLive, type QueuesLive, type QueuesView } from './queues-live';
import { useRostrum } from './rostrum-context';
import { type Tell, useGiveCommand } from './use-give-command';

const QueuesContext = createContext<QueuesLive | null>(null);

/** Keeps these queues in step with the server for everything inside. */
export function QueuesProvider({
  names,
  children,
}: {
  /** The same array as long as they are the same. */
  readonly names: readonly string[];
  readonly children: ReactNode;
}) {
  const { hub } = useRostrum();
  const [live] = useState(createQueuesLive);
  useEffect(() => live.follow(hub), [live, hub]);
  useEffect(() => {
    live.watch(names);
  }, [live, names]);
  return <QueuesContext value={live}>{children}</QueuesContext>;
}

function useQueuesLive(): QueuesLive {
  const live = useContext(QueuesContext);
  if (live === null) throw new Error('useQueuesLive needs a QueuesProvider around it');
  return live;
}

/** What `select` picks of the queues that are watched. */
export function useQueues<T>(select: (view: QueuesView) => T): T {
  return useStore(useQueuesLive().store, select);
}

/** Gives a command to a queue that is watched, as `GiveCommand` does. */
export type RunQueueCommand = (
  queue: string,
  command: QueueCommand,
  tell?: Tell,
) => Promise<CommandAnswer<QueueEvent> | null>;

/** Gives commands to the queues around. */
export function useRunQueueCommand(): RunQueueCommand {
  const queues = useQueuesLive();
  const give = useGiveCommand();
  return useCallback(
    async (name, command, tell) => {
      const live = queues.of(name);
      if (live === undefined) return null;
      const path = `/api/queues/${encodeURIComponent(name)}/commands`;
      return give({ path, live }, command, tell);
    },
    [queues, give],
  );
}
