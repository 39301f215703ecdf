import { inboundRuleSchema } from '@/lib/contract/inbound-rule';
import { handle, readBody } from '@/server/http/handle';

/** The rules for calls that come in. */
export async function GET(request: Request): Promise<Response> {
  return handle(request, 'settings.manage', ({ inboundRules }) => inboundRules.list());
}

/** Makes a rule for a number that has none. */
export async function POST(request: Request): Promise<Response> {
  return handle(request, 'settings.manage', async ({ inboundRules }, asker) => {
    const rule = await readBody(request, inboundRuleSchema);
    const target = { kind: 'inboundRule', id: null, name: rule.name } as const;
    asker.does({ action: 'inboundRule.create', target, detail: { does: rule.action } });
    return inboundRules.add(rule, asker.actor);
  });
}
