import { z } from 'zod';
import type { ActivityAction } from '@/lib/contract/activity';
import type { Activity } from '@/server/activity/create-activity';
import type { Sessions } from '@/server/auth/sessions';
import { askedFrom } from './request-id';
import type { SignInDoor } from './sign-in-door';

const prefix = '/api/auth';

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

/** What telling needs. */
export interface TellSignInsParts {
  readonly sessions: Pick<Sessions, 'current'>;
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
    const { headers } = request;
    const at = parts.now();
    // Before the door: whoever signs out has no session afterwards.
    const before = await parts.sessions.current(headers.get('cookie'));
    const copy = path === '/sign-in/email' ? request.clone() : null;
    const answer = await door(request);
    const opened = await parts.sessions.current(cookiesSetBy(answer));
    const outcome = outcomeOf(action, answer, opened !== null);
    if (outcome === null) return answer;
    // Whoever tries to come in is nobody yet, whoever else is signed in at that browser.
    const who = action === 'session.signIn' ? opened : before;
    const email = outcome.isDone || copy === null ? null : await emailIn(copy, answer.status);
    const draft = {
      at,
      actor: who === null ? null : { userId: who.userId, name: who.name },
      role: who?.role ?? null,
      action,
      conference: null,
      target: email === null ? null : ({ kind: 'person', id: null, name: email } as const),
      outcome: outcome.isDone ? ('done' as const) : outcome.kind,
      why: outcome.isDone ? null : outcome.why,
      roundTripMs: (parts.now() - at) / 1000,
      ...askedFrom(request),
      detail: { way: path.slice(1) },
    };
    await (outcome.isDone ? parts.activity.tell(draft) : parts.activity.tellRefusal(draft));
    return answer;
  };
}

type Outcome =
  | { readonly isDone: true }
  | { readonly isDone: false; readonly kind: 'refused' | 'failed'; readonly why: string };

/** Null for a step that is neither: the password was right and the second factor is still to come. */
function outcomeOf(action: ActivityAction, answer: Response, hasOpened: boolean): Outcome | null {
  if (answer.status >= 500) return { isDone: false, kind: 'failed', why: 'internal' };
  if (answer.status >= 400) {
    const why = answer.status === 429 ? 'too-many-tries' : 'not-accepted';
    return { isDone: false, kind: 'refused', why };
  }
  if (action !== 'session.signIn' || hasOpened) return { isDone: true };
  const location = answer.headers.get('location');
  if (location === null) return null;
  // A provider that refuses sends people back with a word of its own.
  const said = new URL(location, 'http://localhost').searchParams.get('error') ?? '';
  const why = /^[\w-]{1,60}$/.test(said) ? said : 'not-accepted';
  return { isDone: false, kind: 'refused', why };
}

function cookiesSetBy(answer: Response): string {
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(';', 1)[0] ?? '')
    .join('; ');
}

const body = z.object({ email: z.string().max(254).includes('@') });

// Read only where the door has read it whole, and so knows that it is small.
async function emailIn(copy: Request, status: number): Promise<string | null> {
  if (status !== 401 && status !== 429) return null;
  const read = body.safeParse(await copy.json().catch(() => null));
  return read.success ? read.data.email.toLowerCase() : null;
}
