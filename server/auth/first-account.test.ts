import { expect, test } from 'vitest';
import { openFirstAccount } from './first-account';
import { keepRehearsalAccounts } from './rehearsal-accounts';
import { goodPassword, openSignIn, TestBrowser } from './testing/open-sign-in';

const here = '198.51.100.1';
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
  await expect(first.create('GUESSED234', ada, here)).rejects.toMatchObject({ code: 'wrong-code' });
  const typed = `${code!.slice(0, 5)}-${code!.slice(5)}`.toLowerCase();
  expect(await first.create(typed, ada, here)).toMatchObject({ role: 'administrator' });
  await expect(
    first.create(code!, { ...ada, email: 'eve@example.com' }, here),
  ).rejects.toMatchObject({
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
    await expect(first.create(`GUESS${i}2345`, ada, here)).rejects.toMatchObject({
      code: 'wrong-code',
    });
  await expect(first.create(shown[0]!, ada, here)).rejects.toMatchObject({ name: 'TooManyTries' });
});

test('a stranger who tries too often shuts out nobody else', async () => {
  const { shown, first } = await open();
  for (let i = 0; i < 11; i += 1)
    await first.create('GUESSED234', ada, '203.0.113.66').catch(() => undefined);
  expect(await first.create(shown[0]!, ada, here)).toMatchObject({ role: 'administrator' });
});

test('accounts for rehearsing are nobody’s first account', async () => {
  const { rostrum, start } = await open();
  await keepRehearsalAccounts(rostrum.people, true);
  expect(await (await start()).isMissing()).toBe(true);
});

test('where the only real administrator is disabled, the code is offered again', async () => {
  const { rostrum, shown, first, start } = await open();
  const { id } = await first.create(shown[0]!, ada, here);
  await keepRehearsalAccounts(rostrum.people, true);
  await rostrum.people.change(id, { isDisabled: true });
  expect(await (await start()).isMissing()).toBe(true);
  expect(shown).toHaveLength(2);
});
