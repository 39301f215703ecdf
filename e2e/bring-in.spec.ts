import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { findsNothing } from './stage/look';
import { silence } from './stage/silence';

// Colours in the middle of a change have no contrast to speak of.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('a live call is brought in from beside the invitation, as the form says', async ({
  opens,
  carrier,
  desk,
  page,
}) => {
  const board = await opens('Board that grows', ['Ada', 'Bob']);
  await desk.open(board, 'Ada', 'Bob');
  await carrier.isOnTheLine('Dora');

  await page.getByRole('button', { name: 'Invite', exact: true }).click();
  await expect(desk.dialog('Invite people').getByLabel('Numbers')).toBeFocused();
  await desk.dialog('Invite people').getByText('Live calls', { exact: true }).click();
  const join = desk.dialog('Bring in a live call');
  await join.getByRole('button', { name: 'Bring in' }).click();
  await expect(join.getByText('Choose at least one.')).toBeVisible();
  await join.getByRole('checkbox', { name: 'Dora' }).check();
  await join.getByRole('checkbox', { name: 'Muted' }).check();
  await join.getByText('More', { exact: true }).click();
  await expect(join.getByRole('group', { name: 'Hold audio' })).toBeHidden();
  await join.getByRole('checkbox', { name: 'On hold' }).check();
  await join.getByRole('checkbox', { name: 'Ends the conference by leaving' }).check();
  await join.getByRole('group', { name: 'Hold audio' }).getByText('From a link').click();
  await join.getByRole('textbox', { name: 'Audio link' }).fill('hold.mp3');
  await join.getByRole('button', { name: 'Bring in' }).click();
  await expect(join.getByText('Give a link that begins with https:// or http://.')).toBeVisible();
  await findsNothing(page);
  await join.getByRole('textbox', { name: 'Audio link' }).fill('https://sounds.example/h.mp3');
  await expect(join.getByRole('textbox', { name: 'Audio link' })).toBeFocused();
  await join.getByRole('button', { name: 'Bring in' }).click();
  await expect(join).toBeHidden();
  await desk.shows('Dora', 'On hold');
  await desk.tells('Momo Moderator brought Dora in', 'confirmed');
  const asAsked = expect.objectContaining({ isMuted: true, isOnHold: true }) as unknown;
  expect(await board.present()).toContainEqual(asAsked);
});

test('people are invited in a role, and what is wrong under More is said there', async ({
  opens,
  desk,
  page,
}) => {
  const board = await opens('Board that listens in', ['Ada', 'Bob']);
  await desk.open(board, 'Ada', 'Bob');
  await page.getByRole('button', { name: 'Invite', exact: true }).click();
  const invite = desk.dialog('Invite people');
  await invite.getByLabel('Numbers').fill('+12125550171, Sunny');
  await invite.getByLabel('Caller id').fill('+13125550100');
  await invite.getByText('More', { exact: true }).click();
  await invite.getByRole('textbox', { name: 'Ring for (seconds)' }).fill('2');
  await invite.getByText('Whisper', { exact: true }).click();
  await invite.getByText('Bob', { exact: true }).click();
  await invite.getByRole('button', { name: 'Call 1 number' }).click();
  await expect(invite.getByText('Give a number from 5 to 600.')).toBeVisible();
  await findsNothing(page);
  await invite.getByRole('textbox', { name: 'Ring for (seconds)' }).fill('20');
  await invite.getByRole('button', { name: 'Call 1 number' }).click();
  await expect(desk.invited('Sunny')).toContainText('Joined');
  await desk.closesDialog('Invite people');
  await desk.chooses('Role…', 'Sunny');
  const role = desk.dialog('Role');
  await expect(role.getByRole('radio', { name: 'Whisper' })).toBeChecked();
  await expect(role.getByRole('checkbox', { name: 'Bob' })).toBeChecked();
});

test('a sound is uploaded in the middle of playing it', async ({ opens, desk, page }) => {
  const board = await opens('Board with a jingle', ['Ada']);
  await desk.open(board, 'Ada');
  await page.keyboard.press('p');
  const play = desk.dialog('Play audio');
  await expect(play.getByRole('radio', { name: 'From the library' })).toBeChecked();
  const upload = play.getByRole('button', { name: 'Upload…' });
  // The house may hold the sounds of others, or none.
  await expect(upload.or(play.getByText('The library is empty.'))).toBeVisible();
  if (await upload.isVisible()) await upload.click();
  const file = { mimeType: 'audio/wav', buffer: silence() };
  await play
    .getByLabel('Choose a file')
    .setInputFiles({ name: 'Jingle of the board.wav', ...file });
  const named = play.getByRole('textbox', { name: 'Name' });
  await named.fill('?');
  await named.press('Enter');
  await expect(play.getByText(/^Begin with a letter or a digit/)).toBeVisible();
  await findsNothing(page);
  await named.fill('Jingle of the board');
  await named.press('Enter');
  await expect(play.getByRole('combobox', { name: 'File' })).toHaveValue('Jingle of the board');
  await play.getByRole('button', { name: 'Play', exact: true }).click();
  await desk.tells('Momo Moderator played audio to everybody', 'confirmed');
  await page.request.delete(`${desk.url}/api/media/Jingle%20of%20the%20board`);
});

test('the lobby is chosen from the queues that are known, or named', async ({
  opens,
  desk,
  page,
}) => {
  const board = await opens('Board with a lobby', ['Ada']);
  await desk.open(board, 'Ada');
  const asks = async () => {
    await desk.tools.getByRole('button', { name: 'More: stop audio, region, lobby' }).click();
    await page.getByRole('menuitem', { name: 'Lobby…' }).click();
    return desk.dialog('Lobby of the conference');
  };
  const first = await asks();
  await first.getByRole('combobox', { name: 'Lobby' }).selectOption('Another queue…');
  await first.getByRole('textbox', { name: 'Name of the queue' }).fill('board-lobby');
  await findsNothing(page);
  await first.getByRole('button', { name: 'Set the lobby' }).click();
  await expect(page.getByRole('tab', { name: 'Waiting' })).toBeVisible();
  const again = await asks();
  const lobby = again.getByRole('combobox', { name: 'Lobby' });
  await expect(lobby).toHaveValue('board-lobby');
  await lobby.selectOption('No lobby');
  await again.getByRole('button', { name: 'Set the lobby' }).click();
  await expect(page.getByRole('tab', { name: 'Waiting' })).toBeHidden();
});

test('what is typed before a window is there does nothing to the page', async ({
  opens,
  desk,
  page,
}) => {
  const board = await opens('Board of the quick', ['Ada', 'Bob']);
  await desk.open(board, 'Ada', 'Bob');
  await page.keyboard.press('Control+k');
  await page.keyboard.press('Shift+M');
  await page.keyboard.press('p');
  await expect(page.getByRole('dialog', { name: 'Commands' })).toBeVisible();
  await expect(desk.dialog('Play audio')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await desk.shows('Bob', 'Open');
  expect(await board.present()).toContainEqual({ person: 'Bob', isMuted: false, isOnHold: false });
});

test('the palette leads to every page of the settings that one may open', async ({
  opens,
  desk,
  page,
  anotherDesk,
}) => {
  const board = await opens('Board of pages', ['Ada']);
  await desk.open(board, 'Ada');
  const offered = async (of: Page) => {
    await of.keyboard.press('Control+k');
    const palette = of.getByRole('dialog', { name: 'Commands' });
    await palette.getByRole('combobox').fill('Settings');
    await expect(palette.getByRole('option').first()).toContainText('Settings');
    return palette.getByRole('option').allInnerTexts();
  };
  const own = ['My account', 'Appearance', 'Media', 'Announcements'];
  expect(await offered(page)).toEqual(own.map((name) => `Settings · ${name}`));
  const admin = await anotherDesk({}, 'administrator');
  await admin.open(board, 'Ada');
  const ofQueues = ['Targets', 'Wallboards'];
  const ofRecordings = ['Retention'];
  const ofAccount = ['People', 'Inbound', 'Relay', 'Carrier', 'Deliveries'];
  const all = [...own, ...ofQueues, ...ofRecordings, ...ofAccount];
  expect(await offered(admin.page)).toEqual(all.map((name) => `Settings · ${name}`));
});
