import { expect, test } from './fixtures';
import { findsNothing, isNotTooWide } from './stage/look';
import { silence } from './stage/silence';
import { isAwake } from './stage/is-awake';

test.describe('the library', () => {
  // Colours in the middle of a change have no contrast to speak of.
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  test('a moderator stores a sound, listens to it and deletes it', async ({ ownRostrum, page }) => {
    const rostrum = await ownRostrum({ SIMULATOR_SCENARIO: 'none' });
    await rostrum.letsIn(page.context(), 'moderator');
    await page.goto(`${rostrum.url}/settings/media`);
    await expect(page.getByText('There are no sounds yet.')).toBeVisible();
    const file = (name: string, buffer: Buffer) => ({ name, mimeType: 'audio/wav', buffer });
    const choose = page.getByLabel('Choose a file');
    await choose.setInputFiles(file('page.wav', Buffer.from('<!doctype html>')));
    await expect(page.getByText('page.wav is neither WAV nor MP3.')).toBeVisible();
    await choose.setInputFiles(file('Wärte & musik.wav', silence()));
    await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('Wärte musik');
    await findsNothing(page, 'the question');
    await page.getByRole('button', { name: 'Upload', exact: true }).click();
    await expect(page.getByRole('row', { name: /Wärte musik/ })).toContainText('364 d 23 h more');

    const heard = page.waitForResponse((response) => response.url().endsWith('/audio'));
    await page.getByRole('button', { name: 'Listen to Wärte musik' }).click();
    expect((await heard).headers()['content-type']).toBe('audio/wav');
    await page.setViewportSize({ width: 390, height: 800 });
    await isNotTooWide(page, 'the page on a phone');
    await findsNothing(page, 'the media, narrow');
    await page.getByRole('button', { name: 'Delete Wärte musik' }).click();
    await page.getByRole('button', { name: 'Delete', exact: true }).click();
    await expect(page.getByText('There are no sounds yet.')).toBeVisible();
  });

  test('an announcement that one moderator saves is there for the next', async ({
    ownRostrum,
    complaints,
    page,
  }) => {
    complaints.expect(/status of 422 .*api\/announcements/);
    const rostrum = await ownRostrum({ SIMULATOR_SCENARIO: 'none' });
    await rostrum.letsIn(page.context(), 'moderator');
    await page.goto(`${rostrum.url}/settings/announcements`);
    await isAwake(page.getByRole('button', { name: 'New announcement' }));
    await page.getByRole('button', { name: 'New announcement' }).click();
    await page.getByRole('textbox', { name: 'Title' }).fill('Welcome');
    await page.getByRole('textbox', { name: 'Text' }).fill('We begin in a minute.');
    await page.getByRole('combobox', { name: 'Language' }).selectOption('de-DE');
    await expect(page.getByText('3 known for this language')).toBeVisible();
    await page.getByRole('combobox', { name: 'Voice' }).fill('nobody at all');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('Name a voice as Provider.Model.Voice')).toBeVisible();
    await findsNothing(page, 'the question, in dark colours');
    await page.getByRole('combobox', { name: 'Voice' }).fill('AWS.Polly.Vicki');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByRole('row', { name: /Welcome/ })).toContainText('AWS.Polly.Vicki');

    await rostrum.letsIn(page.context(), 'administrator');
    await page.setViewportSize({ width: 390, height: 800 });
    await page.reload();
    await expect(page.getByRole('row', { name: /Welcome/ })).toBeVisible();
    await isNotTooWide(page, 'the page on a phone');
    await findsNothing(page, 'the announcements, narrow and in dark colours');
  });
});
