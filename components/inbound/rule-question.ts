import type { InboundRuleRow } from '@/lib/contract/inbound-rule';

/** What the page asks about before something is done. */
export type RuleQuestion =
  { readonly ask: 'add' } | { readonly ask: 'edit' | 'delete'; readonly row: InboundRuleRow };
