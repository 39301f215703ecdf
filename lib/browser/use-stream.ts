import { useEffect, useState } from 'react';
import type { Aggregate } from '@/lib/domain/aggregate';
import type { DomainEvent, Numbered } from '@/lib/domain/event';
import type { StreamName } from '@/lib/domain/ids';
import { type Live, notYetLive, withEvents, withSnapshot } from '@/lib/domain/live';
import { useRostrum } from './rostrum-context';

/**
 * What a stream says now, kept in step with the server while it is looked at; null before the first
 * word, of a stream there is not (yet), and of none.
 */
export function useStream<S, E extends DomainEvent, C>(
  aggregate: Aggregate<S, E, C>,
  topic: StreamName | null,
): S | null {
  const { hub } = useRostrum();
  const [shown, setShown] = useState<{ readonly topic: string; readonly state: S } | null>(null);
  useEffect(() => {
    if (topic === null) return;
    let live: Live<S, E, C> = notYetLive();
    const show = (next: Live<S, E, C>) => {
      live = next;
      if (live.confirmed !== null) setShown({ topic, state: live.confirmed.state });
    };
    // The hub's messages are typed for any stream; the topic says which this is.
    const take = (events: readonly object[]) => {
      show(withEvents(aggregate, live, events as readonly Numbered<E>[]));
    };
    return hub.follow(topic, {
      after: () => live.confirmed?.seq ?? null,
      take(answer) {
        if ('state' in answer) {
          const { seq, state } = answer;
          show(withSnapshot(aggregate, live, { seq, state: state as S }));
        } else if ('events' in answer) take(answer.events);
      },
      events: take,
    });
  }, [aggregate, hub, topic]);
  return shown?.topic === topic ? shown.state : null;
}
