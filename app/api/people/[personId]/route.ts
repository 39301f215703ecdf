import { type PersonAnswer, type PersonChange, personChangeSchema } from '@/lib/contract/people';
import { type Asker, handle, readBody } from '@/server/http/handle';
import { HttpProblem } from '@/server/http/http-problem';
import { personAnswerOf } from '@/server/http/person-row';
import type { SignInServices } from '@/server/services';

const actions = {
  role: 'person.role',
  disable: 'person.disable',
  enable: 'person.enable',
  reset: 'person.reset',
  signOut: 'person.signOut',
} as const satisfies Record<PersonChange['change'], string>;

/** Changes somebody's account; a reset answers with the link by which they choose a password. */
export async function POST(
  request: Request,
  context: { readonly params: Promise<{ readonly personId: string }> },
): Promise<Response> {
  return handle(request, 'settings.manage', async ({ signIn }, asker): Promise<PersonAnswer> => {
    const { personId } = await context.params;
    const change = await readBody(request, personChangeSchema);
    const person = await signIn.people.find(personId);
    if (person === null) throw new HttpProblem('not-found', 'There is no such person');
    asker.does({
      action: actions[change.change],
      target: { kind: 'person', id: person.id, name: person.email },
      detail: change.change === 'role' ? { from: person.role, to: change.role } : {},
    });
    const linkToken = await apply(signIn, asker, person.id, change);
    const [after, seen] = await Promise.all([
      signIn.people.find(person.id),
      signIn.sessions.perPerson(),
    ]);
    return personAnswerOf(after ?? person, seen, linkToken);
  });
}

async function apply(
  { manage }: SignInServices,
  { actor }: Asker,
  id: string,
  change: PersonChange,
): Promise<string | null> {
  switch (change.change) {
    case 'role':
      await manage.changeRole(actor.userId, id, change.role);
      return null;
    case 'disable':
    case 'enable':
      await manage.setDisabled(actor.userId, id, change.change === 'disable');
      return null;
    case 'reset':
      return (await manage.reset(actor.userId, id)).linkToken;
    case 'signOut':
      await manage.signOutEverywhere(id);
      return null;
  }
}
