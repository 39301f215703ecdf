import type { ActivityAction, ActivityOutcome, ActivityRow } from '@/lib/contract/activity';
import type { Page } from '@/lib/contract/rows';
import type { Sight } from '@/lib/domain/shown';
import type { Micros } from '@/lib/domain/stamp';

/** Which lines of activity are wanted; what is left out lets everything pass. */
export interface ActivityFilter {
  /** An account's id, or part of a name. */
  readonly who?: string | undefined;
  readonly action?: ActivityAction | undefined;
  /** A conference's id. */
  readonly conference?: string | undefined;
  readonly outcome?: ActivityOutcome | undefined;
  /** From this moment on. */
  readonly from?: Micros | undefined;
  /** Before this moment. */
  readonly to?: Micros | undefined;
  /** Any text in it. */
  readonly q?: string | undefined;
}

/** Reads what was told; it is written in the log's commits (`Batch.addActivity`) and never changed. */
export interface ActivityReads {
  /**
   * A page, the newest first. Searches for those who see no numbers find none by
   * them, and who may not supervise is told of no supervision.
   */
  page(
    query: ActivityFilter & {
      readonly sight: Sight;
      readonly cursor?: string | undefined;
      readonly limit: number;
    },
  ): Promise<Page<ActivityRow>>;
}
