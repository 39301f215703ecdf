import { type Conference, isHeld, isMuted, type Leg, type Recording, type World } from './world';

/** Who is heard by the whole room now: muted, held and whispering people are not. */
function heardIn({ talking, present }: Conference): Leg | null {
  const participant = talking === null ? undefined : present.get(talking.callControlId);
  if (participant === undefined || participant.role === 'whisper') return null;
  return isMuted(participant) || isHeld(participant) ? null : participant.leg;
}

/** How much sound a running recording has taken in. */
export const soundMs = (world: World, recording: Recording): number =>
  Math.max(0, (recording.pausedAt ?? world.clock.now()) - recording.startedAt - recording.pausedMs);

/** Writes down in each running recording who is heard from now on; call it whenever that may change. */
export function noteWhoIsHeard(world: World, conference: Conference): void {
  if (conference.recordings.size === 0) return;
  const voice = heardIn(conference)?.callControlId ?? null;
  for (const recording of conference.recordings) {
    const { turns } = recording;
    const fromMs = soundMs(world, recording);
    // During a pause nothing is taken in: only the last change in it counts.
    if (turns.at(-1)?.fromMs === fromMs) turns.pop();
    if ((turns.at(-1)?.voice ?? null) !== voice) turns.push({ fromMs, voice });
  }
}
