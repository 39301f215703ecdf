import { describe, expect, it } from 'vitest';
import type { ActivityDraft } from '@/server/activity/repeats';
import { createChallenged } from '@/server/auth/challenges';
import {
  goodPassword,
  openSignIn,
  TestBrowser,
  testSecret,
} from '@/server/auth/testing/open-sign-in';
import { totpOf } from '@/server/auth/testing/totp';
import { tellSignIns } from './tell-sign-ins';

const address = '192.0.2.7';

async function toldDoor() {
  const rostrum = await openSignIn();
  const person = await rostrum.add();
  const told: ActivityDraft[] = [];
  const keep = (draft: ActivityDraft) => {
    told.push(draft);
    return Promise.resolve();
  };
  const context = await rostrum.holder.current().$context;
  const door = tellSignIns(rostrum.door, {
    sessions: rostrum.sessions,
    people: rostrum.people,
    challenged: createChallenged({
      people: rostrum.people,
      secret: testSecret,
      cookieName: context.createAuthCookie('two_factor').name,
    }),
    activity: { tell: keep, tellRefusal: keep },
    now: () => Date.now() * 1000,
  });
  const browser = () => new TestBrowser({ door, url: rostrum.url });
  const named = { kind: 'person', id: person.id, name: person.email };
  return { rostrum, person, told, browser, named };
}

type Told = Awaited<ReturnType<typeof toldDoor>>;

async function setUp({ browser, person }: Told) {
  const own = browser();
  await own.signIn(person.email);
  const enabled = await own.post('/two-factor/enable', { password: goodPassword });
  const { totpURI, backupCodes } = (await enabled.json()) as {
    totpURI: string;
    backupCodes: string[];
  };
  await own.post('/two-factor/verify-totp', { code: 'wrong!' });
  await own.post('/two-factor/verify-totp', { code: totpOf(totpURI, Date.now()) });
  return { totpURI, backupCodes };
}

describe('what activity is told of the door', () => {
  it('setting up a second factor: begun, a wrong code, turned on, all by its owner', async () => {
    const door = await toldDoor();
    await setUp(door);
    const actor = { userId: door.person.id, name: door.person.name };
    const own = { actor, role: 'moderator', action: 'account.secondFactor', address };
    expect(door.told.slice(1)).toMatchObject([
      { ...own, outcome: 'done', detail: { change: 'begun' } },
      { ...own, outcome: 'refused', why: 'not-accepted' },
      { ...own, outcome: 'done', detail: { change: 'turnedOn' } },
    ]);
  });

  it('a sign-in in two steps: the password, wrong codes, the right one, each naming the account', async () => {
    const door = await toldDoor();
    const { totpURI } = await setUp(door);
    door.told.length = 0;
    const browser = door.browser();
    await browser.signIn(door.person.email);
    await browser.post('/two-factor/verify-totp', { code: 'wrong!' });
    await browser.post('/two-factor/verify-backup-code', { code: 'wrong' });
    await browser.post('/two-factor/verify-totp', { code: totpOf(totpURI, Date.now()) });
    const refused = { actor: null, action: 'session.signIn', outcome: 'refused', address };
    expect(door.told).toMatchObject([
      { action: 'session.password', outcome: 'done', actor: null, target: door.named, address },
      { ...refused, why: 'not-accepted', target: door.named },
      { ...refused, why: 'not-accepted', target: door.named },
      { action: 'session.signIn', outcome: 'done', actor: { userId: door.person.id }, address },
    ]);
  });

  it('a code without a challenge names nobody, and neither does a forged one', async () => {
    const door = await toldDoor();
    const browser = door.browser();
    await browser.post('/two-factor/verify-totp', { code: '000000' });
    browser.cookie = 'rostrum.two_factor=2fa-forged.c2lnbmF0dXJl';
    await browser.post('/two-factor/verify-totp', { code: '000000' });
    expect(door.told).toMatchObject([
      { actor: null, target: null, outcome: 'refused' },
      { actor: null, target: null, outcome: 'refused' },
    ]);
  });

  it('a password chosen with a link, by the person it was made for', async () => {
    const door = await toldDoor();
    const token = await door.rostrum.people.issueLink(door.person.id);
    const post = (newPassword: string) =>
      door.browser().post('/reset-password', { token, newPassword });
    await post('short');
    await post('another good password');
    await post('a link is for one use');
    const own = {
      ...{ actor: { userId: door.person.id, name: door.person.name }, role: 'moderator' },
      ...{ action: 'account.password', target: door.named, address },
    };
    expect(door.told).toMatchObject([
      { ...own, outcome: 'refused' },
      { ...own, outcome: 'done' },
      { actor: null, target: null, outcome: 'refused' },
    ]);
    expect(JSON.stringify(door.told)).not.toContain(token);
  });
});
