import { describe, expect, it, vi } from 'vitest';
import type { InboundRule, InboundRuleRow, InboundRules } from '@/lib/contract/inbound-rule';
import type { Store } from '@/server/log/ports';
import { openMortalCore } from '@/server/testing/open-mortal-core';
import {
  carrierForOneTest,
  directoryForOneTest,
  openTestCore,
  type TestCore,
  type TestCoreOptions,
} from '@/server/testing/open-test-core';
import { changed } from '@/server/testing/test-clock';
import type { CarrierRequest, TestCarrier } from '@/server/testing/test-carrier';

const path = '/api/inbound-rules';
const number = '+13125550100';
const toQueue: InboundRule = {
  name: 'Support line',
  number,
  action: 'enqueue',
  queue: 'support',
  music: null,
};
const toConference: InboundRule = {
  name: 'Town hall line',
  number: null,
  action: 'join',
  conference: 'Town hall',
  waitsForHost: false,
};

async function ruled(rule: InboundRule, options: TestCoreOptions = {}): Promise<TestCore> {
  const rostrum = await openTestCore(options);
  expect(await rostrum.post(path, rule)).toMatchObject({ status: 200 });
  return rostrum;
}

const rowOf = async (rostrum: TestCore): Promise<InboundRuleRow> => {
  const [row] = ((await rostrum.get(path)).body as unknown as InboundRules).items;
  if (row === undefined) throw new Error('There is no rule');
  return row;
};

const until = (rostrum: TestCore, condition: (row: InboundRuleRow) => boolean) =>
  vi.waitFor(
    async () => {
      const row = await rowOf(rostrum);
      expect(condition(row), JSON.stringify(row)).toBe(true);
      return row;
    },
    { timeout: 10_000, interval: 10 },
  );

const queued = async ({ client }: TestCarrier, queue = 'support') =>
  (await client.queues.calls.list(queue)).data.map(({ call_control_id }) => call_control_id);

const actions = (carrier: TestCarrier) =>
  carrier.commands('/calls/').map((one) => one.path.replace(/^.*\/actions\//, ''));

const linesOf = async (rostrum: TestCore, action: string) =>
  (await rostrum.get(`/api/activity?action=${action}`)).body.items as Record<string, unknown>[];

/** Rostrum over a store that can be asked what is left to do, and whose clock nobody jumps forward. */
async function unhurried(rule: InboundRule) {
  let opened: Store | null = null;
  const rostrum = await ruled(rule, {
    wrap: (store) => {
      opened = store;
      return changed(store, { nextJobDueAt: () => Promise.resolve(null) });
    },
  });
  const isOver = () =>
    vi.waitFor(async () => {
      expect(await opened?.nextJobDueAt(['call.inbound'])).toBeNull();
    }, 10_000);
  return { rostrum, isOver };
}

describe('a rule that answers into a queue', () => {
  it('does so once for each call, in its own name', async () => {
    const rostrum = await ruled(toQueue);
    const { carrier } = rostrum;
    await carrier.fault({ kind: 'duplicate', rate: 1 });
    const legs = [await carrier.ring(), await carrier.ring()];
    await until(rostrum, ({ done }) => done === 2);
    expect((await queued(carrier)).toSorted()).toEqual(legs.toSorted());
    await carrier.settled();
    expect(actions(carrier).toSorted()).toEqual(['answer', 'answer', 'enqueue', 'enqueue']);
    const [line] = await linesOf(rostrum, 'call.enqueue');
    expect(line).toMatchObject({
      outcome: 'done',
      actor: { name: 'Support line', userId: expect.stringMatching(/^rule:/) as string },
    });
    expect(await rowOf(rostrum)).toMatchObject({ failed: 0, lastFailure: null });
  });

  it('plays to those who wait, and stops when they are taken out', async () => {
    const rostrum = await ruled({ ...toQueue, music: { mediaName: 'waiting' } });
    const { carrier } = rostrum;
    const leg = await carrier.ring();
    await vi.waitFor(() => {
      expect(actions(carrier)).toEqual(['answer', 'enqueue', 'playback_start']);
    }, 10_000);
    expect(carrier.commands('playback_start')[0]?.body).toMatchObject({
      media_name: 'waiting',
      loop: 'infinity',
    });
    await vi.waitFor(async () => {
      const call = await rostrum.core.services.calls.read(leg as never);
      expect(call?.state.playback?.value.isOn).toBe(true);
    }, 10_000);
    await carrier.client.calls.actions.leaveQueue(leg, {});
    await vi.waitFor(() => {
      expect(actions(carrier).at(-1)).toBe('playback_stop');
    }, 10_000);
    expect(await rowOf(rostrum)).toMatchObject({ done: 1, failed: 0 });
  });

  it('tells of a step that the carrier refuses, and leaves the caller to people', async () => {
    const rostrum = await ruled(toQueue);
    const { carrier } = rostrum;
    await carrier.client.queues.create({ queue_name: 'support', max_size: 1 });
    const first = await carrier.ring();
    await until(rostrum, ({ done }) => done === 1);
    const second = await carrier.ring();
    const row = await until(rostrum, ({ failed }) => failed === 1);
    expect(row.lastFailure).toMatchObject({ step: 'enqueue' });
    expect(row.lastFailure?.reason).not.toBe('');
    expect(await queued(carrier)).toEqual([first]);
    const lines = await linesOf(rostrum, 'call.enqueue');
    expect(lines.map(({ outcome }) => outcome).toSorted()).toEqual(['done', 'refused']);
    const call = await rostrum.core.services.calls.read(second as never);
    expect(call?.state).toMatchObject({
      hungUp: null,
      commands: [{ type: 'call.answer' }, { type: 'call.enqueue', phase: 'refused' }],
    });
  });

  it('says nothing of a caller who hangs up meanwhile', async () => {
    const { rostrum, isOver } = await unhurried(toQueue);
    const { carrier } = rostrum;
    const gone: Promise<unknown>[] = [];
    carrier.intercept((_method, address) => {
      const [, leg] = /^\/calls\/([^/]+)\/actions\/answer$/.exec(address) ?? [];
      if (leg === undefined) return null;
      if (gone.length === 0) gone.push(carrier.control('POST', `/calls/${leg}/hangup`));
      const errors = [{ code: '90018', title: 'Call has already ended' }];
      return { status: 422, body: { errors } };
    });
    await carrier.ring();
    await vi.waitFor(() => {
      expect(gone).toHaveLength(1);
    }, 10_000);
    await Promise.all(gone);
    await isOver();
    expect(await rowOf(rostrum)).toMatchObject({ done: 0, failed: 0, lastFailure: null });
    expect(actions(carrier)).toEqual(['answer']);
  });

  it('leaves a call alone that somebody else has answered', async () => {
    const { rostrum, isOver } = await unhurried(toQueue);
    const { carrier } = rostrum;
    const answered: Promise<unknown>[] = [];
    carrier.intercept((_method, address) => {
      const [, leg] = /^\/calls\/([^/]+)\/actions\/answer$/.exec(address) ?? [];
      if (leg === undefined) return null;
      if (answered.length === 0)
        answered.push(carrier.client.calls.actions.answer(decodeURIComponent(leg), {}));
      return { status: 422, body: { errors: [{ code: '90102', title: 'Answered already' }] } };
    });
    await carrier.ring();
    await vi.waitFor(() => {
      expect(answered).toHaveLength(1);
    }, 10_000);
    await Promise.all(answered);
    await isOver();
    expect(actions(carrier)).toEqual(['answer']);
    expect(await rowOf(rostrum)).toMatchObject({ done: 0, failed: 0 });
  });
});

describe('a rule that answers into a conference', () => {
  it('makes it for the first caller, and brings the others in', async () => {
    const rostrum = await ruled(toConference);
    const { carrier } = rostrum;
    const legs = await Promise.all([carrier.ring(), carrier.ring(), carrier.ring()]);
    await until(rostrum, ({ done }) => done === 3);
    const { data } = await carrier.client.conferences.list({});
    expect(data.map(({ name, status }) => [name, status])).toEqual([['Town hall', 'in_progress']]);
    const people = await carrier.participants(data[0]?.id ?? '');
    expect(people.map((one) => one.call_control_id).toSorted()).toEqual(legs.toSorted());
    expect(await rowOf(rostrum)).toMatchObject({ failed: 0 });
  });

  it('lets callers wait for a host where the rule says so', async () => {
    const rostrum = await ruled({ ...toConference, waitsForHost: true });
    const { carrier } = rostrum;
    await carrier.ring();
    await until(rostrum, ({ done }) => done === 1);
    const { data } = await carrier.client.conferences.list({});
    expect(data.map(({ status }) => status)).toEqual(['init']);
  });
});

describe('a server that is killed while it does what a rule says', () => {
  const isAt = ({ method, path: at }: Pick<CarrierRequest, 'method' | 'path'>, ending: string) =>
    method === 'POST' && at.endsWith(ending);
  // The carrier tries again for longer than it takes to start.
  const patient = { retryDelaysMs: [500, 500, 1000, 1000, 2000] };

  // Each starts a process of its own.
  it.each([
    ['as the carrier answers the call', '/actions/answer', true],
    ['before the carrier was asked to answer it', '/actions/answer', false],
    ['as the carrier takes it into the queue', '/actions/enqueue', true],
    ['before the carrier was asked to take it into the queue', '/actions/enqueue', false],
  ])(
    '%s, carries on once when it is back',
    async (_, ending, isHeard) => {
      const carrier = await carrierForOneTest(patient);
      const dataDir = directoryForOneTest();
      const first = await openMortalCore(carrier, dataDir);
      await first.post(path, toQueue);
      if (isHeard) {
        carrier.onAnswer((request) => {
          if (isAt(request, ending)) first.kill();
        });
      } else {
        carrier.intercept((method, at) => {
          if (!isAt({ method, path: at }, ending)) return null;
          first.kill();
          return { status: 500, body: {} };
        });
      }
      const leg = await carrier.ring();
      await first.isDead;
      carrier.onAnswer(null);
      carrier.intercept(null);

      const second = await openTestCore({ carrier, dataDir });
      await until(second, ({ done }) => done === 1);
      await carrier.settled();
      expect(await queued(carrier)).toEqual([leg]);
      const events = await second.store.readEvents(`call:${leg}`, { limit: 100 });
      const heard = events.filter(({ source }) => source === 'carrier').map(({ type }) => type);
      expect(heard).toEqual(['call.initiated', 'call.answered', 'call.enqueued']);
    },
    60_000,
  );
});
