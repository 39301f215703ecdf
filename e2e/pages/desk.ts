import { expect, type Locator, type Page } from '@playwright/test';
import type { Meeting } from '../stage/meeting';

type Filter = 'All' | 'Open' | 'Muted' | 'On hold' | 'Left';
type Action =
  | 'Mute'
  | 'Unmute'
  | 'Hold'
  | 'Unhold'
  | 'Hold with audio…'
  | 'Ask for digits…'
  | 'Supervise…'
  | 'Role…'
  | 'On leaving…'
  | 'Remove…'
  | 'Hang up…'
  | 'Label and note…'
  | 'Make host'
  | 'Ask the carrier';

/** The desk of one conference, as a moderator uses it. */
export class Desk {
  readonly page: Page;
  readonly url: string;
  readonly roster: Locator;
  readonly tools: Locator;
  readonly timeline: Locator;

  constructor(page: Page, url: string) {
    this.page = page;
    this.url = url;
    this.roster = page.getByRole('grid', { name: 'Participants' });
    this.tools = page.getByRole('toolbar', { name: 'Tools for the whole conference' });
    this.timeline = page.getByRole('list', { name: 'Timeline, newest first' });
  }

  /** Opens the desk and waits until these people are on it. */
  async open(meeting: Meeting, ...people: readonly string[]): Promise<void> {
    await this.page.goto(`${this.url}/conferences/${meeting.id}`);
    await expect(this.connection()).toHaveText('Live');
    for (const person of people) await this.shows(person);
  }

  /** Whether what is on screen is live, as the rail says. */
  connection(): Locator {
    return this.page.getByRole('banner').getByRole('status').first();
  }

  row(person: string): Locator {
    const box = this.page.getByRole('checkbox', { name: `Select ${person}`, exact: true });
    return this.roster.getByRole('row').filter({ has: box });
  }

  /** The person is in the list, in this state where one is given. */
  async shows(person: string, state?: string | RegExp): Promise<void> {
    await expect(this.row(person)).toBeVisible();
    if (state !== undefined) await expect(this.row(person)).toContainText(state);
  }

  /** The timeline has a line with these words, its command as far as said. */
  async tells(words: string | RegExp, phase?: string): Promise<void> {
    const lines = this.timeline.getByRole('listitem').filter({ hasText: words });
    const line = phase === undefined ? lines : lines.filter({ hasText: phase });
    await expect(line.first()).toBeVisible();
  }

  /** Something was not done, or nobody knows, and a toast says so. */
  async warns(sentence: string | RegExp): Promise<void> {
    await expect(this.toast(sentence)).toBeVisible();
  }

  toast(sentence: string | RegExp): Locator {
    return this.page.getByRole('listitem').filter({ hasText: sentence });
  }

  async mutes(person: string): Promise<void> {
    await this.row(person)
      .getByRole('button', { name: `Mute ${person}` })
      .click();
  }

  async holds(person: string): Promise<void> {
    await this.row(person)
      .getByRole('button', { name: `Put ${person} on hold` })
      .click();
  }

  dialog(title: string): Locator {
    return this.page.getByRole('dialog', { name: title });
  }

  async closesDialog(title: string): Promise<void> {
    await this.dialog(title).getByRole('button', { name: 'Close' }).first().click();
    await expect(this.dialog(title)).toBeHidden();
  }

  /** Calls these lines of a list, from the number used last or this one; the dialog stays. */
  async invites(lines: readonly string[], from?: string): Promise<void> {
    const dialog = this.dialog('Invite people');
    if (!(await dialog.isVisible())) {
      await this.page.getByRole('button', { name: 'Invite', exact: true }).click();
    }
    await dialog.getByLabel('Numbers').fill(lines.join('\n'));
    if (from !== undefined) await dialog.getByLabel('Caller id').fill(from);
    await dialog.getByRole('button', { name: /^Call \d/ }).click();
  }

  invited(who: string): Locator {
    return this.dialog('Invite people').getByRole('listitem').filter({ hasText: who });
  }

  /** Chooses this from the menu beside “Mute all”. */
  async choosesForAll(what: string): Promise<void> {
    await this.tools.getByRole('button', { name: 'More: mute or unmute everybody' }).click();
    await this.page.getByRole('menuitem', { name: what, exact: true }).click();
  }

  /** Mutes all but the hosts after reading this preview. */
  async mutesAllButHosts(preview: string): Promise<void> {
    await this.choosesForAll('Mute all but hosts…');
    const dialog = this.dialog('Mute all but hosts?');
    await expect(dialog).toContainText(preview);
    await dialog.getByRole('button', { name: /^Mute/ }).click();
  }

  /** Gives somebody a name and a note. */
  async labels(person: string, label: string, note: string): Promise<void> {
    await this.chooses('Label and note…', person);
    await this.page.getByLabel('Label').fill(label);
    await this.page.getByLabel('Note').fill(note);
    await this.page.getByRole('button', { name: 'Save' }).click();
  }

  async makesHost(person: string): Promise<void> {
    await this.chooses('Make host', person);
    await expect(this.row(person)).toContainText('host');
  }

  /** The queue whose callers wait for this conference. */
  async hasLobby(queue: string): Promise<void> {
    await this.tools.getByRole('button', { name: 'More: stop audio, region, lobby' }).click();
    await this.page.getByRole('menuitem', { name: 'Lobby…' }).click();
    const dialog = this.dialog('Lobby of the conference');
    await dialog.getByLabel('Lobby').selectOption('Another queue…');
    await dialog.getByLabel('Name of the queue').fill(queue);
    await dialog.getByRole('button', { name: 'Set the lobby' }).click();
    await expect(dialog).toBeHidden();
  }

  /** Somebody in the lobby. */
  async waiting(person: string): Promise<Locator> {
    await this.turnsTo('Waiting');
    const list = this.page.getByRole('list', { name: 'Who waits, the longest first' });
    return list.getByRole('listitem').filter({ hasText: person });
  }

  /** Plays what stands under this link to everybody. */
  async plays(link: string): Promise<void> {
    await this.tools.getByRole('button', { name: 'Play audio' }).click();
    const dialog = this.dialog('Play audio');
    await dialog.getByText('From a link').click();
    await dialog.getByRole('textbox', { name: 'Audio link' }).fill(link);
    await dialog.getByRole('button', { name: 'Play', exact: true }).click();
    await expect(dialog).toBeHidden();
  }

  /** Has a text spoken to everybody. */
  async speaks(text: string): Promise<void> {
    await this.tools.getByRole('button', { name: 'Speak' }).click();
    const dialog = this.dialog('Speak');
    await dialog.getByRole('textbox', { name: 'Text' }).fill(text);
    await dialog.getByRole('combobox', { name: 'Voice' }).fill('AWS.Polly.Joanna');
    await dialog.getByRole('button', { name: 'Speak', exact: true }).click();
    await expect(dialog).toBeHidden();
  }

  async records(): Promise<void> {
    await this.tools.getByRole('button', { name: 'Record…' }).click();
    const dialog = this.dialog('Start recording');
    await dialog.getByRole('button', { name: 'Start recording' }).click();
    await expect(dialog).toBeHidden();
  }

  /** Ends it after reading this in the question. */
  async ends(warning: string): Promise<void> {
    await this.page.getByRole('button', { name: 'End…' }).click();
    const question = this.question('End this conference?');
    await expect(question).toContainText(warning);
    await question.getByRole('button', { name: /^End it for/ }).click();
    await expect(this.page.getByText(/^Ended ·/)).toBeVisible();
  }

  /** Looks at what stands beside the list. */
  async turnsTo(panel: 'Timeline' | 'Participant' | 'Waiting'): Promise<void> {
    await this.page.getByRole('tab', { name: panel }).click();
  }

  /** Takes the timeline or the report along. */
  async exports(what: 'Export the timeline as CSV' | 'Export the report'): Promise<void> {
    await this.page.getByRole('button', { name: 'Export', exact: true }).click();
    await this.page.getByRole('menuitem', { name: what }).click();
  }

  async mutesAll(): Promise<void> {
    await this.tools.getByRole('button', { name: 'Mute all', exact: true }).click();
  }

  async selects(...people: readonly string[]): Promise<void> {
    for (const person of people) {
      await this.row(person).getByRole('checkbox').check();
    }
  }

  /** Does this to everybody who is selected. */
  async doesToSelected(action: Action): Promise<void> {
    const bar = this.page.getByRole('toolbar', { name: 'Actions on the selection' });
    await bar.getByRole('button', { name: action, exact: true }).click();
  }

  /** Chooses this from the menu of a person's row. */
  async chooses(action: Action, person: string): Promise<void> {
    await this.row(person)
      .getByRole('button', { name: `More for ${person}` })
      .click();
    await this.page.getByRole('menuitem', { name: action, exact: true }).click();
  }

  /** A question that has to be answered before something is done. */
  question(title: string): Locator {
    return this.page.getByRole('alertdialog', { name: title });
  }

  async filters(filter: Filter): Promise<void> {
    await this.filter(filter).click();
  }

  filter(filter: Filter): Locator {
    const group = this.page.getByRole('group', { name: 'Show', exact: true });
    return group.getByRole('button', { name: new RegExp(`^${filter}`) });
  }

  async searches(words: string): Promise<void> {
    await this.page.getByRole('searchbox', { name: 'Find a name or number' }).fill(words);
  }
}
