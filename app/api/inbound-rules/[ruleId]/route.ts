import { inboundRuleSchema } from '@/lib/contract/inbound-rule';
import { handle, readBody } from '@/server/http/handle';

interface Context {
  params: Promise<{ ruleId: string }>;
}

/** Changes a rule. */
export async function PUT(request: Request, { params }: Context): Promise<Response> {
  return handle(request, 'settings.manage', async ({ inboundRules }, asker) => {
    const { ruleId: id } = await params;
    const rule = await readBody(request, inboundRuleSchema);
    const target = { kind: 'inboundRule', id, name: rule.name } as const;
    asker.does({ action: 'inboundRule.change', target, detail: { does: rule.action } });
    return inboundRules.change(id, rule, asker.actor);
  });
}

/** Deletes a rule; what it has begun with a call is carried on. */
export async function DELETE(request: Request, { params }: Context): Promise<Response> {
  return handle(request, 'settings.manage', async ({ inboundRules }, asker) => {
    const { ruleId: id } = await params;
    const target = { kind: 'inboundRule', id, name: null } as const;
    asker.does({ action: 'inboundRule.delete', target });
    await inboundRules.remove(id);
    return { id };
  });
}
