import { HttpProblem } from './http-problem';

const sentences = {
  'number-taken': 'There is a rule for this number: change that one',
  'not-found': 'There is no such rule: somebody may have deleted it',
} as const;

/**
 * A refusal of the rules for calls that come in, as a problem; null for any other error. Route bundles hold
 * their own copy of a class: its name is what they share.
 */
export function inboundProblemOf(error: Error): HttpProblem | null {
  if (error.name !== 'InboundRuleError') return null;
  const { code } = error as Error & { readonly code: keyof typeof sentences };
  return new HttpProblem(code, sentences[code]);
}
