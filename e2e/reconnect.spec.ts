import { expect, test } from './fixtures';
import { Desk } from './pages/desk';

test('a desk survives the death of its server and comes back to the truth by itself', async ({
  ownHouse,
  complaints,
  page,
}) => {
  complaints.expect(/net::ERR_|WebSocket connection to/);
  const { rostrum, carrier } = await ownHouse();
  await rostrum.letsIn(page.context(), 'moderator');
  const board = await carrier.opens('Board in the dark', ['Ada', 'Bob']);
  const desk = new Desk(page, rostrum.url);
  await desk.open(board, 'Ada', 'Bob');
  await desk.selects('Ada');

  await rostrum.kill();
  await expect(desk.connection()).toHaveText('Reconnecting');
  await board.join('Cyd');
  await carrier.hasFault({ kind: 'drop' });
  await board.hangsUp('Bob');
  await board.isMutedElsewhere('Ada');
  await carrier.isWell();

  await rostrum.startAgain();
  await expect(desk.connection()).toHaveText('Live');
  await desk.shows('Cyd');
  await desk.shows('Ada', 'Muted');
  await expect(desk.filter('Left')).toHaveText(/1$/);
  // What was typed and chosen would be gone if the page had been loaded again.
  await expect(desk.row('Ada').getByRole('checkbox')).toBeChecked();
});

test('a desk that was offline shows what happened meanwhile', async ({
  opens,
  desk,
  page,
  complaints,
}) => {
  complaints.expect(/net::ERR_|WebSocket connection to/);
  const board = await opens('Board on a train', ['Ada', 'Bob']);
  await desk.open(board, 'Ada', 'Bob');
  await desk.selects('Ada');

  await page.context().setOffline(true);
  await expect(desk.connection()).toHaveText('Reconnecting');
  await board.join('Cyd');
  await board.hangsUp('Bob');
  await page.context().setOffline(false);

  await desk.shows('Cyd');
  await expect(desk.filter('Left')).toHaveText(/1$/);
  await expect(desk.connection()).toHaveText('Live');
  await expect(desk.row('Ada').getByRole('checkbox')).toBeChecked();
});
