import { bridgeToQueue, createQueue, enqueue, liveQueues } from '../network/queues';
import { type Leg, type QueueEntry } from '../network/world';
import { Refusal } from '../refusal';
import { inventPeople, type Person } from './people';
import { type Scenario, type Stage } from './stage';

const CALLERS = 400;
const AGENTS_PER_LINE = 4;
const SWELL_MS = 1_500_000;
const SWELL = 0.35;
const CALLED_BACK_SHARE = 0.08;
const SHORTEST_PATIENCE_MS = 20_000;
const SHORTEST_TALK_MS = 25_000;
const LOOK_AGAIN_MS = 20_000;
const LONG_WAIT_MS = 60_000;

/** One number that people call, the queue behind it, and how busy it is; times in milliseconds. */
interface Line {
  readonly queue: string;
  readonly maxSize: number;
  readonly number: string;
  /** Who waits when the story begins. */
  readonly waiting: number;
  readonly betweenCallsMs: number;
  readonly patienceMs: number;
  readonly talkMs: number;
}

const lines: readonly Line[] = [
  {
    queue: 'tier_1_support',
    maxSize: 40,
    number: '+13125550140',
    waiting: 14,
    betweenCallsMs: 13_000,
    patienceMs: 330_000,
    talkMs: 95_000,
  },
  {
    queue: 'billing',
    maxSize: 25,
    number: '+442079460141',
    waiting: 6,
    betweenCallsMs: 20_000,
    patienceMs: 280_000,
    talkMs: 85_000,
  },
  {
    queue: 'sales',
    maxSize: 25,
    number: '+14155550142',
    waiting: 1,
    betweenCallsMs: 28_000,
    patienceMs: 200_000,
    talkMs: 70_000,
  },
];

/** The floor as it stands: who may call, and who is on a call at the moment. */
interface Floor {
  readonly stage: Stage;
  readonly people: readonly Person[];
  readonly calling: Set<Person>;
  /** When the story began, in virtual time. */
  readonly startedAt: number;
}

/** A wait of this mean, mostly shorter and at times much longer. */
const drawn = ({ random }: Stage, meanMs: number) => -Math.log(1 - random.next()) * meanMs;

/** How much of the story was told since a moment of the clock. */
const toldSince = ({ world, speed }: Stage, at: number) => (world.clock.now() - at) * speed;

/** More call at times than at others, as tides do. */
const pressure = ({ stage, startedAt }: Floor) =>
  1 + SWELL * Math.sin((toldSince(stage, startedAt) * 2 * Math.PI) / SWELL_MS);

const isParked = ({ state, entry, participant, peer }: Leg) =>
  state === 'answered' && entry === null && participant === null && peer === null;

/** Does what the world may refuse by now; true when it did not. */
function attempt(run: () => void): boolean {
  try {
    run();
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

/** Whoever is left standing alone hangs up; whoever is talking, or in a conference, stays. */
function lookAgain(floor: Floor, leg: Leg, person: Person): void {
  if (isParked(leg) || leg.state === 'ended') {
    floor.stage.hangsUp(leg);
    floor.calling.delete(person);
    return;
  }
  floor.stage.after(LOOK_AGAIN_MS, () => {
    lookAgain(floor, leg, person);
  });
}

function losePatience({ stage }: Floor, leg: Leg): void {
  if (leg.state === 'answered' && leg.entry !== null) stage.hangsUp(leg);
}

/** Somebody calls a line and waits as long as they have patience for. */
function callLine(floor: Floor, line: Line): void {
  const { stage, people, calling } = floor;
  const person = stage.random.pick(people);
  if (calling.has(person)) return;
  calling.add(person);
  const patienceMs = SHORTEST_PATIENCE_MS + drawn(stage, line.patienceMs - SHORTEST_PATIENCE_MS);
  const keepAfterHangup = stage.random.chance(CALLED_BACK_SHARE);
  stage.callIn(
    person,
    (leg) => {
      const isIn =
        isParked(leg) &&
        attempt(() => {
          enqueue(stage.world, leg, { queueName: line.queue, keepAfterHangup });
        });
      // The queue is full: the line tells them so and hangs up, as they would.
      if (!isIn && isParked(leg)) stage.hangsUp(leg);
      stage.after(patienceMs, () => {
        losePatience(floor, leg);
      });
      lookAgain(floor, leg, person);
    },
    line.number,
  );
}

function keepCalling(floor: Floor, line: Line): void {
  const { stage } = floor;
  stage.after(drawn(stage, line.betweenCallsMs) / pressure(floor), () => {
    callLine(floor, line);
    keepCalling(floor, line);
  });
}

const firstOf = (stage: Stage, name: string): QueueEntry | undefined =>
  liveQueues(stage.world).get(name)?.entries.values().next().value;

/** The queue whose first has waited longest; an agent's own line goes before the others. */
function nextQueue(stage: Stage, own: Line): string | null {
  if (firstOf(stage, own.queue) !== undefined) return own.queue;
  const waiting = lines.flatMap(({ queue }) => firstOf(stage, queue) ?? []);
  const [longest] = waiting.toSorted((a, b) => a.enqueuedAt - b.enqueuedAt);
  // Nobody leaves their own desk for somebody who has only just come.
  if (longest === undefined || toldSince(stage, longest.enqueuedAt) < LONG_WAIT_MS) return null;
  return longest.queue.name;
}

/** They talk; then the caller hangs up, and the agent writes down what it was about. */
function converse(stage: Stage, agent: Leg, caller: Leg, talkMs: number, then: () => void): void {
  agent.parkAfterUnbridge = true;
  stage.after(SHORTEST_TALK_MS + drawn(stage, talkMs - SHORTEST_TALK_MS), () => {
    if (agent.peer === caller) stage.hangsUp(caller);
    stage.after(stage.random.between(4000, 15_000), then);
  });
}

/** An agent takes one caller after the other, for as long as the call to their desk lasts. */
function work(stage: Stage, person: Person, line: Line, agent: Leg): void {
  const goOn = () => {
    work(stage, person, line, agent);
  };
  if (agent.state === 'ended') {
    stage.after(stage.random.between(3000, 12_000), () => {
      sitDown(stage, person, line);
    });
    return;
  }
  const queue = isParked(agent) ? nextQueue(stage, line) : null;
  if (queue === null) {
    stage.after(stage.random.between(1000, 4000), goOn);
    return;
  }
  const caller = firstOf(stage, queue)?.leg;
  const isBridged = attempt(() => {
    bridgeToQueue(stage.world, agent, queue);
  });
  if (isBridged && caller !== undefined) converse(stage, agent, caller, line.talkMs, goOn);
  // A caller who hung up but was kept is called back from another phone.
  else stage.after(stage.random.between(2000, 6000), goOn);
}

function sitDown(stage: Stage, person: Person, line: Line): void {
  stage.callOut(person, line.number, (leg) => {
    work(stage, person, line, leg);
  });
}

function openLine(stage: Stage, { queue, maxSize }: Line): void {
  const known = liveQueues(stage.world).get(queue);
  if (known === undefined) stage.ownsQueue(createQueue(stage.world, queue, maxSize));
}

/** Lines that are called all day, people who lose patience, and agents who take the next of them. */
export const supportFloor: Scenario = {
  name: 'support-floor',
  title: 'Support floor',
  about:
    'Three queues and twelve agents: people call, wait as long as they have patience for, and are ' +
    'taken or hang up; some are kept. More call at times. It goes on until stopped.',
  begin(stage) {
    const everybody = inventPeople(stage.random, CALLERS + lines.length * AGENTS_PER_LINE);
    const people = everybody.slice(0, CALLERS);
    const agents = everybody.slice(CALLERS);
    const startedAt = stage.world.clock.now();
    const floor: Floor = { stage, people, calling: new Set(), startedAt };
    for (const [at, line] of lines.entries()) {
      openLine(stage, line);
      for (let count = 0; count < line.waiting; count += 1) {
        stage.after(stage.random.between(0, 4000), () => {
          callLine(floor, line);
        });
      }
      keepCalling(floor, line);
      for (const person of agents.slice(at * AGENTS_PER_LINE, (at + 1) * AGENTS_PER_LINE)) {
        stage.after(stage.random.between(6000, 20_000), () => {
          sitDown(stage, person, line);
        });
      }
    }
  },
};
