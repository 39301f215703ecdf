import { expect, test } from './fixtures';
import { SignInPage } from './pages/sign-in-page';
import { firstAccount, password } from './stage/accounts';
import { isAwake } from './stage/is-awake';

test.use({ role: null });

const rails = [
  ['Viewer', 'Vera Viewer', ['Conferences', 'Queues', 'Calls', 'Settings'], false],
  ['Moderator', 'Momo Moderator', ['Conferences', 'Queues', 'Calls', 'Settings'], true],
  [
    'Supervisor',
    'Sunny Supervisor',
    ['Conferences', 'Queues', 'Calls', 'Activity', 'Settings'],
    true,
  ],
  [
    'Manager',
    'Mani Manager',
    ['Conferences', 'Queues', 'Calls', 'Recordings', 'Activity', 'Settings'],
    false,
  ],
  [
    'Administrator',
    'Ada Administrator',
    ['Conferences', 'Queues', 'Calls', 'Recordings', 'Activity', 'Settings'],
    true,
  ],
] as const;

test('each role signs in by one click, sees its own rail, and is told what it may not open', async ({
  ownRostrum,
  page,
}) => {
  const rostrum = await ownRostrum({ SIMULATOR_PORT: '0', SIMULATOR_SCENARIO: 'none' });
  const signIn = new SignInPage(page, rostrum.url);
  for (const [role, name, places, steers] of rails) {
    await page.goto(`${rostrum.url}/sign-in`);
    const rehearse = page.getByRole('button', { name: role, exact: true });
    await isAwake(rehearse);
    await rehearse.click();
    await signIn.isIn(name, role);
    const links = page.getByRole('navigation', { name: 'Main' }).getByRole('link');
    await expect(links).toHaveText(places.map((place) => new RegExp(`^${place}`)));
    const rehearsal = page.getByRole('button', { name: 'Rehearsal' });
    await expect(rehearsal).toHaveCount(steers ? 1 : 0);
    for (const [path, opens] of [
      ['/activity', (places as readonly string[]).includes('Activity')],
      ['/recordings', (places as readonly string[]).includes('Recordings')],
      ['/settings/people', role === 'Administrator'],
      ['/settings/deliveries', role === 'Administrator'],
    ] as const) {
      await page.goto(`${rostrum.url}${path}`);
      await signIn.isIn(name, role);
      const refusal = page.getByText(`which a ${role} does not have`);
      await expect(refusal, `${role} at ${path}`).toHaveCount(opens ? 0 : 1);
      if (!opens)
        await expect(page.getByRole('link', { name: 'To the conferences' })).toBeVisible();
    }
    await signIn.signsOut(name, role);
  }
});

test('the first account is made with the code from the terminal, and signs in again', async ({
  ownRostrum,
  page,
  complaints,
}) => {
  complaints.expect(/Failed to load resource: .* status of (401|403)/);
  const rostrum = await ownRostrum({ SIMULATOR_PORT: '0', SIMULATOR_SCENARIO: 'none' });
  const signIn = new SignInPage(page, rostrum.url);
  await page.goto(rostrum.url);
  await expect(page).toHaveURL(/\/sign-in/);
  const code = rostrum.printed(/with the code (\w+)/);
  expect(code).toHaveLength(10);
  const make = async (typed: string) => {
    await page.getByLabel('Code', { exact: true }).fill(typed);
    await page.getByLabel('Your name').fill('Fay First');
    await page.getByLabel('E-mail address').fill('fay@journeys.test');
    await page.getByRole('textbox', { name: /^Password|^New password/ }).fill(password);
    await page.getByRole('button', { name: 'Make the account' }).click();
  };
  await make('AAAAAAAAAA');
  await expect(page.getByText('This is not the code on the terminal')).toBeVisible();
  await make(code);
  await signIn.isIn('Fay First', 'Administrator');
  await signIn.signsOut('Fay First', 'Administrator');

  await signIn.gives('fay@journeys.test', 'not the password');
  await expect(page.getByText('The e-mail address or the password is not right.')).toBeVisible();
  await signIn.gives('fay@journeys.test');
  await signIn.isIn('Fay First', 'Administrator');
});

test('whoever signs in is where they wanted to be, and never at another site', async ({
  rostrum,
  opens,
  page,
  complaints,
}) => {
  // A page whose cookies are taken away asks once more before it is left.
  complaints.expect(/Failed to load resource: .* status of 401/);
  const board = await opens('Board behind the door', ['Ada']);
  const signIn = new SignInPage(page, rostrum.url);
  await page.goto(`${rostrum.url}/conferences/${board.id}`);
  await expect(page).toHaveURL(/\/sign-in/);
  await signIn.gives(firstAccount.ADMIN_EMAIL);
  await expect(page).toHaveURL(new RegExp(`/conferences/${board.id}$`));

  for (const away of ['https://evil.test', '//evil.test', '/\\evil.test', 'javascript:alert(1)']) {
    await page.context().clearCookies();
    const to = encodeURIComponent(away);
    await page.goto(`${rostrum.url}/sign-in?to=${to}&from=${to}&next=${to}&callbackURL=${to}`);
    await signIn.gives(firstAccount.ADMIN_EMAIL);
    await expect(page.getByRole('heading', { name: 'Conferences', level: 1 })).toBeVisible();
    expect(new URL(page.url()).origin).toBe(rostrum.url);
  }
});

test('who signs in before the page listens is let in when it does, and no password is in the address', async ({
  anotherPage,
  rostrum,
}) => {
  await rostrum.invite({ name: 'Quinn', email: 'quinn@journeys.test', role: 'viewer' });
  const page = await anotherPage();
  let listen: () => void = () => undefined;
  const isToListen = new Promise<void>((resolve) => {
    listen = resolve;
  });
  await page.route(/\.js(\?|$)/, async (route) => {
    await isToListen;
    await route.continue();
  });
  const signIn = new SignInPage(page, rostrum.url);
  await page.goto(`${rostrum.url}/sign-in`, { waitUntil: 'commit' });
  await signIn.gives('quinn@journeys.test');
  expect(page.url()).not.toContain('password');
  listen();
  await signIn.isIn('Quinn', 'Viewer');
  expect(page.url()).not.toContain('password');
});
