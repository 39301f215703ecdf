import { useEffect, useState } from 'react';
import type { CallEventsAnswer } from '@/lib/contract/http';
import type { CallEvent } from '@/lib/domain/call/event';
import type { Numbered } from '@/lib/domain/event';
import { useRostrum } from './rostrum-context';
import { getJson, ProblemError, UnreachableError } from './request';

const pageSize = 1000;

/** What is known of a call's events. */
export interface CallEvents {
  /** In the order of their numbers; null before the first word. */
  readonly events: readonly Numbered<CallEvent>[] | null;
  /** Whether nobody has ever heard of the call. */
  readonly isUnknown: boolean;
}

/** Everything that was told of a call from its first event on, kept in step while it is looked at. */
export function useCallEvents(id: string): CallEvents {
  const { hub } = useRostrum();
  const [known, setKnown] = useState<CallEvents & { readonly id: string }>({ id, ...unheard });
  useEffect(() => {
    const stop = new AbortController();
    let events: readonly Numbered<CallEvent>[] = [];
    const add = (more: readonly Numbered<CallEvent>[]) => {
      const last = events.at(-1)?.seq ?? 0;
      const next = more.filter(({ seq }) => seq > last).sort((a, b) => a.seq - b.seq);
      if (next.length > 0 && next[0]?.seq !== last + 1) void load();
      else {
        events = [...events, ...next];
        setKnown({ id, events, isUnknown: false });
      }
    };
    const load = async () => {
      const after = events.at(-1)?.seq ?? 0;
      const path = `/api/calls/${encodeURIComponent(id)}/events?after=${after}&limit=${pageSize}`;
      try {
        const page = await getJson<CallEventsAnswer>(path, stop.signal);
        if (stop.signal.aborted) return;
        add(page.items);
        if (page.hasMore) await load();
      } catch (error) {
        if (stop.signal.aborted) return;
        if (error instanceof ProblemError && error.problem.code === 'not-found')
          setKnown({ id, events: null, isUnknown: true });
        // The hub asks again once the connection is back.
        else if (!(error instanceof ProblemError) && !(error instanceof UnreachableError))
          throw error;
      }
    };
    const stopFollowing = hub.follow(`call:${id}`, {
      after: () => null,
      take: () => void load(),
      refused: (code) => {
        if (code === 'not-found') setKnown({ id, events: null, isUnknown: true });
      },
      // The topic says whose events they are.
      events: (more) => {
        add(more as readonly Numbered<CallEvent>[]);
      },
    });
    return () => {
      stop.abort();
      stopFollowing();
    };
  }, [hub, id]);
  return known.id === id ? known : unheard;
}

const unheard: CallEvents = { events: null, isUnknown: false };
