import type { ParticipantAnswer } from '@/lib/contract/http';
import { regionOf } from '@/lib/domain/conference/view';
import { type CallControlId, type ConferenceId, conferenceStream } from '@/lib/domain/ids';
import type { Micros } from '@/lib/domain/stamp';
import type { Log } from '@/server/log/log';
import type { ConferenceCarrier } from './ports';
import { reconcileJob } from './reconcile-job';

/** What asking needs. */
export interface AskCarrierParts {
  readonly log: Log;
  readonly carrier: ConferenceCarrier;
  readonly now: () => Micros;
}

/**
 * What the carrier says of one participant at this moment; null where it knows nobody of that leg
 * there. Whoever asks is in doubt, so the whole conference is read back too. Throws `CarrierReadError`.
 */
export async function askOfParticipant(
  { log, carrier, now }: AskCarrierParts,
  id: ConferenceId,
  leg: CallControlId,
): Promise<ParticipantAnswer | null> {
  const view = await log.read(conferenceStream(id));
  if (view === null) return null;
  const word = await carrier.readParticipant(id, leg, regionOf(view.state));
  await log.submit({
    streams: [],
    run: (batch) => {
      batch.addJob(reconcileJob(id, 'doubt', now()));
    },
  });
  if (word === null) return null;
  const { status, label, updatedAt, facts } = word;
  return { status, label, updatedAt, ...facts };
}
