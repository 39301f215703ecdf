import { inviteSchema, type PersonAnswer, type PersonRow } from '@/lib/contract/people';
import { handle, readBody } from '@/server/http/handle';
import { personAnswerOf, personRowOf } from '@/server/http/person-row';

/** Everybody who may sign in, or could until they were disabled. */
export async function GET(request: Request): Promise<Response> {
  return handle(request, 'settings.manage', async ({ signIn }): Promise<readonly PersonRow[]> => {
    const [people, seen] = await Promise.all([signIn.manage.list(), signIn.sessions.perPerson()]);
    return people.map((person) => personRowOf(person, seen.get(person.id)));
  });
}

/** Invites somebody: the answer holds the link by which they choose a password. */
export async function POST(request: Request): Promise<Response> {
  return handle(request, 'settings.manage', async ({ signIn }, asker): Promise<PersonAnswer> => {
    const invite = await readBody(request, inviteSchema);
    const target = { kind: 'person', id: null, name: invite.email } as const;
    asker.does({ action: 'person.invite', target, detail: { role: invite.role } });
    const { person, linkToken } = await signIn.manage.invite(invite);
    return personAnswerOf(person, new Map(), linkToken);
  });
}
