import { randomUUID } from 'node:crypto';
import { queueStream } from '@/lib/domain/ids';
import { countWaiting } from '@/lib/domain/queue/view';
import type { Micros } from '@/lib/domain/stamp';
import { figuresAt, type Watched } from '@/lib/domain/target/figures';
import { judgedAt, levelsOf, nextLook } from '@/lib/domain/target/judge';
import { serviceAt, serviceChangesAt } from '@/lib/domain/target/service';
import type { JobWorker } from '@/server/jobs/run-jobs';
import type { Announcement, Log } from '@/server/log/log';
import type { AlertBook } from './alert-book';
import { judgementOf, judgeQueue } from './judge-queue';
import type { QueueStanding } from './ports';
import type { TargetBook } from './target-book';
import type { WaitBook } from './wait-book';

/** The kind of job that looks at one queue when a threshold may have been reached or left. */
export const lookKind = 'alert.look';

// A burst of arrivals is one look.
const gatheringMs = 50;
const prefix = 'queue:'.length;
const nobody = { alive: 0, oldestSince: null, meanSince: null };

/** What watching is made of. */
export interface QueueWatchParts {
  readonly log: Pick<Log, 'peek' | 'liveNames' | 'submit'>;
  readonly alerts: AlertBook;
  readonly targets: Pick<TargetBook, 'targetsOf' | 'refresh'>;
  readonly waits: WaitBook;
  readonly now: () => Micros;
  /** The carrier's clock: ours, and how far that of a simulator was moved on. */
  readonly carrierNow: () => Micros;
}

/** Looks at queues when something happens to them, and when time alone may take them over a threshold. */
export interface QueueWatch {
  /** Hand it to `log.follow`. */
  readonly follow: (announcement: Announcement) => void;
  /** Something is otherwise about this queue. */
  readonly lookSoon: (queue: string) => void;
  /** All that are live, and those that have open alerts. */
  readonly queues: () => readonly string[];
  /** The same about all of them. */
  readonly lookAtAll: () => void;
  readonly worker: JobWorker;
  /** How a queue stands and serves now; the same object while nothing about it changes. */
  readonly standingOf: (queue: string) => QueueStanding;
  stop(): void;
}

interface Standing {
  readonly standing: QueueStanding;
  readonly until: Micros;
  readonly made: readonly unknown[];
}

/** Watches queues: a job for each stands at the next moment at which it has to be looked at. */
export function watchQueues(parts: QueueWatchParts): QueueWatch {
  const { log, alerts, targets, waits, now, carrierNow } = parts;
  const planned = new Map<string, Micros>();
  const dirty = new Set<string>();
  const standings = new Map<string, Standing>();
  let timer: NodeJS.Timeout | undefined;

  const watchedOf = (queue: string): Watched => {
    const state = log.peek(queueStream(queue))?.state;
    return {
      waiting: state === undefined ? nobody : countWaiting(state),
      ended: waits.of(queue),
    };
  };
  // By our clock; null: not before something happens to it.
  const nextLookAt = (queue: string): Micros | null => {
    const at = carrierNow();
    const watched = watchedOf(queue);
    const held = targets.targetsOf(queue);
    const known = judgementOf(alerts.openOf(queue));
    const judged = judgedAt(known, held, figuresAt(watched, at), at);
    const next = judged === known ? nextLook(known, held, watched, at) : at;
    return next === null ? null : Math.ceil(now() + next - at);
  };
  const plan = (queue: string) => {
    const dueAt = nextLookAt(queue);
    if (dueAt === null) return;
    const before = planned.get(queue);
    if (before !== undefined && before > now() && before <= dueAt) return;
    planned.set(queue, dueAt);
    log
      .submit({
        streams: [],
        run: (batch) => {
          batch.addJob({ kind: lookKind, key: queue, body: null, priority: 0, dueAt });
        },
      })
      .catch(() => {
        planned.delete(queue);
      });
  };
  const lookSoon = (queue: string) => {
    dirty.add(queue);
    timer ??= setTimeout(() => {
      timer = undefined;
      const queues = [...dirty];
      dirty.clear();
      for (const one of queues) plan(one);
    }, gatheringMs);
  };

  const queues = () => {
    const live = log.liveNames().filter((name) => name.startsWith('queue:'));
    return [...new Set([...live.map((name) => name.slice(prefix)), ...alerts.queues()])];
  };

  const lookAtAll = () => {
    for (const queue of queues()) lookSoon(queue);
  };

  return {
    lookSoon,
    follow: ({ name }) => {
      if (name.startsWith('queue:')) lookSoon(name.slice(prefix));
    },
    queues,
    lookAtAll,
    worker: async ({ key: queue }) => {
      planned.delete(queue);
      // Somebody may have saved others at another node a moment ago.
      if (await targets.refresh()) lookAtAll();
      await alerts.change(queue, (open) =>
        judgeQueue({
          ...{ queue, open, targets: targets.targetsOf(queue), watched: watchedOf(queue) },
          ...{ at: carrierNow(), now: now(), newId: randomUUID },
        }),
      );
      const dueAt = nextLookAt(queue);
      if (dueAt === null) return { kind: 'done' };
      planned.set(queue, dueAt);
      return { kind: 'again', dueAt };
    },
    standingOf: (queue) => {
      const at = carrierNow();
      const ended = waits.of(queue);
      const open = alerts.openOf(queue);
      const held = targets.targetsOf(queue);
      const made = [ended, open, held];
      const known = standings.get(queue);
      if (known !== undefined && at < known.until && made.every((one, i) => one === known.made[i]))
        return known.standing;
      const day = waits.today(at);
      const standing = {
        target: { levels: levelsOf(judgementOf(open)), targets: held },
        service: serviceAt(ended, at, day, held.service.withinSeconds),
      };
      standings.set(queue, { standing, made, until: serviceChangesAt(ended, at, day) });
      return standing;
    },
    stop: () => {
      clearTimeout(timer);
    },
  };
}
