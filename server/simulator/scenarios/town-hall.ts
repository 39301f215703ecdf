import { leaveConference } from '../network/departures';
import { type Conference } from '../network/world';
import { arrive, enter, guest, type Guest, isIn, open } from './guest';
import { inventPeople } from './people';
import { type Scenario, type Stage } from './stage';

const PEOPLE = 120;
const EARLY = 40;
const CROWD = 25;
const SPEAKERS = 3;
const MUTED_SHARE = 0.3;
// Before the next one speaks, nobody does for a while.
const TALKING_SHARE = 0.85;
const MAX_PARTICIPANTS = 500;

/** The town hall as it stands: who was invited, and where they meet. */
interface TownHall {
  readonly stage: Stage;
  readonly guests: readonly Guest[];
  readonly conference: Conference;
}

function someoneIn({ stage, guests, conference }: TownHall): Guest | null {
  for (let tries = 0; tries < 12; tries += 1) {
    const who = stage.random.pick(guests);
    if (isIn(who, conference)) return who;
  }
  return null;
}

/** The host speaks most, the other speakers at times; the rest are questions from the floor. */
function nextSpeaker(hall: TownHall): Guest | null {
  const roll = hall.stage.random.next();
  if (roll < 0.5) return hall.guests[0] ?? null;
  if (roll < 0.65) return hall.guests[1 + hall.stage.random.below(SPEAKERS - 1)] ?? null;
  return someoneIn(hall);
}

function takeTurns(hall: TownHall): void {
  const { stage, conference } = hall;
  if (conference.status === 'completed') {
    stage.finish();
    return;
  }
  const leg = nextSpeaker(hall)?.leg ?? null;
  const heard = leg?.participant?.conference === conference && stage.says(leg);
  const wait = heard ? stage.random.between(3000, 15_000) : stage.random.between(1000, 3000);
  stage.after(wait * TALKING_SHARE, () => {
    if (leg !== null) stage.fallsSilent(leg);
  });
  stage.after(wait, () => {
    takeTurns(hall);
  });
}

function stepOut({ stage, conference }: TownHall, who: Guest): void {
  const participant = who.leg?.participant;
  if (participant == null) return;
  who.steppedOut = true;
  leaveConference(stage.world, participant);
  stage.after(stage.random.between(5000, 15_000), () => {
    who.steppedOut = false;
    enter(stage, who, conference);
  });
}

function dropOut({ stage, conference }: TownHall, who: Guest): void {
  if (who.leg === null) return;
  stage.hangsUp(who.leg);
  who.leg = null;
  stage.after(stage.random.between(15_000, 60_000), () => {
    arrive(stage, who, () => conference);
  });
}

/** People whom somebody took out of the conference wait a little, then hang up. */
function giveUp({ stage, guests, conference }: TownHall): void {
  for (const { leg, steppedOut } of guests) {
    if (leg?.state !== 'answered' || steppedOut) continue;
    const isParked = leg.participant === null && leg.entry === null && leg.peer === null;
    if (isParked && conference.status !== 'completed') stage.hangsUp(leg);
  }
}

function comeAndGo(hall: TownHall): void {
  const { stage } = hall;
  if (hall.conference.status === 'completed') return;
  const who = someoneIn(hall);
  if (who !== null && hall.guests.indexOf(who) >= SPEAKERS) {
    if (stage.random.chance(0.25)) stepOut(hall, who);
    else dropOut(hall, who);
  }
  stage.after(stage.random.between(6000, 16_000), () => {
    giveUp(hall);
    comeAndGo(hall);
  });
}

/** When each of the others calls, after the conference is open. */
function arrivalMs(stage: Stage, at: number): number {
  const { random } = stage;
  if (at < EARLY) return random.between(0, 5500);
  if (at < PEOPLE - CROWD) return random.between(6000, 70_000);
  return random.between(74_000, 78_000);
}

/** A full house: people who come, talk, go and come back, until it is stopped. */
export const townHall: Scenario = {
  name: 'town-hall',
  title: 'Q3 Town hall',
  about:
    'A hundred and twenty people: most come within ninety seconds, a crowd comes late, ' +
    'one person speaks most, others ask, some leave and come back. It goes on until stopped.',
  begin(stage) {
    const guests = inventPeople(stage.random, PEOPLE).map((person, at) =>
      guest(person, at >= SPEAKERS && stage.random.chance(MUTED_SHARE)),
    );
    const [host, ...others] = guests;
    if (host === undefined) return;
    const asked = { name: 'Q3 Town hall', maxParticipants: MAX_PARTICIPANTS };
    open(stage, host, asked, (conference) => {
      const participant = host.leg?.participant;
      if (participant != null) participant.endOnExit = true;
      const hall = { stage, guests, conference };
      for (const [at, who] of others.entries()) {
        stage.after(arrivalMs(stage, at + 1), () => {
          arrive(stage, who, () => conference);
        });
      }
      stage.after(4000, () => {
        takeTurns(hall);
      });
      stage.after(25_000, () => {
        comeAndGo(hall);
      });
    });
  },
};
