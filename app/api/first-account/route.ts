import { firstAccountSchema } from '@/lib/contract/sign-in';
import { handleAnybody, readBody } from '@/server/http/handle';
import { askedFrom } from '@/server/http/request-id';
import { HttpProblem } from '@/server/http/http-problem';

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
      await signIn.first.create(code, person);
      await activity.tell({ ...line, outcome: 'done', why: null });
    } catch (error) {
      // Route bundles hold their own copy of a class: its name is what they share.
      if (!(error instanceof Error && error.name === 'PeopleError')) throw error;
      await activity.tellRefusal({ ...line, outcome: 'refused', why: 'not-allowed' });
      throw new HttpProblem('not-allowed', 'The code is not the one on the terminal');
    }
    return {};
  });
}
