import { retentionRuleSchema } from '@/lib/contract/recording';
import { handle, readBody } from '@/server/http/handle';
import { retentionDeed } from '@/server/http/retention-deed';

interface Context {
  params: Promise<{ ruleId: string }>;
}

/** Changes a rule. */
export async function PUT(request: Request, { params }: Context): Promise<Response> {
  return handle(request, 'recording.keep', async ({ recordings }, asker) => {
    const { ruleId } = await params;
    const settings = await readBody(request, retentionRuleSchema);
    asker.does(retentionDeed('retentionRule.change', ruleId, settings));
    return recordings.retention.change(ruleId, settings, asker.actor);
  });
}

/** Removes a rule: what it was about is kept as all others are. */
export async function DELETE(request: Request, { params }: Context): Promise<Response> {
  return handle(request, 'recording.keep', async ({ recordings }, asker) => {
    const { ruleId: id } = await params;
    const target = { kind: 'retentionRule', id, name: null } as const;
    asker.does({ action: 'retentionRule.delete', target });
    await recordings.retention.remove(id);
    return { id };
  });
}
