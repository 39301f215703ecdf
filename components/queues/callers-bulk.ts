import type { CallControlId, CommandId } from '@/lib/domain/ids';
import type { CallersCommand } from '@/lib/domain/queue/command';
import type { Queue } from '@/lib/domain/queue/queue';
import type { CallerRow } from './caller-row';

/** A command to several callers that somebody here gave: one to each of their queues. */
export interface CallersBulk {
  readonly type: CallersCommand['type'];
  readonly parts: readonly {
    readonly queue: string;
    /** Null where it was refused as a whole. */
    readonly commandId: CommandId | null;
    readonly rows: readonly CallerRow[];
  }[];
}

/** What has become of a command to several, caller by caller. */
export interface CallersResult {
  /** Taken, whether or not the carrier has borne it out yet. */
  readonly done: number;
  /** Their turn has not come. */
  readonly open: number;
  /** Nobody knows whether it was done; that is being read back. */
  readonly unknown: number;
  readonly failed: readonly CallerRow[];
}

/** Judges each caller by what the queues say. */
export function callersResultOf(
  queues: ReadonlyMap<string, Queue>,
  { parts }: CallersBulk,
): CallersResult {
  const counts = { done: 0, open: 0, unknown: 0 };
  const failed: CallerRow[] = [];
  for (const { queue, commandId, rows } of parts) {
    const record = queues.get(queue)?.commands.find((each) => each.commandId === commandId);
    const phases = new Map<CallControlId, string>(
      record?.callers.map(({ callControlId, phase }) => [callControlId, phase]),
    );
    for (const row of rows) {
      const fate = commandId === null ? 'failed' : fateOf(phases.get(row.id));
      if (fate === 'failed') failed.push(row);
      else counts[fate] += 1;
    }
  }
  return { ...counts, failed };
}

/** Callers by their queues, at most so many in one command. */
export function partsOf<Row extends Pick<CallerRow, 'queue'>>(
  rows: readonly Row[],
  most: number,
): readonly { readonly queue: string; readonly rows: readonly Row[] }[] {
  const byQueue = new Map<string, Row[]>();
  for (const row of rows) {
    const own = byQueue.get(row.queue);
    if (own === undefined) byQueue.set(row.queue, [row]);
    else own.push(row);
  }
  return [...byQueue].flatMap(([queue, all]) =>
    Array.from({ length: Math.ceil(all.length / most) }, (_, i) => ({
      queue,
      rows: all.slice(i * most, (i + 1) * most),
    })),
  );
}

// A caller whom the command no longer names had gone before it was judged.
function fateOf(phase: string | undefined): 'done' | 'open' | 'unknown' | 'failed' {
  if (phase === 'sent') return 'open';
  if (phase === 'unknown') return 'unknown';
  return phase === 'refused' || phase === 'contradicted' ? 'failed' : 'done';
}
