import { HttpProblem } from './http-problem';

const sentences = {
  'no-alert': 'There is no such alert: it may be older than what is kept',
  'alert-over': 'The queue is calm again: there is nothing to take on any more',
  'no-own-targets': 'This queue has no targets of its own: it is held against those of all queues',
  'no-webhook': 'Alerts are posted nowhere: save an address first',
} as const;

const noWallboard = 'There is no such wallboard: somebody may have removed it';

const codes = {
  'no-alert': 'not-found',
  'alert-over': 'alert-over',
  'no-own-targets': 'not-found',
  'no-webhook': 'not-found',
} as const;

/**
 * A refusal of alerts, targets or wallboards as a problem; null for any other error. Route bundles hold their own copy
 * of a class: its name is what they share.
 */
export function alertProblemOf(error: Error): HttpProblem | null {
  if (error.name === 'WallboardError') return new HttpProblem('not-found', noWallboard);
  if (error.name !== 'AlertError') return null;
  const { code, by } = error as Error & {
    readonly code: keyof typeof sentences | 'alert-acknowledged';
    readonly by: string | null;
  };
  return code === 'alert-acknowledged'
    ? new HttpProblem(code, `${by ?? 'Somebody'} has acknowledged it already`)
    : new HttpProblem(codes[code], sentences[code]);
}
