import { type VirtualClock } from '../engine/clock';
import { type Answer } from './carrier-request';

/**
 * Remembers commands by their `command_id`, so that a repeat is ignored and answered as before
 * (DOMAIN §4.9). A command that was refused is not remembered.
 */
export interface CommandMemory {
  /** Runs a command, unless one with this id ran in this scope within the window. */
  once(scope: string, commandId: string | undefined, run: () => Answer): Answer;
  clear(): void;
}

/** A memory that forgets after `windowMs` of virtual time. */
export function createCommandMemory(clock: VirtualClock, windowMs: number): CommandMemory {
  const answers = new Map<string, { at: number; answer: Answer }>();

  function forgetOld(): void {
    const oldest = clock.now() - windowMs;
    for (const [key, { at }] of answers) {
      if (at > oldest) return;
      answers.delete(key);
    }
  }

  return {
    once(scope, commandId, run) {
      if (commandId === undefined || commandId === '') return run();
      forgetOld();
      const key = `${scope} ${commandId}`;
      const known = answers.get(key);
      if (known !== undefined) return known.answer;
      const answer = run();
      answers.set(key, { at: clock.now(), answer });
      return answer;
    },
    clear() {
      answers.clear();
    },
  };
}
