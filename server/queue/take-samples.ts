import type { SamplesAnswer } from '@/lib/contract/http';
import { queueStream } from '@/lib/domain/ids';
import type { Queue } from '@/lib/domain/queue/queue';
import { countWaiting } from '@/lib/domain/queue/view';
import type { Micros } from '@/lib/domain/stamp';
import type { Log } from '@/server/log/log';
import type { KeptSample, QueueHistory } from './ports';
import { queuesIn } from './reconcile';

const second: Micros = 1_000_000;
/** The stretches of time that samples are kept for, in seconds: for an hour, a day, and longer. */
const stretches = [5, 60, 600] as const;
/** Fewer than a screen has columns is too few, many more are too many. */
const mostSamples = 1_500;

/** Every how many milliseconds queues are looked at. */
export const sampleEveryMs = 5_000;

/** Looks at queues and keeps how they stand. */
export interface Sampler {
  sample(): Promise<void>;
}

interface Looked {
  readonly state: Queue;
  /** The stretch of each length that was written last, and whether it was the first of a calm. */
  readonly written: ReadonlyMap<number, { readonly at: Micros; readonly isCalm: boolean }>;
}

/**
 * Makes the sampler. `carrierNow` is the clock that stamps entries, which waits are told by; a queue in
 * which nothing happens and nobody waits is written once more and then let be.
 */
export function createSampler(
  log: Log,
  history: Pick<QueueHistory, 'saveSamples'>,
  { now, carrierNow }: { readonly now: () => Micros; readonly carrierNow: () => Micros },
): Sampler {
  const looked = new Map<string, Looked>();
  return {
    sample: async () => {
      const samples: KeptSample[] = [];
      const time = now();
      const names = new Set(queuesIn(log));
      for (const queue of names) {
        const state = log.peek(queueStream(queue))?.state;
        if (state === undefined) continue;
        const before = looked.get(queue);
        const counted = standing(state, carrierNow());
        const isBusy = before?.state !== state || counted.depth > 0;
        const written = new Map(before?.written);
        for (const everySecs of stretches) {
          const at = time - (time % (everySecs * second));
          const last = written.get(everySecs);
          if (!isBusy && last?.isCalm === true) continue;
          if (!isBusy && last?.at === at) continue;
          written.set(everySecs, { at, isCalm: !isBusy });
          samples.push({ queue, everySecs, at, ...counted });
        }
        looked.set(queue, { state, written });
      }
      for (const queue of looked.keys()) if (!names.has(queue)) looked.delete(queue);
      await history.saveSamples(samples);
    },
  };
}

function standing(queue: Queue, carrierNow: Micros) {
  const { depth, oldestSince, meanSince } = countWaiting(queue);
  const waited = (since: Micros | null) => (since === null ? 0 : Math.max(0, carrierNow - since));
  return { depth, longest: waited(oldestSince), average: waited(meanSince) };
}

/** How a queue stood from one time to another, in the shortest stretches that are not too many. */
export async function readSamples(
  history: Pick<QueueHistory, 'samples'>,
  queue: string,
  { from, to }: { readonly from: Micros; readonly to: Micros },
): Promise<SamplesAnswer> {
  const fits = (secs: number) => (to - from) / (secs * second) <= mostSamples;
  const everySecs = stretches.find(fits) ?? 600;
  return { everySecs, items: await history.samples(queue, { from, to, everySecs }) };
}
