import { expect, test } from './fixtures';

test('two moderators see what the other does', async ({ opens, desk, anotherDesk }) => {
  const board = await opens('Board of two moderators', ['Ada', 'Bob', 'Cyd']);
  const other = await anotherDesk();
  await desk.open(board, 'Ada', 'Bob', 'Cyd');
  await other.open(board, 'Ada', 'Bob', 'Cyd');

  await desk.mutes('Bob');
  await other.holds('Cyd');

  for (const one of [desk, other]) {
    await one.shows('Bob', 'Muted');
    await one.shows('Cyd', 'On hold');
    await one.tells('Momo Moderator muted Bob', 'confirmed');
    await one.tells('Momo Moderator held Cyd', 'confirmed');
  }
  expect(await board.present()).toContainEqual({ person: 'Bob', isMuted: true, isOnHold: false });
});

test('somebody whom another program mutes without a word is shown muted', async ({
  opens,
  desk,
}) => {
  const board = await opens('Board with a silent hand', ['Ada', 'Bob']);
  await desk.open(board, 'Ada', 'Bob');
  await board.isMutedElsewhere('Bob');
  // Nobody tells of it: it shows when the conference is read again, every ten seconds while watched.
  await expect(desk.row('Bob')).toContainText('Muted', { timeout: 30_000 });
});

test('a moderator in doubt asks the carrier about somebody, and everybody sees the answer', async ({
  opens,
  desk,
}) => {
  const board = await opens('Board in doubt', ['Ada', 'Bob']);
  await desk.open(board, 'Ada', 'Bob');
  await board.isMutedElsewhere('Bob');
  await desk.chooses('Ask the carrier', 'Bob');
  await expect(desk.toast('The carrier says of Bob')).toContainText('Muted, not on hold.');
  await expect(desk.row('Bob')).toContainText('Muted');
});

test('whoever talks has the floor, and keeps it until another does', async ({ opens, desk }) => {
  const board = await opens('Board that talks', ['Ada', 'Bob', 'Cyd']);
  await desk.open(board, 'Ada', 'Bob', 'Cyd');
  await board.talks('Bob');
  await desk.shows('Bob', 'Has the floor');
  await board.talks('Cyd');
  await desk.shows('Cyd', 'Has the floor');
  await expect(desk.row('Bob')).not.toContainText('Has the floor');
});
