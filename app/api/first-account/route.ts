import { firstAccountSchema } from '@/lib/contract/sign-in';
import { handleAnybody, readBody } from '@/server/http/handle';
import { HttpProblem } from '@/server/http/http-problem';

/** Makes the first account for whoever has the code from the terminal. */
export async function POST(request: Request): Promise<Response> {
  return handleAnybody(request, async ({ signIn }) => {
    const { code, ...person } = await readBody(request, firstAccountSchema);
    try {
      await signIn.first.create(code, person);
    } catch (error) {
      // Route bundles hold their own copy of a class: its name is what they share.
      if (!(error instanceof Error && error.name === 'PeopleError')) throw error;
      throw new HttpProblem('not-allowed', 'The code is not the one on the terminal');
    }
    return {};
  });
}
