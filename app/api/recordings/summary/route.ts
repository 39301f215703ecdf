import { handle } from '@/server/http/handle';

/** How many recordings there are in all, and how much of them is archived. */
export async function GET(request: Request): Promise<Response> {
  return handle(request, 'recording.read', ({ recordings }) => recordings.summary());
}
