import type { Role } from '@/lib/domain/permission';
import { localHeader } from '@/server/http/own-headers';
import type { SignIn } from '@/server/open-sign-in';

/** The Cookie header of whoever rehearses a role. */
export async function rehearsalCookie(
  { services }: SignIn,
  url: string,
  role: Role,
): Promise<string> {
  const headers = { [localHeader]: 'yes', 'content-type': 'application/json' };
  const body = JSON.stringify({ role });
  const address = `${url}/api/auth/sign-in/rehearsal`;
  const { host } = new URL(url);
  const answer = await services.door(
    new Request(address, { method: 'POST', headers: { ...headers, host }, body }),
  );
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0] ?? '')
    .join('; ');
}
