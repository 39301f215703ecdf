import { createServer } from 'node:http';
import { describe, expect, it, vi } from 'vitest';
import { problemSchema } from '@/lib/contract/problem';
import type { Conference } from '@/lib/domain/conference/conference';
import { peopleIn } from '@/lib/domain/conference/view';
import type { Store } from '@/server/log/ports';
import {
  carrierForOneTest,
  directoryForOneTest,
  openTestCore,
  type TestCore,
  type TestCoreOptions,
} from '@/server/testing/open-test-core';
import { closed, listen } from '@/server/testing/test-carrier';
import { changed, createTestClock } from '@/server/testing/test-clock';

async function meeting(options: TestCoreOptions = {}) {
  const rostrum = await openTestCore(options);
  const { id, legs } = await rostrum.carrier.conference(2);
  await rostrum.until(id, (c) => peopleIn(c) === 2 && c.description !== null);
  return { rostrum, id, legs };
}

const recordOf = (conference: Conference, commandId: string) =>
  conference.commands.find((record) => record.commandId === commandId);
const isOf = (commandId: string, phase: string) => (conference: Conference) =>
  recordOf(conference, commandId)?.phase === phase;

/** A meeting whose waits take no time and are written down: those of commands, for reads wait for none. */
async function impatientMeeting() {
  const waited: number[] = [];
  const pause = (ms: number) => {
    waited.push(ms);
    return Promise.resolve();
  };
  const env = { CARRIER_READS_PER_SECOND: '100' };
  return { ...(await meeting({ pause, env })), waited };
}

async function troublesOf(rostrum: TestCore): Promise<unknown> {
  const socket = rostrum.socket();
  const answer = await socket.emitWithAck('watch', 'overview', {});
  socket.close();
  if (!answer.ok || !('rows' in answer)) throw new Error('The overview has rows');
  const row = answer.rows.upserted.find(({ kind }) => kind === 'carrier');
  return row?.kind === 'carrier' ? row.troubles : null;
}

const untilTroublesAre = (rostrum: TestCore, troubles: string[]) =>
  vi.waitFor(async () => {
    expect(await troublesOf(rostrum)).toEqual(troubles);
  }, 5000);

describe('a carrier that does not take our key', () => {
  it('is 502 and a trouble in the overview, until a call succeeds again', async () => {
    const { rostrum, id, legs } = await meeting();
    const refusal = { errors: [{ code: '10009', title: 'Authentication failed' }] };
    rostrum.carrier.intercept(() => ({ status: 401, body: refusal }));
    const answer = await rostrum.command(id, 'participants.mute', { legs }, 'wrong-key');
    expect(answer.status).toBe(502);
    expect(problemSchema.parse(answer.body).code).toBe('carrier-key');
    await untilTroublesAre(rostrum, ['carrier-key']);
    rostrum.carrier.intercept(null);
    expect((await rostrum.command(id, 'participants.mute', { legs })).status).toBe(200);
    await untilTroublesAre(rostrum, []);
  });
});

describe('a carrier that is busy', () => {
  it('is asked again within ten seconds, and the command is done', async () => {
    const { rostrum, id, legs, waited } = await impatientMeeting();
    await rostrum.carrier.fault({ kind: '429', rate: 1, method: 'POST', count: 2 });
    const answer = await rostrum.command(id, 'participants.mute', { legs }, 'busy-for-a-while');
    expect(answer.status).toBe(200);
    const statuses = rostrum.carrier.commands('/actions/mute').map(({ status }) => status);
    expect(statuses).toEqual([429, 429, 200]);
    // The carrier said one second (DOMAIN §5.3).
    expect(waited.filter((ms) => ms >= 1000)).toHaveLength(2);
  });

  it('is 503 with Retry-After when it stays busy, and nothing is asked of anybody', async () => {
    const { rostrum, id, legs, waited } = await impatientMeeting();
    await rostrum.carrier.fault({ kind: '429', rate: 1, method: 'POST' });
    const answer = await rostrum.command(id, 'participants.mute', { legs }, 'busy-for-good');
    expect([answer.status, answer.body.code]).toEqual([503, 'carrier-busy']);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    const waitedForIt = waited.filter((ms) => ms >= 1000).reduce((a, b) => a + b, 0);
    expect(waitedForIt).toBeLessThanOrEqual(10_000);
    const { state } = await rostrum.conference(id);
    expect(recordOf(state, 'busy-for-good')).toMatchObject({ phase: 'refused' });
  });
});

describe('an outcome nobody knows', () => {
  it('of a command that was not done is read back and counts as refused', async () => {
    const { rostrum, id, legs } = await meeting();
    await rostrum.carrier.fault({ kind: '500', rate: 1, method: 'POST', count: 1 });
    const answer = await rostrum.command(id, 'participants.mute', { legs }, 'not-done');
    expect([answer.status, answer.body.code]).toEqual([504, 'outcome-unknown']);
    const state = await rostrum.until(id, isOf('not-done', 'refused'));
    expect(recordOf(state, 'not-done')?.refusal?.code).toBe('not-carried-out');
    expect(rostrum.carrier.commands('/actions/mute')).toHaveLength(1);
  });

  it('of a command that was done is read back and confirmed', async () => {
    const { rostrum, id, legs } = await meeting();
    await rostrum.carrier.fault({
      kind: '500',
      rate: 1,
      method: 'POST',
      count: 1,
      afterWork: true,
    });
    const answer = await rostrum.command(id, 'participants.mute', { legs }, 'done-unheard');
    expect(answer.status).toBe(504);
    await rostrum.until(id, isOf('done-unheard', 'confirmed'));
    expect(rostrum.carrier.commands('/actions/mute')).toHaveLength(1);
  });

  it('because the connection broke is read back and confirmed', async () => {
    const { rostrum, id, legs } = await meeting();
    await rostrum.carrier.fault({ kind: 'time-out', rate: 1, method: 'POST', count: 1, ms: 10 });
    const answer = await rostrum.command(id, 'participants.mute', { legs }, 'never-answered');
    expect([answer.status, answer.body.code]).toEqual([504, 'outcome-unknown']);
    await rostrum.until(id, isOf('never-answered', 'confirmed'));
    expect(rostrum.carrier.commands('/actions/mute')).toHaveLength(1);
  });

  it('of a hang-up that was done is settled by its webhook', async () => {
    const { rostrum, id, legs } = await meeting();
    const setting = { kind: '500', rate: 1, method: 'POST', count: 1, afterWork: true };
    await rostrum.carrier.fault(setting);
    await rostrum.command(id, 'participants.hangUp', { legs: [legs[1]] }, 'gone-unheard');
    await rostrum.until(id, isOf('gone-unheard', 'confirmed'));
  });
});

describe('a carrier that accepts and does nothing', () => {
  it('is contradicted after two reads, and the carrier’s truth is shown', async () => {
    const { rostrum, id, legs } = await meeting();
    await rostrum.carrier.fault({ kind: 'ignore', rate: 1, count: 1 });
    const before = rostrum.carrier.requests.length;
    const answer = await rostrum.command(id, 'participants.mute', { legs }, 'ignored-one');
    expect(answer.status).toBe(200);
    await rostrum.until(id, isOf('ignored-one', 'contradicted'));
    const reads = rostrum.carrier.requests
      .slice(before)
      .filter(({ path }) => path.includes('/participants'));
    expect(reads.length).toBeGreaterThanOrEqual(2);
  });
});

describe('a carrier that cannot be reached', () => {
  it('is 503, nothing was done, and after three tries a trouble', async () => {
    const carrier = await carrierForOneTest();
    const { id, legs } = await carrier.conference(1);
    const server = createServer();
    const nowhere = await listen(server);
    await closed(server);
    const rostrum = await openTestCore({ carrier, apiUrl: `${nowhere}/v2` });
    await carrier.control('POST', `/calls/${legs[0]}/talk`);
    const late = await carrier.caller();
    await carrier.client.conferences.actions.join(id, { call_control_id: late });
    await rostrum.until(id, (c) => peopleIn(c) > 0);
    for (const commandId of ['down-once', 'down-twice', 'down-thrice']) {
      const answer = await rostrum.command(id, 'conference.end', {}, commandId);
      expect([answer.status, answer.body.code]).toEqual([503, 'carrier-down']);
      expect(answer.headers.get('retry-after')).not.toBeNull();
    }
    await untilTroublesAre(rostrum, ['carrier-down']);
    const { data } = await carrier.client.conferences.retrieve(id);
    expect(data?.status).toBe('in_progress');
  });
});

/** A store that can write no more once it is told to: what a process leaves that ends at once. */
function mortal() {
  let isDead = false;
  return {
    die: () => {
      isDead = true;
    },
    wrap: (store: Store) =>
      changed(store, {
        transact: (work) =>
          isDead ? Promise.reject(new Error('The process has ended')) : store.transact(work),
      }),
  };
}

describe('a process that ends between the carrier’s answer and its own note of it', () => {
  it('finds the command at its next start, reads it back, and never sends it again', async () => {
    const carrier = await carrierForOneTest();
    const dataDir = directoryForOneTest();
    const now = createTestClock();
    const { die, wrap } = mortal();
    const { rostrum: first, id, legs } = await meeting({ carrier, dataDir, now, wrap });
    carrier.onAnswer(({ path }) => {
      if (path.includes('/actions/mute')) die();
    });
    const answer = await first.command(id, 'participants.mute', { legs }, 'half-written');
    expect(answer.status).toBeGreaterThanOrEqual(500);
    await first.stop();
    carrier.onAnswer(null);

    const second = await openTestCore({ carrier, dataDir, now });
    const state = await second.until(id, isOf('half-written', 'confirmed'));
    expect(state.commands).toHaveLength(1);
    expect(carrier.commands('/actions/mute')).toHaveLength(1);
    const events = await second.get(`/api/conferences/${id}/events?types=command.unknown`);
    expect(events.body.items).toHaveLength(1);
    const told = await second.get(`/api/activity?conference=${id}`);
    expect(told.body.items).toMatchObject([
      { action: 'participants.mute', outcome: 'unknown', address: '127.0.0.1', roundTripMs: null },
    ]);
    const again = await second.command(id, 'participants.mute', { legs }, 'half-written');
    expect([again.status, again.body.code]).toEqual([504, 'outcome-unknown']);
    expect(carrier.commands('/actions/mute')).toHaveLength(1);
  });

  it('refuses the command at its next start when the carrier had not done it', async () => {
    const carrier = await carrierForOneTest();
    const dataDir = directoryForOneTest();
    const now = createTestClock();
    const { die, wrap } = mortal();
    const { rostrum: first, id, legs } = await meeting({ carrier, dataDir, now, wrap });
    await carrier.fault({ kind: '500', rate: 1, method: 'POST', count: 1 });
    carrier.onAnswer(({ path }) => {
      if (path.includes('/actions/mute')) die();
    });
    await first.command(id, 'participants.mute', { legs }, 'half-written');
    await first.stop();
    carrier.onAnswer(null);

    const second = await openTestCore({ carrier, dataDir, now });
    const state = await second.until(id, isOf('half-written', 'refused'));
    expect(recordOf(state, 'half-written')?.refusal?.code).toBe('not-carried-out');
    expect(carrier.commands('/actions/mute')).toHaveLength(1);
  });
});
