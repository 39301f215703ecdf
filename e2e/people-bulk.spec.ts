import { expect, test } from './fixtures';

const caller = '+13125550100';
const host = '+12125550161';
const busy = '+12125550001';

test('a conference is made by calling somebody, filled from a list, muted but for hosts, and put back', async ({
  conferences,
  desk,
  anotherDesk,
}) => {
  await conferences.open();
  await conferences.creates({ name: 'Board by phone', to: host, from: caller });
  await desk.shows('+1 212 555 0161');
  await expect(desk.row('+1 212 555 0161')).toContainText('host');

  await desk.invites(['+12125550162, Bob', '+12125550163 Cyd', busy, busy]);
  await expect(desk.dialog('Invite people')).toContainText(
    'Line 4: +12125550001 stands in line 3 already',
  );
  await desk.invites(['+12125550162, Bob', '+12125550163 Cyd', busy]);
  await expect(desk.invited('Bob')).toContainText('Joined');
  await expect(desk.invited('Cyd')).toContainText('Joined');
  await expect(desk.invited('+1 212 555 0001')).toContainText('Busy');
  await expect(desk.dialog('Invite people')).toContainText('3 invited, 2 joined, 1 not reached');
  await desk.closesDialog('Invite people');

  const other = await anotherDesk({}, 'supervisor');
  await other.page.goto(desk.page.url());
  for (const one of [desk, other]) {
    await one.shows('Bob', 'Open');
    await one.shows('Cyd', 'Open');
  }

  await desk.mutesAllButHosts('Mutes 2, skips 1 host.');
  for (const one of [desk, other]) {
    await one.shows('Bob', 'Muted');
    await one.shows('Cyd', 'Muted');
    await one.shows('+1 212 555 0161', /Open|Has the floor/);
    await one.tells('Momo Moderator muted 2 participants', 'confirmed');
  }

  await other.timeline.getByRole('button', { name: 'Undo' }).click();
  for (const one of [desk, other]) {
    await one.shows('Bob', 'Open');
    await one.shows('Cyd', 'Open');
    await one.tells('Sunny Supervisor unmuted 2 participants', 'confirmed');
  }

  await desk.labels('+1 212 555 0161', 'Priya, chair', 'Speaks first');
  for (const one of [desk, other]) await one.shows('Priya, chair', 'host');
});

test('undoing leaves those muted who were muted before', async ({ opens, desk }) => {
  const board = await opens('Board of the quiet', ['Ada', 'Bob', 'Cyd']);
  await desk.open(board, 'Ada', 'Bob', 'Cyd');
  await desk.mutes('Cyd');
  await desk.tells('Momo Moderator muted Cyd', 'confirmed');
  await desk.mutesAllButHosts('Mutes 1, skips 1 host.');
  await desk.shows('Bob', 'Muted');
  await desk
    .toast('Muting 1 person; 1 was muted already')
    .getByRole('button', { name: 'Undo' })
    .click();
  await desk.shows('Bob', 'Open');
  await desk.shows('Cyd', 'Muted');
  expect(await board.present()).toContainEqual({ person: 'Cyd', isMuted: true, isOnHold: false });
});

test('a mute that did not reach everybody is told leg by leg, and done again for those alone', async ({
  carrier,
  opens,
  desk,
  page,
}) => {
  const board = await opens('Board of the hard of hearing', ['Ada', 'Bob', 'Cyd', 'Dee']);
  await desk.open(board, 'Ada', 'Bob', 'Cyd', 'Dee');
  await board.isDeafTo('Cyd', 'Dee');
  await desk.mutesAll();
  const strip = page.getByRole('status').filter({ hasText: 'Not as asked' });
  await expect(strip).toContainText('2 done, 2 failed.');
  await expect(strip).toContainText(/Not as asked: (Cyd, Dee|Dee, Cyd)\./);
  for (const person of ['Cyd', 'Dee']) await desk.shows(person, 'carrier says otherwise');
  for (const person of ['Ada', 'Bob']) await desk.shows(person, 'Muted');

  await carrier.isWell();
  const sent = page.waitForRequest((request) => request.url().endsWith('/commands'));
  await strip.getByRole('button', { name: 'Try these 2 again' }).click();
  const { command } = (await sent).postDataJSON() as {
    command: { type: string; fields: { legs: string[] } };
  };
  expect(command).toMatchObject({ type: 'participants.mute' });
  expect(command.fields.legs).toHaveLength(2);
  await desk.tells('Momo Moderator muted 2 participants', 'confirmed');
  await expect(strip).toBeHidden();
  await expect(desk.filter('Muted')).toHaveText(/4$/);
  expect((await board.present()).filter(({ isMuted }) => !isMuted)).toEqual([]);
});

test('everybody who joins is muted while that is wanted', async ({ opens, desk }) => {
  const board = await opens('Board of newcomers', ['Ada']);
  await desk.open(board, 'Ada');
  await desk.choosesForAll('Mute everyone who joins from now on');
  await expect(desk.page.getByRole('main')).toContainText('Mutes newcomers');
  await board.join('Bob');
  await desk.shows('Bob', 'Muted');
  await desk.choosesForAll('Stop muting those who join');
  await board.join('Cyd');
  await desk.shows('Cyd', 'Open');
});

test('a conference is made around a live call', async ({ conferences, carrier, desk }) => {
  await conferences.open();
  await carrier.isOnTheLine('Dora');
  await conferences.createsAround('Dora', 'Board of one call');
  await desk.shows('Dora', 'host');
});
