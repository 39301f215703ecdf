import { handle } from '@/server/http/handle';
import { HttpProblem } from '@/server/http/http-problem';

/** Every address of the API that leads nowhere: whoever is not signed in is not told which those are. */
function answer(request: Request): Promise<Response> {
  return handle(request, 'signed-in', () => {
    throw new HttpProblem('not-found', 'There is nothing at this address');
  });
}

export { answer as DELETE, answer as GET, answer as PATCH, answer as POST, answer as PUT };
