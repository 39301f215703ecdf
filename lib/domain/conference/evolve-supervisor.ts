import type { Actor } from '../event';
import { valueAt, withValue } from '../keyed';
import type { Conference, Supervisor } from './conference';
import type { SupervisorFact } from './event';

/** Takes in what Rostrum notes of somebody who supervises; of a leg that was never called, nothing. */
export function withSupervisor(
  conference: Conference,
  actor: Actor | null,
  fact: SupervisorFact,
): Conference {
  const { callControlId } = fact.data;
  const known = valueAt(conference.supervisors, callControlId);
  const after = supervisorAfter(known, actor, fact);
  if (after === known || after === undefined) return conference;
  return { ...conference, supervisors: withValue(conference.supervisors, callControlId, after) };
}

function supervisorAfter(
  known: Supervisor | undefined,
  actor: Actor | null,
  fact: SupervisorFact,
): Supervisor | undefined {
  if (fact.type === 'supervisor.called') {
    const { callControlId, supervisionId, whom } = fact.data;
    const nothingYet = { role: null, whisperTo: [], isOver: false };
    return known ?? { callControlId, supervisionId, actor, whom, ...nothingYet };
  }
  if (known === undefined || known.isOver) return known;
  switch (fact.type) {
    case 'supervisor.roleSet': {
      const { role, whisperTo } = fact.data;
      return { ...known, role, whisperTo };
    }
    case 'supervisor.rejoining':
      return known;
    case 'supervisor.ended':
      return { ...known, isOver: true };
  }
}
