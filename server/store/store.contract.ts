import { afterEach, beforeEach, describe } from 'vitest';
import type { Micros } from '@/lib/domain/stamp';
import type { Database } from './open-store';
import { registerActivityContract } from './testing/activity-contract';
import { registerAlertContract } from './testing/alert-contract';
import { registerAnnouncementContract } from './testing/announcement-contract';
import { registerCommandContract } from './testing/command-contract';
import { registerInboundRuleContract } from './testing/inbound-rule-contract';
import { registerJobContract } from './testing/job-contract';
import { registerLogContract } from './testing/log-contract';
import { registerPageContract } from './testing/page-contract';
import { registerRecordingContract } from './testing/recording-contract';
import { registerRelayContract } from './testing/relay-contract';
import { registerQueueHistoryContract } from './testing/queue-history-contract';
import { registerRetentionContract } from './testing/retention-contract';
import { registerSupervisorPhoneContract } from './testing/supervisor-phone-contract';
import { registerWallboardContract } from './testing/wallboard-contract';

/** An empty database, open. */
export interface OpenedStore {
  readonly database: Database;
  close(): Promise<void>;
}

/** What every store must do, whatever it keeps its rows in. */
export function registerStoreContract(
  name: string,
  make: (now: () => Micros) => Promise<OpenedStore>,
): void {
  describe(name, () => {
    const clock = { now: 1_700_000_000_000_000 };
    let opened: OpenedStore;
    beforeEach(async () => {
      clock.now = 1_700_000_000_000_000;
      opened = await make(() => clock.now);
    });
    afterEach(async () => {
      await opened.close();
    });
    const store = () => opened.database.store;

    registerLogContract(store);
    registerCommandContract(store);
    registerJobContract(store);
    registerPageContract(store);
    registerRetentionContract(store, clock);
    registerAnnouncementContract(() => opened.database.announcements);
    registerInboundRuleContract(() => opened.database.inboundRules);
    registerRelayContract(store, () => opened.database.relay);
    registerSupervisorPhoneContract(() => opened.database.supervisorPhones);
    registerAlertContract(store, () => opened.database.alerts);
    registerQueueHistoryContract(() => opened.database.queueHistory, store);
    registerRecordingContract(store, () => opened.database.recordings, clock);
    registerWallboardContract(() => opened.database.wallboards);
    registerActivityContract(
      store,
      () => opened.database.activity,
      () => opened.database.engine,
    );
  });
}
