import { z } from 'zod';
import type { ActivityAction, ActivityTarget, SecondFactorChange } from '@/lib/contract/activity';
import type { Activity } from '@/server/activity/create-activity';
import type { Challenged } from '@/server/auth/challenges';
import type { People, Person } from '@/server/auth/ports';
import type { Sessions } from '@/server/auth/sessions';
import { readLimited } from './read-limited';
import { askedFrom } from './request-id';
import type { SignInDoor } from './sign-in-door';

const prefix = '/api/auth';
const maxBodyBytes = 16 * 1024;

/** What activity calls each way through the door; the rest only asks. */
const actions: Readonly<Record<string, ActivityAction | undefined>> = {
  '/sign-in/email': 'session.signIn',
  '/sign-in/rehearsal': 'session.signIn',
  '/two-factor/verify-totp': 'session.signIn',
  '/two-factor/verify-backup-code': 'session.signIn',
  '/passkey/verify-authentication': 'session.signIn',
  '/callback/oidc': 'session.signIn',
  '/sign-out': 'session.signOut',
  '/reset-password': 'account.password',
  '/change-password': 'account.password',
  '/two-factor/enable': 'account.secondFactor',
  '/two-factor/disable': 'account.secondFactor',
  '/two-factor/generate-backup-codes': 'account.secondFactor',
  '/passkey/verify-registration': 'account.passkey',
  '/passkey/delete-passkey': 'account.passkey',
};

const changes: Readonly<Record<string, SecondFactorChange | undefined>> = {
  '/two-factor/enable': 'begun',
  '/two-factor/verify-totp': 'turnedOn',
  '/two-factor/disable': 'turnedOff',
  '/two-factor/generate-backup-codes': 'newCodes',
};

/** What telling needs. */
export interface TellSignInsParts {
  readonly sessions: Pick<Sessions, 'current'>;
  readonly challenged: Challenged;
  readonly people: Pick<People, 'find' | 'ofLink'>;
  readonly activity: Pick<Activity, 'tell' | 'tellRefusal'>;
  /** Microseconds. */
  readonly now: () => number;
}

/** The same door, which tells activity who came in, who was refused, and who changed their own keys. */
export function tellSignIns(door: SignInDoor, parts: TellSignInsParts): SignInDoor {
  return async (request) => {
    const path = new URL(request.url).pathname.slice(prefix.length);
    const action = actions[path];
    if (action === undefined) return door(request);
    const at = parts.now();
    const before = await knownBefore(request, path, action, parts);
    const answer = await door(request);
    const line = await lineOf(before, answer, parts);
    const draft = {
      at,
      role: line.who?.role ?? null,
      actor: line.who === null ? null : { userId: line.who.userId, name: line.who.name },
      action: line.action,
      conference: null,
      target: line.target,
      outcome: line.outcome.isDone ? ('done' as const) : line.outcome.kind,
      why: line.outcome.isDone ? null : line.outcome.why,
      roundTripMs: (parts.now() - at) / 1000,
      ...askedFrom(request),
      detail: { way: path.slice(1), ...(before.change === null ? {} : { change: before.change }) },
    };
    await (line.outcome.isDone ? parts.activity.tell(draft) : parts.activity.tellRefusal(draft));
    return answer;
  };
}

type Who = Pick<NonNullable<Awaited<ReturnType<Sessions['current']>>>, 'userId' | 'name' | 'role'>;

/** What has to be known before the door: whoever signs out has no session afterwards, a used link no owner. */
interface Before {
  readonly action: ActivityAction;
  /** Who does it, where that is known already. */
  readonly who: Who | null;
  readonly target: ActivityTarget | null;
  readonly change: SecondFactorChange | null;
}

async function knownBefore(
  request: Request,
  path: string,
  action: ActivityAction,
  parts: TellSignInsParts,
): Promise<Before> {
  const cookies = request.headers.get('cookie');
  if (path === '/reset-password') {
    const { data } = tokenIn.safeParse(await bodyOf(request));
    const token = data?.token ?? new URL(request.url).searchParams.get('token');
    const owner = token === null ? null : await parts.people.ofLink(token);
    const who = owner === null ? null : { ...owner, userId: owner.id };
    return { action, who, target: targetOf(owner), change: null };
  }
  const who = await parts.sessions.current(cookies);
  if (path.startsWith('/two-factor/') && who !== null) {
    const isOn = (await parts.people.find(who.userId))?.hasSecondFactor === true;
    // Once it is on, a code turns nothing on any more.
    const change = isOn && path === '/two-factor/verify-totp' ? null : (changes[path] ?? null);
    return { action: 'account.secondFactor', who, target: null, change };
  }
  if (action !== 'session.signIn') return { action, who, target: null, change: null };
  // Whoever tries to come in is nobody yet, whoever else is signed in at that browser.
  const nobody = { action, who: null, change: null };
  if (path.startsWith('/two-factor/'))
    return { ...nobody, target: targetOf(await parts.challenged(cookies)) };
  const email = path === '/sign-in/email' ? emailIn.safeParse(await bodyOf(request)) : null;
  if (email?.success !== true) return { ...nobody, target: null };
  const name = email.data.email.toLowerCase();
  return { ...nobody, target: { kind: 'person', id: null, name } };
}

function targetOf(person: Person | null): ActivityTarget | null {
  return person === null ? null : { kind: 'person', id: person.id, name: person.email };
}

/** What became of it. */
interface Line extends Pick<Before, 'action' | 'who' | 'target'> {
  readonly outcome: Outcome;
}

async function lineOf(before: Before, answer: Response, parts: TellSignInsParts): Promise<Line> {
  if (answer.status >= 400) return { ...before, outcome: await refusalOf(answer) };
  if (before.action !== 'session.signIn') return { ...before, outcome: { isDone: true } };
  const cookies = cookiesSetBy(answer);
  const who = await parts.sessions.current(cookies);
  if (who !== null) return { ...before, who, target: null, outcome: { isDone: true } };
  const location = answer.headers.get('location');
  if (location === null) {
    // The password was right, and the second factor is still to come.
    const target = targetOf(await parts.challenged(cookies)) ?? before.target;
    return { ...before, action: 'session.password', target, outcome: { isDone: true } };
  }
  // A provider that refuses sends people back with a word of its own.
  const said = new URL(location, 'http://localhost').searchParams.get('error') ?? '';
  const why = /^[\w-]{1,60}$/.test(said) ? said : 'not-accepted';
  return { ...before, outcome: { isDone: false, kind: 'refused', why } };
}

type Outcome =
  | { readonly isDone: true }
  | { readonly isDone: false; readonly kind: 'refused' | 'failed'; readonly why: string };

const problem = z.object({ code: z.string() });

async function refusalOf(answer: Response): Promise<Outcome> {
  if (answer.status >= 500) return { isDone: false, kind: 'failed', why: 'internal' };
  if (answer.status === 429) return { isDone: false, kind: 'refused', why: 'too-many-tries' };
  const read = problem.safeParse(
    await answer
      .clone()
      .json()
      .catch(() => null),
  );
  const isForeign = read.success && read.data.code === 'cross-origin';
  return { isDone: false, kind: 'refused', why: isForeign ? 'cross-origin' : 'not-accepted' };
}

function cookiesSetBy(answer: Response): string {
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(';', 1)[0] ?? '')
    .join('; ');
}

const emailIn = z.object({ email: z.string().max(254).includes('@') });
const tokenIn = z.object({ token: z.string().max(200) });

/** What stands in the body, which the door reads again; null for what is too large or no JSON. */
async function bodyOf(request: Request): Promise<unknown> {
  try {
    const bytes = await readLimited(request.clone(), maxBodyBytes);
    return bytes === null ? null : (JSON.parse(bytes.toString('utf8')) as unknown);
  } catch {
    return null;
  }
}
