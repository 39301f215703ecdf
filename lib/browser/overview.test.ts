import { beforeEach, describe, expect, it } from 'vitest';
import type { CarrierRow, ConferenceRow, OverviewRow } from '@/lib/contract/rows';
import { createHub } from './hub';
import { createOverviewLive, type OverviewLive } from './overview';
import { createServerClock } from './server-clock';
import { FakeAccess } from './testing/fake-access';
import { FakeHubPort } from './testing/fake-hub-port';

const carrier: CarrierRow = {
  kind: 'carrier',
  id: 'carrier',
  isSimulator: true,
  clockAhead: 0,
  calls: 0,
  lastWebhookAt: null,
  lastReadAt: null,
  troubles: [],
};
const conference = (
  id: string,
  status: ConferenceRow['status'] = 'in_progress',
): ConferenceRow => ({
  kind: 'conference',
  id,
  name: id,
  status,
  region: null,
  connectionId: null,
  startedAt: 0,
  expiresAt: null,
  endedAt: null,
  endReason: null,
  people: 1,
  everIn: 1,
  onHold: 0,
  floor: null,
  recording: 'off',
  heardAt: 0,
});

describe('the overview', () => {
  let port: FakeHubPort;
  let overview: OverviewLive;
  const ids = () => [...overview.store.getState().conferences.keys()];
  const rows = (rev: number, upserted: OverviewRow[], removed: string[] = []) => ({
    rev,
    upserted,
    removed,
  });
  const answers = (rev: number, upserted: OverviewRow[]) =>
    port.lastQuestion.answer({ ok: true, now: 0, rows: rows(rev, upserted) });

  beforeEach(async () => {
    port = new FakeHubPort();
    overview = createOverviewLive();
    const hub = createHub(port, createServerClock(), new FakeAccess());
    hub.open();
    overview.follow(hub);
    port.connects();
    await answers(5, [carrier, conference('a'), conference('b')]);
  });

  it('begins with all rows', () => {
    expect(ids()).toEqual(['a', 'b']);
    expect(overview.store.getState().carrier).toBe(carrier);
  });

  it('follows the next message', () => {
    port.says.rows('overview', rows(6, [conference('c')], ['a']));
    expect(ids()).toEqual(['b', 'c']);
  });

  it('asks for all rows after a jump and does not apply what lies beyond it', async () => {
    port.says.rows('overview', rows(8, [conference('d')]));
    expect(ids()).toEqual(['a', 'b']);
    expect(port.questions).toHaveLength(2);
    await answers(8, [carrier, conference('d')]);
    expect(ids()).toEqual(['d']);
  });

  it('ignores a message it has heard', () => {
    port.says.rows('overview', rows(5, [conference('z')]));
    expect(ids()).toEqual(['a', 'b']);
    expect(port.questions).toHaveLength(1);
  });

  it('replaces everything by the answer of a restarted server, whose numbers begin anew', async () => {
    port.disconnects();
    port.connects();
    await answers(1, [carrier, conference('x')]);
    expect(ids()).toEqual(['x']);
    port.says.rows('overview', rows(2, [conference('y')]));
    expect(ids()).toEqual(['x', 'y']);
  });

  it('lets go of a conference that is over', () => {
    port.says.rows('overview', rows(6, [conference('a', 'completed')]));
    expect(ids()).toEqual(['b']);
  });
});
