import type { CommandAnswer } from '@/lib/contract/http';
import type { ProblemCode } from '@/lib/contract/problem';
import type { StreamKind } from '@/lib/domain/ids';
import { type Sight, shownEvents } from '@/lib/domain/shown';
import type { CommandOutcome } from '@/server/log/run-command';
import { HttpProblem } from './http-problem';

const sentences: Partial<Record<string, string>> = {
  'conference-ended': 'The conference has ended: nothing can be asked of it any more',
  'call-ended': 'The call has ended: nothing can be asked of it any more',
  'same-call': 'Choose another call: this one cannot be connected with itself',
  'nobody-selected': 'Choose at least one participant',
  'already-recording': 'It is being recorded already: stop that recording first',
  'already-in-conference': 'Those you chose are in the conference already',
  'not-dialled-here': 'Leave clientState out: one of these calls was not dialled by Rostrum',
  'is-supervisor': 'Choose another call: of a supervisor’s, only they themselves change the role',
  'already-supervising': 'You supervise already: stop that session first',
  'no-application': 'Set TELNYX_CONNECTION_ID: Rostrum needs an application to dial from',
  'queue-exists': 'There is a queue of this name: choose another name, or use that one',
  'queue-gone': 'The carrier has no such queue any more: make it again, or choose another',
  'queue-not-empty':
    'Only an empty queue can be deleted: let those in, move or remove them who wait in it',
  'queue-empty': 'Nobody waits in this queue',
  'same-queue': 'They wait in this queue already: choose another one',
  'not-in-queue': 'None of those you chose waits in this queue any more',
  'caller-hung-up':
    'Those you chose have hung up, and only their places are kept: remove them, or call them back',
  'not-in-conference': 'None of those you chose is in the conference any more',
};

/** The answer to a command, with `more` beside its events; or the problem that it met (ARCHITECTURE §4, Commands). */
export function commandResponse(
  commandId: string,
  kind: StreamKind,
  outcome: CommandOutcome | null,
  sight: Sight,
  more: object = {},
): Response {
  if (outcome === null) throw new HttpProblem('not-found', 'Rostrum has never heard of it');
  if (outcome.kind === 'reused') {
    throw new HttpProblem('command-id-reused', 'Make a new commandId for every new command');
  }
  const refusal = refusalIn(outcome);
  if (refusal !== null) {
    const extra = refusal.carrierCode === null ? {} : { carrierCode: refusal.carrierCode };
    const retryAfter =
      refusal.code === 'carrier-busy' || refusal.code === 'carrier-down' ? 5 : null;
    const detail = refusal.detail === '' ? sentences[refusal.code] : refusal.detail;
    const said = detail ?? 'It cannot be done now';
    throw new HttpProblem(refusal.code as ProblemCode, said, extra, retryAfter);
  }
  if (outcome.state === 'unknown') {
    const detail = 'The carrier did not say whether it was done; it is being read back';
    throw new HttpProblem('outcome-unknown', detail);
  }
  const shown = shownEvents(kind, null, outcome.events, sight);
  const events = shown as unknown as CommandAnswer['events'];
  const answer: CommandAnswer = { commandId, state: outcome.state, events, ...more };
  return Response.json(answer, {
    status: outcome.state === 'sent' ? 202 : 200,
    headers: { 'cache-control': 'no-store' },
  });
}

interface RefusalData {
  readonly code: string;
  readonly carrierCode: string | null;
  readonly detail: string;
}

function refusalIn(outcome: Extract<CommandOutcome, { kind: 'done' }>): RefusalData | null {
  const event = outcome.events.find(({ type }) => type === 'command.refused');
  return event === undefined ? null : (event.data as RefusalData);
}
