import { createRandom } from '../engine/random';
import { type World } from '../network/world';
import { refusal } from '../refusal';
import { createStage, type Scenario, type StageSet } from './stage';

/** The scenario that is being played. */
export interface PlayedScenario {
  readonly name: string;
  readonly seed: number;
  readonly speed: number;
  /** ISO, virtual time. */
  readonly startedAt: string;
}

/** Plays one scenario at a time. */
export interface ScenarioDirector {
  list(): { name: string; title: string; about: string }[];
  /** Null when none is playing, or the last one has come to its end. */
  current(): PlayedScenario | null;
  /** Starts one; what the previous one made is ended first. Throws for an unknown name. */
  start(asked: {
    name: string;
    seed?: number | undefined;
    speed?: number | undefined;
  }): PlayedScenario;
  /** No more steps; calls and conferences stay. */
  stop(): void;
  /** Stops and forgets, without a word to anybody. */
  forget(): void;
}

/** A director who knows these scenarios. */
export function createDirector(
  world: World,
  scenarios: readonly Scenario[],
  defaultSeed: number,
): ScenarioDirector {
  let set: StageSet | null = null;
  let played: PlayedScenario | null = null;
  return {
    list: () => scenarios.map(({ name, title, about }) => ({ name, title, about })),
    current: () => (set?.isOver() === false ? played : null),
    start({ name, seed = defaultSeed, speed = 1 }) {
      const scenario = scenarios.find((each) => each.name === name);
      if (scenario === undefined) {
        throw refusal('10005', `There is no scenario '${name}'.`, { pointer: '/name' });
      }
      set?.clear();
      const startedAt = new Date(world.clock.now()).toISOString();
      set = createStage(world, createRandom(seed), speed);
      played = { name, seed, speed, startedAt };
      scenario.begin(set.stage);
      return played;
    },
    stop() {
      set?.stop();
    },
    forget() {
      set?.stop();
      set = null;
      played = null;
    },
  };
}
