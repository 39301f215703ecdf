import { createConference, joinConference } from '../network/conferences';
import { type Conference, type Leg } from '../network/world';
import { Refusal } from '../refusal';
import { type Person } from './people';
import { type Stage } from './stage';

/** One person of a story, and the call they are on. */
export interface Guest {
  readonly person: Person;
  readonly joinsMuted: boolean;
  leg: Leg | null;
  /** Out for a moment by their own will, not sent away. */
  steppedOut: boolean;
}

/** Somebody who has not called yet. */
export const guest = (person: Person, joinsMuted = false): Guest => ({
  person,
  joinsMuted,
  leg: null,
  steppedOut: false,
});

/** Whether they are in this conference now. */
export const isIn = ({ leg }: Guest, conference: Conference): boolean =>
  leg?.participant?.conference === conference;

/** Joins a guest's call, which may have become impossible: full, ended, or joined by someone else. */
export function enter(stage: Stage, who: Guest, conference: Conference): void {
  if (who.leg?.state !== 'answered') return;
  try {
    joinConference(stage.world, conference, who.leg, { mute: who.joinsMuted });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}

/** A guest calls in and joins. */
export function arrive(stage: Stage, who: Guest, conference: () => Conference | null): void {
  stage.callIn(who.person, (leg) => {
    who.leg = leg;
    who.steppedOut = false;
    const where = conference();
    if (where !== null) enter(stage, who, where);
  });
}

/** The host calls in and opens the conference, under another name when this one is taken. */
export function open(
  stage: Stage,
  host: Guest,
  asked: { name: string; maxParticipants: number },
  opened: (conference: Conference) => void,
): void {
  stage.callIn(host.person, (leg) => {
    host.leg = leg;
    let name = asked.name;
    for (let other = 2; stage.world.activeByName.has(name); other += 1) {
      name = `${asked.name} (${other})`;
    }
    const { maxParticipants } = asked;
    const conference = createConference(stage.world, leg, { name, maxParticipants, starts: true });
    stage.owns(conference);
    opened(conference);
  });
}
