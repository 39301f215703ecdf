import type { ProblemCode } from '@/lib/contract/problem';
import { HttpProblem } from './http-problem';

const announcementSentences = {
  'key-taken': 'This key has an announcement: choose another key, or change that one',
  'not-found': 'There is no such announcement: somebody may have deleted it',
} as const;

const retryAfterSeconds = 5;
const worthWaiting: readonly ProblemCode[] = ['carrier-busy', 'carrier-down', 'too-many-tries'];

/**
 * A refusal of the media library, of the announcements or of the applications as a problem; null for any other error. Route
 * bundles hold their own copy of a class: its name is what they share.
 */
export function libraryProblemOf(error: Error): HttpProblem | null {
  if (error.name === 'AnnouncementError') {
    const { code } = error as Error & { readonly code: keyof typeof announcementSentences };
    return new HttpProblem(code, announcementSentences[code]);
  }
  if (error.name !== 'MediaError' && error.name !== 'ApplicationError') return null;
  const { code, carrierCode, message } = error as Error & {
    readonly code: ProblemCode;
    readonly carrierCode: string | null;
  };
  const extra = carrierCode === null ? {} : { carrierCode };
  return new HttpProblem(
    code,
    message,
    extra,
    worthWaiting.includes(code) ? retryAfterSeconds : null,
  );
}
