import type { Me } from '@/lib/contract/account';
import { handle } from '@/server/http/handle';

/** Who is signed in, and as what. */
export async function GET(request: Request): Promise<Response> {
  return handle(request, 'signed-in', (_, { actor, role }): Promise<Me> =>
    Promise.resolve({ ...actor, role }),
  );
}
