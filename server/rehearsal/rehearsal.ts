import { z } from 'zod';
import type { Micros } from '@/lib/domain/stamp';
import {
  type RehearsalAction,
  type RehearsalState,
  rehearsalStateSchema,
} from '@/lib/contract/http';

/** Steers the simulator through its control door. */
export interface Rehearsal {
  state(): Promise<RehearsalState>;
  /** Throws a sentence when the simulator refuses. */
  act(action: RehearsalAction): Promise<RehearsalState>;
}

/** The simulator would not do it; the message is its own sentence. */
class RehearsalRefused extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'RehearsalRefused';
  }
}

const scenarios = rehearsalStateSchema.shape.scenarios;
const refusal = z.looseObject({
  errors: z.array(z.looseObject({ detail: z.string().optional(), title: z.string().optional() })),
});

/**
 * Makes the door to the simulator's controls; it stands on loopback and wants the same key.
 * `onClock` hears with each answer how far the simulator's clock is ahead of ours.
 */
export function createRehearsal(
  controlUrl: string,
  apiKey: string,
  onClock: (ahead: Micros) => void,
): Rehearsal {
  const ask = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const response = await fetch(`${controlUrl}${path}`, {
      method,
      headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const answer: unknown = await response.json();
    if (response.ok) return answer;
    const [first] = refusal.catch({ errors: [] }).parse(answer).errors;
    throw new RehearsalRefused(first?.detail ?? first?.title ?? `It answered ${response.status}`);
  };
  const state = async (): Promise<RehearsalState> => {
    const [now, known] = await Promise.all([ask('GET', '/state'), ask('GET', '/scenarios')]);
    const read = rehearsalStateSchema.parse({
      ...(now as object),
      scenarios: scenarios.parse(known),
    });
    onClock(read.clock.offsetMs * 1000);
    return read;
  };
  return {
    state,
    act: async (action) => {
      await carryOut(ask, action);
      return state();
    },
  };
}

async function carryOut(
  ask: (method: string, path: string, body?: unknown) => Promise<unknown>,
  action: RehearsalAction,
): Promise<unknown> {
  switch (action.action) {
    case 'startScenario': {
      const { name, seed, speed } = action;
      return ask('POST', '/scenario', { name, seed, speed });
    }
    case 'stopScenario':
      return ask('DELETE', '/scenario');
    case 'setFault': {
      const { kind, rate, count } = action;
      return ask('POST', '/faults', { kind, rate, count });
    }
    case 'placeCall': {
      const { from, to, callerName } = action;
      return ask('POST', '/calls', { from, to, callerName });
    }
    case 'advanceClock':
      return ask('POST', '/clock', { advanceMs: action.advanceMs });
  }
}
