import { readFile } from 'node:fs/promises';
import { expect, test } from './fixtures';
import { ConferencesPage } from './pages/conferences-page';
import { Desk } from './pages/desk';
import { ReportPage } from './pages/report-page';

const name = 'Autumn town hall';
const office = '+13125550100';
const host = '+1 212 555 0161';
const busy = '+1 212 555 0001';
const silent = '+1 212 555 0002';
const minute = 60_000;

test('a moderator runs a town hall from the first call to the report', async ({
  ownRostrum,
  page,
}) => {
  const rostrum = await ownRostrum({ SIMULATOR_PORT: '0', SIMULATOR_SCENARIO: 'none' });
  await rostrum.letsIn(page.context(), 'moderator');
  const conferences = new ConferencesPage(page, rostrum.url);
  const desk = new Desk(page, rostrum.url);

  await test.step('it begins with a call', async () => {
    await conferences.open();
    await conferences.creates({ name, to: host.replaceAll(' ', ''), from: office });
    await desk.shows(host, 'host');
    await desk.labels(host, 'Priya, chair', 'Speaks first');
    await desk.shows('Priya, chair', 'Has the floor');
    await desk.shows('Priya, chair', '100% of floor');
    await desk.turnsTo('Timeline');
  });

  await test.step('people are called from a list', async () => {
    const people = ['+12125550162, Bob', '+12125550163 Cyd', '+12125550164; Dee'];
    await desk.invites([...people, busy, silent]);
    for (const person of ['Bob', 'Cyd', 'Dee']) {
      await expect(desk.invited(person)).toContainText('Joined');
    }
    await expect(desk.invited(busy)).toContainText('Busy');
    await expect(desk.invited(silent)).toContainText('Calling');
    await rostrum.movesOn(minute);
    await expect(desk.invited(silent)).toContainText('Failed');
    await expect(desk.dialog('Invite people')).toContainText('5 invited, 3 joined, 2 not reached');
    await desk.closesDialog('Invite people');
    await desk.makesHost('Bob');
  });

  await test.step('it is recorded, and hears audio and a text', async () => {
    await desk.records();
    await desk.tells('Momo Moderator started recording', 'accepted');
    await desk.plays('https://sounds.example/welcome.mp3');
    await desk.tells('Momo Moderator played audio to everybody', 'confirmed');
    await desk.speaks('We begin in a minute.');
    await desk.tells('Momo Moderator had a text spoken to everybody');
  });

  await test.step('all but the hosts are muted, and put back exactly', async () => {
    await desk.mutes('Cyd');
    await desk.tells('Momo Moderator muted Cyd', 'confirmed');
    await desk.mutesAllButHosts('Mutes 1, skips 2 hosts.');
    await desk.tells('Momo Moderator muted 1 participant', 'confirmed');
    await desk.shows('Dee', 'Muted');
    await desk.shows('Bob', 'Open');
    await desk
      .toast('Muting 1 person; 1 was muted already')
      .getByRole('button', { name: 'Undo' })
      .click();
    await desk.shows('Dee', 'Open');
    await desk.tells('Momo Moderator unmuted Dee', 'confirmed');
    await desk.shows('Cyd', 'Muted');
    await expect(desk.filter('Muted')).toHaveText(/1$/);
  });

  await test.step('one voice has the floor for long', async () => {
    await rostrum.movesOn(10 * minute);
    await expect(page.getByText(/^Priya, chair has had the floor for 1[1-2] min/)).toBeVisible();
  });

  await test.step('it is ended, and stands among those that have', async () => {
    await desk.ends('Hangs up 4 people.');
    await conferences.open();
    await expect(conferences.live(name)).toBeHidden();
    await conferences.goesToEnded(name);
    await expect(page.getByText('Ended · ended by a moderator')).toBeVisible();
    await desk.tells(/A recording was saved, .* from start to stop/);
  });

  await test.step('the timeline is a file', async () => {
    const saved = page.waitForEvent('download');
    await desk.exports('Export the timeline as CSV');
    const file = await saved;
    expect(file.suggestedFilename()).toMatch(/^rostrum-timeline-.*\.csv$/);
    const lines = (await readFile(await file.path(), 'utf8')).split('\r\n');
    expect(lines[0]).toMatch(/^.?at,what,person,participants,kind/);
    const told = lines.join('\n');
    for (const what of [
      'Momo Moderator invited 5 numbers',
      'Momo Moderator called Priya, chair “Priya, chair”',
      'Momo Moderator muted Cyd',
      'Momo Moderator ended the conference',
      'conference.end',
    ]) {
      expect(told).toContain(what);
    }
  });

  await test.step('the report says who was there, who spoke, and what was done', async () => {
    await desk.exports('Export the report');
    const report = new ReportPage(page);
    await report.isOf(name);
    expect(await report.fact('People')).toBe('4');
    expect(await report.fact('Length')).toMatch(/^00:1[12]:\d\d$/);
    expect(await report.fact('Why it ended')).toBe('ended by a moderator');
    const people = await report.attendance();
    const [chair, ...others] = people;
    expect(others.map(({ Person }) => Person).sort()).toEqual(['Bob', 'Cyd', 'Dee']);
    expect(chair).toMatchObject({ Person: 'Priya, chair', Number: host, Share: '100 %' });
    for (const person of people) {
      expect(person['Time in']).toMatch(/^00:1[12]:\d\d$/);
      expect(person['In the conference']).toMatch(/ to /);
    }
    for (const other of others) expect(other['Floor time']).toBe('00:00:00');
    expect(chair?.['Floor time']).toMatch(/^00:1[12]:\d\d$/);
    const done = (await report.actions()).map((row) => `${row['What was done']}: ${row.Outcome}`);
    // Those three answer at the same time.
    expect(done.slice(0, 3).sort()).toEqual([
      'Momo Moderator brought Bob in: confirmed',
      'Momo Moderator brought Cyd in: confirmed',
      'Momo Moderator brought Dee in: confirmed',
    ]);
    expect(done.slice(3)).toEqual([
      'Momo Moderator started recording: accepted; the carrier does not report this',
      'Momo Moderator played audio to everybody: confirmed',
      'Momo Moderator had a text spoken to everybody: confirmed',
      'Momo Moderator muted Cyd: confirmed',
      'Momo Moderator muted 1 participant; 1 was muted already: confirmed',
      'Momo Moderator unmuted Dee: confirmed',
      'Momo Moderator ended the conference: confirmed',
    ]);
  });
});
