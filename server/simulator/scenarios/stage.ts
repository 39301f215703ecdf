import { type Timer } from '../engine/clock';
import { type Random } from '../engine/random';
import { stopTalking, talk } from '../network/conferences';
import { dropEntry, endConference, hangUp, hungUpByThem, hungUpByUs } from '../network/departures';
import { type DialPlan, dialOut, pickUp, placeInboundCall } from '../network/legs';
import { type Conference, type Leg, type Queue, type World } from '../network/world';
import { type Person } from './people';

/** The number that scenario callers dial. */
const officeNumber = '+13125550100';
const LONG_CALL: DialPlan = { timeoutSecs: 60, timeLimitSecs: 14_400, timeoutCause: 'no_answer' };

/** What a scenario acts with: chance, scaled time, and people who call in. */
export interface Stage {
  readonly world: World;
  readonly random: Random;
  /** How many times faster than the clock the story is told. */
  readonly speed: number;
  /** Runs a step `delayMs` from now at speed 1; never once the scenario is over. */
  after(delayMs: number, step: () => void): void;
  /** Somebody calls one of our numbers and is answered; `then` has the answered leg. */
  callIn(person: Person, then: (leg: Leg) => void, number?: string): void;
  /** Somebody is called from one of our numbers; `then` has the leg once they answer. */
  callOut(person: Person, number: string, then: (leg: Leg) => void): void;
  /** The far end hangs up, if the call is still there. */
  hangsUp(leg: Leg): void;
  /** Somebody says something; true when the floor changed. */
  says(leg: Leg): boolean;
  /** They have said what they had to say: silent until they or others speak. */
  fallsSilent(leg: Leg): void;
  /** Counts a conference as made by this scenario. */
  owns(conference: Conference): void;
  /** Counts a queue as made by this scenario. */
  ownsQueue(queue: Queue): void;
  /** The scenario has come to its end. */
  finish(): void;
}

/** A stage and the ways to clear it. */
export interface StageSet {
  readonly stage: Stage;
  isOver(): boolean;
  /** No more steps; calls and conferences stay. */
  stop(): void;
  /** Ends its conferences, hangs up its calls, and deletes its queues where nobody else waits. */
  clear(): void;
}

/** A story that can be played: its steps, decided by chance alone. */
export interface Scenario {
  readonly name: string;
  readonly title: string;
  readonly about: string;
  readonly begin: (stage: Stage) => void;
}

/** Deletes a queue once those who hung up but were kept are out of it; not while anybody waits. */
function clearQueue(world: World, queue: Queue): void {
  for (const entry of [...queue.entries.values()]) if (!entry.isAlive) dropEntry(world, entry);
  if (queue.entries.size === 0) world.queues.delete(queue.name);
}

/** A stage over a world; times are divided by `speed`. */
export function createStage(world: World, random: Random, speed: number): StageSet {
  const conferences = new Set<Conference>();
  const queues = new Set<Queue>();
  const calls = new Set<Leg>();
  const timers = new Set<Timer>();
  let over = false;

  function after(delayMs: number, step: () => void): void {
    if (over) return;
    const timer = world.clock.in(delayMs / speed, () => {
      timers.delete(timer);
      step();
    });
    timers.add(timer);
  }

  function stop(): void {
    over = true;
    for (const timer of timers) timer.cancel();
    timers.clear();
  }

  const stage: Stage = {
    world,
    random,
    speed,
    after,
    callIn({ number, name }, then, to = officeNumber) {
      const leg = placeInboundCall(world, { from: number, to, callerName: name });
      calls.add(leg);
      after(random.between(300, 700), () => {
        if (leg.state !== 'ringing') return;
        pickUp(world, leg);
        after(random.between(200, 500), () => {
          if (leg.state === 'answered') then(leg);
        });
      });
    },
    callOut({ number, name }, from, then) {
      const { connectionId } = world;
      const made = { from, to: number, callerName: name, connectionId };
      const leg = dialOut(world, made, LONG_CALL);
      calls.add(leg);
      leg.whenAnswered.push(() => {
        if (!over) then(leg);
      });
    },
    hangsUp(leg) {
      calls.delete(leg);
      hangUp(world, leg, hungUpByThem(leg));
    },
    says: (leg) => talk(world, leg),
    fallsSilent(leg) {
      stopTalking(world, leg);
    },
    owns(conference) {
      conferences.add(conference);
    },
    ownsQueue(queue) {
      queues.add(queue);
    },
    finish: stop,
  };
  return {
    stage,
    isOver: () => over,
    stop,
    clear() {
      stop();
      for (const conference of conferences) {
        endConference(world, conference, 'ended_via_api', null);
      }
      for (const leg of calls) hangUp(world, leg, hungUpByUs(leg));
      for (const queue of queues) clearQueue(world, queue);
    },
  };
}
