import type { StreamName } from '@/lib/domain/ids';
import type { Queries } from './sql-engine';

/** A stream by its row id, and the number it has reached. */
export interface MovedId {
  readonly id: number;
  readonly seq: number;
}

/** Hears of streams that another node has moved. */
export type MovedListener = (
  moved: readonly { readonly name: StreamName; readonly seq: number }[],
) => void;

/** How nodes that share a database tell each other what moved. */
export interface MovedChannel {
  /** Whether anybody else could be listening. */
  readonly isHeard: boolean;
  /** Tells the other nodes when the connection's transaction commits. */
  notify(connection: Queries, moved: readonly MovedId[]): Promise<void>;
  /** Returns how to stop. */
  onMoved(listener: MovedListener): () => void;
  close(): Promise<void>;
}

/** The channel of a database that one process has to itself. */
export function createSilentChannel(): MovedChannel {
  return {
    isHeard: false,
    notify: () => Promise.resolve(),
    onMoved: () => () => undefined,
    close: () => Promise.resolve(),
  };
}
