import type { WallboardRow } from '@/lib/contract/wallboard';
import type { Services } from '@/server/services';
import { HttpProblem } from './http-problem';

/** The wallboard whose link is the bearer of the request; throws a problem for one that opens nothing. */
export async function requireWallboard(
  request: Request,
  { wallboards }: Pick<Services, 'wallboards'>,
): Promise<WallboardRow> {
  const bearer = /^Bearer (.+)$/.exec(request.headers.get('authorization') ?? '');
  const board = await wallboards.ofToken(bearer?.[1] ?? '');
  if (board !== null) return board;
  throw new HttpProblem(
    'not-found',
    'This link opens no wallboard, or none any more: ask for another',
  );
}
