import { expect, test } from './fixtures';
import { Desk } from './pages/desk';

test('a caller in the lobby waits in sight, is admitted, and says how long they waited', async ({
  ownHouse,
  page,
}) => {
  // Its carrier's clock is moved on, which the other journeys' times would not bear.
  const { rostrum, carrier } = await ownHouse();
  await rostrum.letsIn(page.context(), 'moderator');
  const board = await carrier.opens('Board with a lobby', ['Ada', 'Bob']);
  const desk = new Desk(page, rostrum.url);
  await desk.open(board, 'Ada', 'Bob');
  await desk.hasLobby('board-lobby');
  await desk.tells('Momo Moderator made “board-lobby” the lobby');

  await carrier.waitsIn('another-queue', 'Eve');
  await carrier.waitsIn('board-lobby', 'Dee');
  const dee = await desk.waiting('Dee');
  await expect(dee).toContainText('+1 212 555 0191');
  const waited = dee.getByText(/^00:\d\d$/);
  const before = await waited.innerText();
  await expect(waited).not.toHaveText(before);
  await expect(await desk.waiting('Eve')).toHaveCount(0);
  await expect(page.getByRole('tab', { name: 'Waiting' })).toContainText('1 waits');

  await carrier.movesOn(84_000);
  await dee.getByRole('button', { name: 'Admit Dee' }).click();
  await expect(page.getByText('Nobody waits')).toBeVisible();
  await desk.shows('Dee', /waited 1 m \d+ s/);
  expect((await board.present()).length).toBe(3);
  await desk.turnsTo('Timeline');
  await desk.tells(/Dee waited 1 m \d+ s in “board-lobby”/);
  await desk.tells('Dee joined');
});
