import { useEffect, useEffectEvent, useLayoutEffect, useMemo } from 'react';
import { useConference } from '@/lib/browser/use-conference';
import { useFloorHistory } from '@/lib/browser/use-floor-history';
import { useCarrierNow } from '@/lib/browser/use-carrier-now';
import { floorSegments } from '@/lib/domain/conference/floor';
import { withConference, withFloor } from './desk-state';
import { useConferenceId, useDeskStore } from './desk-store';

/** Keeps the desk's rows in step with the conference; draws nothing. */
export function RosterFeed() {
  const desk = useDeskStore();
  const conference = useConference((view) => view.foreseen);
  useLayoutEffect(() => {
    if (conference !== null) desk.setState((now) => withConference(now, conference));
  }, [desk, conference]);
  return null;
}

/** Keeps the desk's floor segments and shares in step with the conference and the clock. */
export function FloorFeed() {
  const desk = useDeskStore();
  const history = useFloorHistory(useConferenceId());
  const segments = useMemo(() => floorSegments(history), [history]);
  const now = useCarrierNow();
  const look = useEffectEvent(() => {
    if (now > 0) desk.setState((state) => withFloor(state, segments, now));
  });
  // With the clock, not with each turn: whoever draws both draws once a second.
  const isHistoryHere = segments.length > 0;
  useEffect(() => {
    look();
  }, [now, isHistoryHere]);
  return null;
}
