import type { QueueCallAnswer } from '@/lib/contract/http';
import { type CallControlId, queueStream } from '@/lib/domain/ids';
import type { Micros } from '@/lib/domain/stamp';
import type { Log } from '@/server/log/log';
import type { QueueCarrier } from './ports';
import { queueReconcileJob } from './reconcile-job';

/** What asking needs. */
export interface AskOfCallerParts {
  readonly log: Log;
  readonly carrier: Pick<QueueCarrier, 'readCall'>;
  readonly now: () => Micros;
}

/**
 * What the carrier says of one who waits at this moment; null where it lists nobody of that leg there.
 * Whoever asks is in doubt, so the whole queue is read back too. Throws `CarrierReadError`.
 */
export async function askOfCaller(
  { log, carrier, now }: AskOfCallerParts,
  name: string,
  leg: CallControlId,
): Promise<QueueCallAnswer | null> {
  if ((await log.read(queueStream(name))) === null) return null;
  const reading = await carrier.readCall(name, leg);
  await log.submit({
    streams: [],
    run: (batch) => {
      batch.addJob(queueReconcileJob(name, 'doubt', now()));
    },
  });
  if (reading === null) return null;
  const { position, waitedSecs, isAlive, enqueuedAt } = reading;
  return { position, waitedSecs, isAlive, enqueuedAt };
}
