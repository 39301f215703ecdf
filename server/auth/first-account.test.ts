import { expect, test } from 'vitest';
import { openFirstAccount } from './first-account';
import { keepRehearsalAccounts } from './rehearsal-accounts';
import { goodPassword, openSignIn, TestBrowser } from './testing/open-sign-in';

const ada = { name: 'Ada', email: 'ada@example.com', password: goodPassword };

async function open(given: { email: string; password: string } | null = null) {
  const rostrum = await openSignIn();
  const shown: string[] = [];
  const start = () => openFirstAccount({ ...rostrum, given, showCode: (code) => shown.push(code) });
  return { rostrum, shown, start, first: await start() };
}

test('the configured administrator is made when there is nobody, and only then', async () => {
  const { rostrum, shown, start } = await open({
    email: 'Root@Example.com',
    password: goodPassword,
  });
  expect(shown).toEqual([]);
  await start();
  expect(await rostrum.people.list()).toMatchObject([
    { email: 'root@example.com', role: 'administrator' },
  ]);
  expect((await new TestBrowser(rostrum).signIn('root@example.com')).status).toBe(200);
});

test('a configured password that is too short is refused', async () => {
  await expect(open({ email: 'root@example.com', password: 'short' })).rejects.toMatchObject({
    code: 'password-too-short',
  });
});

test('whoever reads the code off the terminal makes the first account, once', async () => {
  const { rostrum, shown, first, start } = await open();
  const [code] = shown;
  expect(code).toMatch(/^[2-9A-HJKMNP-Z]{10}$/);
  await expect(first.create('GUESSED234', ada)).rejects.toMatchObject({ code: 'wrong-code' });
  const typed = `${code!.slice(0, 5)}-${code!.slice(5)}`.toLowerCase();
  expect(await first.create(typed, ada)).toMatchObject({ role: 'administrator' });
  await expect(first.create(code!, { ...ada, email: 'eve@example.com' })).rejects.toMatchObject({
    code: 'wrong-code',
  });
  expect(await first.isMissing()).toBe(false);
  await start();
  expect(shown).toHaveLength(1);
  expect((await new TestBrowser(rostrum).signIn(ada.email)).status).toBe(200);
});

test('the code cannot be found by trying', async () => {
  const { shown, first } = await open();
  for (let i = 0; i < 10; i += 1)
    await expect(first.create(`GUESS${i}2345`, ada)).rejects.toMatchObject({ code: 'wrong-code' });
  await expect(first.create(shown[0]!, ada)).rejects.toMatchObject({ code: 'wrong-code' });
});

test('accounts for rehearsing are nobody’s first account', async () => {
  const { rostrum, start } = await open();
  await keepRehearsalAccounts(rostrum.people, true);
  expect(await (await start()).isMissing()).toBe(true);
});
