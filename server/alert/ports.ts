import type {
  AlertRow,
  AlertWebhook,
  SavedAlertWebhook,
  WebhookAttempt,
} from '@/lib/contract/alert';
import type { Page } from '@/lib/contract/rows';
import type { TargetsAnswer, TargetsRow, TargetStanding } from '@/lib/contract/target';
import type { Actor } from '@/lib/domain/event';
import type { Micros } from '@/lib/domain/stamp';
import type { Service } from '@/lib/domain/target/service';
import type { Targets } from '@/lib/domain/target/targets';
import type { AlertRecord } from '@/server/log/ports';

/** What may be asked of the alerts that are kept. */
export interface AlertQuery {
  readonly state: 'open' | 'resolved' | 'all';
  readonly queue?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** Reads of alerts; they are written where they are judged (`StoreTransaction`). Throws `StoreError`. */
export interface AlertReads {
  /** Those that are not resolved, the oldest first. */
  open(): Promise<readonly AlertRecord[]>;
  /** A page, the newest first. */
  page(query: AlertQuery): Promise<Page<AlertRecord>>;
}

/** Targets that somebody has saved. */
export interface SavedTargets extends TargetsRow {
  readonly updatedAt: Micros;
  readonly updatedBy: Actor;
}

/** Where targets are kept: at most one row for each queue, and one for all others. Throws `StoreError`. */
export interface TargetTable {
  list(): Promise<readonly TargetsRow[]>;
  save(row: SavedTargets): Promise<void>;
  /** False where the queue had none of its own. */
  remove(queue: string): Promise<boolean>;
}

/** Where alerts are posted, as it is kept. */
export interface WebhookRecord {
  readonly url: string;
  /** The secret, as only this installation can read it. */
  readonly sealedSecret: string;
  readonly updatedAt: Micros;
  readonly updatedBy: Actor;
  readonly lastAttempt: WebhookAttempt | null;
}

/** Where that is kept. Throws `StoreError`. */
export interface AlertWebhookTable {
  read(): Promise<WebhookRecord | null>;
  save(webhook: WebhookRecord): Promise<void>;
  remove(): Promise<void>;
  /** Notes what became of a post to this address. */
  tell(attempt: WebhookAttempt, url: string): Promise<void>;
}

/** The tables that targets and alerts are kept in. */
export interface AlertTables {
  readonly reads: AlertReads;
  readonly targets: TargetTable;
  readonly webhook: AlertWebhookTable;
}

/** How a queue stands and serves, for its row. */
export interface QueueStanding {
  readonly target: TargetStanding;
  readonly service: Service;
}

/** What routes and rows may ask about targets. */
export interface TargetService {
  all(): Promise<TargetsAnswer>;
  save(queue: string | null, targets: Targets, by: Actor): Promise<TargetsRow>;
  /** The queue is held against what holds for all; throws `AlertError` where it is so already. */
  remove(queue: string): Promise<void>;
}

/** What routes may ask about where alerts are posted. */
export interface WebhookService {
  read(): Promise<AlertWebhook>;
  save(url: string, renewsSecret: boolean, by: Actor): Promise<SavedAlertWebhook>;
  remove(): Promise<void>;
  /** Posts a trial at once, and tells what was answered. */
  attempt(by: Actor): Promise<WebhookAttempt>;
}

/** What routes may ask about alerts. */
export interface AlertServices {
  readonly page: (query: AlertQuery) => Promise<Page<AlertRow>>;
  /** Somebody takes it on; throws `AlertError` where another has, or it is over. */
  readonly acknowledge: (id: string, by: Actor) => Promise<AlertRow>;
  readonly targets: TargetService;
  readonly webhook: WebhookService;
}
