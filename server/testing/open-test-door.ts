import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DeliveryRow } from '@/lib/contract/rows';
import type { Micros } from '@/lib/domain/stamp';
import { createCarrierReader } from '@/server/carrier/carrier-reader';
import { createDoorWatch, type DoorWatch } from '@/server/ingest/door-watch';
import { listDeliveries } from '@/server/ingest/list-deliveries';
import {
  createReceiveDelivery,
  type DoorParts,
  type ReceiveDelivery,
} from '@/server/ingest/receive-delivery';
import { type Log, openLog } from '@/server/log/log';
import type { Store } from '@/server/log/ports';
import { openStore } from '@/server/store/open-store';
import { testConnectionId } from './carrier-events';
import { createTestKey, signedPost, type SignedPost, type TestKey } from './signed-post';

/** A clock that stands still until it is moved, in microseconds. */
export interface StillClock {
  readonly now: () => Micros;
  readonly advance: (micros: Micros) => void;
}

/** What is behind the webhook door, without the web: over a real store in a folder of its own. */
export interface TestDoor {
  readonly receive: ReceiveDelivery;
  readonly key: TestKey;
  readonly clock: StillClock;
  readonly store: Store;
  readonly log: Log;
  readonly watch: DoorWatch;
  readonly verified: readonly Parameters<DoorParts['onVerified']>[0][];
  readonly failures: readonly unknown[];
  /** An event as the carrier posts it now. */
  post(event: unknown): SignedPost;
  /** The delivery log, the newest first. */
  deliveries(): Promise<readonly DeliveryRow[]>;
  /** Ends it and opens it again over the same folder, as a restart does. */
  reopen(): Promise<TestDoor>;
  close(): Promise<void>;
}

/** How to open it otherwise than usual. */
export interface TestDoorOptions {
  readonly dataDir?: string;
  readonly clock?: StillClock;
  readonly key?: TestKey;
  /** Puts something between the door and its store. */
  readonly wrapStore?: (store: Store) => Store;
  /** Takes every post as signed, and in the order in which they came. */
  readonly trustsAll?: boolean;
}

/** A clock at the carrier's September. */
export function createStillClock(start: Micros = 1_789_000_000_000_000): StillClock {
  let now = start;
  return {
    now: () => now,
    advance: (micros) => {
      now += micros;
    },
  };
}

/** Opens the door over a new folder; `close` removes it. */
export async function openTestDoor(options: TestDoorOptions = {}): Promise<TestDoor> {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'rostrum-door-'));
  const { clock = createStillClock(), key = createTestKey(), wrapStore } = options;
  const opened = await openStore({ dataDir, databaseUrl: null, now: clock.now });
  const store = wrapStore?.(opened) ?? opened;
  const failures: unknown[] = [];
  const log = await openLog(store, clock.now, (error) => failures.push(error));
  const watch = createDoorWatch();
  const verified: Parameters<DoorParts['onVerified']>[0][] = [];
  const carrier = createCarrierReader([key.publicKey]);
  const end = async () => {
    await log.close();
    await opened.close();
  };
  return {
    receive: createReceiveDelivery({
      log,
      carrier:
        options.trustsAll === true
          ? { ...carrier, verify: () => Promise.resolve('good') }
          : carrier,
      watch,
      now: clock.now,
      onVerified: (delivery) => verified.push(delivery),
      onStoreFailure: (error) => failures.push(error),
    }),
    key,
    clock,
    store,
    log,
    watch,
    verified,
    failures,
    post: (event) => signedPost(key, event, Math.floor(clock.now() / 1_000_000)),
    deliveries: async () => {
      const parts = { store, watch, connectionId: testConnectionId };
      return (await listDeliveries(parts, { limit: 100 })).items;
    },
    reopen: async () => {
      await end();
      return openTestDoor({ ...options, dataDir, clock, key });
    },
    close: async () => {
      await end();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
