import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import {
  connectionId,
  ourNumber,
  type Rehearsal,
  startRehearsal,
  theirNumber,
} from '../testing/rehearsal';
import { openWebhookInbox } from '../testing/webhook-inbox';

let rehearsal: Rehearsal;
beforeEach(async () => {
  rehearsal = await startRehearsal();
});
afterEach(() => rehearsal.close());

const coded = (code: string) => ({ error: { errors: [expect.objectContaining({ code })] } });
const applications = () => rehearsal.client.callControlApplications;

async function anotherInbox() {
  const inbox = await openWebhookInbox();
  onTestFinished(() => inbox.close());
  return inbox;
}

const dial = (connection: string, more: object = {}) =>
  rehearsal.client.calls.dial({
    connection_id: connection,
    from: ourNumber,
    to: theirNumber,
    ...more,
  });

describe('the applications of the account', () => {
  it('begin with the one in use, whose events come to the address given', async () => {
    const { data } = await applications().retrieve(connectionId);
    expect(data).toMatchObject({
      id: connectionId,
      record_type: 'call_control_application',
      application_name: 'Rostrum',
      active: true,
      webhook_api_version: '2',
      webhook_event_url: rehearsal.inbox.url,
    });
  });

  it('are version 1 unless they say otherwise, and keep what an update leaves out', async () => {
    const { data: made } = await applications().create({
      application_name: 'Second desk',
      webhook_event_url: 'https://desk.example.com/hooks',
      inbound: { channel_limit: 4 },
    });
    expect(made).toMatchObject({ webhook_api_version: '1', first_command_timeout_secs: 30 });
    expect(made?.id).toMatch(/^[1-9]\d{18}$/);
    const { data: changed } = await applications().update(made!.id!, {
      application_name: 'Second desk',
      webhook_event_url: 'https://desk.example.com/hooks',
      webhook_api_version: '2',
      inbound: { shaken_stir_enabled: true },
    });
    expect(changed).toMatchObject({
      webhook_api_version: '2',
      inbound: { channel_limit: 4, shaken_stir_enabled: true },
    });
    expect((await applications().retrieve(made!.id!)).data).toEqual(changed);
  });

  it('are listed by page, name and order', async () => {
    for (const name of ['Alpha', 'Beta', 'Gamma']) {
      await rehearsal.advance(1000);
      await applications().create({
        application_name: name,
        webhook_event_url: 'https://desk.example.com/hooks',
        active: name !== 'Beta',
      });
    }
    const names = async (query: object) => {
      const found = [];
      for await (const each of applications().list(query)) found.push(each.application_name);
      return found;
    };
    expect(await names({ 'page[size]': 3 })).toEqual(['Gamma', 'Beta', 'Alpha', 'Rostrum']);
    expect(await names({ sort: 'created_at' })).toEqual(['Rostrum', 'Alpha', 'Beta', 'Gamma']);
    expect(await names({ sort: '-connection_name' })).toEqual([
      'Rostrum',
      'Gamma',
      'Beta',
      'Alpha',
    ]);
    expect((await names({ sort: 'active' }))[0]).toBe('Beta');
    expect(await names({ filter: { application_name: { contains: 'AMM' } } })).toEqual(['Gamma']);
    await expect(names({ filter: { application_name: { contains: 'am' } } })).rejects.toMatchObject(
      {
        status: 400,
        ...coded('10031'),
      },
    );
  });

  it('want a name and an address that is one', async () => {
    const url = 'https://desk.example.com/hooks';
    const update = { application_name: '', webhook_event_url: url };
    await expect(applications().update(connectionId, update)).rejects.toMatchObject(coded('10004'));
    await expect(
      applications().create({ application_name: 'x', webhook_event_url: 'ftp://x' }),
    ).rejects.toMatchObject(coded('10003'));
    await expect(
      applications().create({
        application_name: 'x',
        webhook_event_url: url,
        webhook_timeout_secs: 31,
      }),
    ).rejects.toMatchObject(coded('10033'));
    await expect(applications().retrieve('1')).rejects.toMatchObject({ status: 404 });
  });
});

describe('an event', () => {
  it('goes to the address that its application has now', async () => {
    const elsewhere = await anotherInbox();
    await applications().update(connectionId, {
      application_name: 'Rostrum',
      webhook_event_url: elsewhere.url,
    });
    await rehearsal.ring();
    await elsewhere.until((received) => received.length === 1);
    expect(elsewhere.received[0]).toMatchObject({
      type: 'call.initiated',
      deliveredTo: elsewhere.url,
    });
    expect(rehearsal.inbox.received).toEqual([]);
  });

  it('goes to the application of its own call', async () => {
    const elsewhere = await anotherInbox();
    const { data } = await applications().create({
      application_name: 'Second desk',
      webhook_event_url: elsewhere.url,
      webhook_api_version: '2',
    });
    await dial(data!.id!);
    await rehearsal.ring();
    await rehearsal.settled();
    expect(elsewhere.received.map(({ payload }) => payload.connection_id)).toEqual([data!.id]);
    expect(rehearsal.inbox.received).toHaveLength(1);
  });

  it('is flat and old-fashioned where the application is of version 1', async () => {
    await applications().update(connectionId, {
      application_name: 'Rostrum',
      webhook_event_url: rehearsal.inbox.url,
      webhook_api_version: '1',
    });
    await rehearsal.ring();
    await rehearsal.settled();
    expect(rehearsal.inbox.received[0]?.body).toMatchObject({
      event_type: 'call_initiated',
      created_at: expect.any(String) as unknown,
      payload: { connection_id: connectionId },
    });
  });

  it('is told nobody by an application that is deleted, which dials no more either', async () => {
    const leg = await rehearsal.caller();
    await rehearsal.settled();
    const before = rehearsal.inbox.received.length;
    const { data } = await applications().delete(connectionId);
    expect(data?.id).toBe(connectionId);
    await rehearsal.client.calls.actions.hangup(leg, {});
    await rehearsal.settled();
    expect(rehearsal.inbox.received).toHaveLength(before);
    await expect(dial(connectionId)).rejects.toMatchObject(coded('10015'));
    await rehearsal.control('POST', '/reset');
    expect((await applications().retrieve(connectionId)).data?.id).toBe(connectionId);
  });

  it('of one call goes where the command said, each type to its own address', async () => {
    const [whole, ends] = [await anotherInbox(), await anotherInbox()];
    const { data } = await dial(connectionId, {
      webhook_url: whole.url,
      webhook_urls: { 'call.hangup': ends.url },
    });
    await rehearsal.client.calls.actions.hangup(data!.call_control_id, {});
    await rehearsal.settled();
    expect(whole.types()).toEqual(['call.initiated']);
    expect(ends.types()).toEqual(['call.hangup']);
    expect(rehearsal.inbox.received).toEqual([]);
    await expect(
      dial(connectionId, { webhook_urls: { 'call.bridge': ends.url } }),
    ).rejects.toMatchObject(coded('90057'));
    await expect(dial(connectionId, { webhook_url: 'nowhere' })).rejects.toMatchObject(
      coded('10003'),
    );
  });

  it('is tried again as often as the command for its call said', async () => {
    rehearsal.inbox.reply(() => 503);
    await dial(connectionId, {
      webhook_retries_policies: { 'call.initiated': { retries_ms: [100] } },
    });
    await rehearsal.inbox.until((received) => received.length === 1);
    await rehearsal.advance(100);
    await rehearsal.inbox.until((received) => received.length === 2);
    await rehearsal.settled();
    expect(rehearsal.inbox.received.map(({ attempt }) => attempt)).toEqual([1, 2]);
  });
});

describe('a call that comes in', () => {
  it('is hung up when nobody commands it in the time that its application gives', async () => {
    await applications().update(connectionId, {
      application_name: 'Rostrum',
      webhook_event_url: rehearsal.inbox.url,
      webhook_api_version: '2',
      first_command_timeout: true,
      first_command_timeout_secs: 10,
    });
    const [left, taken] = [await rehearsal.ring(), await rehearsal.caller()];
    await rehearsal.advance(10_000);
    await rehearsal.settled();
    const ended = rehearsal.inbox.of('call.hangup').map(({ payload }) => payload);
    expect(ended).toMatchObject([{ call_control_id: left, hangup_cause: 'timeout' }]);
    expect((await rehearsal.client.calls.retrieveStatus(taken)).data?.is_alive).toBe(true);
  });

  it('finds nobody at an application that is not active', async () => {
    await applications().update(connectionId, {
      application_name: 'Rostrum',
      webhook_event_url: rehearsal.inbox.url,
      active: false,
    });
    const answer = await rehearsal.control('POST', '/calls', { from: theirNumber, to: ourNumber });
    expect(answer).toMatchObject({ status: 422, errors: [{ code: '10015' }] });
    await expect(dial(connectionId)).rejects.toMatchObject(coded('10015'));
  });
});
