import { firstAccountSchema } from '@/lib/contract/sign-in';
import { handleAnybody, readBody } from '@/server/http/handle';
import { askedFrom } from '@/server/http/request-id';
import { HttpProblem } from '@/server/http/http-problem';
import { peopleProblemOf } from '@/server/http/people-problem';

/** Makes the first account for whoever has the code from the terminal. */
export async function POST(request: Request): Promise<Response> {
  return handleAnybody(request, async ({ signIn, activity, now }) => {
    const { code, ...person } = await readBody(request, firstAccountSchema);
    const line = {
      at: now(),
      action: 'account.first',
      ...{ actor: null, role: null, conference: null, roundTripMs: null, detail: {} },
      target: { kind: 'person', id: null, name: person.email },
      ...askedFrom(request),
    } as const;
    try {
      await signIn.first.create(code, person, line.address ?? '');
      await activity.tell({ ...line, outcome: 'done', why: null });
    } catch (error) {
      const problem = error instanceof Error ? problemOf(error) : null;
      if (problem === null) throw error;
      await activity.tellRefusal({ ...line, outcome: 'refused', why: problem.code });
      throw problem;
    }
    return {};
  });
}

// Route bundles hold their own copy of a class: its name is what they share.
function problemOf(error: Error): HttpProblem | null {
  if (error.name !== 'TooManyTries') return peopleProblemOf(error);
  const { retryAfterSeconds } = error as Error & { readonly retryAfterSeconds: number };
  const detail = 'The code was tried too often from your address: wait, then try again';
  return new HttpProblem('too-many-tries', detail, {}, retryAfterSeconds);
}
