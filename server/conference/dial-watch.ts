import type { CallControlId } from '@/lib/domain/ids';
import type { Micros } from '@/lib/domain/stamp';
import type { Announcement, Log } from '@/server/log/log';
import type { JobRecord } from '@/server/log/ports';

const news: ReadonlySet<string> = new Set([
  ...['call.answered', 'call.hangup', 'participant.joined', 'call.enqueued', 'call.dequeued'],
]);

/** Takes a job up again as soon as its leg is answered, has hung up or has come in. */
export interface DialWatch {
  /** From now on, news of this leg brings this job forward. */
  expect(leg: CallControlId, job: JobRecord): void;
  /** The job needs no more news. */
  forget(leg: CallControlId): void;
  /** Hand it to `log.follow`. */
  readonly follow: (announcement: Announcement) => void;
}

/** Makes the watch; what it forgets with its process, the jobs' own timers remember. */
export function createDialWatch(log: Log, now: () => Micros): DialWatch {
  const waiting = new Map<string, JobRecord>();
  return {
    expect: (leg, job) => waiting.set(`call:${leg}`, job),
    forget: (leg) => waiting.delete(`call:${leg}`),
    follow: ({ name, events }) => {
      const job = waiting.get(name);
      if (job === undefined || !events.some(({ type }) => news.has(type))) return;
      log
        .submit({
          streams: [],
          run: (batch) => {
            batch.addJob({ ...job, dueAt: now() });
          },
        })
        // The job's own timer takes it up: it is only later.
        .catch(() => undefined);
    },
  };
}
