import { type ConferenceId, streamOf } from '@/lib/domain/ids';
import type { Micros } from '@/lib/domain/stamp';
import type { Announcement, Log } from '@/server/log/log';
import { reconcileJob } from './reconcile-job';

const doubtful: ReadonlySet<string> = new Set(['conference.created', 'participant.joined']);
const onceEvery: Micros = 500_000;

/**
 * Asks for a read of a conference when something was heard that leaves a doubt: a conference without
 * its name, a leg that may have joined muted. Once per conference, not per event. Hand it to
 * `log.follow`.
 */
export function askForDoubts(log: Log, now: () => Micros): (announcement: Announcement) => void {
  const askedAt = new Map<string, Micros>();
  return ({ name, events, before, isLive }) => {
    const stream = streamOf(name);
    if (stream?.kind !== 'conference') return;
    const isDoubtful = events.some(
      ({ type, source }) =>
        source === 'carrier' &&
        // A read after the end tells the reason in full, and the name of one too short to be read.
        (isLive ? before === null || doubtful.has(type) : type === 'conference.ended'),
    );
    if (!isLive) askedAt.delete(name);
    if (!isDoubtful) return;
    const time = now();
    if (isLive && time - (askedAt.get(name) ?? 0) < onceEvery) return;
    if (isLive) askedAt.set(name, time);
    const job = reconcileJob(stream.key as ConferenceId, 'doubt', time);
    log
      .submit({
        streams: [],
        run: (batch) => {
          batch.addJob(job);
        },
      })
      // The timer asks again: a doubt that could not be written down is only answered later.
      .catch(() => undefined);
  };
}
