import type { HeardFrame } from '@/server/bench/load/load-tasks';

/** What a bare server can be asked beside its processor time. */
export interface BareTasks {
  port: () => number;
}

/** What the bare Socket.IO server can be asked. */
export interface BareFanOutTasks extends BareTasks {
  /** Sends the same batches at the same times; answers seconds. */
  replay: (input: { frames: readonly HeardFrame[] }) => Promise<number>;
}
