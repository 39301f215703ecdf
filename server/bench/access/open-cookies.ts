import type { SignInServices } from '@/server/services';

const password = 'a password for the bench';

/** Makes that many accounts that may moderate and signs each in; the Cookie headers of their sessions. */
export async function openCookies(
  { people, door }: Pick<SignInServices, 'people' | 'door'>,
  url: URL,
  count: number,
): Promise<readonly string[]> {
  const cookies: string[] = [];
  for (let i = 0; i < count; i += 1) {
    const email = `moderator-${i}@bench.test`;
    await people.add({ name: `Moderator ${i}`, email, role: 'moderator', password });
    const answer = await door(
      new Request(`${url.origin}/api/auth/sign-in/email`, {
        method: 'POST',
        headers: { host: url.host, 'content-type': 'application/json' },
        body: JSON.stringify({ email, password }),
      }),
    );
    if (!answer.ok) throw new Error(`A moderator was not let in: ${answer.status}`);
    cookies.push(
      answer.headers
        .getSetCookie()
        .map((line) => line.split(';', 1)[0])
        .join('; '),
    );
  }
  return cookies;
}
