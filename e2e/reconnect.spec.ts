import { connect, type Socket } from 'node:net';
import { expect, test } from './fixtures';
import { Desk } from './pages/desk';
import { freePort } from './stage/rostrum';

test('a desk survives the death of its server and comes back to the truth by itself', async ({
  ownHouse,
  complaints,
  page,
}) => {
  complaints.expect(/net::ERR_|WebSocket connection to|status of 503/);
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

test('sockets that knock while Rostrum starts do not keep it from ending', async ({
  ownRostrum,
}) => {
  const port = await freePort();
  const knocks: Socket[] = [];
  const knocking = setInterval(() => {
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => undefined);
    socket.write(
      [
        'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1',
        `Host: 127.0.0.1:${port}`,
        'Connection: Upgrade',
        'Upgrade: websocket',
        'Sec-WebSocket-Version: 13',
        'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
        '\r\n',
      ].join('\r\n'),
    );
    knocks.push(socket);
  }, 20);
  const settings = { PORT: String(port), SIMULATOR_PORT: '0', SIMULATOR_SCENARIO: 'none' };
  const rostrum = await ownRostrum(settings).finally(() => {
    clearInterval(knocking);
  });
  expect(knocks.length).toBeGreaterThan(5);
  for (const socket of knocks) socket.destroy();
  // Rejects when it does not end on being asked to.
  await rostrum.startAgain();
});
