import { expect, test } from './fixtures';
import { findsNothing } from './stage/look';

// Colours in the middle of a change have no contrast to speak of.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('a moderator plays, speaks and stops, told first what is wrong', async ({
  opens,
  desk,
  page,
}) => {
  const board = await opens('Board that listens', ['Ada', 'Bob']);
  await desk.open(board, 'Ada', 'Bob');

  await page.keyboard.press('p');
  const play = page.getByRole('dialog', { name: 'Play audio' });
  await play.getByText('From a link').click();
  await play.getByRole('button', { name: 'Play', exact: true }).click();
  await expect(play.getByText('Choose a file of the library, or give a link.')).toBeVisible();
  await findsNothing(page);
  await play.getByRole('textbox', { name: 'Audio link' }).fill('https://sounds.example/a.mp3');
  await play.getByText('Without end, until stopped').click();
  await play.getByRole('button', { name: 'Play', exact: true }).click();
  await expect(play).toBeHidden();
  await desk.tells('Momo Moderator played audio to everybody', 'confirmed');
  const heard = page.getByRole('group', { name: 'What is heard now' });
  await expect(heard).toContainText('Audio plays to everybody');
  await findsNothing(page);
  await heard.getByRole('button', { name: 'Stop' }).click();
  await desk.tells('Momo Moderator stopped the audio for everybody', 'confirmed');
  await expect(heard).toBeHidden();

  await desk.tools.getByRole('button', { name: 'Speak' }).click();
  const speak = page.getByRole('dialog', { name: 'Speak' });
  await speak.getByRole('textbox', { name: 'Text' }).fill('We begin in a minute.');
  await speak.getByRole('combobox', { name: 'Voice' }).fill('AWS.Polly.Joanna');
  await findsNothing(page);
  await speak.getByRole('button', { name: 'Speak', exact: true }).click();
  await expect(speak).toBeHidden();
  await desk.tells('Momo Moderator had a text spoken to everybody', 'confirmed');
  await desk.tells('A text is spoken to everybody');
});

test('a moderator sends digits, and asks somebody for some', async ({ opens, desk, page }) => {
  const board = await opens('Board that presses', ['Ada', 'Bob']);
  await desk.open(board, 'Ada', 'Bob');

  await desk.tools.getByRole('button', { name: 'DTMF' }).click();
  const digits = page.getByRole('dialog', { name: 'Send DTMF' });
  await digits.getByRole('textbox', { name: 'Digits' }).fill('12x');
  await digits.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(digits.getByText(/^Use digits, A to D/)).toBeVisible();
  await digits.getByRole('textbox', { name: 'Digits' }).fill('12');
  await digits.getByRole('button', { name: 'Key #' }).click();
  await expect(digits.getByRole('textbox', { name: 'Digits' })).toHaveValue('12#');
  await findsNothing(page);
  await digits.getByRole('button', { name: 'Send', exact: true }).click();
  await desk.tells(
    'Momo Moderator sent digits to everybody',
    'accepted; the carrier does not report this',
  );

  await desk.chooses('Ask for digits…', 'Bob');
  const ask = page.getByRole('dialog', { name: 'Ask for digits' });
  await ask.getByRole('textbox', { name: 'Most digits' }).fill('4');
  await ask.getByText('More', { exact: true }).click();
  await findsNothing(page);
  await ask.getByRole('button', { name: 'Ask', exact: true }).click();
  await expect(ask).toBeHidden();
  await board.presses('Bob', '4711');
  await desk.tells(/Bob .*4711/);
  await desk.tells('Momo Moderator asked Bob to press keys', 'confirmed');
});

test('a moderator holds with audio, sets a role and says who ends the conference', async ({
  opens,
  desk,
  page,
}) => {
  const board = await opens('Board with roles', ['Ada', 'Bob', 'Cyd']);
  await desk.open(board, 'Ada', 'Bob', 'Cyd');

  await desk.chooses('Hold with audio…', 'Bob');
  const hold = page.getByRole('dialog', { name: 'Hold with audio' });
  await hold.getByText('From a link').click();
  await hold.getByRole('textbox', { name: 'Audio link' }).fill('https://sounds.example/hold.mp3');
  await hold.getByRole('button', { name: 'Hold', exact: true }).click();
  await desk.shows('Bob', 'On hold');
  await desk.tells('Momo Moderator held Bob', 'confirmed');
  expect(await board.present()).toContainEqual({ person: 'Bob', isMuted: false, isOnHold: true });

  await desk.chooses('Role…', 'Cyd');
  const role = page.getByRole('dialog', { name: 'Role' });
  await role.getByText('Whisper', { exact: true }).click();
  await role.getByText('Ada', { exact: true }).click();
  await findsNothing(page);
  await role.getByRole('button', { name: 'Set the role' }).click();
  await expect.poll(async () => (await board.standing('Cyd')).heardBy).toBe(1);

  await desk.chooses('On leaving…', 'Ada');
  const update = page.getByRole('dialog', { name: 'On coming and leaving' });
  await update.getByRole('button', { name: 'Change' }).click();
  await expect(update.getByText('Change at least one of these.')).toBeVisible();
  await update
    .getByRole('combobox', { name: 'Ends the conference by leaving' })
    .selectOption('Yes');
  await update.getByRole('button', { name: 'Change' }).click();
  await expect.poll(async () => (await board.standing('Ada')).ends).toBe(true);
});

test('the tools fit on a phone', async ({ opens, desk, page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const board = await opens('Board on a phone', ['Ada', 'Bob']);
  await desk.open(board, 'Ada', 'Bob');
  await desk.tools.getByRole('button', { name: 'Speak' }).click();
  const speak = page.getByRole('dialog', { name: 'Speak' });
  await expect(speak.getByRole('textbox', { name: 'Text' })).toBeFocused();
  await findsNothing(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});
