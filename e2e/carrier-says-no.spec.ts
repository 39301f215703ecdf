import { expect, test } from './fixtures';
import { carrierKey } from './stage/ask-carrier';
import { Desk } from './pages/desk';

test.describe('the carrier does not do what was asked', () => {
  // The browser reports every answer that is an error by itself.
  test.beforeEach(({ complaints }) => {
    complaints.expect(/Failed to load resource: .* status of (409|502|504)/);
  });

  test('a refusal is told in a sentence and leaves nothing behind', async ({
    carrier,
    opens,
    desk,
  }) => {
    const board = await opens('Board with a ghost', ['Ada', 'Bob']);
    await desk.open(board, 'Ada', 'Bob');
    await carrier.hasFault({ kind: 'drop' });
    await board.hangsUp('Bob');
    await carrier.isWell();

    await desk.chooses('Hang up…', 'Bob');
    await desk.question('Hang up on Bob?').getByRole('button', { name: 'Hang up' }).click();
    await desk.warns(/The carrier refused\..*Call has already ended.*carrier code 90018/);
    await desk.tells('Momo Moderator hung up on Bob', 'refused');
    await expect(desk.filter('Left')).toHaveText(/1$/);
    await desk.tells('Bob left', 'found when reading back');
    await desk.shows('Ada', /Open|Has the floor/);
  });

  test('a conference that is over at the carrier is over here too', async ({
    carrier,
    opens,
    desk,
    page,
  }) => {
    const board = await opens('Board that was over', ['Ada', 'Bob']);
    await desk.open(board, 'Ada', 'Bob');
    // The command is under way when the conference ends, so that no read can find the end before it.
    await page.route('**/commands', async (route) => {
      await carrier.hasFault({ kind: 'drop' });
      await board.isEndedElsewhere();
      await carrier.isWell();
      await route.continue();
    });

    await desk.mutes('Ada');
    await desk.warns(/The carrier refused\..*Conference has already ended.*carrier code 90019/);
    await expect(page.getByText(/^Ended ·/)).toBeVisible();
    await desk.tells('Momo Moderator muted Ada', 'refused');
  });

  test('a command that was accepted but not done is shown as contradicted', async ({
    carrier,
    opens,
    desk,
  }) => {
    const board = await opens('Board that is not heard', ['Ada', 'Bob']);
    await desk.open(board, 'Ada', 'Bob');
    await carrier.hasFault({ kind: 'ignore', count: 1 });

    await desk.mutes('Bob');
    await desk.shows('Bob', 'carrier says otherwise');
    await desk.shows('Bob', 'Open');
    await desk.tells('Momo Moderator muted Bob', 'carrier says otherwise');
  });

  for (const fault of ['500', 'time-out'] as const) {
    test(`an outcome lost in a ${fault} is read back`, async ({ carrier, opens, desk }) => {
      const board = await opens(`Board behind a ${fault}`, ['Ada', 'Bob']);
      await desk.open(board, 'Ada', 'Bob');
      await carrier.hasFault({ kind: fault, afterWork: true, method: 'POST', count: 1, ms: 1000 });

      await desk.mutes('Bob');
      await desk.warns(/Nobody knows yet whether it was done/);
      await desk.tells('Momo Moderator muted Bob', 'confirmed');
      await desk.shows('Bob', 'Muted');
    });
  }

  test('a wrong API key is a banner that says what to do, until it is done', async ({
    ownHouse,
    complaints,
    page,
  }) => {
    const { rostrum, carrier } = await ownHouse('KEY-of-somebody-else');
    await rostrum.letsIn(page.context(), 'moderator');
    const board = await carrier.opens('Board without a key', ['Ada', 'Bob']);
    const desk = new Desk(page, rostrum.url);
    await page.goto(`${rostrum.url}/conferences/${board.id}`);
    await desk.shows('Bob');

    await desk.mutes('Bob');
    await desk.warns('The carrier does not accept our API key. Check TELNYX_API_KEY.');
    const banner = page.getByRole('status').filter({ hasText: 'does not accept our API key' });
    await expect(banner).toContainText('until TELNYX_API_KEY holds a key of this account');
    expect((await board.present()).filter(({ isMuted }) => isMuted)).toEqual([]);

    complaints.expect(/net::ERR_|WebSocket connection to|status of 503/);
    await rostrum.startAgain({ TELNYX_API_KEY: carrierKey });
    await expect(desk.connection()).toHaveText('Live');
    await expect(banner).toBeHidden();
    await desk.mutes('Bob');
    await desk.tells('Momo Moderator muted Bob', 'confirmed');
  });
});
