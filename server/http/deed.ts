import type { ActivityRow } from '@/lib/contract/activity';
import type { CommandOrigin } from '@/server/log/ports';
import type { Services } from '@/server/services';
import type { CurrentActor } from './current-actor';
import type { HttpProblem } from './http-problem';
import { requestIdOf } from './request-id';

/** What somebody is about to do, for activity to tell. */
export interface Deed
  extends
    Pick<ActivityRow, 'action'>,
    Partial<Pick<ActivityRow, 'conference' | 'target' | 'detail'>> {
  /** A command: its own commit tells the outcome, and only a refusal at the door is told here. */
  readonly isCommand?: boolean;
  /** Says on whom a refused command was to be, as a command that runs tells it; null where nobody knows. */
  readonly onWhom?: () => Promise<OnWhom | null>;
}

/** What a command is about. */
export type OnWhom = Pick<ActivityRow, 'conference' | 'target' | 'detail'>;

/** A request of somebody who is signed in. */
export interface Attempt {
  readonly asker: CurrentActor & { readonly origin: CommandOrigin };
  readonly request: Request;
  /** Microseconds. */
  readonly began: number;
  /** What it turned out to be about; null while it only reads. */
  readonly deed: Deed | null;
}

/** Tells activity what became of a request, where it did something or was not allowed. */
export async function tellAttempt(
  services: Services,
  attempt: Attempt,
  problem: HttpProblem | null,
): Promise<void> {
  const { deed } = attempt;
  const { activity } = services;
  if (problem === null) {
    if (deed !== null && deed.isCommand !== true)
      await activity.tell({ ...lineOf(services, attempt), outcome: 'done', why: null });
    return;
  }
  const isNotAllowed = problem.code === 'not-allowed' || problem.code === 'cross-origin';
  if (!isNotAllowed && (deed === null || deed.isCommand === true)) return;
  const line = { ...lineOf(services, attempt), ...(await known(services, attempt)) };
  await activity.tellRefusal({ ...line, outcome: outcomeOf(problem), why: problem.code });
}

function outcomeOf({ code }: HttpProblem): 'failed' | 'refused' | 'unknown' {
  if (code === 'outcome-unknown') return 'unknown';
  return code === 'internal' || code === 'store-unavailable' ? 'failed' : 'refused';
}

async function known(services: Services, { deed, request }: Attempt): Promise<OnWhom | null> {
  try {
    return (await deed?.onWhom?.()) ?? null;
  } catch (error) {
    services.logFailure(requestIdOf(request), error);
    return null;
  }
}

function lineOf(services: Services, { asker, request, began, deed }: Attempt) {
  const { role, address, requestId } = asker.origin;
  const path = new URL(request.url).pathname;
  const detail = deed?.detail ?? (deed === null ? { method: request.method } : {});
  return {
    at: began,
    actor: asker.actor,
    role,
    action: deed?.action ?? ('request' as const),
    conference: deed?.conference ?? null,
    target:
      deed === null ? ({ kind: 'address', id: path, name: null } as const) : (deed.target ?? null),
    roundTripMs: (services.now() - began) / 1000,
    address,
    requestId,
    detail,
  };
}
