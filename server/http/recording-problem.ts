import { HttpProblem } from './http-problem';

const sentences = {
  'not-found': 'There is no such thing here: somebody may have deleted it',
  'recording-held': 'It is under hold: lift the hold first',
  'recording-not-archived': 'Its file is not here yet: its row says how far it is, and why',
  'recording-deleted': 'It was deleted; Activity tells by whom and why',
  'recording-not-failed': 'It is archived already, or being archived',
  'link-used': 'This link opens nothing any more: ask for a new one',
  'rule-exists': 'There is a rule for this already: change that one',
} as const;

const retryAfterSeconds = 2;

/**
 * A refusal about recordings as a problem; null for any other error. Route bundles hold their own copy of a
 * class: its name is what they share.
 */
export function recordingProblemOf(error: Error): HttpProblem | null {
  if (error.name === 'StorageError') {
    return new HttpProblem('storage-unavailable', 'Try again in a moment', {}, retryAfterSeconds);
  }
  if (error.name !== 'RecordingError') return null;
  const { code } = error as Error & { readonly code: keyof typeof sentences };
  return new HttpProblem(code, sentences[code]);
}
