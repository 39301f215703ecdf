import type { InboundFailure, InboundRuleRow } from '@/lib/contract/inbound-rule';
import type { Micros } from '@/lib/domain/stamp';

/** Where the rules for calls that come in are kept: at most one for each number. Throws `StoreError`. */
export interface InboundRuleTable {
  /** By number, the one for any other last. */
  list(): Promise<readonly InboundRuleRow[]>;
  /** False where the number has a rule. */
  add(row: Pick<InboundRuleRow, 'id' | 'rule' | 'updatedAt' | 'updatedBy'>): Promise<boolean>;
  /** `taken` where its new number has another rule. */
  change(
    row: Pick<InboundRuleRow, 'id' | 'rule' | 'updatedAt' | 'updatedBy'>,
  ): Promise<'changed' | 'taken' | 'gone'>;
  /** False where there was none. */
  remove(id: string): Promise<boolean>;
  /** One more call was brought where it was to go; nothing where the rule is gone. */
  noteDone(id: string, at: Micros): Promise<void>;
  noteFailure(id: string, failure: InboundFailure): Promise<void>;
}
