import type { Actor } from '@/lib/domain/event';
import { may, type Permission, type Role } from '@/lib/domain/permission';
import { getServices } from '@/server/services';
import { HttpProblem } from './http-problem';

/** Who asks: what goes into the log, and what they may do. */
export interface CurrentActor {
  /** Exactly what the log keeps of them. */
  readonly actor: Actor;
  readonly role: Role;
  readonly sessionId: string;
}

/** Whoever sends this request; throws `not-signed-in` (401) for nobody. */
export async function currentActor(request: Request): Promise<CurrentActor> {
  const session = await getServices().signIn.sessions.current(request.headers.get('cookie'));
  if (session === null) throw new HttpProblem('not-signed-in', 'Sign in and try again');
  const { userId, name, role, sessionId } = session;
  return { actor: { userId, name }, role, sessionId };
}

/** Throws `not-allowed` (403) unless the role of whoever asks allows it; says what is missing. */
export function allow({ role }: CurrentActor, permission: Permission): void {
  if (may(role, permission)) return;
  const detail = `This needs the permission ${permission}, which a ${role} does not have`;
  throw new HttpProblem('not-allowed', detail);
}
