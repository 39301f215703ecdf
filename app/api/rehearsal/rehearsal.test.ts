import { describe, expect, it } from 'vitest';
import { rehearsalStateSchema } from '@/lib/contract/http';
import { problemSchema } from '@/lib/contract/problem';
import { carrierForOneTest, openTestCore } from '@/server/testing/open-test-core';

const path = '/api/rehearsal';

describe('the rehearsal', () => {
  it('tells what the simulator is doing', async () => {
    const rostrum = await openTestCore();
    await rostrum.carrier.conference(2);
    const state = rehearsalStateSchema.parse((await rostrum.get(path)).body);
    expect(state).toMatchObject({ scenario: null, conferences: 1, participants: 2, calls: 2 });
    expect(state.scenarios.map(({ name }) => name)).toContain('quiet');
  });

  it('starts and stops a scenario', async () => {
    const rostrum = await openTestCore();
    const start = { action: 'startScenario', name: 'quiet', seed: 7, speed: 50 };
    const started = await rostrum.post(path, start);
    expect(started.body.scenario).toEqual({ name: 'quiet', seed: 7, speed: 50 });
    await expect
      .poll(async () => (await rostrum.get('/api/conferences')).body.items)
      .toMatchObject([{ kind: 'conference' }]);
    const stopped = await rostrum.post(path, { action: 'stopScenario' });
    expect(stopped.body.scenario).toBeNull();
  });

  it('sets faults, places calls and moves the clock', async () => {
    const rostrum = await openTestCore();
    const fault = { action: 'setFault', kind: 'drop', rate: 1, count: 3 };
    const faulty = rehearsalStateSchema.parse((await rostrum.post(path, fault)).body);
    expect(faulty.faults).toEqual([{ kind: 'drop', rate: 1 }]);
    const call = { action: 'placeCall', from: '+12125550199', to: '+13125550100' };
    expect((await rostrum.post(path, call)).body.calls).toBe(1);
    const clock = await rostrum.post(path, { action: 'advanceClock', advanceMs: 60_000 });
    expect(rehearsalStateSchema.parse(clock.body).clock.offsetMs).toBe(60_000);
  });

  it('tells every page how far the clock that stamps conferences has been moved on', async () => {
    const rostrum = await openTestCore();
    const page = rostrum.socket();
    const clockAhead = async () => {
      const answer = await page.emitWithAck('watch', 'overview', {});
      const rows = answer.ok && 'rows' in answer ? answer.rows.upserted : [];
      return rows.find((row) => row.kind === 'carrier')?.clockAhead;
    };
    expect(await clockAhead()).toBe(0);
    await rostrum.post(path, { action: 'advanceClock', advanceMs: 3_600_000 });
    await rostrum.post(path, { action: 'advanceClock', advanceMs: 60_000 });
    await expect.poll(clockAhead).toBe(3_660_000_000);
  });

  it('says in the simulator’s own words why it would not', async () => {
    const rostrum = await openTestCore();
    const answer = await rostrum.post(path, { action: 'startScenario', name: 'no-such-play' });
    expect(answer.status).toBe(422);
    const problem = problemSchema.parse(answer.body);
    expect([problem.code, problem.detail]).toEqual([
      'bad-request',
      expect.stringContaining('no-such-play'),
    ]);
  });

  it('is 422 for what it does not know', async () => {
    const rostrum = await openTestCore();
    for (const action of [
      { action: 'explode' },
      { action: 'setFault', kind: 'drop', rate: 2 },
      7,
    ]) {
      const answer = await rostrum.post(path, JSON.stringify(action));
      expect([answer.status, answer.body.code]).toEqual([422, 'bad-request']);
    }
  });

  it('is not there beside a real carrier', async () => {
    const carrier = await carrierForOneTest();
    const rostrum = await openTestCore({ carrier, hasControls: false });
    for (const answer of [
      await rostrum.get(path),
      await rostrum.post(path, { action: 'stopScenario' }),
    ])
      expect([answer.status, answer.body.code]).toEqual([409, 'simulator-off']);
  });

  it('cannot be steered from another site', async () => {
    const rostrum = await openTestCore();
    const stop = { action: 'stopScenario' };
    const answer = await rostrum.post(path, stop, { origin: 'https://elsewhere.example' });
    expect([answer.status, answer.body.code]).toEqual([403, 'cross-origin']);
  });
});
