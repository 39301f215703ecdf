import { type RetentionRule, retentionRuleSchema } from '@/lib/contract/recording';
import { handle, readBody } from '@/server/http/handle';
import { retentionDeed } from '@/server/http/retention-deed';

/** For how long recordings are kept, a rule for each conference or queue. */
export async function GET(request: Request): Promise<Response> {
  return handle(
    request,
    'recording.keep',
    async ({ recordings }): Promise<{ items: readonly RetentionRule[] }> => ({
      items: await recordings.retention.list(),
    }),
  );
}

/** Makes a rule. */
export async function POST(request: Request): Promise<Response> {
  return handle(request, 'recording.keep', async ({ recordings }, asker) => {
    const settings = await readBody(request, retentionRuleSchema);
    asker.does(retentionDeed('retentionRule.create', null, settings));
    return recordings.retention.add(settings, asker.actor);
  });
}
