import {
  callStream,
  type CallControlId,
  type CommandId,
  conferenceStream,
  type StreamName,
  supervisionStream,
} from '@/lib/domain/ids';
import type { Micros } from '@/lib/domain/stamp';
import { isOver, type Supervision } from '@/lib/domain/supervision/supervision';
import type { Announcement, Log } from '@/server/log/log';
import { supervisionJob } from './supervision-job';

const news: ReadonlySet<string> = new Set([
  'call.answered',
  'call.hangup',
  'participant.joined',
  'participant.left',
  'conference.ended',
  'conference.described',
]);

interface Watched {
  readonly id: CommandId;
  /** News of others in the conference is none of this session's. */
  readonly legs: ReadonlySet<string>;
}

/**
 * Takes the job of a session up as soon as something happens to whom it is about: the supervisor, whom
 * they supervise, the conference. Hand `follow` to `log.follow`, and begin with `watchAll`.
 */
export function createSupervisionWatch(log: Log, now: () => Micros) {
  const watched = new Map<StreamName, Map<CommandId, Watched>>();
  const forget = (id: CommandId) => {
    for (const [name, those] of watched) {
      those.delete(id);
      if (those.size === 0) watched.delete(name);
    }
  };
  const watch = (session: Supervision) => {
    const { id, asked, callControlId } = session;
    forget(id);
    if (asked === null || isOver(session)) return;
    const legs = new Set([asked.whom, ...(callControlId === null ? [] : [callControlId])]);
    const room = asked.conferenceId === null ? [] : [conferenceStream(asked.conferenceId)];
    for (const name of [...room, ...[...legs].map(callStream)]) {
      const those = watched.get(name) ?? new Map<CommandId, Watched>();
      watched.set(name, those.set(id, { id, legs }));
    }
  };
  const wake = (id: CommandId) => {
    log
      .submit({
        streams: [],
        run: (batch) => {
          batch.addJob(supervisionJob(id, now()));
        },
      })
      // The job's own timer takes it up: it is only later.
      .catch(() => undefined);
  };
  return {
    watchAll: () => {
      for (const name of log.liveNames()) {
        if (!name.startsWith('supervision:')) continue;
        const id = name.slice('supervision:'.length) as CommandId;
        const view = log.peek(supervisionStream(id));
        if (view !== undefined) watch(view.state);
      }
    },
    follow: ({ name, events, state }: Announcement) => {
      if (name.startsWith('supervision:')) {
        watch(state as Supervision);
        return;
      }
      for (const { id, legs } of watched.get(name)?.values() ?? []) {
        if (events.some((event) => isNewsOf(legs, event))) wake(id);
      }
    },
  };
}

function isNewsOf(legs: ReadonlySet<string>, event: { type: string; data: object }): boolean {
  if (!news.has(event.type)) return false;
  const { callControlId } = event.data as { readonly callControlId?: CallControlId };
  return callControlId === undefined || legs.has(callControlId);
}
