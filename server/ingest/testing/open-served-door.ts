import { createServer, type RequestListener } from 'node:http';
import { onTestFinished } from 'vitest';
import { carrierEvent, documentedPayloads } from '@/server/testing/carrier-events';
import { openTestDoor, type TestDoor, type TestDoorOptions } from '@/server/testing/open-test-door';
import { type Answer, postBytes } from '@/server/testing/post-bytes';
import { headersOf } from '@/server/testing/signed-post';
import { closed, listen } from '@/server/testing/test-carrier';
import type { ReceiveDelivery } from '../receive-delivery';

/** An event of a conference of its own. */
export const created = carrierEvent('conference.created');
/** That conference's stream. */
export const room = `conference:${documentedPayloads['conference.created'].conference_id}` as const;

/** A webhook door on a loopback port, and what is behind it. */
export interface OpenDoor extends TestDoor {
  readonly url: string;
  /** Posts bytes as they are. */
  send(body: Buffer | string, headers: Record<string, string>): Promise<Answer>;
  /** Posts an event as the carrier does, now. */
  deliver(event: unknown): Promise<Answer>;
  /** The newest row of the delivery log. */
  newest(): Promise<Awaited<ReturnType<TestDoor['deliveries']>>[number] | undefined>;
  /** How many events there are of the test's conference. */
  events(): Promise<number>;
}

/** Puts the one function behind a door. */
export type Serve = (receive: ReceiveDelivery) => RequestListener | Promise<RequestListener>;
/** Opens a served door; the end of the test closes it. */
export type Open = (options?: TestDoorOptions) => Promise<OpenDoor>;

/** How to open doors of one kind. */
export function servedDoors(serve: Serve): Open {
  return async (options) => {
    const door = await openTestDoor(options);
    const server = createServer(await serve(door.receive));
    const url = `${await listen(server)}/api/webhooks/telnyx`;
    onTestFinished(async () => {
      await closed(server);
      await door.close();
    });
    const send: OpenDoor['send'] = (body, headers) => postBytes(url, body, headers);
    return {
      ...door,
      url,
      send,
      deliver: (event) => {
        const made = door.post(event);
        return send(made.body, headersOf(made));
      },
      newest: async () => (await door.deliveries())[0],
      events: async () => (await door.store.readStream(room))?.seq ?? 0,
    };
  };
}
