import { describe, expect, it, vi } from 'vitest';
import type { RowsMessage, WatchAnswer } from '@/lib/contract/hub';
import type { CallRow } from '@/lib/contract/rows';
import type { Call } from '@/lib/domain/call/call';
import type { CallControlId } from '@/lib/domain/ids';
import { carrierForOneTest, openTestCore, type TestCore } from '@/server/testing/open-test-core';

async function until(rostrum: TestCore, leg: string, condition: (call: Call) => boolean) {
  return vi.waitFor(async () => {
    const view = await rostrum.core.services.calls.read(leg as CallControlId);
    expect(view !== null && condition(view.state)).toBe(true);
    return view?.state;
  }, 5000);
}

async function rowsOf(rostrum: TestCore, query = ''): Promise<readonly CallRow[]> {
  const { body } = await rostrum.get(`/api/calls${query}`);
  return body.items as readonly CallRow[];
}

const pathOf = (leg: string) => `/api/calls/${encodeURIComponent(leg)}`;
const listsOf = (rostrum: TestCore) =>
  rostrum.carrier.requests.filter(({ path }) => path.includes('/active_calls'));

describe('at its start', () => {
  it('finds the calls that only the carrier knows, and whether they are up', async () => {
    const carrier = await carrierForOneTest();
    const ringing = await carrier.ring();
    const up = await carrier.caller();
    await carrier.control('POST', '/clock', { advanceMs: 60_000 });
    await carrier.settled();
    const rostrum = await openTestCore({ carrier });
    const call = await until(rostrum, up, (each) => each.found !== null);
    expect(call).toMatchObject({ found: { isUp: true }, initiated: null, hungUp: null });
    await until(rostrum, ringing, (each) => each.found?.isUp === false);
    const rows = await rowsOf(rostrum);
    expect(rows.map(({ id, phase }) => [id, phase]).sort()).toEqual(
      [
        [up, 'answered'],
        [ringing, 'ringing'],
      ].sort(),
    );
  });

  it('reads the list to its last page', async () => {
    const carrier = await carrierForOneTest();
    const legs = Array.from({ length: 600 }, (_, i) => `v3:call-${i}`);
    carrier.intercept((_, path) => {
      if (!path.includes('/active_calls')) return null;
      const query = new URL(path, carrier.url).searchParams;
      const from = Number(query.get('page[after]') ?? 0);
      const to = from + Number(query.get('page[limit]'));
      const data = legs.slice(from, to).map((id) => ({ call_control_id: id, call_duration: 5 }));
      const cursors = to < legs.length ? { after: String(to) } : {};
      return { status: 200, body: { data, meta: { cursors } } };
    });
    const rostrum = await openTestCore({ carrier });
    await vi.waitFor(async () => {
      expect(await rowsOf(rostrum)).toHaveLength(600);
    }, 5000);
    expect(listsOf(rostrum).length).toBeGreaterThanOrEqual(3);
  });
});

describe('a call whose hang-up nobody told', () => {
  async function lost() {
    const rostrum = await openTestCore();
    // The read at the start is over: it finds nobody whose webhook is still on its way.
    await vi.waitFor(() => {
      expect(listsOf(rostrum).length).toBeGreaterThan(0);
    });
    const leg = await rostrum.carrier.caller();
    await until(rostrum, leg, (call) => call.answered !== null);
    await rostrum.carrier.settled();
    rostrum.carrier.deliverTo(null);
    return { rostrum, leg };
  }

  it('ends when two reads do not show it', async () => {
    const { rostrum, leg } = await lost();
    await rostrum.carrier.control('POST', `/calls/${leg}/hangup`);
    const said = await rostrum.get(`${pathOf(leg)}/status`);
    expect(said.body).toMatchObject({ isAlive: false });
    const call = await until(rostrum, leg, (each) => each.hungUp !== null);
    expect(call?.hungUp?.at).toBe((call?.answered?.at ?? 0) + 1);
    expect(await rowsOf(rostrum)).toEqual([]);
  });

  it('stays while the carrier lists it', async () => {
    const { rostrum, leg } = await lost();
    const before = listsOf(rostrum).length;
    const said = await rostrum.get(`${pathOf(leg)}/status`);
    expect(said.body).toMatchObject({ isAlive: true });
    await vi.waitFor(() => {
      expect(listsOf(rostrum).length).toBeGreaterThan(before);
    });
    expect(await rowsOf(rostrum)).toHaveLength(1);
  });

  it('is not asked of the carrier where it knows no such call', async () => {
    const rostrum = await openTestCore();
    const said = await rostrum.get(`${pathOf('v3:nobody')}/status`);
    expect([said.status, said.body.code]).toEqual([404, 'not-found']);
  });
});

describe('the list of calls', () => {
  it('tells where each is, and with whom', async () => {
    const rostrum = await openTestCore();
    const { carrier } = rostrum;
    const { id: room, legs } = await carrier.conference(1, 'Board');
    const [ada, bob, cyd] = [
      await carrier.caller(),
      await carrier.caller(),
      await carrier.caller(),
    ];
    const commandId = 'the-enqueueing';
    const enqueue = { type: 'call.enqueue', fields: { queue: 'support' } };
    await until(rostrum, cyd, (call) => call.answered !== null);
    await rostrum.post(`${pathOf(cyd)}/commands`, { commandId, command: enqueue });
    await until(rostrum, ada, (call) => call.answered !== null);
    const bridge = { type: 'call.bridge', fields: { callControlId: bob } };
    await rostrum.post(`${pathOf(ada)}/commands`, { commandId: 'the-bridging', command: bridge });
    await vi.waitFor(async () => {
      const rows = new Map((await rowsOf(rostrum)).map((row) => [row.id, row.place]));
      expect(rows.get(legs[0] ?? '')).toMatchObject({
        kind: 'conference',
        id: room,
        name: 'Board',
      });
      expect(rows.get(cyd)).toMatchObject({ kind: 'queue', name: 'support' });
      expect(rows.get(ada)).toMatchObject({ kind: 'bridged', other: { id: bob } });
      expect(rows.get(bob)).toMatchObject({ kind: 'bridged', other: { id: ada } });
    }, 5000);
    const free = await rowsOf(rostrum, '?which=free');
    expect(free.map(({ id }) => id).sort()).toEqual([ada, bob].sort());
  });

  it('is pushed as it changes, and without numbers to those who do not see them', async () => {
    const rostrum = await openTestCore();
    const heard = { whole: [] as RowsMessage[], masked: [] as RowsMessage[] };
    const sockets = {
      whole: rostrum.socket(),
      masked: rostrum.socket({ cookie: await rostrum.cookieOf('viewer') }),
    };
    for (const sight of ['whole', 'masked'] as const) {
      sockets[sight].on('rows', (topic, message) => {
        if (topic === 'calls') heard[sight].push(message);
      });
      const answer: WatchAnswer = await sockets[sight].emitWithAck('watch', 'calls', {});
      expect(answer).toMatchObject({ ok: true, rows: { upserted: [] } });
    }
    const leg = await rostrum.carrier.ring('+4930123456721', 'Ada +4930123456721');
    const told = (sight: 'whole' | 'masked') => JSON.stringify(heard[sight]);
    await vi.waitFor(() => {
      expect(told('whole')).toContain(leg);
      expect(told('masked')).toContain(leg);
    }, 5000);
    expect(told('whole')).toContain('+4930123456721');
    expect(told('masked')).toContain('+49 ••• ••• 21');
    expect(told('masked')).not.toContain('4930123456721');
    await rostrum.carrier.control('POST', `/calls/${leg}/hangup`);
    await vi.waitFor(() => {
      expect(heard.whole.at(-1)?.removed).toEqual([leg]);
    }, 5000);
  });
});
