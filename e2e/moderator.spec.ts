import { expect, test } from './fixtures';

test('a moderator mutes one, holds one, unmutes those selected and mutes everybody', async ({
  opens,
  desk,
}) => {
  const board = await opens('Board of four', ['Ada', 'Bob', 'Cyd', 'Dee']);
  await desk.open(board, 'Ada', 'Bob', 'Cyd', 'Dee');

  await desk.mutes('Ada');
  await desk.shows('Ada', 'Muted');
  await desk.tells('Momo Moderator muted Ada', 'confirmed');
  expect(await board.present()).toContainEqual({ person: 'Ada', isMuted: true, isOnHold: false });

  await desk.holds('Bob');
  await desk.shows('Bob', 'On hold');
  await desk.tells('Momo Moderator held Bob', 'confirmed');
  expect(await board.present()).toContainEqual({ person: 'Bob', isMuted: false, isOnHold: true });

  await desk.selects('Ada', 'Cyd');
  await desk.doesToSelected('Unmute');
  await desk.shows('Ada', /Open|Has the floor/);
  await desk.tells('Momo Moderator unmuted 1 participant; 1 was open already', 'confirmed');
  expect((await board.present()).filter(({ isMuted }) => isMuted)).toEqual([]);

  await desk.mutesAll();
  await expect(desk.filter('Muted')).toHaveText(/4$/);
  await desk.tells('Momo Moderator muted 4 participants', 'confirmed');
  expect((await board.present()).filter(({ isMuted }) => !isMuted)).toEqual([]);

  await desk.selects('Dee');
  await desk.doesToSelected('Unmute');
  await desk.tells('Momo Moderator unmuted 3 participants', 'confirmed');
  await desk.shows('Dee', /Open|Has the floor/);
  await desk.mutesAll();
  await expect(desk.toast('Muting 3 people; 1 was muted already')).toBeVisible();
  await desk.tells('Momo Moderator muted 3 participants; 1 was muted already', 'confirmed');
});

test('a command is shown as sent, then as accepted, then as confirmed', async ({
  carrier,
  opens,
  desk,
}) => {
  const board = await opens('Slow board', ['Ada', 'Bob']);
  await desk.open(board, 'Ada', 'Bob');
  await carrier.hasFault({ kind: 'slow', ms: 6000 });

  await desk.mutes('Bob');
  await desk.shows('Bob', 'Momo Moderator: muting…');
  await expect(async () => {
    await carrier.movesOn(6000);
    await expect(desk.row('Bob')).toContainText('asked, not confirmed yet', { timeout: 500 });
  }).toPass();
  await desk.tells('Momo Moderator muted Bob', 'accepted, not confirmed yet');

  await carrier.isWell();
  await carrier.movesOn(6000);
  await desk.tells('Momo Moderator muted Bob', 'confirmed');
  await desk.shows('Bob', 'Muted');
});

test('a moderator removes one and hangs up on another, after being asked', async ({
  opens,
  desk,
}) => {
  const board = await opens('Board to leave', ['Ada', 'Bob', 'Cyd']);
  await desk.open(board, 'Ada', 'Bob', 'Cyd');

  await desk.chooses('Remove…', 'Bob');
  const removal = desk.question('Remove Bob?');
  await expect(removal).toContainText('Bob leaves the conference; the call itself goes on.');
  await removal.getByRole('button', { name: 'Cancel' }).click();
  await expect(removal).toBeHidden();
  await desk.shows('Bob', 'Open');

  await desk.chooses('Remove…', 'Bob');
  await removal.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(desk.filter('Left')).toHaveText(/1$/);
  await desk.tells('Momo Moderator removed Bob', 'confirmed');
  expect(await board.isOnTheLine('Bob')).toBe(true);

  await desk.chooses('Hang up…', 'Cyd');
  const hangUp = desk.question('Hang up on Cyd?');
  await expect(hangUp).toContainText('Ends the call of Cyd.');
  await hangUp.getByRole('button', { name: 'Hang up', exact: true }).click();
  await expect(desk.filter('Left')).toHaveText(/2$/);
  await desk.tells('Momo Moderator hung up on Cyd', 'confirmed');
  expect(await board.isOnTheLine('Cyd')).toBe(false);

  await desk.filters('Left');
  await desk.shows('Bob', 'Left');
  await desk.shows('Cyd', 'Left');
  await expect(desk.row('Ada')).toBeHidden();
  expect((await board.present()).map(({ person }) => person)).toEqual(['Ada']);
});

test('a moderator records, pauses, resumes and stops', async ({ carrier, opens, desk, page }) => {
  const board = await opens('Recorded board', ['Ada', 'Bob']);
  await desk.open(board, 'Ada', 'Bob');

  await desk.tools.getByRole('button', { name: 'Record…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Start recording' });
  await expect(dialog.getByRole('radio', { name: 'MP3' })).toBeFocused();
  await dialog.getByText('WAV', { exact: true }).click();
  await dialog.getByRole('button', { name: 'Start recording' }).click();
  await expect(dialog).toBeHidden();
  await desk.tells(
    'Momo Moderator started recording',
    'accepted; the carrier does not report this',
  );
  const pill = page.getByRole('main').getByText(/^REC \d/);
  const shown = await pill.textContent();
  await expect(pill).not.toHaveText(shown ?? '');

  await desk.tools.getByRole('button', { name: 'Pause recording' }).click();
  await expect(page.getByText(/^REC paused \d/)).toBeVisible();
  await desk.tells('Momo Moderator paused recording', 'accepted');

  await desk.tools.getByRole('button', { name: 'Resume recording' }).click();
  await expect(pill).toBeVisible();
  await desk.tells('Momo Moderator resumed recording', 'accepted');

  await desk.tools.getByRole('button', { name: 'Stop recording' }).click();
  await desk.tells('Momo Moderator stopped recording');
  await carrier.movesOn(2000);
  await desk.tells(/A recording was saved, .* from start to stop/);
  await expect(page.getByText(/^REC/)).toBeHidden();
  await expect(desk.tools.getByRole('button', { name: 'Record…' })).toBeVisible();
});

test('a moderator ends a conference, warned how many people that hangs up', async ({
  opens,
  desk,
  conferences,
  page,
}) => {
  const board = await opens('Board to end', ['Ada', 'Bob', 'Cyd']);
  await desk.open(board, 'Ada', 'Bob', 'Cyd');
  const end = page.getByRole('button', { name: 'End…' });
  const question = desk.question('End this conference?');

  await end.click();
  await expect(question).toContainText('Hangs up 3 people.');
  await expect(question.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(question).toBeHidden();
  await expect(end).toBeFocused();
  expect(await board.present()).toHaveLength(3);

  await end.click();
  await question.getByRole('button', { name: 'End it for 3 people' }).click();
  await expect(page.getByText('Ended · ended by a moderator')).toBeVisible();
  await expect(desk.tools).toBeHidden();

  await conferences.open();
  await expect(conferences.ended('Board to end')).toContainText('ended by a moderator');
  await expect(conferences.live('Board to end')).toBeHidden();
});
