import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import yauzl from 'yauzl';
import { expect, test } from './fixtures';
import { RecordingsPage } from './pages/recordings-page';
import { findsNothing, isNotTooWide } from './stage/look';

// Their doors are a manager's; whoever runs the conference is let in beside.
test.use({ role: 'manager', contextOptions: { reducedMotion: 'reduce' } });

const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

test('a town hall is recorded, ended, found, played, seen and downloaded with proof', async ({
  page,
  rostrum,
  carrier,
  opens,
  anotherDesk,
}) => {
  const people = ['Priya', 'Marcus', 'Lena'] as const;
  const hall = await opens('Town hall to keep', people);
  const recordings = new RecordingsPage(page, rostrum.url);
  // Who moderates may record; an administrator sees the way to the recording as well.
  const desk = await anotherDesk({}, 'administrator');

  await test.step('it is recorded while three speak, and paused in between', async () => {
    await desk.open(hall, ...people);
    await desk.records();
    await desk.tells('Administrator started recording', 'accepted');
    for (const person of people) {
      await hall.talks(person);
      await desk.shows(person, 'Has the floor');
      await carrier.movesOn(20_000);
    }
    await desk.tools.getByRole('button', { name: 'Pause recording' }).click();
    await desk.tells('Administrator paused recording', 'accepted');
    await desk.tools.getByRole('button', { name: 'Resume recording' }).click();
    await desk.tells('Administrator resumed recording', 'accepted');
  });

  await test.step('as soon as it is saved the desk leads to it', async () => {
    await desk.ends('Hangs up 3 people.');
    const saved = desk.page.getByRole('link', { name: /Saved/ }).first();
    await expect(saved).toBeVisible({ timeout: 15_000 });
    await expect(saved).toHaveAttribute('href', /\/recordings\?play=/);
  });

  await test.step('a manager finds it by its name', async () => {
    await recordings.open();
    await page.getByRole('searchbox').fill('hall to KEEP');
    await recordings.shows(hall.name, 'archived');
    await expect(page).toHaveURL(/q=hall/);
    await findsNothing(page, 'the recordings');
  });

  await test.step('it plays, and the speakers are along it', async () => {
    await recordings.plays(hall.name);
    await expect(recordings.player).toContainText(/00:0[1-9]/);
    for (const person of people) await expect(recordings.player).toContainText(person);
    await recordings.player.getByRole('button', { name: 'Ahead 15 seconds' }).click();
    await expect(recordings.player).toContainText(/00:(1[5-9]|[2-5]\d)/);
    await findsNothing(page, 'the player');
  });

  await test.step('a note stands where it was written', async () => {
    await recordings.player.getByRole('button', { name: 'Note' }).click();
    await recordings.player.getByRole('textbox').fill('The offer begins here');
    await recordings.player.getByRole('button', { name: /^Add at/ }).click();
    const flag = recordings.player.getByRole('button', { name: /by Mani Manager: The offer/ });
    await expect(flag).toBeVisible();
  });

  await test.step('the file is byte for byte the carrier’s', async () => {
    const link = recordings.player.getByRole('link', { name: /^Download/ });
    const id =
      /recordings\/([^/]+)\/audio/.exec((await link.getAttribute('href')) ?? '')?.[1] ?? '';
    const { path, name } = await recordings.downloads(() => link.click());
    expect(name).toMatch(/Town hall to keep\.(mp3|wav)$/);
    expect(hashOf(await readFile(path))).toBe(await carrier.hashOf(id));
  });

  await test.step('who listened and who downloaded stands in Activity', async () => {
    await page.goto(`${rostrum.url}/activity`);
    const row = (text: RegExp) => page.getByRole('row').filter({ hasText: text });
    await expect(row(/Mani.*listen/i).first()).toContainText(hall.name);
    await expect(row(/Mani.*download/i).first()).toContainText(hall.name);
  });
});

test('twenty recordings come as one ZIP, each as the carrier has it', async ({
  page,
  rostrum,
  carrier,
}) => {
  const recordings = new RecordingsPage(page, rostrum.url);
  const ids = await Promise.all(
    Array.from({ length: 20 }, (_, i) =>
      carrier.saves({
        conferenceName: `Series "${i + 1}" 系列`,
        seconds: 2 + i,
        format: i % 2 === 0 ? 'wav' : 'mp3',
      }),
    ),
  );
  await recordings.open('?q=Series');
  // All of them in one look, of which each row is one.
  await page.setViewportSize({ width: 1280, height: 1600 });
  const archived = recordings.list.getByRole('row').filter({ hasText: 'archived' });
  await expect(archived).toHaveCount(20, { timeout: 30_000 });
  await test.step('the speed that was chosen is kept for the next', async () => {
    const [first, second] = ['Series "2" 系列', 'Series "3" 系列'] as const;
    await page.getByRole('button', { name: `Play ${first}` }).click();
    await recordings.player.getByRole('button', { name: /^Speed/ }).click();
    await page.getByRole('menuitemradio', { name: '1.5×' }).click();
    await page.getByRole('button', { name: `Play ${second}` }).click();
    await expect(recordings.player).toContainText(second);
    await expect(page.locator('audio')).toHaveJSProperty('playbackRate', 1.5);
    await recordings.player.getByRole('button', { name: 'Close' }).click();
  });
  await page.getByRole('checkbox', { name: 'Select all that are loaded' }).click();
  const { path, name } = await recordings.downloads(async () => {
    await page.getByRole('button', { name: 'Download 20 as ZIP' }).click();
    // It says what comes before it comes.
    const start = page.getByRole('dialog').getByRole('button', { name: /Download/ });
    if (await start.isVisible()) await start.click();
  });
  expect(name).toMatch(/\.zip$/);
  const files = await unpacked(path);
  const sums = [...files].filter(([file]) => !/^(manifest\.csv|SHA256SUMS)$/.test(file));
  const expected = await Promise.all(ids.map((id) => carrier.hashOf(id)));
  expect(sums.map(([, bytes]) => hashOf(bytes)).sort()).toEqual([...expected].sort());
  const told = files.get('SHA256SUMS')?.toString('utf8') ?? '';
  for (const [file, bytes] of sums) expect(told).toContain(`${hashOf(bytes)}  ${file}`);
});

test('what goes wrong with a download stands in its row, and it is whole in the end', async ({
  page,
  ownHouse,
  complaints,
}) => {
  complaints.expect(/Failed to load resource|ERR_CONNECTION_REFUSED|WebSocket/);
  const { rostrum, carrier } = await ownHouse();
  await rostrum.letsIn(page.context(), 'manager');
  const recordings = new RecordingsPage(page, rostrum.url);
  const ofFile = async (name: string) => {
    await recordings.shows(name, 'archived');
    const { path } = await recordings.downloads(() =>
      recordings
        .row(name)
        .getByRole('button', { name: `Download ${name}` })
        .click(),
    );
    return hashOf(await readFile(path));
  };
  await recordings.open();

  await test.step('a link that expired is replaced', async () => {
    await carrier.hasFault({ kind: 'download-expired', count: 1 });
    const id = await carrier.saves({ conferenceName: 'Expired' });
    expect(await ofFile('Expired')).toBe(await carrier.hashOf(id));
  });

  await test.step('one that keeps failing says why, and is tried again when asked', async () => {
    await carrier.hasFault({ kind: 'download-broken', share: 0.6 });
    const id = await carrier.saves({ conferenceName: 'Cut', seconds: 60 });
    await recordings.shows('Cut', /retrying, \d of 8/);
    await carrier.isWell();
    await recordings.chooses('Cut', 'Try again to archive it');
    expect(await ofFile('Cut')).toBe(await carrier.hashOf(id));
  });

  await test.step('one that the server was killed in goes on when it is back', async () => {
    await carrier.hasFault({ kind: 'download-slow', ms: 400 });
    const id = await carrier.saves({ conferenceName: 'Killed', seconds: 120 });
    await recordings.shows('Killed', /archiving/);
    await rostrum.kill();
    await carrier.isWell();
    await rostrum.startAgain();
    await recordings.open();
    expect(await ofFile('Killed')).toBe(await carrier.hashOf(id));
  });

  await test.step('one that nobody announced is found', async () => {
    const id = await carrier.saves({ conferenceName: 'Silent', announce: false });
    await rostrum.kill();
    await rostrum.startAgain();
    await recordings.open();
    expect(await ofFile('Silent')).toBe(await carrier.hashOf(id));
  });
});

test('a recording under hold stays, and one that is let go is gone everywhere', async ({
  page,
  rostrum,
  carrier,
  anotherPage,
  complaints,
}) => {
  complaints.expect(/Failed to load resource: .* status of 410/);
  const recordings = new RecordingsPage(page, rostrum.url);
  const name = 'Board, confidential';
  await carrier.saves({ conferenceName: name, seconds: 20 });
  await recordings.open('?q=confidential');
  await recordings.shows(name, 'archived');

  await test.step('it is put under hold with a reason, and is not deleted', async () => {
    await recordings.chooses(name, 'Put under hold…');
    await recordings.says(recordings.dialog('Put under hold'), 'Case 12/26', 'Put under hold');
    await expect(recordings.row(name)).toContainText(/hold/i);
    await recordings
      .row(name)
      .getByRole('button', { name: `More to do with ${name}` })
      .click();
    await expect(page.getByRole('menuitem', { name: 'Delete…' })).toBeDisabled();
    await page.keyboard.press('Escape');
  });

  const link =
    await test.step('it is shared with somebody who may not see recordings', async () => {
      await recordings.chooses(name, 'Share…');
      const dialog = recordings.dialog(`Share ${name}`);
      await dialog.getByRole('button', { name: 'Make a link' }).click();
      const made = dialog.getByRole('textbox', { name: /link/i });
      await expect(made).toHaveValue(/\/recordings\/shared\//);
      await findsNothing(page, 'the sharing');
      return made.inputValue();
    });

  const viewer = await anotherPage();
  await test.step('who opens the link can listen and not download', async () => {
    await rostrum.letsIn(viewer.context(), 'viewer');
    await viewer.goto(link);
    const player = viewer.getByRole('region', { name: 'Player' });
    await expect(player).toContainText(name);
    await player.getByRole('button', { name: 'Play' }).click();
    await expect(player.getByRole('button', { name: 'Pause' })).toBeVisible();
    await expect(player.getByRole('link', { name: /^Download/ })).toHaveCount(0);
  });

  await test.step('revoked, it opens nothing any more', async () => {
    const dialog = recordings.dialog(`Share ${name}`);
    await dialog.getByRole('button', { name: 'Revoke' }).click();
    await expect(dialog).toContainText(/revoked/i);
    await dialog.getByRole('button', { name: 'Close' }).first().click();
    await viewer.reload();
    await expect(viewer.getByRole('heading', { name: /does not open any more/ })).toBeVisible();
  });

  await test.step('the hold is lifted and it is deleted, with a reason', async () => {
    await recordings.chooses(name, 'Lift hold…');
    await recordings.says(recordings.dialog('Lift the hold'), 'Case closed', 'Lift the hold');
    await recordings.chooses(name, 'Delete…');
    const question = page.getByRole('dialog').or(page.getByRole('alertdialog'));
    await question.getByRole('textbox', { name: 'Reason' }).fill('Nobody needs it');
    await question.getByRole('button', { name: /^Delete/ }).click();
    await recordings.shows(name, /deleted/);
    await recordings.open('?q=confidential');
    await expect(recordings.row(name)).toHaveCount(0);
    await recordings.open('?q=confidential&state=deleted');
    await recordings.shows(name, /deleted/);
    await expect(recordings.row(name)).toContainText('Nobody needs it');
  });
});

test('rules say how long recordings are kept', async ({ page, rostrum }) => {
  await page.goto(`${rostrum.url}/settings/retention`);
  await page
    .getByRole('button', { name: /New rule|Add/ })
    .first()
    .click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('a conference', { exact: true }).click();
  await dialog.getByRole('textbox', { name: /Name|called/i }).fill('Journey hall');
  await dialog
    .getByRole('spinbutton')
    .or(dialog.getByRole('textbox', { name: /Days/ }))
    .first()
    .fill('90');
  await findsNothing(page, 'a rule being made');
  await dialog.getByRole('button', { name: /^(Save|Add|Make)/ }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('row').filter({ hasText: 'Journey hall' })).toContainText('90 days');
  await findsNothing(page, 'the rules of keeping');
});

test('on a telephone the recordings and the player fit', async ({ page, rostrum, carrier }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await carrier.saves({ conferenceName: 'Narrow recording', seconds: 8 });
  const recordings = new RecordingsPage(page, rostrum.url);
  await recordings.open('?q=Narrow');
  await recordings.shows('Narrow recording', 'archived');
  await recordings.plays('Narrow recording');
  await isNotTooWide(page, 'the recordings');
  await findsNothing(page, 'the recordings on a telephone');
});

async function unpacked(path: string): Promise<Map<string, Buffer>> {
  const open = promisify<string, yauzl.Options, yauzl.ZipFile>(yauzl.open);
  const zip = await open(path, { lazyEntries: true });
  const files = new Map<string, Buffer>();
  return new Promise((resolve, reject) => {
    zip.on('entry', (entry: yauzl.Entry) => {
      zip.openReadStream(entry, (error, stream) => {
        if (error !== null) {
          reject(error);
          return;
        }
        buffer(stream).then((bytes) => {
          files.set(entry.fileName, bytes);
          zip.readEntry();
        }, reject);
      });
    });
    zip.once('end', () => {
      resolve(files);
    });
    zip.once('error', reject);
    zip.readEntry();
  });
}
