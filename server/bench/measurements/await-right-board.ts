import { setTimeout as pause } from 'node:timers/promises';
import type { Page, QueueRow } from '@/lib/contract/rows';
import type { Queue } from '@/lib/domain/queue/queue';
import { type Board, boardFrom } from '@/server/bench/load/board';
import type { LoadTasks } from '@/server/bench/load/load-tasks';
import type { Child } from '@/server/bench/process/child';
import type { LineUp } from '@/server/bench/traffic/line-up';
import { firstDifference } from './first-difference';

// Rows are told four times a second; a read of the carrier that mends what was lost takes longer.
const patienceMs = 2_000;
const lookMs = 100;

interface Server {
  readonly port: number;
  readonly cookie: string;
}

/**
 * Waits a moment until all show what the carrier has in its queues: the server, and a supervisor's socket
 * by what it was told. Rejects with the first difference where they do not.
 */
export async function awaitRightBoard(
  lineUp: LineUp,
  server: Server,
  load: Pick<Child<LoadTasks>, 'ask'>,
): Promise<void> {
  const boards: readonly [string, () => Promise<Board>][] = [
    ['The server', () => boardOfServer(server)],
    ['A supervisor’s socket', () => load.ask('board')],
  ];
  for (const [whose, read] of boards) {
    const until = performance.now() + patienceMs;
    for (;;) {
      const isLast = performance.now() > until;
      const difference = firstDifference(whose, lineUp.at(Date.now()), await read());
      if (difference === null) break;
      // A look may take longer than rows do: what began early says nothing of how it is afterwards.
      if (isLast) throw new Error(difference);
      await pause(lookMs);
    }
  }
}

async function boardOfServer({ port, cookie }: Server): Promise<Board> {
  const get = async <T>(path: string): Promise<T> => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { headers: { cookie } });
    if (!response.ok) throw new Error(`${path} was answered with ${response.status}`);
    return (await response.json()) as T;
  };
  const { items } = await get<Page<QueueRow>>('/api/queues');
  const states = new Map<string, Queue>();
  for (const { name } of items) {
    const { state } = await get<{ state: Queue }>(`/api/queues/${encodeURIComponent(name)}`);
    states.set(name, state);
  }
  return boardFrom(items, states);
}
