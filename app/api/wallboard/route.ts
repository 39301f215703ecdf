import type { WallboardView } from '@/lib/contract/wallboard';
import { handleAnybody } from '@/server/http/handle';
import { requireWallboard } from '@/server/http/require-wallboard';

/** What the wallboard behind the link in the bearer is called, and how it shows its tiles. */
export async function GET(request: Request): Promise<Response> {
  return handleAnybody(request, async (services): Promise<WallboardView> => {
    const { name, tiles, rotateSeconds } = await requireWallboard(request, services);
    return { name, tiles, rotateSeconds };
  });
}
