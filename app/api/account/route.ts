import { type Account, accountChangeSchema } from '@/lib/contract/account';
import { type Asker, handle, readBody } from '@/server/http/handle';
import { allow } from '@/server/http/current-actor';
import { HttpProblem } from '@/server/http/http-problem';
import type { Services } from '@/server/services';

/** The account of whoever asks. */
export async function GET(request: Request): Promise<Response> {
  return handle(request, 'signed-in', (services, asker) => accountOf(services, asker));
}

/** Changes one's own name, or ends sessions of one's own. */
export async function POST(request: Request): Promise<Response> {
  return handle(request, 'signed-in', async ({ signIn: { people }, supervisions }, asker) => {
    const change = await readBody(request, accountChangeSchema);
    const { userId, name } = asker.actor;
    const target = { kind: 'person', id: userId, name } as const;
    switch (change.change) {
      case 'rename':
        asker.does({ action: 'account.name', target, detail: { to: change.name } });
        await people.change(userId, { name: change.name });
        return {};
      case 'endSession':
        asker.does({ action: 'account.session', target });
        if (await people.endSession(userId, change.sessionId)) return {};
        throw new HttpProblem('not-found', 'This session has ended already');
      case 'signOutEverywhere':
        asker.does({ action: 'account.session', target, detail: { all: true } });
        await people.endSessionsOf(userId);
        return {};
      case 'phone':
        // The number is nobody else's business, whoever reads activity.
        asker.does({ action: 'account.phone', target });
        allow(asker, 'conference.supervise');
        await supervisions.phones.keep(userId, change.address);
        return {};
    }
  });
}

async function accountOf(
  { signIn: { people }, supervisions }: Services,
  asker: Asker,
): Promise<Account> {
  const { userId } = asker.actor;
  const [person, hasPassword, sessions, phone] = await Promise.all([
    people.find(userId),
    people.hasPassword(userId),
    people.sessionsOf(userId),
    supervisions.phones.of(userId),
  ]);
  if (person === null) throw new HttpProblem('not-signed-in', 'Sign in and try again');
  const { name, email, role, hasSecondFactor } = person;
  const own = sessions.map((session) => ({ ...session, isThis: session.id === asker.sessionId }));
  own.sort((a, b) => Number(b.isThis) - Number(a.isThis) || b.createdAt - a.createdAt);
  return { userId, name, email, role, hasPassword, hasSecondFactor, phone, sessions: own };
}
