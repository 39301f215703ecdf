import { describe, expect, it, vi } from 'vitest';
import type { Conference } from '@/lib/domain/conference/conference';
import { peopleIn } from '@/lib/domain/conference/view';
import type { Creation } from '@/lib/domain/creation/creation';
import { valuesOf } from '@/lib/domain/keyed';
import type { Supervision } from '@/lib/domain/supervision/supervision';
import { openMortalCore } from '@/server/testing/open-mortal-core';
import {
  carrierForOneTest,
  directoryForOneTest,
  openTestCore,
} from '@/server/testing/open-test-core';
import type { CarrierRequest, TestCarrier } from '@/server/testing/test-carrier';
import { createTestClock } from '@/server/testing/test-clock';

const to = '+13125550142';
const from = '+13125550100';
const invite = {
  type: 'participants.invite',
  fields: { numbers: [{ to, label: 'Grace' }], from },
};
const create = { type: 'conference.create', fields: { name: 'Quarterly', to, from } };

/** When the process is to die. */
type Death =
  /** The carrier has done what was asked there; the answer is not heard. */
  | { readonly unheard: string }
  /** The carrier never gets what was asked there. */
  | { readonly unsent: string }
  /** The call rings, and is answered while nobody is there. */
  | 'ringing';

const isAt = ({ method, path }: Pick<CarrierRequest, 'method' | 'path'>, ending: string) =>
  method === 'POST' && path.endsWith(ending);

/** Gives a command to a Rostrum that dies of it; answers where its data lies. */
async function dieOf(
  carrier: TestCarrier,
  death: Death,
  { path, command, sees }: { path: string; command: object; sees?: string | undefined },
): Promise<string> {
  const dataDir = directoryForOneTest();
  const rostrum = await openMortalCore(carrier, dataDir);
  if (sees !== undefined) await vi.waitFor(() => rostrum.get(sees).then(isKnown), 10_000);
  if (death === 'ringing') {
    await rostrum.post(path, { commandId: 'the-command', command });
    const leg = await vi.waitFor(async () => {
      const { state } = await rostrum.get(
        path === '/api/supervisions' ? sessionPath : (sees ?? creationPath),
      );
      return calledIn(state as Conference | Creation | Supervision);
    }, 10_000);
    rostrum.kill();
    await rostrum.isDead;
    await carrier.control('POST', `/calls/${leg}/answer`);
    return dataDir;
  }
  if ('unheard' in death) {
    carrier.onAnswer((request) => {
      if (isAt(request, death.unheard)) rostrum.kill();
    });
  } else {
    carrier.intercept((method, address) => {
      if (!isAt({ method, path: address }, death.unsent)) return null;
      rostrum.kill();
      return { status: 500, body: {} };
    });
  }
  // It dies before it can answer, or some time after it has; where it refuses it never does.
  const refusal = rostrum.post(path, { commandId: 'the-command', command }).then(
    (body) => ('code' in (body as object) ? JSON.stringify(body) : null),
    () => null,
  );
  const refused = await Promise.race([rostrum.isDead.then(() => null), refusal]);
  expect(refused, 'why it would not').toBeNull();
  await rostrum.isDead;
  carrier.onAnswer(null);
  carrier.intercept(null);
  return dataDir;
}

const creationPath = '/api/conferences/creations/the-command';
const sessionPath = '/api/supervisions/the-command';

function isKnown(body: Record<string, unknown>): void {
  const state = body.state as Conference | null;
  expect(state).toMatchObject({ description: { status: 'in_progress' } });
  // Of somebody whose arrival was not told yet nothing can be asked.
  expect(state?.participants.flat().length).toBeGreaterThan(0);
}

/** The leg that is called by an invitation, for a new conference, or for a supervisor. */
function calledIn(state: Conference | Creation | Supervision): string {
  const asked = 'invitations' in state ? valuesOf(state.invitations)[0] : state;
  if (asked?.callControlId == null) throw new Error('Nobody is called yet');
  return asked.callControlId;
}

// The carrier tries again for longer than it takes to start.
const patient = { retryDelaysMs: [500, 500, 1000, 1000, 2000] };
const answers = { ...patient, farEndAnswersMs: 1 };
const rings = { ...patient, farEndAnswersMs: 600_000 };

const counts = async (carrier: TestCarrier) => {
  const { calls, conferences, participants } = await carrier.control('GET', '/state');
  return { calls, conferences, participants };
};

/** On the way from calling somebody to their being in. */
const deathsOfCalling: [string, Death][] = [
  ['as the carrier takes the call', { unheard: '/calls' }],
  ['before the carrier was asked for the call', { unsent: '/calls' }],
  ['while it rings', 'ringing'],
  ['as the carrier brings them in', { unheard: '/actions/join' }],
  ['before the carrier was asked to bring them in', { unsent: '/actions/join' }],
];

describe('a server that is killed while it invites somebody', () => {
  it.each(deathsOfCalling)('%s, brings them in once when it is back', async (_, death) => {
    const carrier = await carrierForOneTest(death === 'ringing' ? rings : answers);
    const { id } = await carrier.conference(1);
    const path = `/api/conferences/${id}`;
    const dataDir = await dieOf(carrier, death, {
      ...{ path: `${path}/commands`, command: invite, sees: path },
    });

    const rostrum = await openTestCore({ carrier, dataDir });
    const state = await rostrum.until(id, (c) =>
      valuesOf(c.invitations).some(({ phase }) => phase === 'joined'),
    );
    await carrier.settled();
    expect(peopleIn(state)).toBe(2);
    expect(await counts(carrier)).toEqual({ calls: 2, conferences: 1, participants: 2 });
    const { body } = await rostrum.get(`${path}/events?types=invitation.progressed`);
    const steps = (body.items as { data: { phase: string } }[]).map(({ data }) => data.phase);
    expect(steps).toEqual(['dialling', 'answered', 'joined']);
    const joins = await rostrum.get(`${path}/events?types=participant.joined`);
    const told = joins.body.items as { source: string; data: { callControlId: string } }[];
    // A second joining would be told by a second webhook.
    const heard = told.flatMap((e) => (e.source === 'carrier' ? e.data.callControlId : []));
    expect(heard).toHaveLength(new Set(heard).size);
  });
});

describe('a server that is killed while it calls somebody for a new conference', () => {
  const deaths: [string, Death][] = [
    ['while it rings', 'ringing'],
    ['as the carrier makes the conference', { unheard: '/conferences' }],
    ['before the carrier was asked to make it', { unsent: '/conferences' }],
  ];
  it.each(deaths)('%s, makes it once when it is back', async (_, death) => {
    const carrier = await carrierForOneTest(death === 'ringing' ? rings : answers);
    const dataDir = await dieOf(carrier, death, { path: '/api/conferences', command: create });

    const rostrum = await openTestCore({ carrier, dataDir });
    const creation = async () => (await rostrum.get(creationPath)).body.state;
    await vi.waitFor(async () => {
      expect(await creation()).toMatchObject({ phase: 'created' });
    }, 10_000);
    const { conferenceId } = (await creation()) as { conferenceId: string };
    await rostrum.until(conferenceId, (c) => peopleIn(c) === 1 && c.settings !== null);
    expect(await counts(carrier)).toEqual({ calls: 1, conferences: 1, participants: 1 });
  });

  it('as the carrier takes the call, says that nobody knows and calls nobody again', async () => {
    const carrier = await carrierForOneTest(answers);
    const dataDir = await dieOf(
      carrier,
      { unheard: '/calls' },
      {
        ...{ path: '/api/conferences', command: create },
      },
    );
    const rostrum = await openTestCore({ carrier, dataDir });
    expect((await rostrum.get(creationPath)).body.state).toMatchObject({ phase: 'unknown' });
    const again = await rostrum.post('/api/conferences', {
      ...{ commandId: 'the-command', command: create },
    });
    expect(again.status).toBe(504);
    expect(await counts(carrier)).toEqual({ calls: 1, conferences: 0, participants: 0 });
  });
});

describe('a server that is killed while somebody is called to supervise', () => {
  const role = { role: 'whisper', timeoutSecs: 30 };
  it.each(deathsOfCalling)(
    '%s, has them whisper once, on one call, when it is back',
    async (_, death) => {
      const carrier = await carrierForOneTest(death === 'ringing' ? rings : answers);
      const { id, legs } = await carrier.conference(1);
      const [whom = ''] = legs;
      const fields = { conferenceId: id, whom, whisperTo: [whom], to, from, ...role };
      const dataDir = await dieOf(carrier, death, {
        ...{ path: '/api/supervisions', command: { type: 'supervision.start', fields } },
        sees: `/api/conferences/${id}`,
      });

      const rostrum = await openTestCore({ carrier, dataDir });
      await vi.waitFor(async () => {
        expect((await rostrum.get(sessionPath)).body.state).toMatchObject({
          ...{ phase: 'live', wanted: null },
          roles: [{ role: 'whisper', whisperTo: [whom], isBorneOut: true }],
        });
      }, 10_000);
      await carrier.settled();
      expect(await counts(carrier)).toEqual({ calls: 2, conferences: 1, participants: 2 });
      expect(await carrier.participants(id)).toContainEqual(
        expect.objectContaining({ whisper_call_control_ids: [whom] }),
      );
      const { body } = await rostrum.get(`/api/conferences/${id}/events?limit=1000`);
      const told = (body.items as { type: string }[]).map(({ type }) => type);
      for (const type of ['supervisor.called', 'supervisor.roleSet'])
        expect(told.filter((one) => one === type)).toHaveLength(1);
    },
  );

  it('long ago, says that nobody knows and calls nobody again', async () => {
    const carrier = await carrierForOneTest(rings);
    const { id, legs } = await carrier.conference(1);
    const fields = { conferenceId: id, whom: legs[0], to, from, role: 'monitor' };
    const dataDir = await dieOf(
      carrier,
      { unheard: '/calls' },
      {
        ...{ path: '/api/supervisions', command: { type: 'supervision.start', fields } },
        sees: `/api/conferences/${id}`,
      },
    );
    const clock = createTestClock();
    // Longer than the carrier knows the id of a command again.
    clock.advance(70_000);
    const rostrum = await openTestCore({ carrier, dataDir, now: clock });
    await vi.waitFor(async () => {
      expect((await rostrum.get(sessionPath)).body.state).toMatchObject({
        ...{ phase: 'failed', reason: 'outcome-unknown' },
      });
    }, 10_000);
    expect(await counts(carrier)).toMatchObject({ calls: 2 });
  });
});

describe('a server that is killed while a supervisor goes out to come in with another role', () => {
  const deaths: [string, Death][] = [
    ['as the carrier takes them out', { unheard: '/actions/leave' }],
    ['before the carrier was asked to bring them in again', { unsent: '/actions/join' }],
  ];
  it.each(deaths)('%s, brings them in once, on the same call', async (_, death) => {
    const carrier = await carrierForOneTest(answers);
    const { id, legs } = await carrier.conference(1);
    const [whom = ''] = legs;
    const dataDir = directoryForOneTest();
    const mortal = await openMortalCore(carrier, dataDir);
    await vi.waitFor(() => mortal.get(`/api/conferences/${id}`).then(isKnown), 10_000);
    const fields = { conferenceId: id, whom, to, from, role: 'monitor' };
    await mortal.post('/api/supervisions', {
      ...{ commandId: 'the-command', command: { type: 'supervision.start', fields } },
    });
    await vi.waitFor(async () => {
      expect((await mortal.get(sessionPath)).state).toMatchObject({ phase: 'live', wanted: null });
    }, 20_000);
    await carrier.fault({ kind: 'ignore', rate: 1, count: 1 });
    const ending = 'unheard' in (death as object) ? '/actions/leave' : '/actions/join';
    if (ending === '/actions/leave') {
      carrier.onAnswer((request) => {
        if (isAt(request, ending)) mortal.kill();
      });
    } else {
      carrier.intercept((method, address) => {
        if (!isAt({ method, path: address }, ending)) return null;
        mortal.kill();
        return { status: 500, body: {} };
      });
    }
    await mortal.post(`${sessionPath}/commands`, {
      commandId: 'another-role',
      command: { type: 'supervision.switchRole', fields: { role: 'barge' } },
    });
    await mortal.isDead;
    carrier.onAnswer(null);
    carrier.intercept(null);

    const rostrum = await openTestCore({ carrier, dataDir });
    await vi.waitFor(async () => {
      expect((await rostrum.get(sessionPath)).body.state).toMatchObject({
        ...{ phase: 'live', wanted: null },
        roles: [{ role: 'monitor' }, { role: 'barge', how: 'rejoined', isBorneOut: true }],
      });
    }, 10_000);
    expect(await counts(carrier)).toEqual({ calls: 2, conferences: 1, participants: 2 });
  });
});
